#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sort-1m: plain Python orders 1,000,000 rows by a number (MLflow gives no answer in minutes at a tenth of that). sort_1m.py"""
import random

import peer

rng = random.Random(1)
values = [rng.random() for _ in range(1_000_000)]
peer.measure("sort-1m", "Python sorted()", lambda: sorted(range(len(values)), key=values.__getitem__), 3)
