# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house, as data. check.py applies them, selftest.py shows that each can fail.

Paths are relative to the project's root, with "/" between. A folder name covers what lies below it.
"""
import re
from dataclasses import dataclass, field

# Which rooms a room may include, besides itself. The longest folder that matches a file is its room.
ROOMS = {
    "models/base": (),
    "models/domain": ("models/base",),
    "models/table": ("models/base", "models/domain"),
    "models/chart": ("models/base", "models/domain"),
    "models/net": ("models/base", "models/domain"),
    "models/secrets": ("models/base",),
    "models/archive": ("models/base",),
    "models/yaml": ("models/base",),
    "models/preview": ("models/base", "models/archive", "models/yaml"),
    "models/store": ("models/base", "models/domain", "models/table", "models/archive"),
    "models/objectstore": ("models/base", "models/net"),
    "models/artifacts": ("models/base", "models/domain", "models/store", "models/net", "models/objectstore"),
    "models/json": ("models/base", "models/domain"),
    "models/copy": ("models/base", "models/domain", "models/table", "models/store", "models/json"),
    "models/offline": ("models/base", "models/domain", "models/table", "models/store", "models/copy"),
    "models/mlflowsql": ("models/base", "models/domain", "models/table", "models/store", "models/artifacts"),
    "models/stores": ("models/base", "models/domain", "models/table", "models/store", "models/artifacts", "models/net", "models/yaml", "models/archive",
                      "models/copy", "models/mlflowsql", "models/json"),
    "models/registry": ("models/base", "models/domain", "models/table", "models/store"),
    "models/items": ("models/base", "models/domain", "models/table", "models/chart", "models/registry", "models/preview"),
    "widgets": ("models/base", "models/domain", "models/chart", "models/items", "models/preview"),
    "app/cli": ("models",),
    "app": ("models", "widgets"),
}
# Of these folders every subfolder is a room of its own: one must not know the other.
SEPARATE = ("models/stores",)

# Includes that go against the table and are known: each with its reason, until the table or the code changes.
# One that is gone from the code is a finding.
DEPARTURES = {}

# Written by people, not by the build; the fixtures are other people's.
SOURCES = (".cpp", ".h")
SCRIPTS = (".py", ".sh", ".cmake")
TEXTS = SOURCES + SCRIPTS + (".txt", ".md", ".json", ".yml", ".yaml", ".ui", ".qrc", ".xml", ".ts", ".in")
SKIPPED_FOLDERS = ("tests/fixtures",)

ROOMS_OF_CODE = ("models", "widgets", "app")


@dataclass(frozen=True)
class Rule:
    """Text that must not stand in the files of some folders."""

    name: str
    why: str
    pattern: str
    bad: dict  # a tree that breaks the rule, and nothing else
    good: dict = field(default_factory=dict)  # a tree that comes close and is right
    within: tuple = ROOMS_OF_CODE  # folders it holds for; () is everywhere
    outside: tuple = ()  # folders and files that are exempt
    endings: tuple = SOURCES
    whole_text: bool = False  # comments and strings count, too
    whole_samples: bool = False  # bad and good are complete; the others get licence and #pragma once

    def regex(self):
        return re.compile(self.pattern)


FILE_CLASSES = "QFile|QFileInfo|QSaveFile|QTemporaryFile|QTemporaryDir|QDirIterator|QLockFile|QFileSystemWatcher"
GUI_CLASSES = "QColor|QIcon|QFont|QBrush|QPen|QPalette|QPixmap|QImage|QPainter"

RULES = (
    Rule(
        "sql",
        "SQL belongs to the store formats, and to copies of stores",
        r"\bQSql\w+|<QtSql\b|<sqlite3\.h>|<libpq-fe\.h>",
        outside=("models/stores", "models/copy", "models/mlflowsql"),
        bad={"models/store/a.cpp": "#include <QSqlQuery>\n"},
        good={"models/stores/x/a.cpp": "#include <QSqlQuery>\n", "app/b.cpp": "// QSqlQuery\n"},
    ),
    Rule(
        "files",
        "files are opened by stores, copies, registry, preview, archive and app only",
        r"\b(%s)\b|\bQDir\b(?!>)(?!::(toNativeSeparators|fromNativeSeparators|cleanPath|separator)\b)"
        r"|<fcntl\.h>|<fstream>|<filesystem>|\bstd::(filesystem|[io]?fstream)\b|\bfopen\s*\(|(?<![\w>])::open(at2?)?\s*\(" % FILE_CLASSES,
        outside=("models/store", "models/stores", "models/mlflowsql/server", "models/objectstore", "models/artifacts", "models/copy", "models/offline", "models/registry",
                 "models/preview", "models/archive", "app"),
        bad={"widgets/a.cpp": "bool x() { return QFile::exists({}); }\n"},
        good={
            "widgets/a.cpp": "#include <QDir>\nQString x(QString p) { return QDir::toNativeSeparators(p); }\n",
            "models/store/a.cpp": "#include <fcntl.h>\n",
        },
    ),
    Rule(
        "settings",
        "settings are read in app and handed down",
        r"\bQSettings\b",
        outside=("app",),
        bad={"models/table/a.cpp": "QVariant x(QSettings &s);\n"},
        good={"app/settings.cpp": "#include <QSettings>\n"},
    ),
    Rule(
        "network",
        "one HTTP client, so that one place decides on time-outs, retries and secrets",
        r"\bQNetworkAccessManager\b|<curl/",
        outside=("models/net",),
        bad={"app/a.cpp": "#include <curl/curl.h>\n"},
        good={"models/net/a.cpp": "#include <curl/curl.h>\n"},
    ),
    Rule(
        "gui-in-models",
        "models say what something means; widgets choose how it looks",
        r"\b(%s)\b|<Qt(Gui|Widgets)\b" % GUI_CLASSES,
        within=("models", "app/cli"),
        bad={"models/items/a.cpp": "#include <QColor>\n"},
        good={"widgets/a.cpp": "#include <QColor>\n", "models/items/b.cpp": "// a QColor would be wrong here\n"},
    ),
    Rule(
        "threads-in-items",
        "item models only show; work runs elsewhere",
        r"\bQThread(Pool)?\b|\bQtConcurrent\b|\bstd::(thread|jthread|async|mutex)\b|\bQMutex\b|\bwaitForFinished\b",
        within=("models/items",),
        bad={"models/items/a.cpp": "void x() { QtConcurrent::run([] {}); }\n"},
        good={"models/store/a.cpp": "#include <QThread>\n"},
    ),
    Rule(
        "automatic-text-format",
        "text from a store must never turn into markup by itself",
        r"\bQt::AutoText\b",
        bad={"widgets/a.cpp": "void x(QLabel *l) { l->setTextFormat(Qt::AutoText); }\n"},
        good={"widgets/a.cpp": "void x(QLabel *l) { l->setTextFormat(Qt::PlainText); }\n"},
    ),
    Rule(
        "rich-text",
        "rich text is for our own sentences, where rules.py names the file",
        r"\bQt::RichText\b",
        outside=(),
        bad={"widgets/a.cpp": "void x(QLabel *l) { l->setTextFormat(Qt::RichText); }\n"},
        good={"widgets/a.cpp": 'auto x = "Qt::RichText";\n'},
    ),
    Rule(
        "pragma-once",
        "headers start with #pragma once",
        r"\A(?!(.*\n){0,40}?[ \t]*#pragma once)",
        within=ROOMS_OF_CODE + ("tests",),
        endings=(".h",),
        whole_samples=True,
        bad={"app/a.h": "// SPDX-License-Identifier: GPL-3.0-or-later\nstruct A;\n"},
        good={"app/a.h": "// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma once\nstruct A;\n"},
    ),
    Rule(
        "using-in-header",
        "a header must not change what names mean for its readers",
        r"(?m)^\s*using namespace\b",
        endings=(".h",),
        bad={"app/a.h": "#pragma once\nusing namespace Qt;\n"},
        good={"app/a.cpp": "using namespace Qt::StringLiterals;\n"},
    ),
    Rule(
        "old-connect",
        "connections are checked by the compiler",
        r"\b(SIGNAL|SLOT)\s*\(",
        bad={"app/a.cpp": "void x(QObject *o) { QObject::connect(o, SIGNAL(a()), o, SLOT(b())); }\n"},
        good={"app/a.cpp": "// not SIGNAL(a())\n"},
    ),
    Rule(
        "spdx",
        "every source names its licence in the first line (after #!)",
        r"\A(?!(#!.*\n)?(//|#) SPDX-License-Identifier: GPL-3\.0-or-later\n)",
        within=(),
        endings=SOURCES + SCRIPTS,
        whole_text=True,
        whole_samples=True,
        bad={"tests/a.cpp": "int a;\n"},
        good={"packaging/a.sh": "#!/bin/sh\n# SPDX-License-Identifier: GPL-3.0-or-later\n"},
    ),
    Rule(
        "left-undone",
        "what is not done is written down where work is planned, not in the source",
        r"\b(TODO|FIXME|XXX)\b",
        within=(),
        outside=("tests/architecture",),
        endings=TEXTS,
        whole_text=True,
        bad={"app/CMakeLists.txt": "# TODO: later\n"},
        good={"tests/architecture/a.txt": "TODO\n"},
    ),
    Rule(
        "registry-hosts",
        "where packages come from is the machine's configuration",
        r"(?i)pypi[.]org|pythonhosted[.]org|conda[.]anaconda[.]|registry[.]npmjs[.]|crates[.]io|rubygems[.]org"
        r"|proxy[.]golang[.]org|(deb|security|ftp)[.]debian[.]org|(archive|ports|security)[.]ubuntu[.]com|repo[.]maven|mirror[.]gcr[.]",
        within=(),
        outside=("tests/architecture",),
        endings=TEXTS,
        whole_text=True,
        bad={"packaging/a.json": '"https://pypi' + '.org/simple"\n'},
        good={"packaging/a.json": '"https://example.org/simple"\n'},
    ),
)

# The one file that may include QCustomPlot: it costs seconds and does not know our strict definitions.
PLOT_HEADER = re.compile(r'#\s*include\s*[<"][^>"]*qcustomplot\.h[>"]')
PLOT_ROOM = "widgets/chart"
PLOT_PEERS = ("tests/bench/bench_chart.cpp",)  # measures it as it is, beside ours

# Sources that only some configurations build.
SOMETIMES_BUILT = ("tests/fuzz", "tests/bench")
