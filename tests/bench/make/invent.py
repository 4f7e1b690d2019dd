# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented runs for the bench stores: the same seed gives the same runs. Plain Python, no MLflow."""
import math
import random

START = 1735722000000  # 2025-01-01 09:00 UTC
YEAR = 365 * 86_400_000
EXPERIMENTS = [("vision/resnet-sweep", 60), ("vision/augmentation", 15), ("nlp/finetune", 10), ("tabular/churn", 8), ("tabular/fraud", 5), ("scratch", 2)]
PARAMS = [
    ("lr", lambda r: "%.3g" % 10 ** r.uniform(-5, -1)), ("batch_size", lambda r: str(r.choice((16, 32, 64, 128, 256)))),
    ("optimizer", lambda r: r.choice(("adam", "adamw", "sgd", "lion"))), ("epochs", lambda r: str(r.choice((10, 30, 90, 120)))),
    ("model/name", lambda r: r.choice(("resnet18", "resnet50", "vit-s", "convnext-t", "mlp"))), ("model/depth", lambda r: str(r.randrange(2, 25))),
    ("model/width", lambda r: str(r.choice((64, 128, 256, 512)))), ("dropout", lambda r: "%.2f" % r.uniform(0, 0.5)),
    ("weight_decay", lambda r: "%.1e" % 10 ** r.uniform(-6, -2)), ("seed", lambda r: str(r.randrange(10))),
    ("schedule", lambda r: r.choice(("cosine", "step", "constant"))), ("warmup_steps", lambda r: str(100 * r.randrange(20))),
    ("augment", lambda r: r.choice(("none", "light", "heavy"))), ("label_smoothing", lambda r: r.choice(("0.0", "0.1"))),
    ("amp", lambda r: r.choice(("True", "False"))), ("grad_clip", lambda r: r.choice(("None", "1.0", "5.0"))),
    ("data/fold", lambda r: str(r.randrange(5))), ("data/version", lambda r: "2025-%02d" % r.randrange(1, 13)),
    ("num_workers", lambda r: "8"), ("run_hash", lambda r: "%016x" % r.getrandbits(64)),
]
METRICS = ["train/loss", "val/loss", "train/accuracy", "val/accuracy", "val/f1", "val/auc", "lr", "epoch_seconds", "grad_norm", "throughput"]
TAGS = [
    ("mlflow.user", lambda r: r.choice(("ann", "bob", "chen", "dara", "emil"))), ("mlflow.source.name", lambda r: r.choice(("train.py", "sweep.py"))),
    ("mlflow.source.type", lambda r: "LOCAL"), ("mlflow.runName", None), ("mlflow.source.git.commit", lambda r: "%040x" % r.choice(COMMITS)),
    ("team", lambda r: r.choice(("vision", "risk", "platform"))),
]
COMMITS = [random.Random(n).getrandbits(160) for n in range(200)]
ADJECTIVES = "amber bold brisk calm clever crisp dapper eager fair frosty gentle grand happy humble keen lively mellow nimble proud quick".split()
NOUNS = "ant bear bison crane crow deer duck eel elk finch fox frog goat hare hawk heron ibis koala lark lynx".split()
STATUS = ["FINISHED"] * 90 + ["FAILED"] * 5 + ["KILLED"] * 3 + ["RUNNING"] * 2


def keys(wanted, known, name):
    """The first `wanted` of `known`, then made-up ones."""
    return known[:wanted] + [("%s_%d" % (name, n), lambda r: "%.4f" % r.random()) if isinstance(known[0], tuple) else "%s_%d" % (name, n) for n in range(len(known), wanted)]


def pick_experiment(r):
    at = r.randrange(100)
    for n, (_, share) in enumerate(EXPERIMENTS):
        at -= share
        if at < 0:
            return n
    return 0


def run(r):
    """(run id, name, start, seconds, status, deleted)"""
    name = "%s-%s-%d" % (r.choice(ADJECTIVES), r.choice(NOUNS), r.randrange(1000))
    return "%032x" % r.getrandbits(128), name, START + r.randrange(YEAR), r.randrange(60, 7200), r.choice(STATUS), r.randrange(100) == 0


POOL = [random.Random(1).gauss(0, 1) for _ in range(4096)]


def curve(r, key, n):
    """n values that look like the metric `key`; once in 200 curves the last one is NaN."""
    at, noise = r.randrange(4096), 0.02
    falls = "loss" in key or key in ("lr", "grad_norm")
    top = 0.5 + 0.5 * r.random()
    out = []
    for i in range(n):
        shape = math.exp(-3.0 * (i + 1) / n)
        out.append(abs(2.5 * top * shape if falls else top * (1 - shape)) + noise * abs(POOL[(at + i) & 4095]))
    if n > 1 and r.randrange(200) == 0:
        out[-1] = math.nan
    return out
