#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the sample store with MLflow's own client: check.py [sample.tar.xz]

Unpacks a copy, points its recorded locations at the copy (MLflow does not look beside the database, Assay does), and asks
for what the archive promises. Fails loudly on the first thing that is not so.
"""
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
HERE = pathlib.Path(__file__).resolve().parent
RECORDED = "/data/sample"


def mend(root):
    for path in (root / "mlartifacts").rglob("MLmodel"):
        path.write_text(path.read_text().replace(RECORDED, str(root)))
    db = sqlite3.connect(root / "mlflow.db")
    for table, column in (("experiments", "artifact_location"), ("runs", "artifact_uri"), ("logged_models", "artifact_location"), ("model_versions", "storage_location")):
        db.execute('update %s set %s = replace(%s, ?, ?)' % (table, column, column), (RECORDED, str(root)))
    db.commit()
    db.close()


def ask(root):
    import mlflow
    import numpy as np
    from mlflow import MlflowClient
    from mlflow.entities import ViewType

    uri = "sqlite:///%s/mlflow.db" % root
    mlflow.set_tracking_uri(uri)
    mlflow.set_registry_uri(uri)
    client = MlflowClient()
    experiments = client.search_experiments(view_type=ViewType.ALL)
    runs = client.search_runs([e.experiment_id for e in experiments], run_view_type=ViewType.ALL, max_results=5000)
    statuses = {r.info.status for r in runs}
    assert statuses == {"FINISHED", "FAILED", "KILLED", "RUNNING", "SCHEDULED"}, statuses
    curves = 0
    for run in runs:
        for key in run.data.metrics:
            curves += len(client.get_metric_history(run.info.run_id, key)) >= 60
    assert curves >= 300, curves
    files = 0
    for run in runs:
        todo = [None]
        while todo:
            for f in client.list_artifacts(run.info.run_id, todo.pop()):
                files += not f.is_dir
                if f.is_dir:
                    todo.append(f.path)
    stages = {v.current_stage for v in client.search_model_versions("name = 'digits-classifier'")}
    assert stages == {"None", "Staging", "Production", "Archived"}, stages
    for uri in ["models:/digits-classifier/%d" % n for n in (1, 2, 3, 4)] + ["models:/digits-classifier/Production"]:
        model = mlflow.sklearn.load_model(uri)
        assert model.predict(np.zeros((1, 64), np.float32)).shape == (1,)
    for alias in ("champion", "challenger", "canary", "previous"):
        version = client.get_model_version_by_alias("diabetes-progression", alias)
        source = mlflow.artifacts.download_artifacts(version.source)
        assert (pathlib.Path(source) / "MLmodel").exists()
    print(json.dumps({"experiments": len(experiments), "runs": len(runs), "curves": curves, "artifacts": files, "models": len(client.search_registered_models())}))


def main():
    archive = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else HERE / "sample.tar.xz").resolve()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["tar", "-xJf", str(archive), "-C", folder], check=True)
        root = pathlib.Path(folder) / "sample"
        leaks = [p for p in root.rglob("*") if p.is_file() and any(w in p.read_bytes() for w in (b"/tmp/", b"/home/", b"/root/", b"/work/"))]
        assert not leaks, leaks
        mend(root)
        ask(root)


main()
