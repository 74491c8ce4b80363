/**
 * Words that say nothing by themselves: particles, prepositions, conjunctions and words of place as in Lü Shuxiang's
 * 现代汉语八百词, and pronouns that only point. They count, but nobody is convinced by them. As printed in either script.
 */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  [
    '的 地 得 之 所 了 着 著 过 過 吗 嗎 呢 吧 啊 呀 嘛 们 們',
    '和 与 與 及 或 而 且 并 並 但 却 卻 则 則 因 若 虽 雖 以及 而且 或者',
    '在 于 於 从 從 自 由 对 對 向 往 以 为 為 把 被 将 將 给 給 跟 比 按 经 經 至 到 对于 對於 关于 關於 为了 為了',
    '上 下 中 里 裡 裏 内 內 外 前 后 後 时 時',
    '是 有 也 都 就 还 還 又 再 才 更 其 这 這 那 此 该 該 个 個 一个 一個 这个 這個 那个 那個 这些 這些 那些 一些',
  ].flatMap((words) => words.split(' ')),
);

const LONGEST = Math.max(...Array.from(FUNCTION_WORDS, (word) => word.length));

/** Whether a word is one that says nothing by itself. */
export function isFunctionWord(word: string): boolean {
  return word.length <= LONGEST && FUNCTION_WORDS.has(word);
}
