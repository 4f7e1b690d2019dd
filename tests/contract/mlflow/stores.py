# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of a fixture store that two programs read and write, and how their answers are compared."""
import glob
import json
import os
import re
import shutil
import sqlite3
import subprocess

import lib  # of tests/fixtures/make; before mlflow
import mlflow_server  # of tests/support

import logging  # noqa: E402
import warnings  # noqa: E402

logging.disable(logging.WARNING)
warnings.filterwarnings("ignore")  # stages are going out of fashion
from mlflow import MlflowClient  # noqa: E402
from mlflow.entities import ViewType  # noqa: E402

# In files of the registry: what a newer MLflow adds whenever it writes, and the copy of the aliases that nobody reads.
# In those of runs: keys of older releases, which a newer one drops, and an empty time, which it leaves out.
ASIDE = re.compile(r"^(aliases:.*\n(  .*\n)*|(workspace|model_id|deployment_job_id|deployment_job_state|run_uuid):.*\n|deleted_time: null\n)", re.MULTILINE)
KINDS = ("experiments", "runs", "models")
TIMES = ("creation_timestamp", "last_updated_timestamp", "creation_time", "last_update_time", "start_time", "end_time")


class Copy:
    """In a folder, or behind a tracking server of its own of some version of MLflow."""

    def __init__(self, program, store, folder, version=None):
        self.program, self.folder = program, folder
        self.is_file = not os.path.exists(store + "/mlflow.db")
        self.path = folder + ("/mlruns" if self.is_file else "/mlflow.db")
        self.server = mlflow_server.Server(version, store, folder).__enter__() if version else None
        if self.server:
            self.location = uri = self.server.address
        else:
            self.copy(store)
            self.location, uri = self.path, ("file://" if self.is_file else "sqlite:///") + self.path
        self.client = MlflowClient(tracking_uri=uri, registry_uri=uri)
        self.before = {kind: self.read_by_mlflow(kind) for kind in KINDS}

    def close(self):
        if self.server:
            self.server.__exit__()

    def copy(self, store):
        folder = self.folder
        shutil.copytree(store, folder, ignore=shutil.ignore_patterns("expected"))
        for base, folders, files in os.walk(folder):
            for name in folders + files:
                os.chmod(os.path.join(base, name), 0o755 if name in folders else 0o644)
        for meta in glob.glob(folder + "/mlruns/*/*/meta.yaml"):
            for name in ("artifacts", "metrics", "params", "tags"):  # git keeps no empty folders, and MLflow looks for them
                os.makedirs(os.path.join(os.path.dirname(meta), name), exist_ok=True)

    def assayctl(self, command, *words):
        done = subprocess.run([self.program, command, self.location, "--format", "json", *words], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError("assayctl %s %s: status %d, %s" % (command, " ".join(words), done.returncode, done.stderr.strip()))
        return json.loads(done.stdout)

    def by(self, kind, rows):
        """Rows by what names them; those of a server, which hold its folder, without that."""
        keyed = by(kind, rows)
        return json.loads(json.dumps(keyed).replace(self.folder + "/", "/data/")) if self.server else keyed

    def read_by_assayctl(self, kind):
        words = () if kind == "models" else ("--view", "all")
        return self.by(kind, self.assayctl(kind, *words)[kind])

    def read_by_mlflow(self, kind):
        if kind == "models":
            models = lib.every(self.client.search_registered_models, max_results=100)
            names = [m.name for m in models if m.tags.get("mlflow.prompt.is_prompt") != "true"]  # old servers do not tell them apart
            return self.by(kind, [lib.model_json(self.client, self.client.get_registered_model(name)) for name in names])
        experiments = lib.every(self.client.search_experiments, view_type=ViewType.ALL, max_results=1000)
        if kind == "runs":
            ids = sorted({e.experiment_id for e in experiments})
            runs = lib.every(self.client.search_runs, experiment_ids=ids, run_view_type=ViewType.ALL, max_results=1000)
            return self.by(kind, [lib.run_json(r) for r in runs])
        names = ("experiment_id", "name", "artifact_location", "lifecycle_stage", "creation_time", "last_update_time", "tags")
        rows = [{name: getattr(e, name) for name in names} for e in experiments]
        for row in rows:  # MLflow shows the stage that stood there before it was deleted
            if self.is_file and not self.server and os.path.isdir("%s/.trash/%s" % (self.path, row["experiment_id"])):
                row["lifecycle_stage"] = "deleted"
        return self.by(kind, rows)

    def contents(self):
        """Everything in the store, with every time after those of the fixtures as 0."""

        def mask(text):
            if self.server:
                text = text.replace(self.folder + "/", "/data/")
            return re.sub(r"\b1[789]\d{11}\b", lambda m: m.group() if int(m.group()) < 1_705_000_000_000 else "0", text)

        if self.is_file:
            found = {}
            for path in glob.glob(self.path + "/**", recursive=True, include_hidden=True):
                name = os.path.relpath(path, self.path)
                found[name] = None
                if os.path.isfile(path):
                    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
                        text = mask(file.read())
                    found[name] = ASIDE.sub("", text) if name.endswith("meta.yaml") else text
            return found
        db = sqlite3.connect("file:%s?mode=ro" % self.path, uri=True)
        tables = [row[0] for row in db.execute("select name from sqlite_master where type = 'table'")]
        return {table: sorted(mask(repr(row)) for row in db.execute('select * from "%s"' % table)) for table in tables}


def by(kind, rows):
    """Rows by what names them."""
    name = {"experiments": lambda e: e["experiment_id"], "runs": lambda r: r["info"]["run_id"], "models": lambda m: m["name"]}[kind]
    keyed = {name(row): plain(row) for row in rows}
    assert len(keyed) == len(rows), "two %s of one name" % kind
    return keyed


def plain(x):
    """The same for what the two only write differently: nothing and an empty text, the largest number of a database for infinity."""
    if isinstance(x, dict):
        return {k: plain(v) for k, v in x.items()}
    if isinstance(x, list):
        return [plain(v) for v in x]
    if isinstance(x, float) and abs(x) >= 1.7976931348623157e308:
        return "Infinity" if x > 0 else "-Infinity"
    return None if x == "" else x


def flat(x, at=""):
    if isinstance(x, dict) and x:
        for key, value in x.items():
            yield from flat(value, "%s.%s" % (at, key))
    elif isinstance(x, list) and x:
        for n, value in enumerate(x):
            yield from flat(value, "%s[%d]" % (at, n))
    else:
        yield at, x


class Compared:
    def __init__(self):
        self.count, self.bad = 0, 0

    def same(self, words, left, right):
        self.count += 1
        if left == right:
            return
        self.bad += 1
        print("differs: " + words)
        a, b = dict(flat(left)), dict(flat(right))
        missing = "(nothing)"
        for key in sorted(a.keys() | b.keys()):
            if a.get(key, missing) != b.get(key, missing):
                print("    %s\n        %r\n        %r" % (key, a.get(key, missing), b.get(key, missing)))

    def one(self, words, kind, copy):
        """Both programs read the same."""
        now = copy.read_by_mlflow(kind)
        self.same("%s: %s by MLflow, by assayctl" % (words, kind), now, copy.read_by_assayctl(kind))
        return now

    def both(self, words, kind, ours, theirs):
        """Both programs read the same in both copies, and the same times moved."""
        seen = []
        for name, copy in (("ours", ours), ("theirs", theirs)):
            now = self.one("%s, %s" % (words, name), kind, copy)
            before = dict(flat(copy.before[kind]))
            seen.append({at: (value != before.get(at) if at.rsplit(".", 1)[-1] in TIMES else value) for at, value in flat(now)})
            copy.before[kind] = now
        self.same(words + ": written by assayctl, by MLflow", *seen)

    def finish(self, name):
        print("%s: %d compared, %d differ" % (name, self.count, self.bad))
        return 1 if self.bad else 0
