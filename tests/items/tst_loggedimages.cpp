// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/loggedimages.h"

#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

QList<ArtifactEntry> files(const QStringList &paths)
{
    QList<ArtifactEntry> entries;
    for (const QString &path : paths)
        entries.append({path, false, 10});
    return entries;
}

} // namespace

class LoggedImagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNames();
    void choosesByStep();
};

void LoggedImagesTest::readsNames()
{
    const QList<LoggedImage> images = loggedImages(files({u"images/heat map%step%10%timestamp%1700%aa-1.png"_s,
                                                          u"images/heat map%step%2%timestamp%1600%bb-2.png"_s,
                                                          u"images/samples#val+step+3+timestamp+1700+cc-3.png"_s,
                                                          u"images/samples#val+step+3+timestamp+1700+cc-3+compressed.webp"_s,
                                                          u"figures/loss.png"_s, u"model/weights.bin"_s, u"images/broken%step%x%.png"_s}));
    QStringList texts;
    for (const LoggedImage &image : images)
        texts.append(image.key + u' ' + (image.step ? QString::number(*image.step) : u"-"_s));
    QCOMPARE(texts, (QStringList{u"figures/loss.png -"_s, u"heat map 2"_s, u"heat map 10"_s, u"images/broken%step%x%.png -"_s, u"samples/val 3"_s}));
    QVERIFY(loggedImages({{u"figures"_s, true, 0}, {u"a.png"_s, false, 5, true}}).isEmpty());
}

void LoggedImagesTest::choosesByStep()
{
    const QList<LoggedImage> images = loggedImages(files({u"images/a%step%0%timestamp%1%x.png"_s, u"images/a%step%10%timestamp%2%x.png"_s,
                                                          u"images/a%step%10%timestamp%3%y.png"_s, u"figures/b.png"_s}));
    const auto stepAt = [&images](qint64 step, ReadingRule rule) {
        const auto image = imageAt(images, u"a"_s, step, rule);
        return image ? *image->step : -1;
    };
    QCOMPARE(stepAt(8, ReadingRule::Nearest), 10);
    QCOMPARE(stepAt(8, ReadingRule::LastAt), 0);
    QCOMPARE(stepAt(-8, ReadingRule::LastAt), -1);
    QCOMPARE(imageAt(images, u"a"_s, 10, ReadingRule::LastAt)->timestamp, 3); // the last one of that step
    QCOMPARE(imageAt(images, u"a"_s, {}, ReadingRule::Nearest)->timestamp, 3);
    QVERIFY(imageAt(images, u"figures/b.png"_s, 7, ReadingRule::LastAt));
    QVERIFY(!imageAt(images, u"c"_s, 7, ReadingRule::LastAt));
}

QTEST_GUILESS_MAIN(LoggedImagesTest)
#include "tst_loggedimages.moc"
