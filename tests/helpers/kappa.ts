/** Cohen's kappa (1960) of two columns of answers. */
export function kappa(a: readonly boolean[], b: readonly boolean[]): number {
  const share = (answers: readonly boolean[]): number => answers.filter(Boolean).length / answers.length;
  const observed = share(a.map((answer, at) => answer === b[at]));
  const chance = share(a) * share(b) + (1 - share(a)) * (1 - share(b));
  return (observed - chance) / (1 - chance);
}
