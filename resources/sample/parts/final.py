# SPDX-License-Identifier: GPL-3.0-or-later
"""Experiment digits/final: model families, a cross-validation, four candidates and their registered versions."""
import io
import json
import tarfile
import warnings
import zipfile

import mlflow
import numpy as np
import pandas as pd
from mlflow.models import infer_signature
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report, confusion_matrix, f1_score, log_loss
from sklearn.model_selection import StratifiedKFold
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.svm import SVC

from parts import clock, figures, store
from parts.clock import day
from parts.store import Run, context

warnings.filterwarnings("ignore")
NAME = "digits-classifier"
NOTE = """# Digits: final candidates

Families compared on the **test split**, then a 5-fold cross-validation of the winner, then the candidates for
the registered model `digits-classifier`.

> Acceptance: accuracy ≥ 0.97 on test, no class below 0.93 recall.
"""
CARD = """# digits-classifier

Reads one handwritten digit from an 8×8 grey picture.

## Intended use

Demonstrations. *Not* for cheques.

## Versions

| version | family | test accuracy |
| ---: | --- | ---: |
"""
REPORT = """<!doctype html>
<html><head><meta charset="utf-8"><title>Candidate report</title>
<style>body{font-family:sans-serif;max-width:40em} td,th{padding:2px 8px;text-align:right}</style></head>
<body><h1>Candidate report</h1><p>Test accuracy <b>%(accuracy).4f</b>, macro F1 <b>%(macro_f1).4f</b>.</p>%(table)s</body></html>
"""


def score(model, digits):
    guess = model.predict(digits.tx)
    values = {"test/accuracy": float((guess == digits.ty).mean()), "test/macro_f1": float(f1_score(digits.ty, guess, average="macro")),
              "val/accuracy": float((model.predict(digits.vx) == digits.vy).mean()), "train/accuracy": float((model.predict(digits.x) == digits.y).mean())}
    if hasattr(model, "predict_proba"):
        values["test/log_loss"] = float(log_loss(digits.ty, model.predict_proba(digits.tx)))
    return guess, values


def families(exp, digits, scratch):
    git = (store.commit(), "main")
    models = [
        ("logistic-regression", LogisticRegression(C=0.3, max_iter=400), {"family": "linear", "C": 0.3}),
        ("lda", LinearDiscriminantAnalysis(), {"family": "linear", "solver": "svd"}),
        ("knn-3", KNeighborsClassifier(3), {"family": "neighbours", "n_neighbors": 3}),
        ("svc-rbf", SVC(C=6, gamma=0.05), {"family": "kernel", "C": 6, "gamma": 0.05}),
        ("random-forest-300", RandomForestClassifier(300, random_state=0), {"family": "trees", "n_estimators": 300}),
    ]
    for i, (name, model, params) in enumerate(models):
        start = day(21, 1 + i * 0.25)
        run = Run(exp, name, start, "mara", "compare.ipynb", dict(params, dataset="digits"), {"stage": "families"}, git=git)
        run.datasets(context(digits.train, "training"), context(digits.test, "test"))
        model.fit(digits.x, digits.y)
        guess, values = score(model, digits)
        run.metrics(values)
        run.figure(figures.confusion(confusion_matrix(digits.ty, guess), range(10), name), "figures/confusion.png", scratch)
        run.json(classification_report(digits.ty, guess, output_dict=True), "report.json")
        run.end(start + 41000 + 9000 * i)
    boosted(exp, digits, git)


def boosted(exp, digits, git):
    """A true curve: one point per boosting round."""
    start = day(21, 2.6)
    params = {"family": "trees", "learning_rate": 0.08, "max_iter": 90, "max_leaf_nodes": 8, "dataset": "digits"}
    run = Run(exp, "hist-gradient-boosting", start, "mara", "compare.ipynb", params, {"stage": "families"}, git=git)
    run.datasets(context(digits.train, "training"), context(digits.test, "test"))
    model = HistGradientBoostingClassifier(learning_rate=0.08, max_iter=90, max_leaf_nodes=8, random_state=0, early_stopping=False).fit(digits.x, digits.y)
    rows = [{"train/loss": float(log_loss(digits.y, p)), "val/loss": float(log_loss(digits.vy, q)), "val/accuracy": float((q.argmax(1) == digits.vy).mean())}
            for p, q in zip(model.staged_predict_proba(digits.x), model.staged_predict_proba(digits.vx))]
    last = run.rows(rows, 1.1)
    run.metrics(score(model, digits)[1], last, len(rows))
    run.end(last + 2000)


