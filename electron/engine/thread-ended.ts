import { type Trouble, trouble } from '#classifier/core/trouble.ts';

/**
 * A thread ended before it had answered. One that is stopped from outside ends without an error: who listens to that alone would
 * wait for ever.
 */
export function threadEnded(): Trouble {
  return trouble(
    'engine-stopped',
    '做这一步的后台线程意外停止了，这一步没有做完；此前保存的都在。请再做一次。',
    'The background thread of this step stopped unexpectedly, so the step was not finished; everything saved before is there. Do it again.',
  );
}
