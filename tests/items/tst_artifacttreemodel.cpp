// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/artifacttreemodel.h"
#include "models/items/previewtablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

ArtifactListing listing(const QList<ArtifactEntry> &entries)
{
    return {u"file:///x"_s, u"/x"_s, true, {}, entries};
}

QString print(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString size = index.siblingAtColumn(1).data().toString();
        text += QString(depth, u' ') + index.data().toString() + (size.isEmpty() ? QString() : u" ("_s + size + u')') + u'\n'
            + print(model, index, depth + 1);
    }
    return text;
}

} // namespace

class ArtifactTreeModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFoldersAsTheyAreOpened()
    {
        ArtifactTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy asked(&model, &ArtifactTreeModel::listingRequested);
        QCOMPARE(print(model), QString());
        QVERIFY(!model.canFetchMore({}));

        model.reset(true);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].toString(), QString());
        QCOMPARE(print(model), u"Loading…\n"_s);
        model.setListing({}, listing({{u"b.txt"_s, false, 12, false}, {u"a"_s, true, 0, false}, {u"link"_s, false, 0, true}}));
        QCOMPARE(print(model), u"a\n Loading…\nb.txt (12 B)\nlink\n"_s);

        const QModelIndex folder = model.index(0, 0);
        QVERIFY(model.hasChildren(folder));
        model.fetchMore(folder); // the tester has done so already
        model.fetchMore(folder);
        QVERIFY(!model.canFetchMore(folder));
        QCOMPARE(asked.count(), 2);
        QCOMPARE(asked[1][0].toString(), u"a"_s);
        QVERIFY(model.isLoading(u"a"_s));
        model.setListing(u"a"_s, listing({{u"a/x.png"_s, false, 2048, false}, {u"elsewhere/y"_s, false, 1, false}, {u"a/b/c"_s, false, 1, false}}));
        QCOMPARE(print(model), u"a\n x.png (2.0 KiB)\nb.txt (12 B)\nlink\n"_s);
        QCOMPARE(model.indexOf(u"a/x.png"_s).data(ArtifactTreeModel::PathRole).toString(), u"a/x.png"_s);
        QVERIFY(!model.indexOf(u"a/nothing"_s).isValid());

        // An answer that nobody waits for changes nothing.
        model.setListing(u"a"_s, listing({}));
        model.setListing(u"nowhere"_s, listing({}));
        QCOMPARE(print(model), u"a\n x.png (2.0 KiB)\nb.txt (12 B)\nlink\n"_s);
        model.reset(false);
        QCOMPARE(print(model), QString());
    }

    void asksForNothingByItself()
    {
        ArtifactTreeModel model;
        QSignalSpy asked(&model, &ArtifactTreeModel::listingRequested);
        model.reset(true);
        model.setListing({}, listing({{u"a"_s, true, 0, false}}));
        QCOMPARE(asked.count(), 1);
        QVERIFY(model.canFetchMore(model.index(0, 0)));
    }

    void saysWhatIsMissing()
    {
        ArtifactTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.reset(true);
        model.setListing({}, listing({{u"a"_s, true, 0, false}, {u"b"_s, true, 0, false}}));
        model.fetchMore(model.index(0, 0));
        model.setListing(u"a"_s, listing({}));
        model.fetchMore(model.index(1, 0));
        model.setListing(u"b"_s, Error{ErrorCode::Unreadable, u"No permission."_s, {}});
        QCOMPARE(print(model), u"a\n Empty\nb\n No permission.\n"_s);
        const QModelIndex message = model.index(0, 0, model.index(0, 0));
        QVERIFY(!(message.flags() & Qt::ItemIsSelectable));
        QCOMPARE(message.data(ArtifactTreeModel::PathRole).toString(), QString());
    }

    void ordersNames()
    {
        ArtifactTreeModel model;
        model.reset(true);
        QList<ArtifactEntry> entries;
        for (const QString &name : {u"step 10"_s, u"step 9"_s, u"Step 9a"_s, u"step 009"_s, u"b"_s, u"A"_s, u"99999999999999999999999"_s, u"1"_s})
            entries.append({name, false, 0, false});
        entries.append({u"z"_s, true, 0, false});
        model.setListing({}, listing(entries));
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row, 0).data().toString());
        QCOMPARE(names, QStringList({u"z"_s, u"1"_s, u"99999999999999999999999"_s, u"A"_s, u"b"_s, u"step 009"_s, u"step 9"_s, u"Step 9a"_s, u"step 10"_s}));
    }

    void namesStepsOfImages()
    {
        ArtifactTreeModel model;
        model.reset(true);
        const QString rest = u"+timestamp+1790253437900+1353b6fd-3ac8-48ce-802c-0135515408c6"_s;
        QList<ArtifactEntry> entries{{u"a+step+40"_s + rest + u"+compressed.webp"_s, false, 1, false}, {u"a+step+5"_s + rest + u".png"_s, false, 1, false},
                                     {u"a+step+x"_s + rest + u".png"_s, false, 1, false}, {QString(u"a+step+7"_s + rest + u".png"_s).replace(u'+', u'%'), false, 1, false}};
        model.setListing({}, listing(entries));
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row, 0).data().toString());
        QCOMPARE(names, QStringList({u"a, step 7.png"_s, u"a, step 5.png"_s, u"a, step 40.webp"_s, u"a+step+x"_s + rest + u".png"_s}));
    }

    void bearsManyFiles()
    {
        ArtifactTreeModel model;
        model.reset(true);
        QList<ArtifactEntry> entries;
        for (int i = 0; i < 30'000; ++i)
            entries.append({u"f%1"_s.arg(i), false, i, false});
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.setListing({}, listing(entries));
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(model.rowCount(), int(ArtifactTreeModel::MaxChildren) + 1);
        QVERIFY(model.index(model.rowCount() - 1, 0).data().toString().contains(u"10000"));
    }

    void hidesNothingInNames()
    {
        ArtifactTreeModel model;
        model.reset(true);
        model.setListing({}, listing({{u"a\u202Egnp.exe"_s, false, 0, false}, {u"<img src=passwd>"_s, false, 0, false}}));
        QCOMPARE(model.index(1, 0).data().toString(), u"a\\u{202e}gnp.exe"_s);
        QCOMPARE(model.index(1, 0).data(ArtifactTreeModel::PathRole).toString(), u"a\u202Egnp.exe"_s);
        // A tooltip that looks like markup would be taken for markup.
        QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"<img"));
    }

    void showsTables()
    {
        PreviewTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setTable({{u"a"_s, u"b"_s}, {{u"1"_s, u"x"_s}, {u""_s, u"2"_s}}});
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.isNumeric(0));
        QVERIFY(!model.isNumeric(1));
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"b"_s);
        model.setArchive({{{u"d"_s, {}, 0, true}, {u"../../x"_s, {}, 2048, false}, {u"l"_s, u"/etc"_s, 0, false}}});
        QCOMPARE(model.index(0, 0).data().toString(), u"d/"_s);
        QCOMPARE(model.index(1, 1).data().toString(), u"2.0 KiB"_s);
        QCOMPARE(model.index(2, 2).data().toString(), u"Link to /etc"_s);
    }
};

QTEST_GUILESS_MAIN(ArtifactTreeModelTest)
#include "tst_artifacttreemodel.moc"
