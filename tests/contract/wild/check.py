#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py ASSAYCTL: builds the stores of tests/fixtures/make/wild.py in a folder of its own and asks the program about each."""
import os
import subprocess
import sys
import tempfile

try:
    import sqlite3  # noqa: F401
except ImportError:
    print("skipped: this Python has no sqlite3, which the databases are made with")
    sys.exit(77)

WILD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "fixtures", "make", "wild.py")

with tempfile.TemporaryDirectory() as folder:
    stores = os.path.join(folder, "wild")
    subprocess.run([sys.executable, "-B", WILD, stores], check=True)
    sys.exit(subprocess.run([sys.executable, "-B", WILD, "--check", sys.argv[1], stores], check=False).returncode)
