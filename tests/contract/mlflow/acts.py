# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done to the copies."""
import dataclasses
import typing

from mlflow.entities import Dataset, DatasetInput, InputTag, Metric, Param, RunTag
from stores import Copy

ODD = ["plain", "", "two\nlines\n", " # not: a 'comment' ", '"quoted" \\ back', "größe 🎯 \u200b", "- 1", "0123456789" * 30, "true", "null", "1e5"]


@dataclasses.dataclass
class Act:
    words: str
    kind: str  # what it changes: "runs" or "models"
    by_assayctl: typing.Callable[[Copy], object]
    by_mlflow: typing.Callable[[Copy], object]


def stage(name, version, to, archives=False):
    words = [name, version, to, "--reason", "a test"] + (["--archive-existing"] if archives else [])
    return Act("promote " + " ".join(words), "models", lambda store: store.assayctl("promote", *words),
               lambda store: store.client.transition_model_version_stage(name, version, to, archive_existing_versions=archives))


def alias(name, key, version):
    words = [name, key] + ([version] if version else ["--delete"]) + ["--reason", "a test"]

    def by_mlflow(store):
        if version:
            store.client.set_registered_model_alias(name, key, version)
        else:
            store.client.delete_registered_model_alias(name, key)

    return Act("alias " + " ".join(words), "models", lambda store: store.assayctl("alias", *words), by_mlflow)


def tag(kind, target, key, value):
    words = [kind, target, "--delete", "--", key] if value is None else [kind, target, "--", key, value]

    def by_mlflow(store):
        to = target.rsplit("/", 1) if kind == "version" else [target]
        verb = "delete" if value is None else "set"
        noun = {"run": "tag", "model": "registered_model_tag", "version": "model_version_tag"}[kind]
        getattr(store.client, "%s_%s" % (verb, noun))(*to, key, *([] if value is None else [value]))

    return Act("tag " + " ".join(map(repr, words)), "runs" if kind == "run" else "models",
               lambda store: store.assayctl("tag", *words), by_mlflow)


def rename(run, name):
    return Act("rename %r" % name, "runs", lambda store: store.assayctl("rename", "--", run, name),
               lambda store: store.client.update_run(run, name=name))


def delete(run):
    return Act("delete", "runs", lambda store: store.assayctl("delete", run), lambda store: store.client.delete_run(run))


def restore(run):
    return Act("restore", "runs", lambda store: store.assayctl("restore", run), lambda store: store.client.restore_run(run))


def twofold(store):
    """Acts for both programs, on what `store` holds before them."""
    name, other = "churn-classifier", "vision.detector-2"
    odd = ODD[2:6:3] if store.server else ODD  # a server takes its time
    active = {e["experiment_id"] for e in store.before["experiments"].values() if e["lifecycle_stage"] == "active"}
    run = min(r for r, row in store.before["runs"].items() if row["info"]["lifecycle_stage"] == "active" and row["info"]["experiment_id"] in active)
    if name in store.before["models"]:
        yield stage(name, "4", "Staging")
        yield stage(name, "4", "Production", archives=True)
        yield stage(name, "1", "production")
        yield stage(name, "2", "None")
        yield stage(name, "3", "Staging", archives=True)
        yield stage(name, "1", "Staging", archives=True)
        yield stage(other, "1", "Production", archives=True)
        yield stage(other, "2", "Archived")
        yield alias(name, "champion", "4")
        yield alias(name, "new-one", "1")
        yield alias(name, "new-one", "3")
        yield alias(name, "new-one", None)
        yield alias(other, "Größe", "2")
        for target, kind in ((name, "model"), (name + "/4", "version")):
            for n, value in enumerate(odd):
                yield tag(kind, target, "odd %d" % n, value)
            yield tag(kind, target, "odd 0", "another")
            yield tag(kind, target, "odd 1", None)
        yield tag("version", name + "/1", "validated", "yes")
        yield tag("model", name, "owner", None)
    for n, value in enumerate(odd):
        yield tag("run", run, "odd %d" % n, value)
    yield tag("run", run, "odd 0", "another")
    yield tag("run", run, "odd 1", None)
    yield tag("run", run, "a/folder/of keys", "value")
    yield tag("run", run, "mlflow.note.content", "# Note\n\nwritten later")
    for name in [value for value in odd if value.strip()] + (["-"] if store.server else ["-", "a: b", "{x}", "[1]", "&a", "2024-01-01"]):
        yield rename(run, name)
    yield tag("run", run, "mlflow.runName", "by its tag")
    yield delete(run)
    yield restore(run)
    yield rename(run, "restored")
    yield delete(run)
    deleted = (r for r, row in store.before["runs"].items() if row["info"]["lifecycle_stage"] == "deleted" and row["info"]["experiment_id"] in active)
    for other in sorted(deleted)[:2]:
        yield restore(other)
        yield rename(other, "back again")


