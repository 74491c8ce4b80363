/**
 * Words that say nothing by themselves: particles, prepositions, conjunctions and words of place as in Lü Shuxiang's
 * 现代汉语八百词, and pronouns that only point. They count, but nobody is convinced by them. Normalised.
 */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  [
    '的 地 得 之 所 了 着 过 吗 呢 吧 啊 呀 嘛 们',
    '和 与 及 或 而 且 并 但 却 则 因 若 虽 以及 而且 或者',
    '在 于 从 自 由 对 向 往 以 为 把 被 将 给 跟 比 按 经 至 到 对于 关于 为了',
    '上 下 中 里 内 外 前 后 时',
    '是 有 也 都 就 还 又 再 才 更 其 这 那 此 该 个 一个 这个 那个 这些 那些 一些',
  ].flatMap((words) => words.split(' ')),
);

/** Whether a normalised word is one that says nothing by itself. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}
