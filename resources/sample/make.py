#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the sample store with MLflow's own client: make.py [OUT.tar.xz]

Trains small models on data that scikit-learn ships, logs them into a SQLite store in a scratch folder, gives its recorded
locations a neutral root, and packs it. Needs mlflow, scikit-learn, matplotlib and pandas; see README.md here.
"""
import datetime
import io
import lzma
import os
import pathlib
import re
import shutil
import sqlite3
import sys
import tarfile
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True
if os.environ.get("PYTHONHASHSEED") != "0":  # the order of sets decides the order of MLflow's indexes
    os.execve(sys.executable, [sys.executable] + sys.argv, dict(os.environ, PYTHONHASHSEED="0"))
sys.argv[0] = "train.py"  # what MLflow may record as the source
from parts import clock  # noqa: E402

clock.freeze("assay-sample")
from parts import diabetes, final, search, store  # noqa: E402

RECORDED = "/data/sample"
PACKED_AT = 1792152000  # 2026-10-16, after the last run


def fill(root, scratch):
    client = store.open_store(root)
    clock.at(clock.day(0))
    digits = search.Digits()
    first = store.experiment(root, 1, "digits/search", search.NOTE, {"team": "vision", "owner": "mara"})
    second = store.experiment(root, 2, "digits/final", final.NOTE, {"team": "vision", "owner": "li.wei"})
    third = store.experiment(root, 3, "diabetes/regression", diabetes.NOTE, {"team": "clinical", "owner": "noor"})
    scrap = store.experiment(root, 4, "scratch/first-tries", "Thrown away.", {})
    for n in range(2):
        run = store.Run(scrap, "try-%d" % n, clock.day(0, 0.3 + n / 10), "mara", "try.ipynb", {"lr": "0.5"})
        run.metrics({"loss": 2.3 - n})
        run.end(clock.day(0, 0.35 + n / 10))
    clock.at(clock.day(1))
    client.delete_experiment(scrap)

    search.grid(first, digits, scratch)
    search.random_search(first, digits, scratch)
    search.long_run(first, digits, scratch)
    search.troubles(first, digits, scratch)
    final.families(second, digits, scratch)
    final.cross_validation(second, digits)
    final.candidates(second, digits, scratch)
    data = diabetes.Diabetes()
    diabetes.paths(third, data, scratch)
    diabetes.cross_validation(third, data)
    diabetes.registered(third, data)
    diabetes.boosting(third, data, scratch)


def neutral(root):
    """Replaces the scratch folder in the database and in the text files of logged models, and the build's date in these."""
    db = sqlite3.connect(root / "mlflow.db")
    for path in (root / "mlartifacts").rglob("MLmodel"):
        (made,) = db.execute("select creation_timestamp_ms from logged_models where model_id = ?", (path.parts[-3],)).fetchone()
        when = datetime.datetime.fromtimestamp(made / 1000, datetime.timezone.utc).strftime("%Y-%m-%d %H:%M:%S.%f")
        text = path.read_text(encoding="utf-8").replace(str(root), RECORDED)
        path.write_text(re.sub("utc_time_created: '.*'", "utc_time_created: '%s'" % when, text), encoding="utf-8")
    for (table,) in db.execute("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").fetchall():
        for column in db.execute('pragma table_info("%s")' % table).fetchall():
            name = column[1]
            db.execute('update "%s" set "%s" = replace("%s", ?, ?) where instr("%s", ?)' % (table, name, name, name), (str(root), RECORDED, str(root)))
    db.execute("update experiments set artifact_location = ? where experiment_id = 0", ("file://%s/mlartifacts/0" % RECORDED,))
    db.commit()
    db.execute("vacuum")
    db.close()
    shutil.rmtree(root / "mlruns", ignore_errors=True)


def pack(root, out):
    """One folder `sample`, names in order, no owners, no dates of this build."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path in [root] + sorted(root.rglob("*")):
            info = tar.gettarinfo(path, "sample" if path == root else "sample/" + str(path.relative_to(root)))
            info.uid = info.gid = 0
            info.uname = info.gname = ""
            info.mtime, info.mode = PACKED_AT, 0o755 if path.is_dir() else 0o644
            with open(path, "rb") if path.is_file() else io.BytesIO() as file:
                tar.addfile(info, file if path.is_file() else None)
    out.write_bytes(lzma.compress(buffer.getvalue(), preset=9 | lzma.PRESET_EXTREME))
    print("%s: %d bytes, unpacked %d" % (out.name, out.stat().st_size, len(buffer.getvalue())))


def main():
    out = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else HERE / "sample.tar.xz").resolve()
    with tempfile.TemporaryDirectory(prefix="assay-sample-") as folder:
        root, scratch = pathlib.Path(folder) / "store", pathlib.Path(folder) / "scratch"
        root.mkdir()
        scratch.mkdir()
        os.chdir(root)
        fill(root, scratch)
        neutral(root)
        os.chdir("/")
        pack(root, out)


main()
