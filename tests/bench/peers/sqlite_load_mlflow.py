#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sqlite-load: MLflow's client pages through all runs of a database, 1,000 at a time. Five pages are timed, the rest is
extrapolated from them, as the line says. sqlite_load_mlflow.py STORE.db"""
import sqlite3
import sys

import peer

TIMED = 5
mlflow, version = peer.client(sys.argv[1])
ids = peer.experiments(mlflow)
count = sqlite3.connect("file:%s?mode=ro" % sys.argv[1], uri=True).execute("select count(*) from runs where lifecycle_stage = 'active'").fetchone()[0]
pages = peer.pages(count)
page = mlflow.search_runs(ids, max_results=1000)
seconds, token = [], None
for _ in range(min(TIMED, pages)):
    begin = peer.time.perf_counter()
    page = mlflow.search_runs(ids, max_results=1000, page_token=token)
    seconds.append(peer.time.perf_counter() - begin)
    token = page.token
total = sum(seconds) / len(seconds) * pages
peer.report("sqlite-load", version + ", paging", [total], note="extrapolated from %d of %d pages of 1,000" % (len(seconds), pages))
