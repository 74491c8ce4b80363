// Scores a few headlines with the model that comes with the program.
import { loadModel, score } from 'jianwen';

const model = await loadModel();

for (const headline of [
  '提取DNA定制专属“恐龙宠物”，孵化过程全程直播',
  '市教育局：秋季学期义务教育学校9月1日开学',
]) {
  const { band, score: triage, reasons } = score(model, headline);
  console.log(band, triage, headline, reasons.join(' '));
}
