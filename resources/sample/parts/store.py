# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin helpers over MLflow's client: runs with staged times, curves in batches, figures without dates in them."""
import io
import random

import matplotlib.pyplot as plt
import mlflow
from mlflow import MlflowClient
from mlflow.entities import DatasetInput, InputTag, Metric, Param, RunTag

from parts import clock

plt.rcParams.update({"svg.hashsalt": "assay", "font.size": 8, "figure.dpi": 72, "axes.spines.top": False, "axes.spines.right": False})

REPOSITORY = "https://git.example.org/lab/benchmarks.git"
rng = random.Random(20260907)
client = None  # set by open_store


def open_store(root):
    global client
    uri = "sqlite:///%s/mlflow.db" % root
    mlflow.set_tracking_uri(uri)
    mlflow.set_registry_uri(uri)
    client = MlflowClient()
    return client


def experiment(root, number, name, note, tags):
    location = "file://%s/mlartifacts/%d" % (root, number)
    made = client.create_experiment(name, artifact_location=location, tags=dict(tags, **{"mlflow.note.content": note}))
    assert made == str(number)
    return made


def commit():
    return "%040x" % rng.getrandbits(160)


def context(dataset, name):
    return DatasetInput(dataset=dataset._to_mlflow_entity(), tags=[InputTag("mlflow.data.context", name)])


class Run:
    """One run. Times are ms; `seconds` in `curve` are counted from its start."""

    def __init__(self, exp, name, start, user, source, params=None, tags=None, parent=None, git=None):
        clock.at(start)
        self.start, self.exp, self.name = start, exp, name
        base = {
            "mlflow.user": user,
            "mlflow.source.name": source,
            "mlflow.source.type": "NOTEBOOK" if source.endswith(".ipynb") else "LOCAL",
        }
        if git:
            base.update({"mlflow.source.git.commit": git[0], "mlflow.source.git.branch": git[1], "mlflow.source.git.repoURL": REPOSITORY})
        if parent:
            base["mlflow.parentRunId"] = parent.id
        base.update(tags or {})
        self.id = client.create_run(exp, start_time=start, tags=base, run_name=name).info.run_id
        if params:
            client.log_batch(self.id, params=[Param(k, str(v)) for k, v in params.items()])

    def rows(self, rows, seconds, keys=None):
        """Logs one dictionary per epoch; the points of an epoch share a timestamp, as mlflow.log_metrics does it."""
        points, when = [], self.start + 1500
        for step, row in enumerate(rows):
            when += int(1000 * seconds * rng.uniform(0.93, 1.12))
            points += [Metric(k, v, when, step) for k, v in row.items() if keys is None or k in keys]
        self.log(points)
        return when

    def log(self, points):
        for i in range(0, len(points), 900):
            client.log_batch(self.id, metrics=points[i : i + 900])

    def metrics(self, values, when=None, step=0):
        self.log([Metric(k, float(v), int(when or self.start + 5000), step) for k, v in values.items()])

    def tags(self, tags):
        client.log_batch(self.id, tags=[RunTag(k, v) for k, v in tags.items()])

    def note(self, text):
        self.tags({"mlflow.note.content": text})

    def datasets(self, *given):
        client.log_inputs(self.id, datasets=list(given))

    def text(self, text, path):
        client.log_text(self.id, text, path)

    def json(self, value, path):
        client.log_dict(self.id, value, path)

    def table(self, frame, path):
        client.log_table(self.id, frame.reset_index(drop=True), path)

    def bytes(self, data, path, scratch):
        folder, name = path.rsplit("/", 1) if "/" in path else (None, path)
        (scratch / name).write_bytes(data)
        client.log_artifact(self.id, str(scratch / name), folder)
        (scratch / name).unlink()

    def figure(self, figure, path, scratch):
        kind = path.rsplit(".", 1)[1]
        dates = {"svg": {"Date": None}, "pdf": {"CreationDate": None, "ModDate": None}}
        buffer = io.BytesIO()
        figure.savefig(buffer, format=kind, bbox_inches="tight", metadata=dates.get(kind, {"Software": None}))
        plt.close(figure)
        data = buffer.getvalue()
        if kind == "png":
            data = small_png(data)
        self.bytes(data, path, scratch)

    def end(self, when, status="FINISHED"):
        clock.at(when)
        client.set_terminated(self.id, status, int(when))


def small_png(data):
    """The same picture with at most 64 colours: a quarter of the size."""
    from PIL import Image

    out = io.BytesIO()
    Image.open(io.BytesIO(data)).convert("RGB").quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()
