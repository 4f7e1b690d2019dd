// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/chartdrawing.h"

#include "models/items/axisvaluetext.h"
#include "models/items/cardoptions.h"
#include "models/items/runstream.h"

#include <QDataStream>
#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <cstring>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView Magic = "assay-chart-3";

template <typename T>
QByteArray bytesOf(const std::vector<T> &values)
{
    return QByteArray(reinterpret_cast<const char *>(values.data()), qsizetype(values.size() * sizeof(T)));
}

// QDataStream is what has to be read from: a length that lies makes it fail instead of taking memory.
void write(QDataStream &stream, const std::shared_ptr<const MetricSeries> &series)
{
    stream << (series != nullptr);
    if (series)
        stream << series->key << bytesOf(series->steps) << bytesOf(series->timestamps) << bytesOf(series->values);
}

template <typename T>
bool read(QDataStream &stream, std::vector<T> &values)
{
    QByteArray bytes;
    stream >> bytes;
    values.resize(size_t(bytes.size()) / sizeof(T));
    if (!values.empty())
        std::memcpy(values.data(), bytes.constData(), values.size() * sizeof(T));
    return stream.status() == QDataStream::Ok && size_t(bytes.size()) == values.size() * sizeof(T);
}

// False when its vectors do not belong together.
bool read(QDataStream &stream, std::shared_ptr<const MetricSeries> &series)
{
    bool isThere = false;
    stream >> isThere;
    if (!isThere)
        return true;
    auto made = std::make_shared<MetricSeries>();
    stream >> made->key;
    if (!read(stream, made->steps) || !read(stream, made->timestamps) || !read(stream, made->values))
        return false;
    series = made;
    return made->steps.size() == made->values.size() && made->timestamps.size() == made->values.size();
}

void write(QDataStream &stream, const std::optional<AxisRange> &range)
{
    stream << range.has_value();
    if (range)
        stream << range->lo << range->hi;
}

bool read(QDataStream &stream, std::optional<AxisRange> &range)
{
    bool isThere = false;
    stream >> isThere;
    if (!isThere)
        return true;
    range.emplace();
    stream >> range->lo >> range->hi;
    return isShowable(*range);
}

QByteArray jsonOf(const QVariantMap &map)
{
    return QJsonDocument(QJsonObject::fromVariantMap(map)).toJson(QJsonDocument::Compact);
}

QVariantMap mapOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object().toVariantMap();
}

void writeCard(QDataStream &stream, const std::optional<CardSpec> &card, const QList<Run> &runs)
{
    stream << (card ? jsonOf(card->toMap()) : QByteArray()) << qint32(runs.size());
    for (const Run &run : runs)
        writeRun(stream, run);
}

bool readCard(QDataStream &stream, std::optional<CardSpec> &card, QList<Run> &runs)
{
    QByteArray json;
    qint32 count = 0;
    stream >> json >> count;
    if (!json.isEmpty()) {
        card = CardSpec::fromMap(mapOf(json));
        if (!card || !card->isKnown() || !isStatistics(card->type))
            return false;
    }
    for (qint32 i = 0; i < count; ++i) {
        Run run;
        if (!readRun(stream, run))
            return false;
        runs.append(std::move(run));
    }
    return stream.status() == QDataStream::Ok;
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
        && isSame(a.xSeries, b.xSeries) && a.dash == b.dash && a.marker == b.marker;
}

QByteArray ChartDrawing::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    QVariantMap recipeMap;
    recipe.writeTo(recipeMap);
    stream << Magic.toByteArray() << qint32(format) << title << size << scale << isDark << jsonOf(recipeMap);
    write(stream, x);
    write(stream, y);
    stream << qint32(lines.size());
    for (const Line &line : lines) {
        stream << line.name << qint32(line.colorIndex) << line.start << qint32(line.dash ? int(*line.dash) : -1) << qint32(line.marker);
        write(stream, line.series);
        write(stream, line.xSeries);
    }
    writeCard(stream, card, runs);
    stream << histories;
    return bytes;
}

Result<ChartDrawing> ChartDrawing::fromBytes(const QByteArray &bytes)
{
    const Error damaged{ErrorCode::Damaged, u"not a chart's drawing"_s, {}};
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    ChartDrawing drawing;
    QByteArray magic, recipe;
    qint32 format = -1, count = 0;
    stream >> magic >> format >> drawing.title >> drawing.size >> drawing.scale >> drawing.isDark >> recipe;
    const bool hasRanges = read(stream, drawing.x) && read(stream, drawing.y);
    stream >> count;
    const auto isSide = [](int side) { return side >= LeastSide && side <= MostSide; };
    const bool isSound = magic == Magic && format >= 0 && format <= int(Format::Pdf) && isSide(drawing.size.width())
        && isSide(drawing.size.height()) && drawing.scale >= LeastScale && drawing.scale <= MostScale && hasRanges;
    if (!isSound || stream.status() != QDataStream::Ok)
        return damaged;
    drawing.format = Format(format);
    drawing.recipe = LineRecipe::readFrom(mapOf(recipe));
    for (qint32 i = 0; i < count; ++i) {
        Line line;
        qint32 color = -1, dash = -2, marker = -1;
        stream >> line.name >> color >> line.start >> dash >> marker;
        const bool isWhole = read(stream, line.series) && read(stream, line.xSeries);
        const bool isLook = (color >= 0 || color == LineColor::None || color == LineColor::Other) && dash >= -1 && dash <= int(LineDash::Dot)
            && marker >= 0 && marker <= int(LineMarker::Plus);
        if (!isWhole || !line.series || !isLook || stream.status() != QDataStream::Ok)
            return damaged;
        line.colorIndex = color;
        line.dash = dash < 0 ? std::nullopt : std::optional(LineDash(dash));
        line.marker = LineMarker(marker);
        drawing.lines.append(std::move(line));
    }
    if (!readCard(stream, drawing.card, drawing.runs))
        return damaged;
    stream >> drawing.histories;
    if (stream.status() != QDataStream::Ok)
        return damaged;
    return drawing;
}

QByteArray DrawnChart::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << Magic.toByteArray() << picture << notice << note;
    return bytes;
}

Result<DrawnChart> DrawnChart::fromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    QByteArray magic;
    DrawnChart drawn;
    stream >> magic >> drawn.picture >> drawn.notice >> drawn.note;
    if (magic != Magic || stream.status() != QDataStream::Ok)
        return Error{ErrorCode::Damaged, u"not a drawn chart"_s, {}};
    return drawn;
}

std::optional<ChartDrawing::Format> chartFormatOf(const QString &fileName)
{
    const auto endsWith = [&](QLatin1StringView ending) { return fileName.endsWith(ending, Qt::CaseInsensitive); };
    if (endsWith(".png"_L1))
        return ChartDrawing::Format::Png;
    if (endsWith(".svg"_L1))
        return ChartDrawing::Format::Svg;
    if (endsWith(".pdf"_L1))
        return ChartDrawing::Format::Pdf;
    return std::nullopt;
}

} // namespace Assay
