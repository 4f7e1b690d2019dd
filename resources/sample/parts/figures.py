# SPDX-License-Identifier: GPL-3.0-or-later
import matplotlib.pyplot as plt
import numpy as np

BLUE, ORANGE = "#3566a8", "#d9772b"


def learning_curves(rows, title):
    fig, (left, right) = plt.subplots(1, 2, figsize=(7, 2.8))
    for axis, what in ((left, "loss"), (right, "accuracy")):
        axis.plot([r["train/" + what] for r in rows], color=BLUE, label="train")
        axis.plot([r["val/" + what] for r in rows], color=ORANGE, label="validation")
        axis.set_xlabel("epoch")
        axis.set_ylabel(what)
    left.set_yscale("log")
    left.legend(frameon=False)
    fig.suptitle(title)
    return fig


def confusion(matrix, labels, title):
    fig, axis = plt.subplots(figsize=(4.2, 4))
    axis.imshow(matrix, cmap="Blues", vmax=matrix.max())
    for i in range(len(labels)):
        for j in range(len(labels)):
            if matrix[i, j]:
                axis.text(j, i, str(matrix[i, j]), ha="center", va="center", color="white" if matrix[i, j] > matrix.max() / 2 else "black", fontsize=7)
    axis.set_xticks(range(len(labels)), labels)
    axis.set_yticks(range(len(labels)), labels)
    axis.set_xlabel("predicted")
    axis.set_ylabel("true")
    axis.set_title(title)
    return fig


def heat_map(values, rows, columns, title, row_name, column_name):
    fig, axis = plt.subplots(figsize=(4, 2.8))
    image = axis.imshow(values, cmap="viridis", aspect="auto")
    axis.set_xticks(range(len(columns)), columns)
    axis.set_yticks(range(len(rows)), rows)
    axis.set_xlabel(column_name)
    axis.set_ylabel(row_name)
    for i in range(len(rows)):
        for j in range(len(columns)):
            axis.text(j, i, "%.3f" % values[i, j], ha="center", va="center", color="black" if values[i, j] > values.mean() else "white", fontsize=7)
    axis.set_title(title)
    fig.colorbar(image)
    return fig


def lines(x, series, title, x_name, y_name, log_x=False):
    fig, axis = plt.subplots(figsize=(5, 3.2))
    for name, y in series.items():
        axis.plot(x, y, label=name, linewidth=1.2)
    if log_x:
        axis.set_xscale("log")
    axis.set_title(title)
    axis.set_xlabel(x_name)
    axis.set_ylabel(y_name)
    axis.legend(frameon=False, fontsize=6, ncols=2)
    return fig


def scatter(truth, guess, title):
    fig, axis = plt.subplots(figsize=(3.6, 3.4))
    low, high = min(truth.min(), guess.min()), max(truth.max(), guess.max())
    axis.plot([low, high], [low, high], color="#999999", linewidth=0.8)
    axis.scatter(truth, guess, s=8, color=BLUE, alpha=0.7)
    axis.set_xlabel("measured progression")
    axis.set_ylabel("predicted")
    axis.set_title(title)
    return fig


def digit_sheet(images, captions):
    fig, axes = plt.subplots(2, 6, figsize=(6, 2.3))
    for axis, image, caption in zip(axes.flat, images, captions):
        axis.imshow(np.reshape(image, (8, 8)), cmap="gray_r")
        axis.set_title(caption, fontsize=7)
    for axis in axes.flat:
        axis.axis("off")
    return fig


def cells(matrix, size=20):
    """A matrix as a picture, one blue square per cell."""
    share = np.kron(matrix / matrix.sum(axis=1, keepdims=True), np.ones((size, size)))[:, :, None]
    picture = (np.array([255, 255, 255]) * (1 - share) + np.array([31, 78, 140]) * share).astype(np.uint8)
    picture[::size] = picture[:, ::size] = 225
    return picture
