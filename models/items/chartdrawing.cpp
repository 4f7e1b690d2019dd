// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/chartdrawing.h"

#include <QCborArray>
#include <QCborMap>

#include <cmath>
#include <cstring>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView Magic("assay-chart-1");

template <typename T>
QByteArray bytesOf(const std::vector<T> &values)
{
    return QByteArray(reinterpret_cast<const char *>(values.data()), qsizetype(values.size() * sizeof(T)));
}

template <typename T>
std::vector<T> valuesOf(const QCborValue &bytes)
{
    const QByteArray array = bytes.toByteArray();
    std::vector<T> values(size_t(array.size()) / sizeof(T));
    if (!values.empty())
        std::memcpy(values.data(), array.constData(), values.size() * sizeof(T));
    return values;
}

QCborValue toCbor(const std::shared_ptr<const MetricSeries> &series)
{
    if (!series)
        return nullptr;
    return QCborMap{{u"key"_s, series->key}, {u"steps"_s, bytesOf(series->steps)}, {u"timestamps"_s, bytesOf(series->timestamps)},
                    {u"values"_s, bytesOf(series->values)}};
}

// Null when there is none; `isSound` turns false when its vectors do not belong together.
std::shared_ptr<const MetricSeries> seriesOf(const QCborValue &value, bool &isSound)
{
    if (!value.isMap())
        return nullptr;
    auto series = std::make_shared<MetricSeries>();
    series->key = value[u"key"_s].toString();
    series->steps = valuesOf<qint64>(value[u"steps"_s]);
    series->timestamps = valuesOf<qint64>(value[u"timestamps"_s]);
    series->values = valuesOf<double>(value[u"values"_s]);
    isSound = isSound && series->steps.size() == series->values.size() && series->timestamps.size() == series->values.size();
    return series;
}

QCborValue toCbor(const std::optional<AxisRange> &range)
{
    return range ? QCborValue(QCborArray{range->lo, range->hi}) : QCborValue(nullptr);
}

std::optional<AxisRange> rangeOf(const QCborValue &value, bool &isSound)
{
    if (!value.isArray())
        return std::nullopt;
    const AxisRange range{value.toArray().at(0).toDouble(), value.toArray().at(1).toDouble()};
    isSound = isSound && std::isfinite(range.size()) && range.lo < range.hi;
    return range;
}

bool isSame(const std::shared_ptr<const MetricSeries> &a, const std::shared_ptr<const MetricSeries> &b)
{
    if (!a || !b)
        return a == b;
    // By their bytes: NaN is itself.
    return a->key == b->key && a->steps == b->steps && a->timestamps == b->timestamps && bytesOf(a->values) == bytesOf(b->values);
}

} // namespace

bool operator==(const ChartDrawing::Line &a, const ChartDrawing::Line &b)
{
    return a.name == b.name && a.colorIndex == b.colorIndex && a.start == b.start && isSame(a.series, b.series)
        && isSame(a.xSeries, b.xSeries);
}

QByteArray ChartDrawing::toBytes() const
{
    QVariantMap recipeMap;
    recipe.writeTo(recipeMap);
    QCborArray all;
    for (const Line &line : lines)
        all.append(QCborMap{{u"name"_s, line.name}, {u"color"_s, line.colorIndex}, {u"start"_s, line.start},
                            {u"series"_s, toCbor(line.series)}, {u"xSeries"_s, toCbor(line.xSeries)}});
    return QCborMap{{u"what"_s, Magic}, {u"format"_s, int(format)}, {u"title"_s, title}, {u"width"_s, size.width()},
                    {u"height"_s, size.height()}, {u"scale"_s, scale}, {u"dark"_s, isDark},
                    {u"recipe"_s, QCborMap::fromVariantMap(recipeMap)}, {u"x"_s, toCbor(x)}, {u"y"_s, toCbor(y)}, {u"lines"_s, all}}
        .toCborValue().toCbor();
}

Result<ChartDrawing> ChartDrawing::fromBytes(const QByteArray &bytes)
{
    const QCborMap map = QCborValue::fromCbor(bytes).toMap();
    ChartDrawing drawing;
    const auto format = map[u"format"_s].toInteger(-1);
    bool isSound = map[u"what"_s].toString() == Magic && format >= 0 && format <= int(Format::Pdf);
    drawing.format = Format(isSound ? int(format) : 0);
    drawing.title = map[u"title"_s].toString();
    drawing.size = {int(map[u"width"_s].toInteger()), int(map[u"height"_s].toInteger())};
    drawing.scale = map[u"scale"_s].toDouble();
    drawing.isDark = map[u"dark"_s].toBool();
    drawing.recipe = LineRecipe::readFrom(map[u"recipe"_s].toMap().toVariantMap());
    drawing.x = rangeOf(map[u"x"_s], isSound);
    drawing.y = rangeOf(map[u"y"_s], isSound);
    for (const QCborValue &value : map[u"lines"_s].toArray()) {
        Line line{value[u"name"_s].toString(), int(value[u"color"_s].toInteger()), value[u"start"_s].toDouble(),
                  seriesOf(value[u"series"_s], isSound), seriesOf(value[u"xSeries"_s], isSound)};
        isSound = isSound && line.series && line.colorIndex >= 0;
        drawing.lines.append(std::move(line));
    }
    const auto isSide = [](int side) { return side >= LeastSide && side <= MostSide; };
    isSound = isSound && isSide(drawing.size.width()) && isSide(drawing.size.height()) && drawing.scale >= LeastScale
        && drawing.scale <= MostScale;
    if (!isSound)
        return Error{ErrorCode::Damaged, u"not a chart's drawing"_s, {}};
    return drawing;
}

std::optional<ChartDrawing::Format> chartFormatOf(const QString &fileName)
{
    const QString ending = fileName.mid(fileName.lastIndexOf(u'.') + 1).toLower();
    if (ending == "png"_L1)
        return ChartDrawing::Format::Png;
    if (ending == "svg"_L1)
        return ChartDrawing::Format::Svg;
    if (ending == "pdf"_L1)
        return ChartDrawing::Format::Pdf;
    return std::nullopt;
}

} // namespace Assay
