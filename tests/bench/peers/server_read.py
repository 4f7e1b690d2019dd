#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""server-read, server-read-cpu: MLflow's client pages through the runs of a tracking server, 1,000 at a time. Five pages are timed,
the rest is extrapolated from them, as the lines say. server_read.py ADDRESS COUNT [EXPERIMENT…]"""
import sys
import time

import peer

import logging  # noqa: E402

logging.disable(logging.WARNING)
import mlflow  # noqa: E402
from mlflow import MlflowClient  # noqa: E402

TIMED = 5
address, pages = sys.argv[1], peer.pages(int(sys.argv[2]))
client = MlflowClient(tracking_uri=address)
ids = sys.argv[3:] or peer.experiments(client)
client.search_runs(ids[:1], max_results=1)
wall, cpu, token = [], [], None
for _ in range(min(TIMED, pages)):
    begin = time.perf_counter(), time.process_time()
    page = client.search_runs(ids, max_results=1000, page_token=token)
    wall.append(time.perf_counter() - begin[0])
    cpu.append(time.process_time() - begin[1])
    token = page.token
note = "extrapolated from %d of %d pages of 1,000" % (len(wall), pages)
for work, seconds in (("server-read", wall), ("server-read-cpu", cpu)):
    peer.report(work, "MLflow " + mlflow.__version__, [sum(seconds) / len(seconds) * pages], note=note)
