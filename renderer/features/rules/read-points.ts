/** Bounds of a rule's points, as the engine checks them too. */
const [LEAST, MOST] = [-3, 4];

/** Points that an editor typed; undefined for what cannot be: a rule of no points is to be switched off. */
export function readPoints(text: string): number | undefined {
  const points = Number(text);
  const isGood = text.trim() !== '' && points >= LEAST && points <= MOST && points !== 0;
  return isGood ? points : undefined;
}
