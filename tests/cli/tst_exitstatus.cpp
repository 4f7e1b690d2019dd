// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exitstatus.h"

#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

class ExitStatusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineSaysWhatAndWhere()
    {
        QCOMPARE(errorLine({ErrorCode::Damaged, u"The file is cut."_s, u"a/meta.yaml"_s}), u"The file is cut: a/meta.yaml"_s);
        QCOMPARE(errorLine({ErrorCode::NotFound, u"Nothing at /a/b"_s, u"/a/b"_s}), u"Nothing at /a/b"_s);
        QVERIFY(!errorLine({ErrorCode::Damaged, u"two\nlines\u001b[2J"_s, {}}).contains(u'\n'));
    }

    void credentialsAreLeftOut()
    {
        const QString line = errorLine({ErrorCode::Unreadable, u"Cannot reach postgresql://bob:s3cret@host/db"_s, u"https://tok:en@x/y"_s});
        QVERIFY2(!line.contains(u"s3cret"_s) && !line.contains(u"tok:en"_s) && !line.contains(u"bob"_s), qPrintable(line));
        QVERIFY(line.contains(u"host/db"_s));
    }
};

QTEST_APPLESS_MAIN(ExitStatusTest)
#include "tst_exitstatus.moc"
