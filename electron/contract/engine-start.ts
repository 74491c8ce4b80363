/**
 * How Node is started for the engine. Without a limit the room for young objects grows to 48 MB a thread and stays, though
 * what lives there is gone at once; and a heap may grow to several times what lives in it before that is collected.
 */
export const ENGINE_FLAGS: readonly string[] = ['--max-semi-space-size=4', '--heap-growing-percent=20'];

/**
 * How glibc gives memory out in it; nothing to other systems. By itself it keeps an arena for each thread, and after the first large
 * array takes all up to 32 MB from arenas, which hold on to it: 200 MB of 550 after some minutes of arriving headlines.
 */
export const ENGINE_MEMORY: Readonly<Record<string, string>> = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '262144',
  MALLOC_TRIM_THRESHOLD_: '1048576',
};
