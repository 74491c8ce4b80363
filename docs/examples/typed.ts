// The same from TypeScript: everything has a type.
import { type JianwenModel, loadModel, score, type Verdict } from 'jianwen';

export async function doubtful(headlines: readonly string[]): Promise<readonly Verdict[]> {
  const model: JianwenModel = await loadModel();
  return headlines.map((headline) => score(model, headline)).filter(({ band }) => band === 'flag');
}
