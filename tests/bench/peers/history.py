#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""history-*: MLflow's client reads one metric of one run: history.py ordinary|100k STORE

STORE is a database or an mlruns folder made by tests/bench/make: `100k` reads the run named `long`, `ordinary` another one.
"""
import os
import sqlite3
import sys

import peer

which, store = sys.argv[1:]
KEY = "val/loss"


def in_database():
    db = sqlite3.connect("file:%s?mode=ro" % store, uri=True)
    long, experiment = db.execute("select run_uuid, experiment_id from runs where name = 'long'").fetchone()
    if which == "100k":
        return long
    return db.execute("select run_uuid from runs where run_uuid > ? and experiment_id = ? order by run_uuid limit 1", (long, experiment)).fetchone()[0]


def in_files():
    for base, folders, _ in os.walk(store):
        if "metrics" in folders:
            folders.clear()
            with open(base + "/tags/mlflow.runName", encoding="utf-8") as name:
                if (name.read() == "long") == (which == "100k"):
                    return os.path.basename(base)
    sys.exit("no such run in " + store)


mlflow, version = peer.client(store)
kind = "file" if os.path.isdir(store) else "sqlite"
run = in_files() if kind == "file" else in_database()
points = len(mlflow.get_metric_history(run, KEY))
peer.measure("history-%s-%s" % (which, kind), version, lambda: mlflow.get_metric_history(run, KEY), 5, note="%d points" % points)
