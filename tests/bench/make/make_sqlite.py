#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a big SQLite run store: MLflow's own schema, created by MLflow, filled without it. Run with MLflow's Python.

make_sqlite.py [--runs 100000] [--params 20] [--metrics 10] [--tags 6] [--points 9] [--long 100000] OUT.db

One run named `long` has --long points in each metric. The indexes are dropped while filling and made again as they were.
"""
import argparse
import math
import os
import random
import sqlite3
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import invent  # noqa: E402

ROOT = "file:///data/bench/mlartifacts"


def create(path):
    os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
    from mlflow.store.tracking.sqlalchemy_store import SqlAlchemyStore

    SqlAlchemyStore("sqlite:///" + path, ROOT)


def fill(db, args):
    r = random.Random(20250101)
    params = invent.keys(args.params, invent.PARAMS, "param")
    metrics = invent.keys(args.metrics, invent.METRICS, "metric")
    tags = invent.keys(args.tags, invent.TAGS, "tag")
    for n, (name, _) in enumerate(invent.EXPERIMENTS, 1):
        db.execute("insert into experiments (experiment_id, name, artifact_location, lifecycle_stage, creation_time, last_update_time) values (?,?,?,'active',?,?)",
                   (n, name, "%s/%d" % (ROOT, n), invent.START, invent.START))
    batch = Batch(db)
    for n in range(args.runs):
        rid, name, start, seconds, status, deleted = invent.run(r)
        exp = invent.pick_experiment(r) + 1
        points = args.points
        if n == args.runs // 2:
            name, points, status, deleted = "long", args.long, "FINISHED", False
        end = None if status == "RUNNING" else start + seconds * 1000
        batch.runs.append((rid, name, "ann", status, start, end, "deleted" if deleted else "active", end if deleted else None, "%s/%d/%s/artifacts" % (ROOT, exp, rid), exp))
        batch.params += [(key, make(r), rid) for key, make in params]
        batch.tags += [(key, make(r) if make else name, rid) for key, make in tags]
        every = seconds * 1000 // max(1, points)
        for key in metrics:
            values = invent.curve(r, key, points)
            rows = [(key, 0.0 if math.isnan(v) else v, start + i * every, rid, i, math.isnan(v)) for i, v in enumerate(values)]
            batch.metrics += rows
            batch.latest.append(rows[-1])
        if len(batch.metrics) > 50000:
            batch.write()
    batch.write()


class Batch:
    SQL = {
        "runs": "insert into runs (run_uuid, name, source_type, source_name, entry_point_name, user_id, status, start_time, end_time, source_version, lifecycle_stage, deleted_time, artifact_uri, experiment_id)"
                " values (?,?,'UNKNOWN','','',?,?,?,?,'',?,?,?,?)",
        "params": "insert into params (key, value, run_uuid) values (?,?,?)",
        "tags": "insert into tags (key, value, run_uuid) values (?,?,?)",
        "metrics": "insert into metrics (key, value, timestamp, run_uuid, step, is_nan) values (?,?,?,?,?,?)",
        "latest": "insert into latest_metrics (key, value, timestamp, run_uuid, step, is_nan) values (?,?,?,?,?,?)",
    }

    def __init__(self, db):
        self.db = db
        self.clear()

    def clear(self):
        for name in self.SQL:
            setattr(self, name, [])

    def write(self):
        for name, sql in self.SQL.items():
            self.db.executemany(sql, getattr(self, name))
        self.clear()


def main():
    parser = argparse.ArgumentParser()
    for name, default in (("runs", 100000), ("params", 20), ("metrics", 10), ("tags", 6), ("points", 9), ("long", 100000)):
        parser.add_argument("--" + name, type=int, default=default)
    parser.add_argument("out")
    args = parser.parse_args()
    out = os.path.abspath(args.out)
    if os.path.exists(out):
        sys.exit("%s is there already" % out)
    begin = time.monotonic()
    part = out + ".part"
    for old in (part, part + "-journal"):
        if os.path.exists(old):
            os.remove(old)
    create(part)
    db = sqlite3.connect(part, isolation_level=None)
    db.execute("pragma journal_mode = off")
    db.execute("pragma synchronous = off")
    db.execute("pragma cache_size = -2000000")
    filled = ("runs", "params", "tags", "metrics", "latest_metrics")
    indexes = db.execute("select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in (%s)" % ",".join("?" * len(filled)), filled).fetchall()
    db.execute("begin")
    for name, _ in indexes:
        db.execute('drop index "%s"' % name)
    fill(db, args)
    for _, sql in indexes:
        db.execute(sql)
    db.execute("commit")
    db.close()
    os.rename(part, out)
    print("%s: %d runs, %.2f GB, %.0f s" % (args.out, args.runs, os.path.getsize(out) / 1e9, time.monotonic() - begin))


main()
