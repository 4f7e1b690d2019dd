#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sqlite-load: Python's sqlite3 reads runs, params, tags and latest metrics straight into columns. sqlite_load_python.py STORE.db"""
import math
import sqlite3
import sys

import peer


def load():
    db = sqlite3.connect("file:%s?mode=ro" % sys.argv[1], uri=True)
    runs = db.execute("select run_uuid, name, user_id, status, start_time, end_time, lifecycle_stage, artifact_uri, experiment_id from runs").fetchall()
    row = {run[0]: n for n, run in enumerate(runs)}
    columns = {}
    for table in ("params", "tags"):
        for key, value, run in db.execute("select key, value, run_uuid from " + table):
            column = columns.get((table, key))
            if column is None:
                column = columns[table, key] = [None] * len(runs)
            column[row[run]] = value
    for key, value, run, nan in db.execute("select key, value, run_uuid, is_nan from latest_metrics"):
        column = columns.get(("metrics", key))
        if column is None:
            column = columns["metrics", key] = [None] * len(runs)
        column[row[run]] = math.nan if nan else value
    return columns


peer.measure("sqlite-load", "Python sqlite3, to columns", load, 3)
