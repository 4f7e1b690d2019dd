#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""writes.py TEST STORE VERSION: the contract's own writing test (tst_contractwrites) on a tracking server of that version of
MLflow, which serves a copy of a fixture store.

Skipped (exit status 77) where tests/support/mlflow_venv.sh has no such MLflow to give."""
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(os.path.dirname(HERE)) + "/support")
import mlflow_server


def main():
    test, store, version = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3]
    with tempfile.TemporaryDirectory() as folder:
        with mlflow_server.Server(version, store, folder, upgrades=store.endswith("-old")) as server:
            served = "%s=%s" % (os.path.basename(store), server.address)
            return subprocess.run([test], env={**os.environ, "ASSAY_CONTRACT_STORES": served}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
