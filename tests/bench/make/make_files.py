#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a big file store exactly as MLflow 3 writes it (no MLflow needed).

make_files.py [--runs 10000] [--params 20] [--metrics 10] [--tags 6] [--points 1] [--long 0] [--flat] OUT

OUT becomes the store (an `mlruns` folder). With --long N one more run named `long` has N points in each metric.
With --flat no key has a slash, so that a run has its folders and nothing below them.
"""
import argparse
import math
import os
import random
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import invent  # noqa: E402

ROOT = "file:///data/bench/mlruns"
STATUS = {"RUNNING": 1, "SCHEDULED": 2, "FINISHED": 3, "FAILED": 4, "KILLED": 5}
RUN = """artifact_uri: %(root)s/%(exp)s/%(id)s/artifacts
deleted_time: %(deleted_time)s
end_time: %(end)s
entry_point_name: ''
experiment_id: '%(exp)s'
lifecycle_stage: %(stage)s
run_id: %(id)s
run_name: %(name)s
source_name: ''
source_type: 4
source_version: ''
start_time: %(start)d
status: %(status)d
tags: []
user_id: ann
"""
EXPERIMENT = """artifact_location: %(root)s/%(exp)s
creation_time: %(time)d
experiment_id: '%(exp)s'
last_update_time: %(time)d
lifecycle_stage: active
name: %(name)s
"""


def put(path, text):
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    except FileNotFoundError:  # a key with a slash in it
        os.makedirs(os.path.dirname(path), exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.write(descriptor, text.encode())
    os.close(descriptor)


def write_run(r, out, exp, known, keys, points, long=False):
    rid, name, start, seconds, status, deleted = known
    if long:
        name, status, deleted = "long", "FINISHED", False
    params, metrics, tags = keys
    folder = "%s/%s/%s" % (out, exp, rid)
    for sub in ("metrics", "params", "tags", "artifacts"):
        os.makedirs(folder + "/" + sub)
    end = None if status == "RUNNING" else start + seconds * 1000
    put(folder + "/meta.yaml", RUN % {
        "root": ROOT, "exp": exp, "id": rid, "name": name, "start": start, "status": STATUS[status], "end": end or "null",
        "stage": "deleted" if deleted else "active", "deleted_time": end or start if deleted else "null"})
    for key, make in params:
        put("%s/params/%s" % (folder, key), make(r))
    for key, make in tags:
        put("%s/tags/%s" % (folder, key), make(r) if make else name)
    every = seconds * 1000 // max(1, points)
    for key in metrics:
        lines = ["%d %s %d\n" % (start + i * every, "nan" if math.isnan(v) else repr(v), i) for i, v in enumerate(invent.curve(r, key, points))]
        put("%s/metrics/%s" % (folder, key), "".join(lines))


def main():
    parser = argparse.ArgumentParser()
    for name, default in (("runs", 10000), ("params", 20), ("metrics", 10), ("tags", 6), ("points", 1), ("long", 0)):
        parser.add_argument("--" + name, type=int, default=default)
    parser.add_argument("--flat", action="store_true")
    parser.add_argument("out")
    args = parser.parse_args()
    if os.path.exists(args.out):
        sys.exit("%s is there already" % args.out)
    begin = time.monotonic()
    part = args.out.rstrip("/") + ".part-%d" % os.getpid()
    r = random.Random(20250102)
    ids = []
    for name, _ in [("Default", 0)] + invent.EXPERIMENTS:
        exp = "0" if name == "Default" else str(r.randrange(10**17, 10**18))
        ids.append(exp)
        os.makedirs("%s/%s" % (part, exp))
        put("%s/%s/meta.yaml" % (part, exp), EXPERIMENT % {"root": ROOT, "exp": exp, "time": invent.START, "name": name})
    for folder in (".trash", "models"):
        os.makedirs("%s/%s" % (part, folder))
    keys = (invent.keys(args.params, invent.PARAMS, "param"), invent.keys(args.metrics, invent.METRICS, "metric"), invent.keys(args.tags, invent.TAGS, "tag"))
    if args.flat:
        params, metrics, tags = keys
        keys = [(k.replace("/", "."), make) for k, make in params], [k.replace("/", ".") for k in metrics], tags
    for _ in range(args.runs):
        write_run(r, part, ids[1 + invent.pick_experiment(r)], invent.run(r), keys, args.points)
    if args.long:
        write_run(r, part, ids[1], invent.run(r), keys, args.long, long=True)
    os.rename(part, args.out)
    print("%s: %d runs, %.0f s" % (args.out, args.runs, time.monotonic() - begin))


main()
