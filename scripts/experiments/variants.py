"""Variants of the sum over grams and of its calibration, on paired splits: the table of docs/experiments/features.md.

    node scripts/experiments/features.ts FOLDER && python3 scripts/experiments/variants.py FOLDER

Grams and word classes alone, without rules. AUC of each variant, and its difference from the first, split by split.
"""

import json
import os
import sys
from collections import defaultdict

import numpy
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score

# How often a label of the desk counts beside one of the starter, and the pseudo-counts: as shipped.
ALPHA = {"starter-sensational": 4, "starter-implausible": 4, "hancd": 0.8, "hancd-ccdcieg": 0.8, "ced": 0.8}
SETS = list(ALPHA)
ACROSS = ["hancd-to-ccdcieg", "ccdcieg-to-hancd"]


def load(folder, name):
    with open(os.path.join(folder, f"{name}.json")) as file:
        told = json.load(file)
    vocabulary, starts, columns = {}, [0], []
    for row in told["rows"]:
        columns += [vocabulary.setdefault(key, len(vocabulary)) for key in dict.fromkeys(row["keys"])]
        starts.append(len(columns))
    features = csr_matrix((numpy.ones(len(columns)), columns, starts), shape=(len(starts) - 1, len(vocabulary)))
    yes = numpy.array([row["yes"] for row in told["rows"]])
    groups = numpy.array([row["group"] for row in told["rows"]])
    return features, yes, groups, told["splits"]


def weights(in_yes, in_no, yes, no, alpha):
    """Log-odds of each feature as classifier/core/naive-bayes.ts gives them."""
    total = yes + no + 2
    pseudo_yes, pseudo_no = 2 * alpha * (yes + 1) / total, 2 * alpha * (no + 1) / total
    odds = numpy.log((in_yes + pseudo_yes) * (no + 1) / ((in_no + pseudo_no) * (yes + 1)))
    return numpy.where(in_yes + in_no > 0, odds, 0)


def counts(features, yes):
    return (
        numpy.asarray(features[yes == 1].sum(0)).ravel(),
        numpy.asarray(features[yes == 0].sum(0)).ravel(),
        yes.sum(),
        (1 - yes).sum(),
    )


def left_out(features, yes, groups, alpha):
    """What a model without a headline, or without its whole group, says of it."""
    in_yes, in_no, all_yes, all_no = counts(features, yes)
    once = in_yes + in_no <= 1
    without_yes = numpy.where(once, 0, weights(numpy.maximum(in_yes - 1, 0), in_no, all_yes - 1, all_no, alpha))
    without_no = numpy.where(once, 0, weights(in_yes, numpy.maximum(in_no - 1, 0), all_yes, all_no - 1, alpha))
    sums = numpy.where(yes == 1, features @ without_yes, features @ without_no)
    members = defaultdict(list)
    for row, group in enumerate(groups):
        members[group].append(row)
    for rows in members.values():
        if len(rows) == 1:
            continue
        part, answers = features[rows], yes[rows]
        taken_yes, taken_no, some_yes, some_no = counts(part, answers)
        sums[rows] = part @ weights(in_yes - taken_yes, in_no - taken_no, all_yes - some_yes, all_no - some_no, alpha)
    return sums


def length(features, power):
    return numpy.asarray(features.sum(1)).ravel() ** power


def naive_bayes(alpha, power, grouped, rarest=1):
    """Probabilities of a naive Bayes sum divided by length^power and calibrated by leave-one-out."""

    def variant(train, yes, groups, test):
        in_yes, in_no, all_yes, all_no = counts(train, yes)
        odds = weights(in_yes, in_no, all_yes, all_no, alpha) * (in_yes + in_no >= rarest)
        own = groups if grouped else numpy.arange(len(yes))
        judged = (left_out(train, yes, own, alpha) / length(train, power))[:, None]
        spread = judged.std()
        fitted = LogisticRegression(C=10).fit(judged / spread, yes)
        return fitted.predict_proba((test @ odds / length(test, power))[:, None] / spread)[:, 1]

    return variant


