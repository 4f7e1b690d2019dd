# SPDX-License-Identifier: GPL-3.0-or-later
"""The expected numbers of tst_smoothing.cpp, computed another way: straight from the formulas in smoothing.h."""
import math
import statistics

XS = [0, 1, 2, 5, 6, 10, 11, 12]
YS = [4.0, 1.0, math.nan, 3.0, -2.0, math.inf, 8.0, 0.5]


def finite(y):
    return math.isfinite(y)


def ema(w):
    last, n, out = 0.0, 0, []
    for y in YS:
        if not finite(y):
            out.append(y)
            continue
        last = last * w + (1 - w) * y
        n += 1
        out.append(last / (1 - w**n))
    return out


def time_ema(w):
    a = min(math.sqrt(w), 0.999)
    last = weight = 0.0
    out, before = [], XS[0]
    for x, y in zip(XS, YS):
        if not finite(y):
            out.append(y)
            continue
        kept = a ** ((x - before) / (XS[-1] - XS[0]) * 1000)
        last, weight, before = last * kept + y, weight * kept + 1, x
        out.append(last / weight)
    return out


def windows(half):
    for i, y in enumerate(YS):
        yield y, [v for v in YS[max(0, i - half):i + half + 1] if finite(v)]


def mean(half):
    return [sum(w) / len(w) if finite(y) else y for y, w in windows(half)]


def median(half):
    return [statistics.median(w) if finite(y) else y for y, w in windows(half)]


def gaussian(sigma):
    half, out = math.ceil(3 * sigma), []
    for i, y in enumerate(YS):
        pairs = [(math.exp(-((k - i) ** 2) / (2 * sigma**2)), YS[k]) for k in range(max(0, i - half), min(len(YS), i + half + 1)) if finite(YS[k])]
        out.append(sum(w * v for w, v in pairs) / sum(w for w, _ in pairs) if finite(y) else y)
    return out


for name, values in [("Ema 0.6", ema(0.6)), ("TimeEma 0.99", time_ema(0.99)), ("Mean 2", mean(2)), ("Gaussian 1.5", gaussian(1.5)), ("Median 2", median(2))]:
    print(name, ", ".join(repr(v) for v in values))
