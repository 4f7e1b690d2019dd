# SPDX-License-Identifier: GPL-3.0-or-later
"""A small perceptron in numpy, in single precision like the frameworks whose numbers people log."""
import math

import numpy as np


def learning_rate(config, epoch):
    base, n = config["lr"], config["epochs"]
    kind = config.get("schedule", "constant")
    if kind == "cosine":
        return 0.5 * base * (1 + math.cos(math.pi * epoch / n))
    if kind == "step":
        return base * 0.3 ** (3 * epoch // n)
    if kind == "warmup-cosine":
        warm = max(1, n // 12)
        if epoch < warm:
            return base * (epoch + 1) / warm
        return 0.5 * base * (1 + math.cos(math.pi * (epoch - warm) / (n - warm)))
    return base


class Perceptron:
    def __init__(self, config, inputs, classes):
        self.config = config
        self.rng = np.random.default_rng(config["seed"])
        h = config["hidden"]
        self.weights = [
            (self.rng.standard_normal((inputs, h)) * math.sqrt(2 / inputs)).astype(np.float32),
            np.zeros(h, np.float32),
            (self.rng.standard_normal((h, classes)) * math.sqrt(2 / h)).astype(np.float32),
            np.zeros(classes, np.float32),
        ]
        self.first = [np.zeros_like(w) for w in self.weights]
        self.second = [np.zeros_like(w) for w in self.weights]
        self.count = 0

    def forward(self, x, train=False):
        w1, b1, w2, b2 = self.weights
        hidden = np.maximum(x @ w1 + b1, 0)
        drop = self.config.get("dropout", 0.0)
        if train and drop:
            hidden = hidden * (self.rng.random(hidden.shape) >= drop).astype(np.float32) / np.float32(1 - drop)
        z = hidden @ w2 + b2
        if self.config.get("softmax") != "naive":  # the naive one overflows: how real runs come to NaN
            z = z - z.max(axis=1, keepdims=True)
        e = np.exp(z)
        return hidden, e / e.sum(axis=1, keepdims=True)

    def score(self, x, y):
        """(mean cross entropy, accuracy)"""
        _, p = self.forward(x)
        loss = -np.log(np.maximum(p[np.arange(len(y)), y], np.float32(1e-30))).mean(dtype=np.float32)  # NaN stays NaN
        return float(loss), float(np.float32((p.argmax(axis=1) == y).mean()))

    def epoch(self, x, y, lr):
        """One pass over the data; the norm of the last gradient."""
        order = self.rng.permutation(len(x))
        size = self.config["batch_size"]
        norm = 0.0
        for i in range(0, len(x), size):
            rows = order[i : i + size]
            hidden, p = self.forward(x[rows], train=True)
            d = p.copy()
            d[np.arange(len(rows)), y[rows]] -= 1
            d /= len(rows)
            back = (d @ self.weights[2].T) * (hidden > 0)
            grads = [x[rows].T @ back, back.sum(0), hidden.T @ d, d.sum(0)]
            decay = self.config.get("weight_decay", 0.0)
            grads[0] += decay * self.weights[0]
            grads[2] += decay * self.weights[2]
            self.step(grads, lr)
            norm = math.sqrt(sum(float((g * g).sum()) for g in grads))
        return float(np.float32(norm))

    def step(self, grads, lr):
        self.count += 1
        for w, g, m, v in zip(self.weights, grads, self.first, self.second):
            if self.config["optimizer"] == "adam":
                m += 0.1 * (g - m)
                v += 0.001 * (g * g - v)
                w -= lr * (m / (1 - 0.9**self.count)) / (np.sqrt(v / (1 - 0.999**self.count)) + 1e-8)
            else:
                m *= self.config.get("momentum", 0.9)
                m += g
                w -= lr * m


def train(config, data, stop_after=None, watch=None):
    """Rows of one training: {"train/loss": …, …} per epoch. `data`: (x, y, validation x, validation y)."""
    x, y, vx, vy = data
    net = Perceptron(config, x.shape[1], 10)
    rows, best, waited = [], -1.0, 0
    with np.errstate(all="ignore"):
        for e in range(min(config["epochs"], stop_after or config["epochs"])):
            lr = learning_rate(config, e)
            norm = net.epoch(x, y, lr)
            loss, acc = net.score(x, y)
            vloss, vacc = net.score(vx, vy)
            rows.append({"train/loss": loss, "train/accuracy": acc, "val/loss": vloss, "val/accuracy": vacc, "lr": float(np.float32(lr)), "grad_norm": norm})
            if watch:
                watch(e, net)
            waited = 0 if vacc > best else waited + 1
            best = max(best, vacc)
            if config.get("patience") and waited >= config["patience"]:
                break
            if not math.isfinite(loss) and sum(not math.isfinite(r["train/loss"]) for r in rows) > 12:
                break
    return net, rows
