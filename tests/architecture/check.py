#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py ROOT [COMPILE_COMMANDS]: prints what breaks the rules of the house, one a line; exit status 1 if anything does.

With the compile_commands.json of a build that has tests, sources that no target builds are found, too."""
import json
import os
import re
import subprocess
import sys

import rules

TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|R"(?P<delimiter>[^()\\\s]*)\(.*?\)(?P=delimiter)"|"(?:\\.|[^"\\\n])*"|(?<!\w)'(?:\\.|[^'\\\n])*'""",
    re.DOTALL,
)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)
# What the build writes beside the sources of a target.
GENERATED = re.compile(r"^(ui_\w+\.h|moc_\w+\.cpp|\w+\.moc)$")


def below(path, folders):
    return any(path == f or path.startswith(f + "/") for f in folders)


def blanked(text, with_strings):
    """The text without its comments, and without strings if asked, with every line end kept."""

    def blank(match):
        token = match.group(0)
        if token.startswith("/") or with_strings:
            return " " + "\n" * token.count("\n")
        return token

    return TOKEN.sub(blank, text)


def read_tree(root):
    """Text of every file that a rule may look at, by path."""
    tree = {}
    for folder, folders, files in os.walk(root):
        here = os.path.relpath(folder, root).replace(os.sep, "/")
        here = "" if here == "." else here + "/"
        folders[:] = [f for f in folders if not f.startswith(".") and not (here == "" and f.startswith("build"))
                      and f != "__pycache__" and not below(here + f, rules.SKIPPED_FOLDERS)]
        for name in files:
            if name.endswith(rules.TEXTS):
                with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
                    tree[here + name] = file.read()
    return tree


def room_of(path):
    rooms = [room for room in rules.ROOMS if below(path, (room,))]
    return max(rooms, key=len) if rooms else None


def separate_part(path):
    """The subfolder of a folder whose parts must not know each other, such as models/stores/x."""
    for folder in rules.SEPARATE:
        if path.startswith(folder + "/") and path.count("/") > folder.count("/") + 1:
            return "/".join(path.split("/")[: folder.count("/") + 2])
    return None


def check_includes(tree, departures):
    unused = set(departures)
    for path, text in tree.items():
        room = room_of(path)
        if not path.endswith(rules.SOURCES) or room is None:
            continue
        kept = blanked(text, with_strings=False)
        for match in INCLUDE.finditer(kept):
            target = match.group(1)
            line = kept.count("\n", 0, match.start(1)) + 1
            if GENERATED.match(target):
                continue
            if (path, target) in departures:
                unused.discard((path, target))
                continue
            to = room_of(target)
            if to is None:
                yield path, line, "include-path", '"%s" is not written from the project\'s root' % target
            elif to != room and not below(to, rules.ROOMS[room]):
                yield path, line, "arrow", "%s must not include %s" % (room, target)
            elif to == room and separate_part(target) not in (None, separate_part(path)):
                yield path, line, "arrow", "%s must not include %s" % (separate_part(path) or room, target)
    for path, target in unused:
        yield path, 1, "departure", "rules.py allows %s, which is not included any more" % target


def check_rules(tree):
    for rule in rules.RULES:
        regex = rule.regex()
        for path, text in tree.items():
            if not path.endswith(rule.endings) or below(path, rule.outside):
                continue
            if rule.within and not below(path, rule.within):
                continue
            searched = text if rule.whole_text else blanked(text, with_strings=True)
            match = regex.search(searched)
            if match:
                yield path, searched.count("\n", 0, match.start()) + 1, rule.name, rule.why


def check_plot_header(tree):
    users = []
    for path, text in sorted(tree.items()):
        if path.endswith(rules.SOURCES) and path not in rules.PLOT_PEERS:
            kept = blanked(text, with_strings=False)
            match = rules.PLOT_HEADER.search(kept)
            if match:
                users.append(path)
                if not below(path, (rules.PLOT_ROOM,)) or not path.endswith(".cpp"):
                    yield path, kept.count("\n", 0, match.start()) + 1, "plot-header", "only one .cpp of %s includes it" % rules.PLOT_ROOM
    if len(users) > 1:
        yield users[1], 1, "plot-header", "%s includes it already" % users[0]


def check_built(tree, built):
    for path in tree:
        if path.endswith(".cpp") and path not in built and not below(path, rules.SOMETIMES_BUILT):
            yield path, 1, "unbuilt", "no target builds this source"


def check_hidden(root):
    """Fixtures that git would leave out of a commit."""
    if not os.path.exists(os.path.join(root, ".git")):
        return
    command = ["git", "-C", root, "ls-files", "--others", "--ignored", "--exclude-standard", "-z", "tests/fixtures"]
    answer = subprocess.run(command, capture_output=True, check=False)
    for path in answer.stdout.decode("utf-8", "replace").split("\0"):
        if path and "__pycache__" not in path:
            yield path, 1, "hidden-fixture", "an ignore rule hides this file of a store"


def built_sources(root, compile_commands):
    with open(compile_commands, encoding="utf-8") as file:
        entries = json.load(file)
    return {os.path.relpath(os.path.join(e["directory"], e["file"]), root).replace(os.sep, "/") for e in entries}


def check_tree(tree, built=None, departures=()):
    yield from check_includes(tree, departures)
    yield from check_rules(tree)
    yield from check_plot_header(tree)
    if built is not None:
        yield from check_built(tree, built)


def main():
    root = os.path.abspath(sys.argv[1])
    tree = read_tree(root)
    built = built_sources(root, sys.argv[2]) if len(sys.argv) > 2 else None
    found = sorted(list(check_tree(tree, built, rules.DEPARTURES)) + list(check_hidden(root)))
    for path, line, name, why in found:
        print("%s:%d: %s: %s" % (path, line, name, why))
    print("%d files read, %d findings" % (len(tree), len(found)))
    return 1 if found or not tree else 0


if __name__ == "__main__":
    sys.exit(main())
