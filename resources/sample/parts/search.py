# SPDX-License-Identifier: GPL-3.0-or-later
"""Experiment digits/search: a grid of 48, a random search of 24 with three seeds each, and the runs that went wrong."""
import random

import mlflow
import numpy as np
import pandas as pd
from mlflow.entities import Metric
from sklearn.datasets import load_digits
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import train_test_split

from parts import figures, mlp, store
from parts.clock import day
from parts.store import Run, context

NOTE = """# Digits: search

How far does **one hidden layer** get on 8×8 digits?

1. A grid over learning rate × width × optimizer (`grid-lr-hidden`)
2. A random search around the best cells, three seeds each (`random-search`)

| split | images |
| --- | ---: |
| train | 1,077 |
| validation | 360 |
| test (not touched here) | 360 |

Chosen by `val/accuracy`; ties by `val/loss`.
"""
CONSTANT = {"model": "mlp", "dataset": "digits", "batch_size": 64, "activation": "relu", "momentum": 0.9}
KEYS = ("train/loss", "val/loss", "train/accuracy", "val/accuracy", "lr")
UCI = "https://archive.ics.uci.edu/static/public/80/optical+recognition+of+handwritten+digits.zip"


class Digits:
    def __init__(self):
        x, y = load_digits(return_X_y=True)
        x = (x / 16).astype(np.float32)
        rest, self.tx, rest_y, self.ty = train_test_split(x, y, test_size=360, random_state=0, stratify=y)
        self.x, self.vx, self.y, self.vy = train_test_split(rest, rest_y, test_size=360, random_state=0, stratify=rest_y)
        self.train, self.val, self.test = [
            self.dataset(x, y, "digits-" + name) for x, y, name in ((self.x, self.y, "train"), (self.vx, self.vy, "val"), (self.tx, self.ty, "test"))
        ]

    def dataset(self, x, y, name):
        frame = pd.DataFrame(x, columns=["pixel_%d_%d" % (i // 8, i % 8) for i in range(64)])
        frame["digit"] = y
        return mlflow.data.from_pandas(frame, source=UCI, targets="digit", name=name)

    @property
    def split(self):
        return self.x, self.y, self.vx, self.vy


def finish(run, rows, seconds, status="FINISHED", keys=KEYS):
    last = run.rows(rows, seconds, keys)
    best = max((r["val/accuracy"] for r in rows), default=0.0)
    run.metrics({"best/val_accuracy": best, "best/epoch": [r["val/accuracy"] for r in rows].index(best)}, last, len(rows) - 1)
    run.end(last + 900, status)
    return best


def grid(exp, digits, scratch):
    git = (store.commit(), "main")
    start = day(0, 1.5)
    parent = Run(exp, "grid-lr-hidden", start, "mara", "sweep.py", dict(CONSTANT, search="grid", children=48), {"sweep": "grid", "stage": "search"}, git=git)
    parent.datasets(context(digits.train, "training"), context(digits.val, "validation"))
    table, when = [], start + 4000
    for hidden in (16, 64, 128):
        for optimizer in ("sgd", "adam"):
            for lr in (0.001, 0.003, 0.01, 0.03):
                for seed in (0, 1):
                    config = dict(CONSTANT, lr=lr, hidden=hidden, optimizer=optimizer, seed=seed, epochs=80, schedule="constant", weight_decay=0.0, dropout=0.0)
                    seconds = 0.35 + hidden / 180
                    name = "mlp-h%d-%s-lr%g-s%d" % (hidden, optimizer, lr, seed)
                    run = Run(exp, name, when, "mara", "sweep.py", config, {"sweep": "grid", "stage": "search"}, parent, git)
                    run.datasets(context(digits.train, "training"), context(digits.val, "validation"))
                    _, rows = mlp.train(config, digits.split)
                    best = finish(run, rows, seconds)
                    table.append({"run": name, "lr": lr, "hidden": hidden, "optimizer": optimizer, "seed": seed, "val_accuracy": best, "val_loss": rows[-1]["val/loss"]})
                    when += int(80 * seconds * 1030) + 5000
    frame = pd.DataFrame(table)
    parent.metrics({"best/val_accuracy": frame.val_accuracy.max(), "children": len(frame)}, when)
    parent.table(frame.sort_values("val_accuracy", ascending=False).head(20), "tables/best.json")
    parent.text(frame.to_csv(index=False, float_format="%.5f"), "tables/grid.csv")
    for optimizer in ("sgd", "adam"):
        cells = frame[frame.optimizer == optimizer].pivot_table(index="hidden", columns="lr", values="val_accuracy")
        figure = figures.heat_map(cells.values, list(cells.index), ["%g" % c for c in cells.columns], "validation accuracy, " + optimizer, "hidden", "lr")
        parent.figure(figure, "figures/grid_%s.png" % optimizer, scratch)
    parent.note("## Result\n\nAdam does not care much about `lr`; **SGD wants 0.03**.\n\n- [x] grid done\n- [x] next: random search around h = 64…128\n\n![grid](figures/grid_adam.png)\n")
    parent.end(when + 20000)
    return parent


def random_search(exp, digits, scratch):
    git = (store.commit(), "feature/schedules")
    rng = random.Random(11)
    start = day(14, 2.2)
    parent = Run(exp, "random-search", start, "jonas", "sweep.py", dict(CONSTANT, search="random", children=24), {"sweep": "random", "stage": "search"}, git=git)
    words = ["amber-heron", "brisk-otter", "calm-falcon", "dapper-lynx", "eager-wren", "frosty-crane", "gentle-bison", "humble-newt"]
    curves, when = {}, start + 3000
    for i, word in enumerate(words):
        base = dict(
            CONSTANT, lr=float("%.3g" % 10 ** rng.uniform(-3.0, -1.4)), hidden=rng.choice([48, 64, 96, 128]), optimizer=rng.choice(["sgd", "adam"]),
            weight_decay=float("%.2g" % 10 ** rng.uniform(-5, -2.5)), dropout=rng.choice([0.0, 0.1, 0.3]),
            schedule=["cosine", "step", "warmup-cosine", "constant"][i % 4], epochs=[120, 160, 200, 300][rng.randrange(4)], patience=60,
        )
        for seed in (0, 1, 2):
            config = dict(base, seed=seed)
            seconds = 0.5 + base["hidden"] / 150
            run = Run(exp, "%s-%d" % (word, seed), when, "jonas", "sweep.py", config, {"sweep": "random", "stage": "search", "group": word}, parent, git)
            run.datasets(context(digits.train, "training"), context(digits.val, "validation"))
            _, rows = mlp.train(config, digits.split)
            finish(run, rows, seconds, keys=KEYS + (("grad_norm",) if seed == 0 else ()))
            run.text("".join("%s: %s\n" % (k, config[k]) for k in sorted(config)), "config.yaml")
            if seed == 0:
                curves[word] = rows
                if i % 2 == 0:
                    run.figure(figures.learning_curves(rows, word), "figures/learning_curves.png", scratch)
            when += int(len(rows) * seconds * 1040) + 4000
    n = min(len(r) for r in curves.values())
    figure = figures.lines(range(n), {w: [r["val/loss"] for r in rows[:n]] for w, rows in curves.items()}, "validation loss, seed 0", "epoch", "loss")
    parent.figure(figure, "figures/val_loss.svg", scratch)
    parent.metrics({"children": 24}, when)
    parent.end(when + 8000)
    return parent


def long_run(exp, digits, scratch):
    """300 epochs with system metrics, and the confusion matrix as a picture along the way."""
    config = dict(CONSTANT, lr=0.02, hidden=64, optimizer="sgd", seed=7, epochs=300, schedule="warmup-cosine", weight_decay=1e-4, dropout=0.1)
    start = day(17, 5.1)
    run = Run(exp, "long-baseline", start, "li.wei", "train.py", config, {"stage": "baseline", "gpu": "none"}, git=(store.commit(), "main"))
    run.datasets(context(digits.train, "training"), context(digits.val, "validation"))
    pictures = {}

    def watch(epoch, net):
        if epoch in (0, 2, 5, 10, 20, 40, 80, 160, 299):
            guess = net.forward(digits.vx)[1].argmax(axis=1)
            pictures[epoch] = figures.cells(confusion_matrix(digits.vy, guess))

    _, rows = mlp.train(config, digits.split, watch=watch)
    last = run.rows(rows, 1.9)
    for epoch, picture in pictures.items():
        store.client.log_image(run.id, picture, key="confusion", step=epoch, timestamp=start + 1900 * (epoch + 1))
    system(run, last)
    run.text("\n".join("epoch %3d  lr %.5f  loss %.4f  val %.4f  acc %.4f" % (i, r["lr"], r["train/loss"], r["val/loss"], r["val/accuracy"]) for i, r in enumerate(rows)) + "\n", "logs/train.log")
    run.figure(figures.learning_curves(rows, "long baseline"), "figures/learning_curves.pdf", scratch)
    run.metrics({"best/val_accuracy": max(r["val/accuracy"] for r in rows)}, last, 299)
    run.end(last + 700)


def system(run, last, every=10000):
    """What MLflow's system monitor logs, staged: its thread would log this build's machine."""
    rng, points, memory, sent = random.Random(run.name), [], 2100.0, 3.0
    for step, when in enumerate(range(run.start + every, last, every)):
        memory = min(5200.0, memory + rng.expovariate(1 / 9))
        sent += rng.expovariate(4)
        values = {
            "system/cpu_utilization_percentage": 100 * min(1, 0.72 + rng.gauss(0, 0.09) - (0.5 if rng.random() < 0.04 else 0)),
            "system/system_memory_usage_megabytes": memory,
            "system/system_memory_usage_percentage": memory / 163.84,
            "system/disk_usage_percentage": 61.3 + step * 0.002,
            "system/network_transmit_megabytes": sent,
        }
        points += [Metric(k, round(v, 2), when, step) for k, v in values.items()]
    run.log(points)


def troubles(exp, digits, scratch):
    base = dict(CONSTANT, hidden=64, optimizer="sgd", seed=0, epochs=120, schedule="constant", weight_decay=0.0, dropout=0.0)
    git = (store.commit(), "feature/schedules")

    config = dict(base, lr=0.9, softmax="naive")
    run = Run(exp, "diverged-lr0.9", day(15, 3), "jonas", "train.py", config, {"stage": "search"}, git=git)
    _, rows = mlp.train(config, digits.split)
    last = run.rows(rows, 0.9, KEYS + ("grad_norm",))
    run.text("Traceback (most recent call last):\n  File \"train.py\", line 88, in <module>\n    main()\n  File \"train.py\", line 71, in main\n"
             "    raise FloatingPointError(f\"loss is {loss} in epoch {epoch}\")\nFloatingPointError: loss is nan in epoch %d\n" % (len(rows) - 13), "error.txt")
    run.note("Too much. Kept as a warning: `lr = 0.9` with the naive softmax ends in **NaN**.")
    run.end(last + 300, "FAILED")

    run = Run(exp, "wide-h65536", day(15, 4), "jonas", "train.py", dict(base, lr=0.01, hidden=65536), {"stage": "search"}, git=git)
    run.text("numpy._core._exceptions._ArrayMemoryError: Unable to allocate 16.0 GiB for an array with shape (65536, 65536)\n", "error.txt")
    run.end(day(15, 4) + 9000, "FAILED")

    for name, hour, stop, seed in (("interrupted", 5, 37, 0), ("interrupted", 5.2, 64, 1)):
        config = dict(base, lr=0.01, seed=seed)
        run = Run(exp, name, day(15, hour), "jonas", "train.py", config, {"stage": "search"}, git=git)
        _, rows = mlp.train(config, digits.split, stop_after=stop)
        finish(run, rows, 0.9, "KILLED")

    config = dict(base, lr=0.005, seed=3)
    run = Run(exp, "forgot-to-shuffle", day(3, 6), "mara", "train.py", config, {"stage": "search"}, git=git)
    _, rows = mlp.train(config, digits.split, stop_after=80)
    finish(run, rows, 0.8)
    store.client.delete_run(run.id)

    for name, seed, stop in (("wide-cosine-a", 4, 71), ("wide-cosine-b", 5, 66)):
        config = dict(base, lr=0.02, hidden=192, seed=seed, epochs=300, schedule="cosine")
        run = Run(exp, name, day(38, 6.1 + seed / 50), "li.wei", "train.py", config, {"stage": "search"}, git=(store.commit(), "main"))
        run.datasets(context(digits.train, "training"), context(digits.val, "validation"))
        _, rows = mlp.train(config, digits.split, stop_after=stop)
        run.rows(rows, 4.2, KEYS)
        system(run, run.start + stop * 4200, 30000)
    run = Run(exp, "wide-cosine-c", day(38, 6.3), "li.wei", "train.py", dict(base, lr=0.02, hidden=192, seed=6, epochs=300, schedule="cosine"), {"stage": "search"})
    store.client.update_run(run.id, "SCHEDULED")
