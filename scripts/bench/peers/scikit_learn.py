"""Naive Bayes of scikit-learn over jieba's words.

scikit_learn.py train LABELLED MODEL    a line: 0 or 1, a tab, a headline
scikit_learn.py predict MODEL           headlines on standard input, labels on standard output
"""
import pickle
import sys

import jieba
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB

jieba.setLogLevel("WARNING")


def words(text):
    return jieba.lcut(text)


def train(labelled, model):
    with open(labelled, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t", 1) for line in lines]
    vectorizer = CountVectorizer(tokenizer=words, token_pattern=None, lowercase=False)
    counts = vectorizer.fit_transform(text for _, text in rows)
    classifier = MultinomialNB().fit(counts, [label for label, _ in rows])
    with open(model, "wb") as file:
        pickle.dump((vectorizer, classifier), file)


def predict(model):
    with open(model, "rb") as file:
        vectorizer, classifier = pickle.load(file)
    sys.stdin.reconfigure(encoding="utf-8")
    texts = (line.rstrip("\n") for line in sys.stdin)
    labels = classifier.predict(vectorizer.transform(texts))
    sys.stdout.write("".join(label + "\n" for label in labels))


if sys.argv[1] == "train":
    train(*sys.argv[2:])
else:
    predict(sys.argv[2])
