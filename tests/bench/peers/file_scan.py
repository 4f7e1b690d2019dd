#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""file-scan: MLflow's client asks a file store for one page of 1,000 runs, for which it reads every run. file_scan.py MLRUNS"""
import sys

import peer

mlflow, version = peer.client(sys.argv[1])
ids = peer.experiments(mlflow)
peer.warm(sys.argv[1])
seconds = []
for _ in range(3):
    begin = peer.time.perf_counter()
    mlflow.search_runs(ids, max_results=1000)
    seconds.append(peer.time.perf_counter() - begin)
peer.report("file-scan", version + ", one page of 1,000", seconds)
