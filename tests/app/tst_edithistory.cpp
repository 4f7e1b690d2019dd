// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/edithistory.h"

#include <QSignalSpy>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

RunEdit renamed(const QString &run, const QString &from, const QString &to)
{
    return RunEdit::rename({ExperimentId(u"0"_s), RunId(run)}, from, to);
}

// A history whose wishes are kept.
struct Bench {
    QObject store, other;
    EditHistory history;
    QList<QList<RunEdit>> edits;
    QList<QVariantMap> views;

    Bench()
    {
        QObject::connect(&history, &EditHistory::editsWanted, &history, [this](const QString &, const QList<RunEdit> &wanted) { edits.append(wanted); });
        QObject::connect(&history, &EditHistory::viewWanted, &history, [this](const QVariantMap &wanted) { views.append(wanted); });
        history.setStore(&store);
    }
};

QVariantMap view(const QString &filter, const QString &sort = {}, int width = 0)
{
    return {{u"filter"_s, filter}, {u"sort"_s, sort}, {u"widths"_s, width}};
}

} // namespace

class EditHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsGoBackAndForth()
    {
        Bench bench;
        QVERIFY(!bench.history.canUndo());
        const QList<RunEdit> edits{renamed(u"a"_s, u"1"_s, u"2"_s), renamed(u"b"_s, u"3"_s, u"4"_s)};
        bench.history.recordEdits(&bench.store, u"Rename"_s, edits);
        QCOMPARE(bench.edits.size(), 0); // they were made
        QCOMPARE(bench.history.undoText(), u"Rename"_s);
        bench.history.undo();
        QCOMPARE(bench.edits.takeFirst(), (QList<RunEdit>{renamed(u"b"_s, u"4"_s, u"3"_s), renamed(u"a"_s, u"2"_s, u"1"_s)}));
        QVERIFY(!bench.history.canUndo() && !bench.history.canRedo()); // on its way
        bench.history.finishEdits({});
        QVERIFY(bench.history.canRedo());
        bench.history.redo();
        QCOMPARE(bench.edits.takeFirst(), edits);
        bench.history.finishEdits({});
        QVERIFY(bench.history.canUndo() && !bench.history.canRedo());
    }
    // Somebody else changed it: that edit is forgotten, the others stay.
    void conflictsAreForgotten()
    {
        Bench bench;
        const QList<RunEdit> edits{renamed(u"a"_s, u"1"_s, u"2"_s), renamed(u"b"_s, u"3"_s, u"4"_s)};
        bench.history.recordEdits(&bench.store, u"one"_s, {renamed(u"c"_s, u"5"_s, u"6"_s)});
        bench.history.recordEdits(&bench.store, u"two"_s, edits);
        bench.history.undo();
        bench.history.finishEdits({edits[0].inverse()});
        bench.edits.clear();
        bench.history.redo();
        QCOMPARE(bench.edits.takeFirst(), QList<RunEdit>{edits[1]});
        bench.history.finishEdits({edits[1]}); // and that one fails, too
        QVERIFY(!bench.history.canRedo());
        QCOMPARE(bench.history.undoText(), u"one"_s);
        QCOMPARE(bench.edits.size(), 0); // dropping it asks for nothing
        bench.history.undo();
        bench.history.finishEdits(bench.edits.takeFirst());
        QVERIFY(!bench.history.canUndo() && !bench.history.canRedo());
    }
    void anEditMadeMeanwhileIsKept()
    {
        Bench bench;
        bench.history.recordEdits(&bench.store, u"one"_s, {renamed(u"a"_s, u"1"_s, u"2"_s)});
        bench.history.undo();
        bench.history.recordEdits(&bench.store, u"two"_s, {renamed(u"b"_s, u"1"_s, u"2"_s)}); // the one to redo is gone with it
        bench.history.finishEdits({});
        QCOMPARE(bench.history.undoText(), u"two"_s);
        QVERIFY(!bench.history.canRedo());
    }
    void viewsPutBackWhatDiffers()
    {
        Bench bench;
        bench.history.recordView(view({}, u"a"_s), view({}, u"b"_s, 5));
        bench.history.undo();
        QCOMPARE(bench.views.takeFirst(), (QVariantMap{{u"sort"_s, u"a"_s}}));
        bench.history.redo();
        QCOMPARE(bench.views.takeFirst(), (QVariantMap{{u"sort"_s, u"b"_s}}));
        bench.history.recordView(view({}, {}, 5), view({}, {}, 6));
        bench.history.undo();
        QCOMPARE(bench.views.takeFirst(), (QVariantMap{{u"sort"_s, u"a"_s}})); // a width alone is no step
    }
    void typingIsOneChange()
    {
        Bench bench;
        bench.history.recordView(view(u""_s), view(u"l"_s));
        bench.history.recordView(view(u"l"_s), view(u"lr"_s));
        bench.history.recordView(view(u"lr"_s), view(u"lr "_s));
        bench.history.recordView(view(u"lr "_s, u""_s), view(u"lr "_s, u"a"_s));
        bench.history.recordView(view(u"lr "_s), view(u"lr >"_s));
        bench.history.undo();
        QCOMPARE(bench.views.takeLast(), (QVariantMap{{u"filter"_s, u"lr "_s}}));
        bench.history.undo();
        QCOMPARE(bench.views.takeLast(), (QVariantMap{{u"sort"_s, u""_s}}));
        bench.history.undo();
        QCOMPARE(bench.views.takeLast(), (QVariantMap{{u"filter"_s, u""_s}}));
        QVERIFY(!bench.history.canUndo());
        // Typed and taken back: nothing happened.
        bench.history.recordView(view(u""_s), view(u"x"_s));
        bench.history.recordView(view(u"x"_s), view(u""_s));
        QVERIFY(!bench.history.canUndo());
    }
    void eachStoreHasItsOwn()
    {
        Bench bench;
        bench.history.recordView(view(u""_s), view(u"x"_s));
        bench.history.setStore(&bench.other);
        QVERIFY(!bench.history.canUndo());
        {
            QObject closing;
            bench.history.setStore(&closing);
            bench.history.recordView(view(u""_s), view(u"x"_s));
            QVERIFY(bench.history.canUndo());
        }
        QVERIFY(!bench.history.canUndo());
        bench.history.setStore(&bench.store);
        QVERIFY(bench.history.canUndo());
        bench.history.setStore(nullptr);
        bench.history.recordView(view(u""_s), view(u"y"_s));
        QVERIFY(!bench.history.canUndo());
    }
};

QTEST_MAIN(EditHistoryTest)
#include "tst_edithistory.moc"
