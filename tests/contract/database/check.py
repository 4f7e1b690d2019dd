#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py KIND STORE ASSAYCTL TEST: what assayctl reads from a database server (postgresql, mysql) that holds the rows of a fixture's
SQLite database, in tables that MLflow made of the same revision, against the answers that are expected of the store itself. Then the
contract's own writing test (tst_contractwrites) on that server.

Skipped (exit status 77) where the server is not installed, or MLflow and its drivers cannot be had."""
import os
import shlex
import sqlite3
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TESTS = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, TESTS + "/support")
import database_server
import mlflow_server


def main():
    kind, store, program, test = sys.argv[1], *(os.path.abspath(p) for p in sys.argv[2:5])
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory(dir="/tmp") as place:
        mlflow_server.place(store, folder)
        with sqlite3.connect(folder + "/mlflow.db") as connection:
            revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        connection.close()
        with database_server.start(kind, place) as server:
            server.fill(folder + "/mlflow.db", revision)
            environment = {**os.environ, **server.passwords(), "ASSAY_CONTRACT_STORES": "%s=%s" % (os.path.basename(store), server.address)}
            compare = [sys.executable, "-B", TESTS + "/fixtures/make/compare.py", shlex.quote(program), store, server.address, folder]
            return max(subprocess.run(command, check=False, env=environment).returncode != 0 for command in (compare, [test]))


if __name__ == "__main__":
    sys.exit(main())
