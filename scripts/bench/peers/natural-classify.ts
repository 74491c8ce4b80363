import { readFileSync, writeFileSync } from 'node:fs';
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import nodejieba from 'nodejieba';

/*
 * natural's naive Bayes over nodejieba's words.
 * natural-classify.ts train LABELLED MODEL    a line: 0 or 1, a tab, a headline
 * natural-classify.ts predict MODEL           headlines on standard input, labels on standard output
 */
const [mode, file = '', model = ''] = process.argv.slice(2);
if (mode === 'train') train(file, model);
else predict(file);

function train(labelled: string, to: string): void {
  const classifier = new BayesClassifier();
  for (const line of linesOf(labelled)) {
    const [label = '', text = ''] = line.split('\t');
    classifier.addDocument(nodejieba.cut(text), label);
  }
  classifier.train();
  writeFileSync(to, JSON.stringify(classifier));
}

function predict(from: string): void {
  const classifier = BayesClassifier.restore(JSON.parse(readFileSync(from, 'utf8')));
  const labels = linesOf(0).map((text) => classifier.classify(nodejieba.cut(text)));
  process.stdout.write(`${labels.join('\n')}\n`);
}

function linesOf(input: string | number): string[] {
  return readFileSync(input, 'utf8').split('\n').slice(0, -1);
}
