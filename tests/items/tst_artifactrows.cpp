// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/artifactrows.h"
#include "models/items/comparetext.h"

#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

using File = std::pair<QString, QByteArray>;

std::shared_ptr<const RunFiles> makeFiles(const QList<File> &files)
{
    auto made = std::make_shared<RunFiles>();
    for (const auto &[path, bytes] : files) {
        made->entries.append({path, false, bytes.size(), false});
        made->files.append({path, bytes, false, {}});
    }
    return made;
}

std::shared_ptr<const RunFiles> unreachable(const QString &note)
{
    auto made = std::make_shared<RunFiles>();
    made->isReachable = false;
    made->note = note;
    return made;
}

QList<RunInfo> makeRuns(qsizetype count)
{
    QList<RunInfo> runs;
    for (qsizetype i = 0; i < count; ++i) {
        RunInfo info;
        info.ref = {ExperimentId(u"1"_s), RunId(u"id%1"_s.arg(i))};
        info.name = u"run %1"_s.arg(i);
        runs.append(info);
    }
    return runs;
}

// A row as "key = value | value: delta | …".
QStringList printed(const std::vector<DiffRow> &rows, qsizetype runs)
{
    QList<Run> all(runs);
    RunDiff diff = RunDiff::ofRuns(all, 0);
    const size_t before = diff.rows().size();
    diff.append(rows);
    QStringList lines;
    for (size_t i = before; i < diff.rows().size(); ++i) {
        const DiffRow &row = diff.rows()[i];
        QStringList cells;
        for (qsizetype run = 0; run < runs; ++run) {
            const DiffValue value = diff.value(row, run);
            const QString text = std::holds_alternative<std::monostate>(value) ? u"-"_s : CompareText::value(row, value);
            const QString delta = CompareText::delta(diff, row, run);
            cells.append(delta.isEmpty() ? text : text + u": "_s + delta);
        }
        lines.append(row.key + (row.equal ? u" = "_s : u" ! "_s) + cells.join(u" | "_s));
    }
    return lines;
}

} // namespace

class ArtifactRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSameContentOnce()
    {
        const QByteArray packages = "numpy==1.9\n", model = "signature:\n  inputs: '[{\"type\": \"double\", \"name\": \"x\"}]'\n";
        const auto run = [&] { return makeFiles({{u"m/requirements.txt"_s, packages}, {u"m/MLmodel"_s, model}, {u"m/other.txt"_s, packages}}); };
        ReadFiles files{run(), run(), run(), run()};
        ArtifactParses parses;
        const QStringList first = printed(artifactRows(makeRuns(4), files, parses).environment, 4);
        QCOMPARE(first, QStringList{u"numpy = 1.9 | 1.9 | 1.9 | 1.9"_s});
        QCOMPARE(parses.parsedFiles(), 2);
        QCOMPARE(printed(artifactRows(makeRuns(4), files, parses).environment, 4), first);
        files.append(run());
        artifactRows(makeRuns(5), files, parses);
        QCOMPARE(parses.parsedFiles(), 2);
        files[1] = makeFiles({{u"m/requirements.txt"_s, "numpy==1.10\n"}, {u"m/MLmodel"_s, model}});
        files.removeLast();
        QCOMPARE(printed(artifactRows(makeRuns(4), files, parses).environment, 4), QStringList{u"numpy ! 1.9 | 1.10: newer | 1.9 | 1.9"_s});
        QCOMPARE(parses.parsedFiles(), 3);
        // A name says how it is read.
        files[2] = makeFiles({{u"m/python_env.yaml"_s, packages}});
        artifactRows(makeRuns(4), files, parses);
        QCOMPARE(parses.parsedFiles(), 4);
        files = {run()};
        artifactRows(makeRuns(1), files, parses);
        QCOMPARE(parses.parsedFiles(), 4);
        // Of very many the unused are forgotten.
        for (int i = 0; i < ArtifactParses::MostUnused; ++i)
            files.append(makeFiles({{u"conda.yaml"_s, "dependencies:\n- python=" + QByteArray::number(i) + "\n"}}));
        artifactRows(makeRuns(files.size()), files, parses);
        artifactRows(makeRuns(files.size()), files, parses);
        QCOMPARE(parses.parsedFiles(), 4 + ArtifactParses::MostUnused);
        const auto one = files.at(1);
        files.clear();
        parses.dropUnused();
        artifactRows(makeRuns(1), {one}, parses);
        artifactRows(makeRuns(1), {run()}, parses);
        QCOMPARE(parses.parsedFiles(), 6 + ArtifactParses::MostUnused);
    }

    void comparesPackages()
    {
        const ReadFiles files{makeFiles({{u"model/requirements.txt"_s, "numpy==1.9\nmlflow==3.0\nold==1\nany"}, {u"model/conda.yaml"_s, "dependencies:\n- python=3.11\n- pip:\n  - numpy==1.9\n"}}),
                              makeFiles({{u"model/requirements.txt"_s, "numpy==1.10\nmlflow==3.0\nnew>=2\nany"}, {u"model/python_env.yaml"_s, "python: '3.10'\n"}})};
        const ArtifactRows rows = artifactRows(makeRuns(2), files);
        QCOMPARE(printed(rows.environment, 2), (QStringList{u"any = any version | any version"_s, u"mlflow = 3.0 | 3.0"_s, u"new ! - | >=2: added"_s, u"numpy ! 1.9 | 1.10: newer"_s,
                                                            u"old ! 1 | -: removed"_s, u"python ! 3.11 | 3.10: older"_s}));
        QVERIFY(rows.notes.value(DiffSection::Environment).isEmpty());
    }

    void comparesSignatures()
    {
        const QByteArray a = "signature:\n  inputs: '[{\"type\": \"double\", \"name\": \"x\"}, {\"type\": \"long\", \"name\": \"gone\"}]'\n";
        const QByteArray b = "signature:\n  inputs: '[{\"type\": \"string\", \"name\": \"x\"}]'\n";
        QCOMPARE(printed(artifactRows(makeRuns(2), {makeFiles({{u"model/MLmodel"_s, a}}), makeFiles({{u"other/MLmodel"_s, b}})}).signature, 2),
                 (QStringList{u"inputs.gone ! long | -: removed"_s, u"inputs.x ! double | string: changed"_s}));
        QCOMPARE(printed(artifactRows(makeRuns(2), {makeFiles({{u"m/MLmodel"_s, a}, {u"n/MLmodel"_s, b}}), makeFiles({{u"m/MLmodel"_s, a}})}).signature, 2),
                 (QStringList{u"m/inputs.gone = long | long"_s, u"m/inputs.x = double | double"_s, u"n/inputs.x ! string | -: removed"_s}));
    }

    void comparesFilesBySize()
    {
        const ArtifactRows rows = artifactRows(makeRuns(2), {makeFiles({{u"a.txt"_s, "12345"}, {u"only"_s, "1"}}), makeFiles({{u"a.txt"_s, "1234567"}})});
        QCOMPARE(printed(rows.artifacts, 2), (QStringList{u"a.txt ! 5 B | 7 B: +2 B"_s, u"only ! 1 B | -: removed"_s}));
        QCOMPARE(rows.notes.value(DiffSection::Environment).size(), 1);
        QVERIFY(rows.notes.value(DiffSection::Environment).first().contains(u"requirements.txt"_s));
    }

    void takesWhatWasNotReadForNeitherEqualNorDifferent()
    {
        const ArtifactRows rows = artifactRows(makeRuns(3), {nullptr, makeFiles({{u"a"_s, "1"}, {u"b"_s, "1"}}), makeFiles({{u"a"_s, "1"}})});
        QCOMPARE(printed(rows.artifacts, 3), (QStringList{u"a = not read | 1 B | 1 B"_s, u"b ! not read | 1 B | -"_s}));
        QVERIFY(rows.notes.value(DiffSection::Artifacts).first().contains(u"1 run"_s));
        const ArtifactRows gone = artifactRows(makeRuns(2), {unreachable(u"The folder is gone."_s), makeFiles({{u"a"_s, "1"}})});
        QCOMPARE(printed(gone.artifacts, 2), QStringList{u"a = not read | 1 B"_s});
        QVERIFY(gone.notes.value(DiffSection::Signature).first().contains(u"The folder is gone."_s));
    }

    void namesFilesThatCannotBeRead()
    {
        const ArtifactRows rows = artifactRows(makeRuns(2), {makeFiles({{u"m/requirements.txt"_s, QByteArray("\0\1\2", 3)}, {u"m/MLmodel"_s, "{"}}), makeFiles({{u"conda.yaml"_s, "[["}})});
        QCOMPARE(rows.notes.value(DiffSection::Environment), (QStringList{u"run 0: m/requirements.txt is not text."_s, u"run 1: conda.yaml is not sound YAML."_s}));
        QCOMPARE(rows.notes.value(DiffSection::Signature).size(), 1);
        ReadFiles many;
        for (int i = 0; i < 50; ++i)
            many.append(unreachable(u"gone"_s));
        QCOMPARE(artifactRows(makeRuns(50), many).notes.value(DiffSection::Artifacts).size(), 4);
    }
};

QTEST_APPLESS_MAIN(ArtifactRowsTest)
#include "tst_artifactrows.moc"