def tf_idf(train, test):
    seen = numpy.asarray(train.sum(0)).ravel()
    weight = diags(numpy.where(seen > 0, numpy.log((train.shape[0] + 1) / (seen + 1)) + 1, 0))
    scaled = [part @ weight for part in (train, test)]
    return [diags(1 / numpy.maximum(1e-9, numpy.sqrt(part.multiply(part).sum(1).A.ravel()))) @ part for part in scaled]


def logistic(train, yes, groups, test):
    seen, new = tf_idf(train, test)
    return LogisticRegression(C=4, class_weight="balanced", max_iter=500).fit(seen, yes).predict_proba(new)[:, 1]


def mean_of_both(alpha):
    """The mean of the log-odds of naive Bayes by root length and of logistic regression."""
    counted = naive_bayes(alpha, 0.5, True)

    def variant(train, yes, groups, test):
        both = [numpy.clip(one(train, yes, groups, test), 1e-6, 1 - 1e-6) for one in (counted, logistic)]
        odds = sum(numpy.log(one / (1 - one)) for one in both) / 2
        return 1 / (1 + numpy.exp(-odds))

    return variant


def variants(alpha):
    return {
        "plain sum, leave one out": naive_bayes(alpha, 0, False),
        "near-copies left out together": naive_bayes(alpha, 0, True),
        "divided by n^.25": naive_bayes(alpha, 0.25, True),
        "divided by n^.5": naive_bayes(alpha, 0.5, True),
        "divided by n^.75": naive_bayes(alpha, 0.75, True),
        "divided by n": naive_bayes(alpha, 1, True),
        "n^.5, grams in two headlines at least": naive_bayes(alpha, 0.5, True, rarest=2),
        "logistic regression, tf-idf": logistic,
        "mean of n^.5 and logistic regression": mean_of_both(alpha),
    }


def calibration_error(probabilities, yes):
    bins = numpy.minimum(9, (probabilities * 10).astype(int))
    return sum(abs(probabilities[bins == one].sum() - yes[bins == one].sum()) for one in range(10)) / len(yes)


def within(folder, name):
    features, yes, groups, splits = load(folder, name)
    told = defaultdict(list)
    for split in splits:
        train, test = split["train"], split["test"]
        for variant, recipe in variants(ALPHA[name]).items():
            told[variant].append((recipe(features[train], yes[train], groups[train], features[test]), yes[test]))
    first = None
    for variant, runs in told.items():
        auc = numpy.array([roc_auc_score(answers, said) for said, answers in runs])
        f1 = numpy.array([f1_score(answers, said >= 0.5, average="macro") for said, answers in runs])
        first = (f1, auc) if first is None else first
        pooled = [numpy.concatenate(part) for part in zip(*runs)]
        print(
            f"{name}; {variant}: macro F1 {numpy.median(f1):.3f} ({numpy.median(f1 - first[0]):+.4f}), "
            f"AUC {numpy.median(auc):.3f} ({numpy.median(auc - first[1]):+.4f}, better in {(auc > first[1]).sum()} of {len(auc)}), "
            f"ECE pooled {calibration_error(*pooled):.3f}",
            flush=True,
        )


def between(folder, name):
    features, yes, groups, splits = load(folder, name)
    train, test = splits[0]["train"], splits[0]["test"]
    for power in (0, 0.25, 0.5, 0.75, 1):
        said = naive_bayes(4, power, False)(features[train], yes[train], groups[train], features[test])
        print(f"{name}; starter and source alike, n^{power}: AUC {roc_auc_score(yes[test], said):.3f}", flush=True)


if __name__ == "__main__":
    for each in SETS:
        within(sys.argv[1], each)
    for each in ACROSS:
        between(sys.argv[1], each)
