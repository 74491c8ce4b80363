// Scores with the model of a desk, and refuses a file that the desk has not signed.
// Usage: node score-with-desk-model.mjs desk.jwmodel FINGERPRINT < headlines.txt
import { createInterface } from 'node:readline';
import { loadModel, score } from 'jianwen';

const [file, key] = process.argv.slice(2);

try {
  const model = await loadModel({ file, key, costs: { miss: 10, falseAlarm: 4, look: 1 } });
  for await (const line of createInterface(process.stdin)) {
    console.log(JSON.stringify({ text: line, ...score(model, line, { explain: true }) }));
  }
} catch (error) {
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 2;
}
