import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { writeTrouble } from '#classifier/interchange/write-trouble.ts';
import { EXIT, type ExitCode, refuse, type Terminal } from './terminal.ts';

/**
 * The exit status of a command once its data have left: what it says itself, or 2 where its data could not be written
 * or it failed in a way that nobody thought of. That nobody reads its data any more is no trouble.
 */
export async function ending(command: () => Promise<ExitCode>, terminal: Terminal): Promise<ExitCode> {
  const { data, notes } = terminal;
  let problem: Error | undefined;
  data.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') problem ??= error;
  });
  notes.on('error', () => undefined);
  try {
    const status = await command();
    await new Promise<unknown>((resolve) => data.write('', resolve));
    const isNew = problem !== undefined && status !== EXIT.nothingDone;
    return isNew ? refuse(terminal, writeTrouble(problem, 'stdout')) : status;
  } catch (error) {
    return refuse(terminal, unexpected(error));
  }
}

function unexpected(error: unknown): Trouble {
  const message = error instanceof Error ? error.message : String(error);
  return trouble(
    'unexpected',
    `出了没有料到的错误：${message}`,
    `Something unexpected went wrong: ${message}`,
  );
}
