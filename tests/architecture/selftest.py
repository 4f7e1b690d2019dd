#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""selftest.py: shows that every rule of the house finds what breaks it, and leaves alone what comes close."""
import os
import subprocess
import sys
import tempfile
import unittest

import check
import rules

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later\n"


def licensed(path, text):
    """A sample as it would stand in the project: with its licence, so that only what it shows is wrong."""
    if path.endswith(rules.SOURCES):
        once = "#pragma once\n" if path.endswith(".h") and "#pragma once" not in text else ""
        return "// " + LICENCE + once + text
    return "# " + LICENCE + text if path.endswith(rules.SCRIPTS) and not text.startswith("#!") else text


def findings(tree, built=None):
    return {name for _, _, name, _ in check.check_tree(tree, built)}


class Rules(unittest.TestCase):
    def test_every_rule_finds_its_sample_and_nothing_else(self):
        for rule in rules.RULES:
            with self.subTest(rule.name):
                self.assertEqual(findings(self.samples(rule, rule.bad)), {rule.name})
                self.assertEqual(findings(self.samples(rule, rule.good)), set())

    @staticmethod
    def samples(rule, tree):
        return tree if rule.whole_samples else {p: licensed(p, t) for p, t in tree.items()}


class Includes(unittest.TestCase):
    def arrows(self, path, target):
        return findings({path: licensed(path, '#include "%s"\n' % target)})

    def test_every_arrow_that_is_not_in_the_table_is_found(self):
        for room, allowed in rules.ROOMS.items():
            for other in rules.ROOMS:
                right = other == room or check.below(other, allowed)
                with self.subTest("%s -> %s" % (room, other)):
                    self.assertEqual(self.arrows(room + "/a.cpp", other + "/b.h"), set() if right else {"arrow"})

    def test_arrows_of_the_design(self):
        for path, target in (
            ("models/base/a.cpp", "models/domain/run.h"),
            ("models/store/a.h", "models/registry/b.h"),
            ("models/stores/x/a.cpp", "models/stores/y/b.h"),
            ("models/items/a.cpp", "models/store/b.h"),
            ("widgets/a.cpp", "models/store/b.h"),
            ("widgets/a.cpp", "app/b.h"),
            ("app/cli/a.cpp", "widgets/b.h"),
            ("app/cli/a.cpp", "app/mainwindow.h"),
        ):
            with self.subTest(path + " -> " + target):
                self.assertEqual(self.arrows(path, target), {"arrow"})
        for path, target in (
            ("app/a.cpp", "widgets/panels/c/d.h"),
            ("models/registry/a.cpp", "models/store/b.h"),
            ("models/stores/x/a.cpp", "models/stores/x/b.h"),
            ("widgets/panels/a/b.cpp", "widgets/panels/a/d.h"),
            ("widgets/panels/a/b.cpp", "widgets/theme/d.h"),
        ):
            with self.subTest(path + " -> " + target):
                self.assertEqual(self.arrows(path, target), set())

    def test_includes_are_written_from_the_root(self):
        self.assertEqual(self.arrows("app/a.cpp", "a.h"), {"include-path"})
        self.assertEqual(self.arrows("app/a.cpp", "../models/base/a.h"), {"include-path"})
        self.assertEqual(self.arrows("app/a.cpp", "ui_form.h"), set())

    def test_a_departure_is_needed_and_covers_one_include(self):
        tree = {"models/base/a.h": licensed("a.h", '#include "app/b.h"\n')}
        for departures, expected in (
            ((), {"arrow"}),
            ((("models/base/a.h", "app/b.h"),), set()),
            ((("models/base/a.h", "app/c.h"),), {"arrow", "departure"}),
        ):
            with self.subTest(departures=departures):
                self.assertEqual({f[2] for f in check.check_tree(tree, None, departures)}, expected)

    def test_a_commented_include_is_none(self):
        self.assertEqual(findings({"models/base/a.cpp": licensed("a.cpp", '/*\n#include "app/a.h"\n*/\n')}), set())


class PlotHeader(unittest.TestCase):
    source = licensed("a.cpp", "#include <qcustomplot.h>\n")

    def test_only_one_source_of_one_room_includes_it(self):
        self.assertEqual(findings({"widgets/chart/a.cpp": self.source}), set())
        self.assertEqual(findings({"widgets/a.cpp": self.source}), {"plot-header"})
        self.assertEqual(findings({"widgets/chart/a.h": self.source + "#pragma once\n"}), {"plot-header"})
        self.assertEqual(findings({"widgets/chart/a.cpp": self.source, "widgets/chart/b.cpp": self.source}), {"plot-header"})
        self.assertEqual(findings({"tests/a.cpp": self.source}), {"plot-header"})
        self.assertEqual(findings({"widgets/chart/a.cpp": self.source, "tests/bench/bench_chart.cpp": self.source}), set())


class Build(unittest.TestCase):
    def test_a_source_that_no_target_builds_is_found(self):
        tree = {p: licensed(p, "") for p in ("app/a.cpp", "tests/b.cpp", "app/c.h")}
        self.assertEqual(findings(tree, {"app/a.cpp"}), {"unbuilt"})
        self.assertEqual(findings(tree, {"app/a.cpp", "tests/b.cpp"}), set())


class Files(unittest.TestCase):
    def test_reads_the_project_without_builds_and_fixtures(self):
        with tempfile.TemporaryDirectory() as root:
            for path in ("app/a.cpp", "build/x.cpp", "build-dev/x.cpp", "tests/fixtures/x.py", ".git/x.py", "tests/y.md"):
                os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
                with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                    file.write("x\n")
            self.assertEqual(set(check.read_tree(root)), {"app/a.cpp", "tests/y.md"})

    def test_an_ignored_fixture_is_found(self):
        with tempfile.TemporaryDirectory() as root:
            os.makedirs(root + "/tests/fixtures")
            for path, text in ((".gitignore", "*.user\n"), ("tests/fixtures/mlflow.user", ""), ("tests/fixtures/a", "")):
                with open(root + "/" + path, "w", encoding="utf-8") as file:
                    file.write(text)
            try:
                subprocess.run(["git", "init", "-q", root], check=True, capture_output=True)
            except (OSError, subprocess.CalledProcessError) as error:
                self.skipTest("git does not run here: %s" % error)
            self.assertEqual([f[0] for f in check.check_hidden(root)], ["tests/fixtures/mlflow.user"])

    def test_lines_are_those_of_the_file(self):
        text = licensed("a.cpp", '/* a\nb */ auto x = R"(\n)";\nQSqlQuery q;\n')
        self.assertEqual([f[1] for f in check.check_tree({"app/a.cpp": text})], [5])


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main()
