# SPDX-License-Identifier: GPL-3.0-or-later
"""Experiment diabetes/regression: regularisation paths, boosting with a curve per round, a model with aliases."""
import mlflow
import numpy as np
import pandas as pd
from mlflow.models import infer_signature
from sklearn.datasets import load_diabetes
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.linear_model import ElasticNet, Lasso, Ridge
from sklearn.metrics import mean_absolute_error, r2_score
from sklearn.model_selection import KFold, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

from parts import clock, figures, store
from parts.clock import day
from parts.store import Run, context

NAME = "diabetes-progression"
SOURCE = "https://www4.stat.ncsu.edu/~boos/var.select/diabetes.tab.txt"
NOTE = """# Diabetes: progression after one year

442 patients, ten baseline variables. RMSE on 20 % held out.

*Linear models are hard to beat here*: boosting overfits after some 60 rounds.
"""


class Diabetes:
    def __init__(self):
        frame = load_diabetes(as_frame=True).frame
        train, test = train_test_split(frame, test_size=0.2, random_state=1)
        self.names = list(frame.columns[:-1])
        self.x, self.y, self.tx, self.ty = train[self.names], train.target, test[self.names], test.target
        self.train = mlflow.data.from_pandas(train, source=SOURCE, targets="target", name="diabetes-train")
        self.test = mlflow.data.from_pandas(test, source=SOURCE, targets="target", name="diabetes-test")


def score(model, data):
    guess = model.predict(data.tx)
    return guess, {"rmse": float(np.sqrt(np.mean((guess - data.ty) ** 2))), "mae": float(mean_absolute_error(data.ty, guess)), "r2": float(r2_score(data.ty, guess)),
                   "train_rmse": float(np.sqrt(np.mean((model.predict(data.x) - data.y) ** 2)))}


def paths(exp, data, scratch):
    """Ridge, lasso and elastic net over alpha; every run is quick, so they lie seconds apart."""
    git = (store.commit(), "main")
    for kind, make, start, n in (("ridge", Ridge, day(7, 3), 12), ("lasso", Lasso, day(7, 3.4), 10), ("elastic-net", ElasticNet, day(8, 1), 8)):
        alphas = np.geomspace(1e-3, 10 if kind == "ridge" else 3, n)
        parent = Run(exp, kind + "-path", start, "noor", "paths.py", {"model": kind, "points": n}, {"sweep": kind}, git=git)
        rows = []
        for i, alpha in enumerate(alphas):
            begin = start + 2000 + 3500 * i
            params = {"model": kind, "alpha": "%.4g" % alpha, "test_size": 0.2, "split_seed": 1}
            if kind == "elastic-net":
                params["l1_ratio"] = [0.2, 0.5, 0.8, 0.95][i % 4]
            model = make(alpha=alpha, **({"l1_ratio": params["l1_ratio"]} if "l1_ratio" in params else {})).fit(data.x, data.y)
            run = Run(exp, "%s-%02d" % (kind, i), begin, "noor", "paths.py", params, {"sweep": kind}, parent, git)
            run.datasets(context(data.train, "training"), context(data.test, "eval"))
            run.metrics(dict(score(model, data)[1], nonzero=int((abs(model.coef_) > 1e-9).sum())), begin + 1200)
            run.json({n: round(float(c), 4) for n, c in zip(data.names, model.coef_)}, "coefficients.json")
            run.end(begin + 2600)
            rows.append(model.coef_)
        lines = {name: [r[j] for r in rows] for j, name in enumerate(data.names)}
        parent.figure(figures.lines(alphas, lines, "coefficients, " + kind, "alpha", "coefficient", True), "figures/path.svg", scratch)
        table = pd.DataFrame(rows, columns=data.names).assign(alpha=alphas)
        parent.text(table.to_csv(index=False, float_format="%.5g"), "tables/coefficients.csv")
        parent.end(start + 3500 * n + 4000)
    broken = Run(exp, "ridge-bad-alpha", day(7, 3.2), "noor", "paths.py", {"model": "ridge", "alpha": "-1"}, {"sweep": "ridge"}, git=git)
    broken.text("sklearn.utils._param_validation.InvalidParameterError: The 'alpha' parameter of Ridge must be a float in the range [0.0, inf). Got -1.0 instead.\n", "error.txt")
    broken.end(day(7, 3.2) + 1900, "FAILED")