def by_mlflow(store):
    """(words, act) of MLflow alone."""
    client, made = store.client, {}

    def create_run(name):
        made[name] = client.create_run(made["experiment"], run_name=name, tags={"from": "here"}).info.run_id

    def create_experiment():
        made["experiment"] = client.create_experiment("new one: größe", tags={"team": "a\nb"})

    def log():
        points = [Metric("loss", value, 1_700_000_000_000 + n, n) for n, value in enumerate((0.5, 0.25, 1e-07, 3.0))]
        points += [Metric("val/nan", float("nan"), 1_700_000_000_000, 1), Metric("inf", float("inf"), 1_700_000_000_000, 0)]
        params = [Param("p %d" % n, value) for n, value in enumerate(ODD)]
        client.log_batch(made["first"], metrics=points, params=params, tags=[RunTag("t %d" % n, value) for n, value in enumerate(ODD)])

    def log_inputs():
        sets = [Dataset(name, "d%d" % n, "local", '{"uri": "x"}', schema='{"a": 1}', profile='{"rows": 3}') for n, name in enumerate(("train", "größe"))]
        client.log_inputs(made["first"], [DatasetInput(sets[0], [InputTag("mlflow.data.context", "training")]), DatasetInput(sets[1], [])])

    def create_versions():
        client.create_registered_model("fresh model", tags={"a": "b"}, description="first\nlines")
        for n in range(11):  # 10 is after 9
            client.create_model_version("fresh model", "file:///data/%d" % n, run_id=made["first"], tags={"n": str(n)}, description="number %d" % n)

    yield "create an experiment", create_experiment
    yield "create a run", lambda: create_run("first")
    yield "create another", lambda: create_run("second")
    yield "log a batch", log
    yield "log one more", lambda: client.log_metric(made["first"], "loss", 7.5, step=9)
    yield "log data sets", log_inputs
    yield "end a run", lambda: client.set_terminated(made["first"], "FAILED")
    yield "rename a run", lambda: client.update_run(made["first"], name="it's: # renamed")
    yield "delete a run", lambda: client.delete_run(made["first"])
    yield "restore a run", lambda: client.restore_run(made["first"])
    yield "rename an experiment", lambda: client.rename_experiment(made["experiment"], "renamed")
    yield "tag an experiment", lambda: client.set_experiment_tag(made["experiment"], "mlflow.note.content", "two\nlines")
    yield "delete an experiment", lambda: client.delete_experiment(made["experiment"])
    yield "restore an experiment", lambda: client.restore_experiment(made["experiment"])
    yield "create versions", create_versions
    yield "move versions", lambda: [client.transition_model_version_stage("fresh model", str(n), "Production", archive_existing_versions=n == 9) for n in (2, 10, 9)]
    yield "set an alias", lambda: client.set_registered_model_alias("fresh model", "best", "10")
    yield "describe a version", lambda: client.update_model_version("fresh model", "3", "# anew\n")
    yield "delete a version", lambda: client.delete_model_version("fresh model", "10")
    if not store.is_file:  # where MLflow stops half-way at a version with tags
        yield "rename a model", lambda: client.rename_registered_model("fresh model", "older model")
    yield "delete a model", lambda: client.delete_registered_model("fresh model" if store.is_file else "older model")
