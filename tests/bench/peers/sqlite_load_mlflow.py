#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sqlite-load: MLflow's client pages through all runs of a database, as the line says. sqlite_load_mlflow.py STORE.db"""
import sqlite3
import sys

import peer

count = sqlite3.connect("file:%s?mode=ro" % sys.argv[1], uri=True).execute("select count(*) from runs where lifecycle_stage = 'active'").fetchone()[0]
peer.page_through("sqlite-load", sys.argv[1], count)
