"""What usual recipes make of the same splits: reads tasks, writes probabilities. Needs scikit-learn and jieba; fastText where it is.

    python3 peers.py TASKS.jsonl ANSWERS.jsonl

A task is {"name", "texts", "yes", "splits": [{"train": [row], "test": [row]}]}; a split given as {"seed": n} is
scikit-learn's stratified fifth of that seed. An answer is {"name", "split", "peer", "test": [row], "probabilities"}.
"""

import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile

import jieba
import numpy
from scipy.sparse import hstack
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB

jieba.setLogLevel(logging.ERROR)


def characters(kind):
    return kind(analyzer="char", ngram_range=(1, 3))


def words(kind):
    return kind(tokenizer=jieba.lcut, token_pattern=None)


def learned(vectorizers, model):
    """A recipe of scikit-learn: the features of all vectorizers side by side, then the model."""

    def recipe(train, answers, test):
        made = vectorizers()
        seen = hstack([vectorizer.fit_transform(train) for vectorizer in made]).tocsr()
        new = hstack([vectorizer.transform(test) for vectorizer in made]).tocsr()
        fitted = model().fit(seen, answers)
        return fitted.predict_proba(new)[:, 1]

    return recipe


def naive_bayes():
    return MultinomialNB(alpha=0.5)


def logistic_regression():
    return LogisticRegression(C=4, class_weight="balanced", max_iter=1000)


def fast_text(train, answers, test):
    """fastText on jieba's words, one thread so that a run can be repeated."""
    with tempfile.TemporaryDirectory() as folder:
        train_file, test_file, model = (os.path.join(folder, name) for name in ("train", "test", "model"))
        with open(train_file, "w") as file:
            for text, answer in zip(train, answers):
                file.write(f"__label__{answer} {' '.join(jieba.cut(text))}\n")
        with open(test_file, "w") as file:
            file.writelines(f"{' '.join(jieba.cut(text))}\n" for text in test)
        options = "-epoch 25 -lr 0.5 -wordNgrams 2 -dim 50 -bucket 200000 -thread 1 -verbose 0".split()
        subprocess.run(["fasttext", "supervised", "-input", train_file, "-output", model, *options], check=True)
        told = subprocess.run(
            ["fasttext", "predict-prob", f"{model}.bin", test_file, "2"], check=True, capture_output=True, text=True
        ).stdout.splitlines()
    return [probability_of_yes(line.split()) for line in told]


def probability_of_yes(parts):
    return float(dict(zip(parts[::2], parts[1::2])).get("__label__1", 0.5))


PEERS = {
    "NB, characters": learned(lambda: [characters(CountVectorizer)], naive_bayes),
    "NB, words": learned(lambda: [words(CountVectorizer)], naive_bayes),
    "NB, characters and words": learned(lambda: [characters(CountVectorizer), words(CountVectorizer)], naive_bayes),
    "LR, characters": learned(lambda: [characters(TfidfVectorizer)], logistic_regression),
    "LR, words": learned(lambda: [words(TfidfVectorizer)], logistic_regression),
}
if shutil.which("fasttext"):
    PEERS["fastText, words"] = fast_text


def rows_of(split, yes):
    if "seed" not in split:
        return split["train"], split["test"]
    train, test = train_test_split(numpy.arange(len(yes)), test_size=0.2, random_state=split["seed"], stratify=yes)
    return train.tolist(), test.tolist()


def main(tasks, answers):
    with open(tasks) as read, open(answers, "w") as write:
        for line in read:
            task = json.loads(line)
            texts, yes = task["texts"], task["yes"]
            for at, split in enumerate(task["splits"]):
                train, test = rows_of(split, yes)
                for peer, recipe in PEERS.items():
                    told = recipe([texts[row] for row in train], [yes[row] for row in train], [texts[row] for row in test])
                    probabilities = [round(float(one), 6) for one in told]
                    write.write(json.dumps({"name": task["name"], "split": at, "peer": peer, "test": test, "probabilities": probabilities}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
