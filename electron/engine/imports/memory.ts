import { type Trouble, trouble } from '#classifier/core/trouble.ts';

/** Whether a thread ended because its memory was full. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

export function tooMuchForMemory(): Trouble {
  return trouble(
    'file-too-large',
    '内存放不下这个文件，没有导入任何内容。请拆成几个文件。',
    'This file does not fit into memory; nothing was imported. Split it into several files.',
  );
}
