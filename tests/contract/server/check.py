#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py ASSAYCTL STORE VERSION: what assayctl reads from a tracking server of that version of MLflow, which serves a copy of a
fixture store, against the answers that are expected of the store itself.

Skipped (exit status 77) where tests/support/mlflow_venv.sh has no such MLflow to give."""
import os
import shlex
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TESTS = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, TESTS + "/support")
import mlflow_server


def main():
    program, store, version = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3]
    with tempfile.TemporaryDirectory() as folder:
        with mlflow_server.Server(version, store, folder) as server:
            return subprocess.run([sys.executable, "-B", TESTS + "/fixtures/make/compare.py", shlex.quote(program), store, server.address, folder],
                                  check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
