# SPDX-License-Identifier: GPL-3.0-or-later
"""Staged time and seeded ids, so that a second build gives (nearly) the same store. Freeze before importing mlflow."""
import os
import random
import time
import uuid

os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
os.environ.setdefault("DO_NOT_TRACK", "true")
os.environ.setdefault("MLFLOW_ALLOW_FILE_STORE", "true")
os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
os.environ.setdefault("SOURCE_DATE_EPOCH", "1788739200")
os.environ.setdefault("MPLBACKEND", "agg")

DAY = 86_400_000
HOUR = 3_600_000
MINUTE = 60_000
START = 1788766200000  # 2026-09-07 07:30 UTC, a Monday

_now = [START * 1_000_000]


def freeze(seed):
    rng = random.Random(seed)
    random.seed(seed)

    def tick():
        _now[0] += 2_000_000
        return _now[0]

    uuid.uuid4 = lambda: uuid.UUID(int=rng.getrandbits(128), version=4)
    time.time_ns = tick
    time.time = lambda: tick() / 1e9


def at(ms):
    """Sets the clock; what MLflow stamps by itself (models, versions, experiments) gets this time."""
    _now[0] = int(ms) * 1_000_000


def day(number, hour=0.0):
    """`number` days and `hour` hours after the start, in ms."""
    return int(START + number * DAY + hour * HOUR)