def cross_validation(exp, digits):
    git = (store.commit(), "main")
    x, y = np.concatenate([digits.x, digits.vx]), np.concatenate([digits.y, digits.vy])
    start = day(23, 3)
    params = {"C": 6, "gamma": 0.05, "folds": 5, "family": "kernel"}
    parent = Run(exp, "cv-svc-rbf", start, "li.wei", "validate.py", params, {"stage": "validation", "cv": "5-fold"}, git=git)
    scores = []
    for fold, (train, test) in enumerate(StratifiedKFold(5, shuffle=True, random_state=0).split(x, y)):
        begin = start + 3000 + fold * 14000
        run = Run(exp, "cv-svc-rbf/fold-%d" % fold, begin, "li.wei", "validate.py", dict(params, fold=fold), {"stage": "validation"}, parent, git)
        accuracy = float((SVC(C=6, gamma=0.05).fit(x[train], y[train]).predict(x[test]) == y[test]).mean())
        scores.append(accuracy)
        run.metrics({"fold/accuracy": accuracy, "fold/size": len(test)})
        run.end(begin + 12500)
        parent.metrics({"cv/accuracy": accuracy}, begin + 12600, fold)
    parent.metrics({"cv/mean_accuracy": np.mean(scores), "cv/std_accuracy": np.std(scores)}, start + 75000)
    parent.end(start + 76000)


def candidates(exp, digits, scratch):
    """Four trained models, each logged with signature and input example, and registered."""
    client = store.client
    clock.at(day(22, 0))
    client.create_registered_model(NAME, {"team": "vision", "task": "classification", "data": "digits"}, CARD)
    made = [
        ("candidate-1-logistic", LogisticRegression(C=0.3, max_iter=400), 22, "mara"),
        ("candidate-2-mlp-32", MLPClassifier((32,), alpha=1e-3, max_iter=120, learning_rate_init=0.01, random_state=0), 26, "jonas"),
        ("candidate-3-svc", SVC(C=6, gamma=0.05), 31, "li.wei"),
        ("candidate-4-mlp-64", MLPClassifier((64,), alpha=1e-3, max_iter=160, learning_rate_init=0.008, random_state=1), 36, "jonas"),
    ]
    runs, card = [], CARD
    for n, (name, model, number, user) in enumerate(made, 1):
        run, model_id, values = candidate(exp, digits, scratch, name, model, day(number, 4), user)
        clock.at(day(number, 6))
        tags = {"reviewed_by": ["mara", "li.wei", "mara", ""][n - 1], "test_accuracy": "%.4f" % values["test/accuracy"]}
        client.create_model_version(
            NAME, "models:/" + model_id, run.id, {k: v for k, v in tags.items() if v}, model_id=model_id,
            description="%s, trained on 1,077 images. Test accuracy **%.4f**." % (name.split("-", 2)[2].upper(), values["test/accuracy"]),
        )
        card += "| %d | %s | %.4f |\n" % (n, type(model).__name__, values["test/accuracy"])
        clock.at(day(number, 6.2))
        client.update_registered_model(NAME, card)
        runs.append(run)
    for number, version, stage, archive in (
        (22.4, 1, "Staging", False), (24, 1, "Production", False), (26.5, 2, "Staging", False), (29, 2, "Production", True), (31.8, 3, "Staging", False)
    ):
        clock.at(day(number, 1))
        client.transition_model_version_stage(NAME, str(version), stage, archive)
    return runs


def candidate(exp, digits, scratch, name, model, start, user):
    params = {k: v for k, v in model.get_params().items() if v is not None and k in ("C", "gamma", "alpha", "hidden_layer_sizes", "learning_rate_init", "max_iter", "random_state", "kernel", "solver")}
    git = (store.commit(), "release/" + name.split("-")[1])
    run = Run(exp, name, start, user, "train_final.py", dict(params, model=type(model).__name__, dataset="digits", scale="1/16"), {"stage": "candidate", "release": "yes"}, git=git)
    run.datasets(context(digits.train, "training"), context(digits.val, "validation"), context(digits.test, "test"))
    model.fit(digits.x, digits.y)
    last = start + 60000
    if hasattr(model, "loss_curve_"):
        last = run.rows([{"train/loss": float(v)} for v in model.loss_curve_], 0.7)
        del model._optimizer  # twice the weights, and of no use to a reader
    guess, values = score(model, digits)
    run.metrics(values, last)
    signature = infer_signature(digits.tx[:5], model.predict(digits.tx[:5]), params=None)
    clock.at(last)
    with mlflow.start_run(run_id=run.id):
        info = mlflow.sklearn.log_model(model, name="digits", signature=signature, input_example=digits.tx[:2], pip_requirements=["mlflow==%s" % mlflow.__version__, "numpy", "scikit-learn"],
                                        params={k: str(v) for k, v in params.items()}, tags={"team": "vision"}, model_type="classifier")
    store.client.log_batch(run.id, metrics=[mlflow.entities.Metric("test/accuracy", values["test/accuracy"], last + 900, 0, model_id=info.model_id,
                                                                    dataset_name=digits.test.name, dataset_digest=digits.test.digest, run_id=run.id)])
    papers(run, digits, guess, values, params, scratch)
    run.end(last + 15000)
    return run, info.model_id, values


