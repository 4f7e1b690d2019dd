#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sort-1m: plain Python orders 1,000,000 rows by a number (MLflow gives no answer in minutes at a tenth of that), and pandas
does where it is installed; sort-3-keys-1m: pandas alone. sort_1m.py"""
import random

import peer

rng = random.Random(1)
values = [rng.random() for _ in range(1_000_000)]
peer.measure("sort-1m", "Python sorted()", lambda: sorted(range(len(values)), key=values.__getitem__), 3)

try:
    import pandas
except ImportError:
    pandas = None
if pandas:
    frame = pandas.DataFrame({"loss": values, "model": ["model-%d" % rng.randrange(8) for _ in values], "lr": [str(rng.randrange(100)) for _ in values]})
    by = "pandas " + pandas.__version__
    peer.measure("sort-1m", by + " sort_values", lambda: frame.sort_values("loss", ascending=False), 3)
    peer.measure("sort-1m", by + " argsort", lambda: frame["loss"].argsort(), 3)
    peer.measure("sort-3-keys-1m", by + " sort_values", lambda: frame.sort_values(["model", "lr", "loss"], ascending=[True, False, False]), 3)
