import fc from 'fast-check';

/** Cases a reader; `npm run fuzz` asks for ten thousand. */
export const RUNS = Number(process.env.JIANWEN_FUZZ_RUNS ?? 300);
export const TIMEOUT = RUNS * 100 + 30_000;

const PIECES = [
  '<',
  '</',
  '>',
  '&',
  '"',
  "'",
  ',',
  '\t',
  '\n',
  '\r',
  '\0',
  '{',
  '[',
  '}',
  ']',
  '\\u0000',
  '<!ENTITY x "y">',
  '__proto__',
  '\uFEFF',
  '=1+1',
  '甲',
];

/** What is done to a seed: cut, a byte changed, a piece put in, a stretch repeated. */
export const damage = fc.array(
  fc.record({
    what: fc.constantFrom(
      'cut' as const,
      'byte' as const,
      'piece' as const,
      'repeat' as const,
      'noise' as const,
    ),
    // A double would nearly always lie close to nothing: as many of them are there as anywhere else.
    at: fc.integer({ min: 0, max: 1_000_000 }).map((at) => at / 1_000_000),
    byte: fc.integer({ min: 0, max: 255 }),
    piece: fc.constantFrom(...PIECES),
    noise: fc.uint8Array({ maxLength: 20 }),
  }),
  { minLength: 1, maxLength: 6 },
);

export type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

/** A seed with the damage done to it, one step after another. */
export function damaged(seed: Uint8Array, steps: Damage): Uint8Array {
  let bytes = Buffer.from(seed);
  for (const { what, at, byte, piece, noise } of steps) {
    const place = Math.floor(at * bytes.length);
    const [head, tail] = [bytes.subarray(0, place), bytes.subarray(place)];
    if (what === 'cut') bytes = Buffer.from(head);
    else if (what === 'byte' && place < bytes.length) bytes[place] = byte;
    else if (what === 'piece') bytes = Buffer.concat([head, Buffer.from(piece), tail]);
    else if (what === 'repeat') bytes = Buffer.concat([head, ...Array(20).fill(tail.subarray(0, 40)), tail]);
    else bytes = Buffer.concat([head, noise, tail]);
  }
  return bytes;
}
