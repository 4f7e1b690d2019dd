// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/wholeaddress.h"

#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

class WholeAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCompletedWhereItIsAHost_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("whole");
        const auto stays = [](const char *text) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(text); };
        const auto becomes = [](const char *text, const char *whole) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(whole); };
        becomes("mlflow.example.org", "https://mlflow.example.org");
        becomes("mlflow.example.org/team", "https://mlflow.example.org/team");
        becomes("tracking:5000", "https://tracking:5000");
        becomes("10.0.0.7:5000/mlflow/", "https://10.0.0.7:5000/mlflow/");
        becomes("[2001:db8::1]:5000", "https://[2001:db8::1]:5000");
        becomes("köln.example", "https://köln.example");
        becomes("localhost", "http://localhost");
        becomes("LOCALHOST:5000", "http://LOCALHOST:5000");
        becomes("127.0.0.1:5000", "http://127.0.0.1:5000");
        becomes("[::1]:5000", "http://[::1]:5000");
        for (const char *text : {"", "http", "https:", "https://", "mlruns", "http://a.b", "postgresql://me@host/db", "a b.c", "/data/mlruns",
                                 "ann:secret@host.example", "me@host.example", "host.example:port", "../mlruns"})
            stays(text);
    }

    void isCompletedWhereItIsAHost()
    {
        QFETCH(QString, typed);
        QFETCH(QString, whole);
        QCOMPARE(wholeAddress(typed), whole);
    }
};

QTEST_GUILESS_MAIN(WholeAddressTest)
#include "tst_wholeaddress.moc"
