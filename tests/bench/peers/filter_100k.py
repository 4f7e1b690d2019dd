#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""filter-100k: MLflow's client asks for the first page of 1,000 runs that fit the query. filter_100k.py STORE.db"""
import sys

import peer

QUERY = "metrics.`val/loss` < 0.9 AND params.optimizer = 'adam' AND tags.team = 'risk'"  # bench_query has the same
mlflow, version = peer.client(sys.argv[1])
ids = peer.experiments(mlflow)
found = len(mlflow.search_runs(ids, filter_string=QUERY, max_results=1000))
peer.measure("filter-100k", "%s, one page (%d runs)" % (version, found), lambda: mlflow.search_runs(ids, filter_string=QUERY, max_results=1000), 3)
