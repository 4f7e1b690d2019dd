#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""group-100k, group-100k-median, pivot-100k: pandas does the same to the same columns. group_100k.py (nothing without pandas)"""
import random
import sys

import peer

try:
    import pandas
except ImportError:
    sys.exit("no pandas here")

RUNS, METRICS = 100_000, 10
rng = random.Random(1)
columns = {"lr": [str(rng.randrange(100) / 100) for _ in range(RUNS)], "seed": [str(rng.randrange(20)) for _ in range(RUNS)]}
metrics = ["m%d" % i for i in range(METRICS)]
columns.update({m: [rng.random() for _ in range(RUNS)] for m in metrics})
frame = pandas.DataFrame(columns)
coded = frame.astype({"lr": "category", "seed": "category"})

for note, table in (("texts", frame), ("categories", coded)):
    by = "pandas %s, %s" % (pandas.__version__, note)
    grouped = lambda: table.groupby(["lr", "seed"], observed=True)[metrics]
    peer.measure("group-100k", by, lambda: grouped().agg(["count", "mean", "std", "min", "max"]), 5)
    peer.measure("group-100k", by + ", mean and std alone", lambda: grouped().agg(["mean", "std"]), 5)
    peer.measure("group-100k-median", by, lambda: grouped().agg(["count", "mean", "std", "min", "max", "median"]), 5)
    peer.measure("pivot-100k", by, lambda: table.pivot_table(index="lr", columns="seed", values="m0", aggfunc="mean", observed=True), 5)
