declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  class BayesClassifier {
    addDocument(words: string[], label: string): void;
    train(): void;
    classify(words: string[]): string;
    static restore(saved: unknown): BayesClassifier;
  }
  export = BayesClassifier;
}
