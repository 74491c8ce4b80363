import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, 'icon');

/** The pictures of a Windows icon by their width. */
function picturesOf(icon: Buffer): ReadonlyMap<number, Buffer> {
  const entries = Array.from({ length: icon.readUInt16LE(4) }, (_, at) =>
    icon.subarray(6 + at * 16, 22 + at * 16),
  );
  return new Map(
    entries.map((entry) => {
      const [length, start] = [entry.readUInt32LE(8), entry.readUInt32LE(12)];
      return [entry.readUInt8(0) || 256, icon.subarray(start, start + length)];
    }),
  );
}

it('shows the same pictures on Windows as elsewhere', () => {
  const pictures = picturesOf(readFileSync(join(FOLDER, 'jianwen.ico')));
  expect([...pictures.keys()]).toEqual([16, 32, 48, 64, 128, 256]);
  for (const [width, picture] of pictures)
    expect(picture.equals(readFileSync(join(FOLDER, `${width}.png`))), `${width}`).toBe(true);
});
