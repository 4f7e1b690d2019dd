#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads JSON lines of benchmarks and prints how many times longer each peer takes: ratios.py LINES…

Ours have no "by", or "Assay…"; several lines of ours for one work are rows of their own.
"""
import json
import sys

ORDER = ["file-scan", "sqlite-load", "sqlite-load-memory", "postgresql-load", "mysql-load", "history-ordinary-sqlite", "history-100k-sqlite", "history-ordinary-file", "history-100k-file", "server-decode", "server-decode-memory", "server-read", "server-read-cpu", "sort-1m", "group-100k", "group-100k-median", "pivot-100k", "start-first-paint"]


def read(paths):
    rows = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            rows += [json.loads(line) for line in file if line.startswith("{")]
    return rows


def duration(seconds):
    for limit, factor, unit in ((1e-3, 1e6, "µs"), (1, 1e3, "ms")):
        if seconds < limit:
            return "%.3g %s" % (seconds * factor, unit)
    return "%.3g s" % seconds


def amount(row):
    return "%.3g MB" % row["megabytes"] if "megabytes" in row else duration(row["seconds"])


def times(peer, own):
    return "%.3g" % (peer["seconds"] / own["seconds"]) if peer and own and "seconds" in own else "–"


def main():
    rows = read(sys.argv[1:])
    names = ORDER + sorted({r["work"] for r in rows} - set(ORDER))
    print("| work | Assay | peer | its time | times |\n| --- | ---: | --- | ---: | ---: |")
    for name in names:
        ours = [r for r in rows if r["work"] == name and r.get("by", "Assay").startswith("Assay")]
        peers = [r for r in rows if r["work"] == name and r not in ours]
        for own in ours or [None]:
            for peer in peers or [None]:
                cells = [name + (" (%s)" % own["note"] if own and own.get("note") else ""), amount(own) if own else "–"]
                note = " (%s)" % peer["note"] if peer and peer.get("note") else ""
                cells += [peer["by"] + note if peer else "–", duration(peer["seconds"]) if peer else "–", times(peer, own)]
                if own or peer:
                    print("| " + " | ".join(cells) + " |")


main()
