#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""server-decode: MLflow's client makes runs of one page of a tracking server, 1,000 of them, whose bytes it has already: what its
REST store does behind the request (rest_utils.call_endpoint, RestStore._search_runs). server_decode.py ADDRESS [EXPERIMENT…]"""
import json
import sys
import urllib.request

import peer

import logging  # noqa: E402

logging.disable(logging.WARNING)
import google.protobuf  # noqa: E402
import mlflow  # noqa: E402
from google.protobuf.internal import api_implementation  # noqa: E402
from mlflow import MlflowClient  # noqa: E402
from mlflow.entities import Run  # noqa: E402
from mlflow.protos.service_pb2 import SearchRuns  # noqa: E402
from mlflow.store.entities.paged_list import PagedList  # noqa: E402
from mlflow.utils.proto_json_utils import parse_dict  # noqa: E402

address = sys.argv[1]
ids = sys.argv[2:] or peer.experiments(MlflowClient(tracking_uri=address))
# As bench_server asks for it.
asked = {"experiment_ids": ids, "run_view_type": "ALL", "max_results": 1000, "order_by": ["attributes.start_time DESC"]}
request = urllib.request.Request(address + "/api/2.0/mlflow/runs/search", json.dumps(asked).encode(), {"Content-Type": "application/json"})
with urllib.request.urlopen(request) as answer:
    body = answer.read()


def decode():
    response = SearchRuns.Response()
    parse_dict(js_dict=json.loads(body.decode("utf-8")), message=response)
    return PagedList([Run.from_proto(run) for run in response.runs], response.next_page_token or None)


note = "%d runs of %d kB, protobuf %s %s" % (len(decode()), len(body) // 1000, google.protobuf.__version__, api_implementation.Type())
peer.measure("server-decode", "MLflow " + mlflow.__version__, decode, 9, note=note)