def papers(run, digits, guess, values, params, scratch):
    """Everything that people keep beside a model."""
    matrix = confusion_matrix(digits.ty, guess)
    report = classification_report(digits.ty, guess, output_dict=True)
    run.figure(figures.confusion(matrix, range(10), run.name), "figures/confusion.png", scratch)
    run.figure(figures.confusion(matrix, range(10), run.name), "figures/confusion.svg", scratch)
    wrong = np.nonzero(guess != digits.ty)[0]
    captions = ["%d for %d" % (guess[i], digits.ty[i]) for i in wrong]
    run.figure(figures.digit_sheet(digits.tx[wrong][:12], captions), "figures/mistakes.png", scratch)
    run.table(pd.DataFrame({"image": wrong, "true": digits.ty[wrong], "predicted": guess[wrong]}), "tables/mistakes.json")
    per_class = pd.DataFrame(report).T.iloc[:10]
    run.text(per_class.to_csv(float_format="%.4f", index_label="digit"), "tables/per_class.csv")
    run.json(report, "report.json")
    run.json({"data": {"split": [1077, 360, 360], "scale": 1 / 16}, "model": {k: str(v) for k, v in params.items()}, "seed": 0}, "config/config.json")
    run.json({"data": {"split": [1077, 360, 360], "scale": "1/16"}, "model": {k: str(v) for k, v in params.items()}, "seed": 0}, "config/config.yaml")
    run.text(REPORT % {"accuracy": values["test/accuracy"], "macro_f1": values["test/macro_f1"], "table": per_class.round(3).to_html(border=0)}, "report.html")
    run.text("".join("2026-10-0%d 09:%02d:%02d INFO  class %d: %d of %d right\n" % (1 + d // 5, 30 + d, 7 * d % 60, d, matrix[d, d], matrix[d].sum()) for d in range(10))
             + "2026-10-02 09:41:05 WARNING %d mistakes kept in tables/mistakes.json\n" % len(wrong), "logs/evaluate.log")
    run.bytes(archive("tar", run.name), "code/source.tar.gz", scratch)
    run.bytes(archive("zip", run.name), "code/notebooks.zip", scratch)
    run.text(json.dumps(notebook(values), indent=1), "code/evaluate.ipynb")
    run.note("# %s\n\nTest accuracy **%.4f**, %d mistakes.\n\n![confusion](figures/confusion.png)\n\n- [x] signature\n- [x] input example\n- [ ] latency\n" % (run.name, values["test/accuracy"], len(wrong)))


def archive(kind, name):
    files = {"README.md": "# %s\n\nHow it was trained.\n" % name, "src/train_final.py": "import sklearn\n\nprint(sklearn.__version__)\n", "requirements.txt": "scikit-learn\nnumpy\n"}
    out = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
            for path, text in files.items():
                z.writestr(zipfile.ZipInfo(path, (2026, 10, 1, 8, 0, 0)), text)
        return out.getvalue()
    import gzip

    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as zipped, tarfile.open(fileobj=zipped, mode="w") as tar:
        for path, text in files.items():
            info = tarfile.TarInfo(path)
            info.size, info.mtime = len(text), 1790841600
            tar.addfile(info, io.BytesIO(text.encode()))
    return out.getvalue()


def notebook(values):
    output = "test accuracy %.4f\n" % values["test/accuracy"]
    return {
        "cells": [
            {"cell_type": "markdown", "id": "a1", "metadata": {}, "source": ["# Evaluate a candidate\n", "\n", "Loads the model and asks the **test** split."]},
            {"cell_type": "code", "id": "a2", "execution_count": 1, "metadata": {}, "source": ["import mlflow\n", "model = mlflow.sklearn.load_model(uri)"], "outputs": []},
            {"cell_type": "code", "id": "a3", "execution_count": 2, "metadata": {}, "source": ["print('test accuracy %.4f' % (model.predict(x) == y).mean())"],
             "outputs": [{"name": "stdout", "output_type": "stream", "text": [output]}]},
        ],
        "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}, "nbformat": 4, "nbformat_minor": 5,
    }
