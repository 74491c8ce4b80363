import { failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';

/**
 * The answer of a handler, also where the handler fails with an error of its own: a fault of the program, which is
 * reported and answered like any other trouble.
 */
export async function answered<T>(
  handle: () => Promise<Result<T>>,
  report: (error: unknown) => void,
): Promise<Result<T>> {
  try {
    return await handle();
  } catch (error) {
    report(error);
    return failed(
      trouble(
        'request-failed',
        '这一步没有做成：鉴闻出了错，已记进日志。请再试一次；若仍如此，请用“帮助 → 问题报告…”告诉维护者。',
        'This step was not done: Jianwen made a mistake, which is in its log. Try again; if this goes on, tell the maintainers by Help → Problem Report….',
      ),
    );
  }
}