def boosting(exp, data, scratch):
    git = (store.commit(), "boosting")
    start = day(28, 2)
    for i, (depth, rate, seed) in enumerate([(d, r, s) for d in (1, 2, 4) for r in (0.03, 0.1) for s in (0, 1)]):
        begin = start + i * 45000
        params = {"model": "gbr", "max_depth": depth, "learning_rate": rate, "n_estimators": 250, "subsample": 0.7, "seed": seed}
        run = Run(exp, "gbr-d%d-lr%g-s%d" % (depth, rate, seed), begin, "noor", "boost.py", params, {"sweep": "gbr"}, git=git)
        run.datasets(context(data.train, "training"), context(data.test, "eval"))
        model = GradientBoostingRegressor(max_depth=depth, learning_rate=rate, n_estimators=250, subsample=0.7, random_state=seed).fit(data.x, data.y)
        rows = [{"train/rmse": single(np.sqrt(np.mean((a - data.y) ** 2))), "val/rmse": single(np.sqrt(np.mean((b - data.ty) ** 2)))}
                for a, b in zip(model.staged_predict(data.x), model.staged_predict(data.tx))]
        last = run.rows(rows, 0.12)
        guess, values = score(model, data)
        run.metrics(values, last, 249)
        if seed == 0:
            run.figure(figures.scatter(data.ty.values, guess, run.name), "figures/predicted.png", scratch)
        run.text(pd.DataFrame({"feature": data.names, "importance": model.feature_importances_}).sort_values("importance", ascending=False).to_csv(index=False, float_format="%.4f"), "tables/importance.csv")
        run.end(last + 900)


def single(value):
    return float(np.float32(value))


def cross_validation(exp, data):
    git = (store.commit(), "main")
    start = day(9, 2)
    x, y = pd.concat([data.x, data.tx]), pd.concat([data.y, data.ty])
    parent = Run(exp, "cv-ridge-0.1", start, "noor", "validate.py", {"model": "ridge", "alpha": "0.1", "folds": 5}, {"cv": "5-fold"}, git=git)
    scores = []
    for fold, (train, test) in enumerate(KFold(5, shuffle=True, random_state=0).split(x)):
        begin = start + 1500 + fold * 2500
        run = Run(exp, "fold %d" % fold, begin, "noor", "validate.py", {"model": "ridge", "alpha": "0.1", "fold": fold}, {}, parent, git)
        guess = Ridge(alpha=0.1).fit(x.iloc[train], y.iloc[train]).predict(x.iloc[test])
        scores.append(float(np.sqrt(np.mean((guess - y.iloc[test]) ** 2))))
        run.metrics({"rmse": scores[-1]})
        run.end(begin + 2300)
    parent.metrics({"rmse": np.mean(scores), "rmse_std": np.std(scores)}, start + 14500)
    parent.end(start + 15000)


def registered(exp, data):
    client = store.client
    clock.at(day(10, 0))
    client.create_registered_model(NAME, {"team": "clinical", "task": "regression"}, "Disease progression one year after baseline.\n\nServed through its **aliases**.")
    made = [("release-ridge", Ridge(alpha=0.1), 10), ("release-lasso", Lasso(alpha=0.05), 20),
            ("release-lasso-2nd-order", make_pipeline(PolynomialFeatures(2), StandardScaler(), Lasso(alpha=1.5)), 30)]
    for name, model, number in made:
        start = day(number, 2)
        params = {k: v for k, v in model.get_params().items() if k.rsplit("__", 1)[-1] in ("alpha", "degree", "fit_intercept")}
        run = Run(exp, name, start, "noor", "release.py", dict(params, model=type(model).__name__), {"release": "yes"}, git=(store.commit(), "main"))
        run.datasets(context(data.train, "training"), context(data.test, "eval"))
        model.fit(data.x, data.y)
        run.metrics(score(model, data)[1])
        clock.at(start + 8000)
        with mlflow.start_run(run_id=run.id):
            info = mlflow.sklearn.log_model(model, name="progression", signature=infer_signature(data.tx.head(), model.predict(data.tx.head())), input_example=data.tx.head(3),
                                            pip_requirements=["mlflow==%s" % mlflow.__version__, "scikit-learn"])
        run.end(start + 20000)
        clock.at(day(number, 3))
        client.create_model_version(NAME, "models:/" + info.model_id, run.id, {"validated": "yes" if number < 30 else "pending"}, description=name, model_id=info.model_id)
    for when, alias, version in ((11, "champion", "1"), (21, "challenger", "2"), (25, "champion", "2"), (31, "challenger", "3"), (31.2, "canary", "3"), (31.4, "previous", "1")):
        clock.at(day(when, 1))
        client.set_registered_model_alias(NAME, alias, version)
