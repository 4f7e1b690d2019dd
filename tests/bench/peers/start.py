#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""start-first-paint: a new Python imports mlflow and ends; nothing is opened or shown. start.py"""
import subprocess
import sys

import peer

peer.measure("start-first-paint", "Python, import mlflow", lambda: subprocess.run([sys.executable, "-c", "import mlflow"], check=True), 5)
