// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/queryfuzz.h"
#include "tests/support/testing.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> queries()
{
    QFile file(QStringLiteral(ASSAY_FUZZ_QUERIES));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

// Cuts, doubles, swaps and overwrites pieces, some of them from another query.
class Mutator
{
public:
    explicit Mutator(quint32 seed) : m_random(seed), m_queries(queries()) {}

    QByteArray next()
    {
        QByteArray text = any();
        for (int steps = 1 + m_random.bounded(6); steps > 0; --steps)
            mutate(text);
        return text.left(400);
    }
    QByteArray bytes(int length)
    {
        QByteArray text(length, Qt::Uninitialized);
        for (char &byte : text)
            byte = char(m_random.bounded(256));
        return text;
    }

private:
    QByteArray any() { return m_queries[m_random.bounded(int(m_queries.size()))]; }
    void mutate(QByteArray &text)
    {
        const int at = m_random.bounded(int(text.size()) + 1);
        const int length = m_random.bounded(12);
        switch (m_random.bounded(7)) {
        case 0: text.remove(at, length); break;
        case 1: text.insert(at, text.mid(m_random.bounded(int(text.size()) + 1), length * 2)); break;
        case 2: text = text.left(at) + any().mid(m_random.bounded(30)); break;
        case 3: text.insert(at, bytes(1 + length / 4)); break;
        case 4: text.insert(at, "()'\"`.,@-=<>~!*/+"[m_random.bounded(17)]); break;
        case 5: text = "not (" + text + ") and " + any(); break;
        default: text.replace(at, length, QByteArray::number(m_random.generateDouble() * 1e10)); break;
        }
    }

    QRandomGenerator m_random;
    QList<QByteArray> m_queries;
};

} // namespace

// Each of them passes when the process is still there.
class QueryFuzzTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPrefix();
    void mutations();
    void randomBytes();
    void hugeTexts_data();
    void hugeTexts();
};

void QueryFuzzTest::everyPrefix()
{
    int texts = 0;
    for (const QByteArray &query : queries()) {
        for (qsizetype length = 0; length <= query.size(); ++length, ++texts) {
            Fuzz::readQuery(Fuzz::textOf({query.constData(), size_t(length)}));
            Fuzz::assistQuery(Fuzz::textOf({query.constData(), size_t(length)}));
            Fuzz::readSeries(Fuzz::textOf({query.constData(), size_t(length)}));
        }
    }
    QVERIFY(texts > 800);
}

void QueryFuzzTest::mutations()
{
    Mutator mutator(20261121);
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray text = mutator.next();
        Fuzz::readQuery(QString::fromUtf8(text));
        Fuzz::readSeries(QString::fromUtf8(text));
        if (i % 4 == 0)
            Fuzz::assistQuery(QString::fromUtf8(text));
    }
}

void QueryFuzzTest::randomBytes()
{
    Mutator mutator(4);
    for (int i = 0; i < 4'000; ++i) {
        const QByteArray text = (i % 2 ? QByteArray("\xff\xfe") : QByteArray()) + mutator.bytes(i % 64);
        Fuzz::readQuery(Fuzz::textOf({text.constData(), size_t(text.size())}));
        Fuzz::assistQuery(Fuzz::textOf({text.constData(), size_t(text.size())}));
        Fuzz::readSeries(Fuzz::textOf({text.constData(), size_t(text.size())}));
    }
}

void QueryFuzzTest::hugeTexts_data()
{
    QTest::addColumn<QString>("text");
    const qsizetype megabyte = 1 << 20;
    QTest::newRow("brackets") << QString(10'000, u'(') + u'a' + QString(10'000, u')');
    QTest::newRow("open brackets") << QString(10'000, u'(');
    QTest::newRow("nots") << u"not "_s.repeated(10'000) + u'a';
    QTest::newRow("signs") << u"metrics.loss > "_s + QString(10'000, u'-') + u'1';
    QTest::newRow("sum") << u"metrics.loss > 1"_s + u" + 1"_s.repeated(10'000);
    QTest::newRow("functions") << u"abs("_s.repeated(10'000) + u"metrics.loss"_s + u")"_s.repeated(10'000) + u" > 1"_s;
    QTest::newRow("parents") << u"parent."_s.repeated(10'000) + u"run_id = 'a'"_s;
    QTest::newRow("a megabyte of ands") << u"a"_s + u" AND a"_s.repeated(megabyte / 6 - 1);
    QTest::newRow("a megabyte of ors") << u"depth=0"_s + u" OR depth=0"_s.repeated(megabyte / 11 - 1);
    QTest::newRow("a megabyte of values") << u"params.x IN ('1'"_s + u",'1'"_s.repeated(megabyte / 4 - 10) + u')';
    QTest::newRow("a megabyte in quotes") << u"params.x = '"_s + QString(megabyte - 20, u'x') + u'\'';
    QTest::newRow("a megabyte of pattern") << u"params.x LIKE '"_s + u"%_"_s.repeated(megabyte / 2 - 20) + u'\'';
    QTest::newRow("a regular expression") << u"params.x ~ '"_s + u"(a*)*"_s.repeated(20'000) + u'\'';
    QTest::newRow("two megabytes") << QString(2 * megabyte, u'x');
    QTest::newRow("digits") << u"metrics.loss = "_s + QString(100'000, u'9');
}

void QueryFuzzTest::hugeTexts()
{
    QFETCH(QString, text);
    Fuzz::readQuery(text);
    Fuzz::readSeries(text);
    if (text.size() <= 100'000)
        Fuzz::assistQuery(text);
}

QTEST_GUILESS_MAIN(QueryFuzzTest)
#include "tst_queryfuzz.moc"
