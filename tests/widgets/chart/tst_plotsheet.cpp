// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/linepath.h"
#include "widgets/chart/plotsheet.h"

#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>
#include <random>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<MetricSeries> invented(int count, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    auto series = std::make_shared<MetricSeries>();
    double value = 0;
    for (int i = 0; i < count; ++i)
        series->add(i, 1'700'000'000'000 + i * 1000, value += normal(random));
    return series;
}

PlotLine lineOf(const std::shared_ptr<MetricSeries> &series, const QString &name, int color)
{
    PlotLine line;
    line.name = name;
    line.colorIndex = color;
    line.pyramid = std::make_shared<SeriesPyramid>(packed(*series), LineRecipe{});
    return line;
}

// Where something else than the ground is, in a part of the picture.
int inked(const QImage &image, const QRect &part, QRgb ground)
{
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            count += (image.pixel(x, y) & 0xffffff) != (ground & 0xffffff);
    return count;
}

} // namespace

class PlotSheetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What a path covers in a column of pixels is what all points cover there.
    void pathReachesEveryExtreme()
    {
        for (unsigned seed = 0; seed < 40; ++seed) {
            const auto series = invented(20'000, seed);
            const SeriesPyramid pyramid(packed(*series), LineRecipe{});
            const AxisRange y = *pyramid.yRange();
            const PlotScale scale{{100.37 * seed + 0.1, 20'000.3}, {y.lo - 1, y.hi + 1}, AxisScale::Linear, {300, 200}, 1};
            const LinePath path = linePath(pyramid, 0, scale);
            QCOMPARE(path.pieces.size(), 1);
            std::vector<double> top(300, 1e9), bottom(300, -1e9);
            for (const QPointF &at : path.pieces.first()) {
                const int column = int(std::floor(at.x()));
                if (column < 0 || column >= 300)
                    continue;
                top[size_t(column)] = std::min(top[size_t(column)], at.y());
                bottom[size_t(column)] = std::max(bottom[size_t(column)], at.y());
            }
            std::vector<double> rawTop(300, 1e9), rawBottom(300, -1e9);
            for (qsizetype i = 0; i < series->size(); ++i) {
                const int column = int(std::floor(scale.toPixelX(double(i))));
                if (column < 0 || column >= 300)
                    continue;
                rawTop[size_t(column)] = std::min(rawTop[size_t(column)], scale.toPixelY(series->values[size_t(i)]));
                rawBottom[size_t(column)] = std::max(rawBottom[size_t(column)], scale.toPixelY(series->values[size_t(i)]));
            }
            for (size_t column = 0; column < 300; ++column) {
                QVERIFY2(std::abs(top[column] - rawTop[column]) < 1e-6, qPrintable(u"%1 %2"_s.arg(seed).arg(column)));
                QVERIFY2(std::abs(bottom[column] - rawBottom[column]) < 1e-6, qPrintable(u"%1 %2"_s.arg(seed).arg(column)));
            }
        }
    }

    void pathHasGapsAndStaysNear()
    {
        auto series = std::make_shared<MetricSeries>();
        for (const double value : {0.0, 1e300, -1e300, std::nan(""), 1.0, 2.0})
            series->add(series->size(), 0, value);
        const SeriesPyramid pyramid(packed(*series), LineRecipe{});
        const PlotScale scale{{0, 5}, {0, 3}, AxisScale::Linear, {500, 300}, 1};
        const LinePath path = linePath(pyramid, 0, scale);
        QCOMPARE(path.pieces.last(), QPolygonF({QPointF(400, 200), QPointF(500, 100)}));
        for (const QPolygonF &piece : path.pieces)
            QVERIFY(QRectF(-1001, -1001, 2502, 2302).contains(piece.boundingRect()));
    }

    void pictureHasTitlePlotAndNames()
    {
        for (const bool isDark : {false, true}) {
            PlotSheet sheet(u"val/loss"_s, {640, 360}, isDark);
            sheet.plot().setLines({lineOf(invented(500, 1), u"first"_s, 0), lineOf(invented(500, 2), u"second"_s, 1)});
            const QImage image = sheet.image(2);
            QCOMPARE(image.size(), QSize(1280, 720));
            const QRgb ground = image.pixel(2, 2);
            QCOMPARE(qGray(ground) < 128, isDark);
            QVERIFY(inked(image, {32, 24, 200, 40}, ground) > 100);    // the title
            QVERIFY(inked(image, {100, 100, 1100, 480}, ground) > 2000); // the lines
            QVERIFY(inked(image, {32, 670, 300, 45}, ground) > 100);   // the names
            QCOMPARE(image.text(u"Title"_s), u"val/loss"_s);
        }
    }

    void vectorsLookLikePixels()
    {
        PlotSheet sheet(u"loss"_s, {640, 360}, false);
        sheet.plot().setLines({lineOf(invented(5000, 3), u"a run"_s, 0)});
        const QImage pixels = sheet.image(1);
        const QByteArray svg = sheet.svg();
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QImage drawn(640, 360, QImage::Format_ARGB32_Premultiplied);
        drawn.fill(Qt::white);
        QPainter painter(&drawn);
        renderer.render(&painter, QRectF(0, 0, 640, 360));
        painter.end();
        const QRect plot(60, 50, 560, 240);
        int same = 0, inkedPixels = 0;
        for (int y = plot.top(); y < plot.bottom(); ++y) {
            for (int x = plot.left(); x < plot.right(); ++x) {
                if (qBlue(pixels.pixel(x, y)) - qRed(pixels.pixel(x, y)) < 60)
                    continue;
                ++inkedPixels;
                same += qBlue(drawn.pixel(x, y)) - qRed(drawn.pixel(x, y)) > 20;
            }
        }
        QVERIFY(inkedPixels > 1000);
        QVERIFY2(same > inkedPixels * 95 / 100, qPrintable(u"%1 of %2"_s.arg(same).arg(inkedPixels)));
    }

    void svgKeepsTextAndIsWellFormed()
    {
        PlotSheet sheet(u"a < b & \"c\""_s, {640, 360}, false);
        sheet.plot().setLines({lineOf(invented(50, 3), u"run <1>"_s, 0)});
        const QByteArray svg = sheet.svg();
        QXmlStreamReader reader(svg);
        QString texts;
        while (!reader.atEnd())
            if (reader.readNext() == QXmlStreamReader::Characters)
                texts += reader.text();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(texts.contains("a < b & \"c\""_L1));
        QVERIFY(texts.contains("run <1>"_L1));
        QVERIFY(!svg.contains("<image")); // nothing of it is a picture of pixels
    }

    void pdfIsOnePageWithItsFonts()
    {
        PlotSheet sheet(u"loss"_s, {640, 360}, false);
        sheet.plot().setLines({lineOf(invented(5000, 3), u"a run"_s, 0)});
        const QByteArray pdf = sheet.pdf();
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/FontFile2") || pdf.contains("/FontFile3"));
        QVERIFY(pdf.contains("/Count 1"));
        QVERIFY(QRegularExpression(u"/MediaBox \\[0 0 480(\\.0+)? 270(\\.0+)?\\]"_s).match(QString::fromLatin1(pdf)).hasMatch());
        QVERIFY(!pdf.contains("/Subtype /Image"));
    }

    void manyNamesLeaveRoomForThePlot()
    {
        PlotSheet sheet(u"loss"_s, {480, 300}, false);
        QList<PlotLine> lines;
        for (int i = 0; i < 500; ++i)
            lines.append(lineOf(invented(20, unsigned(i)), u"a run with a name of some length %1"_s.arg(i), i));
        sheet.plot().setLines(lines);
        QVERIFY(!sheet.image(1).isNull());
        QVERIFY(sheet.plot().height() >= 120);
    }

    void emptyOneSaysSo()
    {
        PlotSheet sheet(u"loss"_s, {480, 300}, false);
        sheet.plot().setNotice(u"Nothing to draw"_s);
        const QByteArray svg = sheet.svg();
        QVERIFY(svg.contains("Nothing to draw"));
    }
};

QTEST_MAIN(PlotSheetTest)
#include "tst_plotsheet.moc"
