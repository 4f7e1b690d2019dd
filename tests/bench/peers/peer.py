# SPDX-License-Identifier: GPL-3.0-or-later
"""What the peers share: timing, one JSON line, and MLflow's client on a store."""
import json
import math
import os
import statistics
import time

os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
os.environ.setdefault("MLFLOW_ALLOW_FILE_STORE", "true")


def measure(work, by, function, repeats, **more):
    """Runs `function` once to warm up, then `repeats` times, and prints the median."""
    function()
    seconds = []
    for _ in range(repeats):
        begin = time.perf_counter()
        function()
        seconds.append(time.perf_counter() - begin)
    report(work, by, seconds, **more)


def report(work, by, seconds, **more):
    print(json.dumps({"work": work, "by": by, "seconds": float("%.6g" % statistics.median(seconds)), "repeats": len(seconds), **more}), flush=True)


def warm(folder):
    """Reads every file once: the caches of hundreds of thousands of small files go cold within minutes."""
    todo = [folder]
    while todo:
        for entry in os.scandir(todo.pop()):
            if entry.is_dir(follow_symlinks=False):
                todo.append(entry.path)
            else:
                with open(entry.path, "rb") as file:
                    file.read()


def client(location):
    import logging

    logging.disable(logging.WARNING)
    import mlflow
    from mlflow import MlflowClient

    uri = location
    if "://" not in location:
        location = os.path.abspath(location)
        uri = "file://" + location if os.path.isdir(location) else "sqlite:///" + location
    mlflow.set_tracking_uri(uri)
    mlflow.set_registry_uri(uri)
    return MlflowClient(), "MLflow " + mlflow.__version__


def experiments(mlflow):
    return [e.experiment_id for e in mlflow.search_experiments(max_results=1000)]


def pages(runs):
    return math.ceil(runs / 1000)


def page_through(work, location, runs, timed=5):
    """MLflow's client pages through all runs of a database, 1,000 at a time. A few pages are timed, the rest is extrapolated from them."""
    mlflow, version = client(location)
    ids = experiments(mlflow)
    page = mlflow.search_runs(ids, max_results=1000)
    seconds, token = [], None
    for _ in range(min(timed, pages(runs))):
        begin = time.perf_counter()
        page = mlflow.search_runs(ids, max_results=1000, page_token=token)
        seconds.append(time.perf_counter() - begin)
        token = page.token
    total = sum(seconds) / len(seconds) * pages(runs)
    report(work, version + ", paging", [total], note="extrapolated from %d of %d pages of 1,000" % (len(seconds), pages(runs)))
