// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/viewfile.h"
#include "tests/support/testing.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

ViewFile sample()
{
    ViewFile view{u"Best of the week"_s, u"/data/größe"_s, {}};
    view.table.columns = {{ColumnGroup::Attribute, Attribute::RunName}, {ColumnGroup::Metric, u"val loss"_s}, {ColumnGroup::Param, u"a`b"_s}};
    view.table.pinned = {{ColumnGroup::Metric, u"val loss"_s}};
    view.table.widths = {{{ColumnGroup::Metric, u"val loss"_s}, 96}};
    view.table.sortKeys = {*parseSortKey(u"metrics.`val loss`:desc"_s), *parseSortKey(u"duration"_s)};
    view.table.filter = u"metrics.loss < 0.5 and tags.x = 'größer \"\n'"_s;
    view.table.nested = true;
    view.charts.emplace();
    view.charts->recipe = {.x = XAxis::RelativeTime, .yScale = AxisScale::Log};
    view.charts->search = u"val/"_s;
    view.charts->searchIsExpression = true;
    view.charts->folds = {{u"train/"_s, true}, {u"val/"_s, false}};
    view.charts->linksZoom = false;
    view.charts->reading = ReadingRule::LastAt;
    view.charts->showsValues = true;
    view.charts->options = {GroupLine::Median, BandSpread::MinMax, YFrom::All, 1};
    CardSpec card = Dashboard::metricCard(u"val/loss"_s);
    card.span = {2, 1};
    view.charts->dashboard.set(card);
    view.charts->dashboard.remove(u"acc"_s);
    view.charts->dashboard.order = {{u"train"_s, {u"train/b"_s, u"train/a"_s}}};
    return view;
}

// The sample's file with changes.
QByteArray changed(const std::function<void(QJsonObject &file, QJsonObject &table)> &change)
{
    QJsonObject file = QJsonDocument::fromJson(viewFileText(sample())).object();
    QJsonObject table = file[u"table"_s].toObject();
    change(file, table);
    if (file.contains(u"table"_s))
        file[u"table"_s] = table;
    return QJsonDocument(file).toJson();
}

} // namespace

class ViewFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBack()
    {
        const auto read = readViewFile(viewFileText(sample()));
        VERIFY_RESULT(read);
        QCOMPARE(read->view, sample());
        QCOMPARE(read->notes, QStringList());
        QCOMPARE(viewFileText(read->view), viewFileText(sample()));
        ViewFile plain{u"x"_s, {}, {}};
        QVERIFY(!viewFileText(plain).contains("\"store\""));
        QCOMPARE(readViewFile(viewFileText(plain))->view, plain);
    }
    void theManualsExampleIsOne()
    {
        QFile manual(QStringLiteral(ASSAY_SOURCE) + u"/resources/manual/views.md"_s);
        QVERIFY(manual.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(manual.readAll());
        const qsizetype begin = text.indexOf(u"```json\n"_s) + 8;
        const QString example = text.mid(begin, text.indexOf(u"```"_s, begin) - begin);
        const auto read = readViewFile(example.toUtf8());
        VERIFY_RESULT(read);
        QCOMPARE(read->notes, QStringList());
        QCOMPARE(read->view.name, u"Best of the week"_s);
        QCOMPARE(read->view.table.columns.size(), 3);
        QCOMPARE(read->view.table.sortKeys.size(), 1);
        // Every key of a table that is written is in the manual.
        const QJsonObject table = QJsonDocument::fromJson(viewFileText(sample())).object()[u"table"_s].toObject();
        for (const QString &key : table.keys())
            QVERIFY2(text.contains(u"`table.%1`"_s.arg(key)), qPrintable(key));
        const QJsonObject charts = QJsonDocument::fromJson(viewFileText(sample())).object()[u"charts"_s].toObject();
        for (const QString &key : charts.keys())
            QVERIFY2(text.contains(u"`charts.%1`"_s.arg(key)), qPrintable(key));
    }
    void whatIsKnownApplies_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const QString &named, const std::function<void(QJsonObject &, QJsonObject &)> &change) {
            QTest::newRow(name) << changed(change) << named;
        };
        row("newer", u"version 7"_s, [](QJsonObject &file, QJsonObject &) { file[u"version"_s] = 7; });
        row("unknown key", u"cards"_s, [](QJsonObject &file, QJsonObject &) { file[u"cards"_s] = QJsonArray{1}; });
        row("unknown in the table", u"sparkle"_s, [](QJsonObject &, QJsonObject &table) { table[u"sparkle"_s] = true; });
        row("a column that is none", u"columns"_s, [](QJsonObject &, QJsonObject &table) {
            QJsonArray columns = table[u"columns"_s].toArray();
            columns.append(u"=1+(("_s);
            table[u"columns"_s] = columns;
        });
        row("a width that is none", u"widths"_s, [](QJsonObject &, QJsonObject &table) {
            QJsonObject widths = table[u"widths"_s].toObject();
            widths[u"metrics.loss"_s] = u"wide"_s;
            table[u"widths"_s] = widths;
        });
    }
    void whatIsKnownApplies()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, named);
        const auto read = readViewFile(text);
        VERIFY_RESULT(read);
        QCOMPARE(read->view, sample());
        QCOMPARE(read->notes.size(), 1);
        QVERIFY2(read->notes.first().contains(named), qPrintable(read->notes.first()));
    }
    void wrongTypesAreNothing()
    {
        const auto read = readViewFile(changed([](QJsonObject &, QJsonObject &table) {
            for (const QString &key : table.keys())
                table[key] = QJsonArray{QJsonObject{{u"a"_s, 1}}};
        }));
        VERIFY_RESULT(read);
        QCOMPARE(read->view.table.columns, QList<ColumnKey>());
        QVERIFY(!read->notes.isEmpty());
    }
    void othersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("metrics.loss < 1");
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("another format") << QByteArray("{\"format\": \"vega\"}");
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("large") << viewFileText(sample()) + QByteArray(5'000'000, ' ');
    }
    void othersAreRefused()
    {
        QFETCH(QByteArray, text);
        const auto read = readViewFile(text);
        QVERIFY(!read && read.error().code == ErrorCode::Damaged);
    }
    void namesOfFiles()
    {
        QCOMPARE(viewFileName(u"Best of: the week!"_s), u"best-of-the-week.assay-view.json"_s);
        QCOMPARE(viewFileName(u"../../etc/passwd"_s), u"etc-passwd.assay-view.json"_s);
        QCOMPARE(viewFileName(u"Größe 2"_s), u"größe-2.assay-view.json"_s);
        QCOMPARE(viewFileName(u" / "_s), u"view.assay-view.json"_s);
    }
};

QTEST_GUILESS_MAIN(ViewFileTest)
#include "tst_viewfile.moc"
