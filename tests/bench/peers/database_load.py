#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""postgresql-load, mysql-load: MLflow's client pages through all runs of a database server, as the line says.
database_load.py WORK ADDRESS RUNS, in a Python that has MLflow and the server's driver"""
import sys

import peer

peer.page_through(sys.argv[1], sys.argv[2], int(sys.argv[3]))
