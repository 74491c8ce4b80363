import type { FileHandle } from 'node:fs/promises';

const CHUNK = 1024 * 1024;

/** All bytes of an open file; null when there are more than the limit, even if the file has grown meanwhile. */
export async function readUpTo(handle: FileHandle, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(CHUNK), 0, CHUNK, null);
    if (bytesRead === 0) return Buffer.concat(chunks, total);
    total += bytesRead;
    if (total > limit) return null;
    chunks.push(buffer.subarray(0, bytesRead));
  }
}
