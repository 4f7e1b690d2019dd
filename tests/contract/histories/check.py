# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py ASSAYCTL STORE: asks assayctl for runs by functions of their metrics' histories and compares with the same
functions in Python, over the points that MLflow's client gave (STORE/expected/metrics). Exit status 1 if anything differs."""
import json
import math
import os
import statistics
import subprocess
import sys

tool, store = sys.argv[1], os.path.normpath(sys.argv[2])
where = store + ("/mlflow.db" if os.path.exists(store + "/mlflow.db") else "/mlruns")
NAN = math.nan


def number(value):
    value = float(value) if isinstance(value, (int, float)) else float({"Infinity": "inf", "-Infinity": "-inf", "NaN": "nan"}.get(value, value))
    return math.copysign(math.inf, value) if abs(value) >= 1.7976931348623157e308 else value


def in_order(points):
    return sorted(points, key=lambda p: (p["step"], p["timestamp"]))  # stable: the logged order decides


def slope(points):
    steps = [p["step"] for p in points]
    middle = sum(steps) / len(steps)
    spread = math.fsum((s - middle) ** 2 for s in steps)
    values = [number(p["value"]) for p in points]
    mean = sum(values) / len(values)
    return sum((s - middle) * (v - mean) for s, v in zip(steps, values)) / spread if spread else None


def of_numbers(function):
    """The function of the points that are no NaN, in order; NaN when there are only such."""
    def result(points):
        real = [p for p in in_order(points) if not math.isnan(number(p["value"]))]
        return function(real) if real else NAN
    return result


def values(points):
    return [number(p["value"]) for p in points]


def deviation(points):
    own = values(points)
    if len(own) < 2:
        return None
    return statistics.stdev(own) if all(map(math.isfinite, own)) else NAN


def at_step(step):
    def result(points):
        fitting = [p for p in points if p["step"] == step]
        return number(max(fitting, key=lambda p: (p["timestamp"], number(p["value"])))["value"]) if fitting else None
    return result


FUNCTIONS = {
    "min": of_numbers(lambda points: min(values(points))),
    "max": of_numbers(lambda points: max(values(points))),
    "mean": of_numbers(lambda points: sum(values(points)) / len(points)),
    "median": of_numbers(lambda points: statistics.median(values(points))),
    "std": of_numbers(deviation),
    "slope": of_numbers(slope),
    "argmin": of_numbers(lambda points: min(points, key=lambda p: number(p["value"]))["step"]),
    "argmax": of_numbers(lambda points: max(points, key=lambda p: number(p["value"]))["step"]),
    "first": lambda points: number(in_order(points)[0]["value"]),
    "count": lambda points: len(points),
}


def ask(*options):
    done = subprocess.run([tool, "runs", where, "--view", "all", "--format", "json", *options], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit("%s: %s" % (" ".join(options), done.stderr))
    return [run["info"]["run_id"] for run in json.loads(done.stdout)["runs"]]


def thresholds(numbers):
    """Between two values, so that the last digit of a sum decides nothing."""
    real = sorted({v for v in numbers if v is not None and math.isfinite(v)})
    middles = [(a + b) / 2 for a, b in zip(real, real[1:]) if b - a > 1e-9 * max(abs(a), abs(b))]
    return middles[:: max(1, len(middles) // 2)][:2]


everywhere = ask()
histories = {}
for run in everywhere:
    path = "%s/expected/metrics/%s.json" % (store, run)
    if os.path.exists(path):
        with open(path, encoding="utf-8") as f:
            histories[run] = json.load(f)["metrics"]
counts = {}
for metrics in histories.values():
    for key, points in metrics.items():
        counts[key] = counts.get(key, 0) + len(points)
keys = [key for key in sorted(counts, key=lambda k: (-counts[k], k)) if "`" not in key][:3]

bad = done = 0
for key in keys:
    steps = sorted({p["step"] for metrics in histories.values() for p in metrics.get(key, [])})
    wanted = {"%s(metrics.`%s`)" % (name, key): function for name, function in FUNCTIONS.items()}
    for step in {steps[0], steps[len(steps) // 2], steps[-1], 123456789}:
        wanted["metrics.`%s` @ %d" % (key, step)] = at_step(step)
    for text, function in wanted.items():
        answers = {run: function(metrics[key]) for run, metrics in histories.items() if metrics.get(key)}
        cases = [("%s IS NULL" % text, {r for r in everywhere if answers.get(r) is None}),
                 ("isnan(%s)" % text, {r for r, v in answers.items() if v is not None and math.isnan(v)})]
        for limit in thresholds(answers.values()):
            known = {r: v for r, v in answers.items() if v is not None}
            cases.append(("%s < %r" % (text, limit), {r for r, v in known.items() if v < limit}))
            cases.append(("NOT %s < %r" % (text, limit), {r for r, v in known.items() if not v < limit}))
        for query, expected in cases:
            done += 1
            found = set(ask("--filter", query))
            if found != expected:
                bad += 1
                print("%s: %d found, %d expected; %s" % (query, len(found), len(expected), sorted(found ^ expected)[:5]))
    order = ask("--sort", "min(metrics.`%s`):desc" % key)
    best = {run: FUNCTIONS["min"](metrics[key]) for run, metrics in histories.items() if metrics.get(key)}
    places = [-best[r] if r in best and not math.isnan(best[r]) else math.inf if r in best else NAN for r in order]
    tail = [p for p in places if not math.isnan(p)]
    done += 1
    if tail != sorted(tail) or any(math.isnan(p) for p in places[: len(tail)]):
        bad += 1
        print("min(metrics.`%s`):desc is out of order: %s" % (key, places))
print("%d questions, %d differ" % (done, bad))
sys.exit(1 if bad or not done else 0)
