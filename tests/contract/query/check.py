# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py ASSAYCTL STORE [QUERIES] [SEED]: makes random queries of the store's own keys and values, and compares the runs
that assayctl finds with those that the language's rules give here, written a second time without a look at the first.
Exit status 1 if anything differs."""
import json
import math
import os
import random
import re
import subprocess
import sys
from datetime import datetime, timezone

tool, store = sys.argv[1], os.path.normpath(sys.argv[2])
count, seed = int(sys.argv[3]) if len(sys.argv) > 3 else 150, int(sys.argv[4]) if len(sys.argv) > 4 else 1
where = store + ("/mlflow.db" if os.path.exists(store + "/mlflow.db") else "/mlruns")
rng = random.Random(seed)


def ask(*options):
    done = subprocess.run([tool, "runs", where, "--view", "all", "--format", "json", *options], capture_output=True, text=True)
    return json.loads(done.stdout)["runs"] if done.returncode == 0 else done.stderr.strip()


def metric(value):
    return {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}.get(value, value)


RUNS = ask()
BY_ID = {run["info"]["run_id"]: run for run in RUNS}
NUMBER = re.compile(r"[-+]?((\d+(_\d+)*)?\.?\d+(_\d+)*|\d+(_\d+)*\.)([eE][-+]?\d+)?|[-+]?(inf|infinity|nan)", re.I)


# What a run holds. None: absent.
def parent(run):
    return BY_ID.get(run["data"]["tags"].get("mlflow.parentRunId"))


def depth(run):
    seen = 0
    while run is not None and "mlflow.parentRunId" in run["data"]["tags"]:
        seen, run = seen + 1, parent(run)
        if seen > 50:
            return None
    return seen


def attribute(name):
    def value(run):
        info = run["info"]
        if name == "duration":
            ended = info["end_time"] is not None and info["start_time"] is not None
            return (info["end_time"] - info["start_time"]) / 1000 if ended else None
        if name == "depth":
            return depth(run)
        return info[name] if info[name] != "" else None
    return value


def of_parent(value):
    return lambda run: value(parent(run)) if parent(run) is not None else None


def quoted(name):
    return name if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) else "`%s`" % name


class Value:
    """kind: number (a number), text (compares as text alone), logged (either, by the other side), time."""

    def __init__(self, text, kind, of):
        self.text, self.kind, self.of = text, kind, of

    def number(self, run):
        value = self.of(run)
        if isinstance(value, str):
            text = value.strip()
            try:
                return float(text) if NUMBER.fullmatch(text) else None
            except ValueError:
                return None
        return value


def keys():
    found = []
    for group, kind in (("metrics", "number"), ("params", "logged"), ("tags", "logged")):
        names = sorted({name for run in RUNS for name in run["data"][group]})
        for name in names:
            if "`" in name or '"' in name or "\n" in name or len(name) > 60:
                continue
            of = (lambda group, name: lambda run: metric(run["data"][group].get(name)))(group, name)
            found.append(Value("%s.%s" % (group, quoted(name)), kind, of))
    found += [Value(name, "text", attribute(name)) for name in ("status", "user_id", "experiment_id", "lifecycle_stage", "run_id")]
    found += [Value("duration", "number", attribute("duration")), Value("depth", "number", attribute("depth"))]
    found += [Value("start_time", "time", attribute("start_time")), Value("end_time", "time", attribute("end_time"))]
    some = rng.sample(found, 8)
    return found + [Value("parent." + value.text, value.kind, of_parent(value.of)) for value in some]


# A run that still goes on has a duration that grows while this compares: kept out.
RUNS = [run for run in RUNS if run["info"]["status"] != "RUNNING"]
KEYS = keys()


def literal_text(value):
    return "'%s'" % value if "'" not in value else '"%s"' % value


def some_text(key):
    texts = [v for v in (key.of(run) for run in RUNS) if isinstance(v, str) and not ("'" in v and '"' in v) and len(v) < 200 and "\n" not in v and "\\" not in v]
    text = rng.choice(texts) if texts and rng.random() < 0.8 else rng.choice(["", "a", "0.1", "1e-3", "adam", "Zebra"])
    return Value(literal_text(text), "text", lambda run: text)


def number_literal(number):
    text = repr(float(number)) if rng.random() < 0.7 or number != int(number) else str(int(number))
    return Value(text, "number", lambda run: float(number))


def some_number(key):
    numbers = [n for n in (key.number(run) for run in RUNS) if n is not None and math.isfinite(n)]
    number = rng.choice(numbers) if numbers and rng.random() < 0.8 else rng.choice([0, 1, -1, 0.5, 100, 1e-3])
    return number_literal(number)


def arithmetic(key, level=0):
    """A number that is computed from the key."""
    choice = rng.randrange(8)
    if choice < 4 or level > 2:
        sign = rng.choice("+-*/")
        other = some_number(key) if rng.random() < 0.7 else rng.choice([k for k in KEYS if k.kind in ("number", "logged")])

        def of(run, a=key, b=other, sign=sign):
            x, y = a.number(run), b.number(run)
            if x is None or y is None:
                return None
            if sign == "/":
                x, y = float(x), float(y)
                if y == 0:
                    return math.nan if x == 0 or math.isnan(x) else math.copysign(math.inf, x) * math.copysign(1, y)
                return x / y
            return x + y if sign == "+" else x - y if sign == "-" else x * y
        return Value("(%s %s %s)" % (key.text, sign, other.text), "number", of)
    if choice == 4:
        return Value("-%s" % key.text, "number", lambda run: None if key.number(run) is None else -key.number(run))
    name, function = rng.choice([("abs", abs), ("sqrt", lambda x: math.nan if x < 0 else math.sqrt(x)), ("exp", exponential), ("log", lambda x: logarithm(math.log, x)),
                                 ("log10", lambda x: logarithm(math.log10, x))])
    return Value("%s(%s)" % (name, key.text), "number", lambda run: None if key.number(run) is None else function(key.number(run)))


def exponential(x):
    try:
        return math.exp(x)
    except OverflowError:
        return math.inf


def logarithm(function, x):
    return math.nan if math.isnan(x) or x < 0 else -math.inf if x == 0 else function(x)


COMPARE = {"=": lambda a, b: a == b, "!=": lambda a, b: a != b, "<>": lambda a, b: a != b, "<": lambda a, b: a < b,
           "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b}


def compared(left, sign, right, run):
    as_text = left.kind in ("text", "logged") and right.kind in ("text", "logged")
    a, b = (left.of(run), right.of(run)) if as_text else (left.number(run), right.number(run))
    return None if a is None or b is None else COMPARE[sign](a, b)


def both(a, b):
    return False if a is False or b is False else None if a is None or b is None else True


def either(a, b):
    return True if a is True or b is True else None if a is None or b is None else False


def opposite(a):
    return None if a is None else not a


def like(pattern, fold):
    parts = "".join(".*" if c == "%" else "." if c == "_" else re.escape(c) for c in pattern)
    compiled = re.compile(parts, re.S | (re.I if fold else 0))
    return lambda text: compiled.fullmatch(text) is not None


def any_case(word):
    return rng.choice([word, word, word.lower(), word.capitalize()])


def comparison():
    key = rng.choice(KEYS)
    what = rng.randrange(13)
    if what == 0:
        negated = rng.random() < 0.5
        return "%s %s" % (key.text, "IS NOT NULL" if negated else any_case("IS") + " NULL"), lambda run: (key.of(run) is None) != negated
    if what == 1:
        return "has(%s)" % key.text, lambda run: key.of(run) is not None
    if what == 2 and key.kind in ("number", "logged"):
        name, test = rng.choice([("isnan", math.isnan), ("isinf", math.isinf)])
        return "%s(%s)" % (name, key.text), lambda run: None if key.number(run) is None else test(key.number(run))
    if key.kind in ("text", "logged") and what in (3, 4):
        values = [some_text(key) for _ in range(rng.randrange(1, 4))]
        negated = what == 4
        texts = [value.of(None) for value in values]
        found = lambda run: None if key.of(run) is None else (key.of(run) in texts) != negated
        return "%s %s (%s)" % (key.text, "NOT IN" if negated else any_case("IN"), ", ".join(v.text for v in values)), found
    if key.kind == "number" and what in (3, 4):
        values = [some_number(key) for _ in range(rng.randrange(1, 4))]
        numbers = [value.of(None) for value in values]
        return "%s IN (%s)" % (key.text, ", ".join(v.text for v in values)), lambda run: None if key.number(run) is None else key.number(run) in numbers
    if key.kind in ("text", "logged") and what in (5, 6):
        text = some_text(key).of(None)
        if text.isascii() and "'" not in text:
            pattern = rng.choice([text, "%" + text[1:], text[:2] + "%", "%" + text[1:3] + "%", "_" + text[1:]])
            fold, negated = what == 6, rng.random() < 0.3
            test = like(pattern.swapcase() if fold else pattern, fold)
            shown = pattern.swapcase() if fold else pattern
            known = lambda run: None if key.of(run) is None else test(key.of(run)) != negated
            ascii_only = all((key.of(run) or "").isascii() and "\n" not in (key.of(run) or "") for run in RUNS)
            if ascii_only:
                return "%s %s%s '%s'" % (key.text, "NOT " if negated else "", "ILIKE" if fold else "LIKE", shown), known
    if key.kind in ("text", "logged") and what == 7:
        pattern, negated = rng.choice(["a", "^[a-f0-9]", "(?i)^A", r"\d+$", "e.*n", "^$", "[.]"]), rng.random() < 0.4
        compiled = re.compile(pattern)
        return "%s %s '%s'" % (key.text, "!~" if negated else "~", pattern), lambda run: None if key.of(run) is None else (compiled.search(key.of(run)) is not None) != negated
    if key.kind in ("number", "logged", "time") and what == 8:
        low, high, negated = some_number(key), some_number(key), rng.random() < 0.4
        inside = lambda run: both(compared(key, ">=", low, run), compared(key, "<=", high, run))
        return "%s %sBETWEEN %s AND %s" % (key.text, "NOT " if negated else "", low.text, high.text), lambda run: opposite(inside(run)) if negated else inside(run)
    if key.kind == "time":
        started = [run["info"]["start_time"] for run in RUNS if run["info"]["start_time"] is not None]
        moment = datetime.fromtimestamp(rng.choice(started) / 1000, timezone.utc)
        text, exact = rng.choice([("%Y-%m-%d", False), ("%Y-%m-%dT%H:%M", True)])
        at = moment.replace(second=0, microsecond=0) if exact else moment.replace(hour=0, minute=0, second=0, microsecond=0)
        right = Value(at.strftime(text), "time", lambda run: at.timestamp() * 1000)
        sign = rng.choice(["<", "<=", ">", ">="])
        return "%s %s %s" % (key.text, sign, right.text), lambda run: compared(key, sign, right, run)
    if key.kind == "text":
        right, sign = some_text(key), rng.choice(list(COMPARE))
        return "%s %s %s" % (key.text, sign, right.text), lambda run: compared(key, sign, right, run)
    left = key
    if rng.random() < 0.35:
        left = arithmetic(key)
    if left is key and key.kind == "logged" and rng.random() < 0.5:
        right = some_text(key)
    else:
        right = some_number(key) if rng.random() < 0.8 else rng.choice([k for k in KEYS if k.kind == "number"])
    sign = rng.choice(list(COMPARE))
    return "%s %s %s" % (left.text, sign, right.text), lambda run: compared(left, sign, right, run)


def query(level=0):
    what = rng.random()
    if level > 3 or what < 0.45:
        return comparison()
    if what < 0.6:
        text, truth = query(level + 1)
        return "%s (%s)" % (any_case("NOT"), text), lambda run: opposite(truth(run))
    (a, first), (b, second) = query(level + 1), query(level + 1)
    if what < 0.8:
        return "(%s) %s (%s)" % (a, any_case("AND"), b), lambda run: both(first(run), second(run))
    return "(%s) %s (%s)" % (a, any_case("OR"), b), lambda run: either(first(run), second(run))


bad = matched = 0
for _ in range(count):
    text, truth = query()
    answer = ask("--filter", text)
    if isinstance(answer, str):
        bad += 1
        print("refused: %s\n  %s" % (text, answer))
        continue
    found = {run["info"]["run_id"] for run in answer if run["info"]["status"] != "RUNNING"}
    expected = {run["info"]["run_id"] for run in RUNS if truth(run) is True}
    matched += 0 < len(expected) < len(RUNS)
    if found != expected:
        bad += 1
        print("%s\n  %d found, %d expected; differing: %s" % (text, len(found), len(expected), sorted(found ^ expected)[:4]))
print("%d queries, %d that tell runs apart, %d differ" % (count, matched, bad))
sys.exit(1 if bad or matched < count // 10 else 0)
