// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/spanraster.h"

#include <QPainter>
#include <QSemaphore>
#include <QThreadPool>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>

namespace Assay {

namespace {

constexpr double DotRadius = 2.25;  // logical pixels
constexpr double CalmPixels = 2.0;  // a column of less height may fall in the gap of a dash
constexpr float Nothing = 1e9f;

inline uint32_t scaled(uint32_t pixel, uint32_t by) // by: 0 … 256; all four channels
{
    const uint32_t even = ((pixel & 0x00ff00ffu) * by >> 8) & 0x00ff00ffu;
    const uint32_t odd = ((pixel >> 8) & 0x00ff00ffu) * by & 0xff00ff00u;
    return even | odd;
}

// Lines are drawn from the topmost one down: what is covered already is not touched again.
inline uint32_t under(uint32_t above, uint32_t color, uint32_t coverage)
{
    const uint32_t alpha = above >> 24;
    return above + scaled(scaled(color, coverage), 256 - alpha - (alpha >> 7));
}

// Lengths in logical pixels: on, off, on, off …
std::span<const float> dashPattern(Qt::PenStyle style)
{
    static constexpr std::array<float, 2> dash{6, 5};
    static constexpr std::array<float, 2> dot{1, 4};
    static constexpr std::array<float, 4> dashDot{6, 4, 1, 4};
    static constexpr std::array<float, 2> longDash{14, 5};
    static constexpr std::array<float, 6> dashDotDot{6, 4, 1, 4, 1, 4};
    switch (style) {
    case Qt::DashLine: return dash;
    case Qt::DotLine: return dot;
    case Qt::DashDotLine: return dashDot;
    case Qt::DashDotDotLine: return dashDotDot;
    case Qt::CustomDashLine: return longDash;
    default: return {};
    }
}

bool isInGap(std::span<const float> pattern, float length, float x)
{
    float at = std::fmod(x, length);
    for (size_t i = 0; i < pattern.size(); ++i) {
        if (at < pattern[i])
            return i % 2 == 1;
        at -= pattern[i];
    }
    return false;
}

// A few columns of the picture, held column by column, since columns are what is filled: few enough to stay in the cache.
class Strip
{
public:
    static constexpr int Columns = 32;

    explicit Strip(const PlotScale &scale)
        : m_height(scale.pixels.height()), m_width(scale.pixels.width()), m_ratio(scale.pixelRatio),
          m_pixels(size_t(Columns) * size_t(m_height))
    {
    }

    // All lines in the columns from `from` on; `stride` in pixels.
    void draw(int from, std::span<const LineEnvelope> lines, std::span<const LineStyle> styles, QRgb *bits, qsizetype stride)
    {
        m_from = from;
        m_to = std::min(from + Columns, m_width);
        for (int x = 0; x < Columns && m_drawn.from < m_drawn.to; ++x) {
            const auto column = m_pixels.begin() + qsizetype(x) * m_height;
            std::fill(column + m_drawn.from, column + m_drawn.to, 0u);
        }
        m_drawn = {m_height, 0};
        m_covered.fill({});
        for (size_t i = lines.size(); i-- > 0;)
            draw(lines[i], styles[i]);
        copyTo(bits, stride);
    }

private:
    struct Rows {
        int from = 0;
        int to = 0;
    };

    void draw(const LineEnvelope &line, const LineStyle &style)
    {
        m_perPixel = line.perPixel;
        m_color = qPremultiply(style.color.rgba());
        widen(line, style);
        const double radius = dotRadius(style, m_ratio);
        for (const QPointF &dot : line.dots)
            addDot(dot, radius);
        for (int x = m_from; x < m_to; ++x) {
            if (m_perPixel == 1)
                fillPlainColumn(x);
            else
                fillColumn(x);
        }
    }

    void copyTo(QRgb *bits, qsizetype stride) const
    {
        constexpr int block = 16; // columns at a time, so that the rows written to stay in the cache
        const Rows rows{std::min(m_drawn.from, m_height), std::max(m_drawn.to, 0)};
        for (int y = 0; y < m_height; ++y) {
            if (y < rows.from || y >= rows.to)
                std::fill(bits + y * stride + m_from, bits + y * stride + m_to, 0u);
        }
        for (int x = m_from; x < m_to; x += block) {
            const int end = std::min(x + block, m_to);
            for (int y = rows.from; y < rows.to; ++y) {
                for (int column = x; column < end; ++column)
                    bits[y * stride + column] = m_pixels[size_t(column - m_from) * size_t(m_height) + size_t(y)];
            }
        }
    }

    // The envelope with a round pen of the line's width drawn along it.
    void widen(const LineEnvelope &line, const LineStyle &style)
    {
        const double radius = style.width * m_ratio / 2;
        const int reach = int(radius * m_perPixel);
        const int all = int(line.top.size());
        const int first = m_from * m_perPixel - reach;
        const int count = (m_to - m_from) * m_perPixel;
        m_rawTop.assign(size_t(count + 2 * reach), Nothing);
        m_rawBottom.assign(size_t(count + 2 * reach), -Nothing);
        for (int i = std::max(0, -first); i < std::min(count + 2 * reach, all - first); ++i) {
            m_rawTop[size_t(i)] = line.top[size_t(first + i)];
            m_rawBottom[size_t(i)] = line.bottom[size_t(first + i)];
        }
        cutDashes(style, first);
        m_top.assign(size_t(count), Nothing);
        m_bottom.assign(size_t(count), -Nothing);
        for (int shift = -reach; shift <= reach; ++shift) {
            const double away = double(shift) / m_perPixel;
            const auto by = float(std::sqrt(std::max(0.0, radius * radius - away * away)));
            const float *top = m_rawTop.data() + reach + shift;
            const float *bottom = m_rawBottom.data() + reach + shift;
            for (int i = 0; i < count; ++i) {
                m_top[size_t(i)] = std::min(m_top[size_t(i)], top[i] - by);
                m_bottom[size_t(i)] = std::max(m_bottom[size_t(i)], bottom[i] + by);
            }
        }
    }

    void cutDashes(const LineStyle &style, int first)
    {
        const std::span<const float> pattern = dashPattern(style.dash);
        if (pattern.empty())
            return;
        float length = 0;
        for (const float part : pattern)
            length += part;
        const auto calm = float(CalmPixels * m_ratio / m_perPixel);
        const auto perLogical = float(m_perPixel * m_ratio);
        for (size_t i = 0; i < m_rawTop.size(); ++i) {
            const float x = float(first + int(i)) / perLogical;
            if (m_rawBottom[i] - m_rawTop[i] < calm && x >= 0 && isInGap(pattern, length, x)) {
                m_rawTop[i] = Nothing;
                m_rawBottom[i] = -Nothing;
            }
        }
    }

    void addDot(const QPointF &dot, double radius)
    {
        const int count = int(m_top.size());
        const int first = int(std::floor((dot.x() - radius - m_from) * m_perPixel));
        const int last = int(std::ceil((dot.x() + radius - m_from) * m_perPixel));
        for (int i = std::max(first, 0); i < std::min(last, count); ++i) {
            const double away = (i + 0.5) / m_perPixel + m_from - dot.x();
            if (std::abs(away) >= radius)
                continue;
            const double half = std::sqrt(radius * radius - away * away);
            m_top[size_t(i)] = std::min(m_top[size_t(i)], float(dot.y() - half));
            m_bottom[size_t(i)] = std::max(m_bottom[size_t(i)], float(dot.y() + half));
        }
    }

    // Where a column has one part, only the rows at its two ends are covered in part.
    void fillPlainColumn(int x)
    {
        const float top = inside(m_top[size_t(x - m_from)]);
        const float bottom = inside(m_bottom[size_t(x - m_from)]);
        if (!(top < bottom))
            return;
        noteDrawn(int(top), roundedUp(bottom));
        QRgb *column = m_pixels.data() + size_t(x - m_from) * size_t(m_height);
        const int from = int(top);
        const int last = roundedUp(bottom) - 1;
        if (from == last) {
            blend(column[from], bottom - top);
            return;
        }
        const int solidFrom = top > float(from) ? from + 1 : from;
        const int solidTo = bottom < float(last + 1) ? last : last + 1;
        if (solidFrom > from)
            blend(column[from], float(solidFrom) - top);
        fillSolid(x, solidFrom, solidTo);
        if (solidTo == last)
            blend(column[last], bottom - float(last));
    }

    void blend(QRgb &pixel, float coverage) { pixel = under(pixel, m_color, uint32_t(coverage * 256 + 0.5f)); }

    // Rows that all of the column's parts cover are filled; those at the ends by how much of them is covered.
    void fillColumn(int x)
    {
        const float *top = m_top.data() + size_t(x - m_from) * size_t(m_perPixel);
        const float *bottom = m_bottom.data() + size_t(x - m_from) * size_t(m_perPixel);
        float outerTop = Nothing, innerTop = -Nothing, innerBottom = Nothing, outerBottom = -Nothing;
        for (int i = 0; i < m_perPixel; ++i) {
            outerTop = std::min(outerTop, top[i]);
            innerTop = std::max(innerTop, top[i]);
            innerBottom = std::min(innerBottom, bottom[i]);
            outerBottom = std::max(outerBottom, bottom[i]);
        }
        const int from = int(inside(outerTop));
        const int to = roundedUp(inside(outerBottom));
        if (outerTop >= outerBottom || from >= to)
            return;
        noteDrawn(from, to);
        int solidFrom = roundedUp(inside(innerTop));
        int solidTo = int(inside(innerBottom));
        if (solidFrom >= solidTo)
            solidFrom = solidTo = to;
        QRgb *column = m_pixels.data() + size_t(x - m_from) * size_t(m_height);
        blendRows(column, from, solidFrom, top, bottom);
        fillSolid(x, solidFrom, solidTo);
        if (solidTo < to)
            blendRows(column, solidTo, to, top, bottom);
    }

    void noteDrawn(int from, int to) { m_drawn = {std::min(m_drawn.from, from), std::max(m_drawn.to, to)}; }

    void fillSolid(int x, int from, int to)
    {
        if (from >= to)
            return;
        QRgb *column = m_pixels.data() + size_t(x - m_from) * size_t(m_height);
        Rows &covered = m_covered[size_t(x - m_from)];
        fillRows(column, from, std::min(to, covered.from));
        fillRows(column, std::max(from, covered.to), to);
        if (qAlpha(m_color) < 255)
            return;
        if (from <= covered.to && to >= covered.from)
            covered = {std::min(from, covered.from), std::max(to, covered.to)};
        else if (to - from > covered.to - covered.from)
            covered = {from, to};
    }

    void fillRows(QRgb *column, int from, int to)
    {
        for (int y = from; y < to; ++y) {
            if (column[y] == 0)
                column[y] = m_color;
            else if (qAlpha(column[y]) < 255)
                column[y] = under(column[y], m_color, 256);
        }
    }

    float inside(float y) const { return std::clamp(y, 0.0f, float(m_height)); }
    static int roundedUp(float y) { return int(y) + (y > float(int(y))); } // y is not negative

    // The coverage of a row is the sum of what begins and ends in the rows up to it: each part of the column adds at its
    // two ends only, however high it is. In 256ths of a pixel.
    void blendRows(QRgb *column, int from, int to, const float *top, const float *bottom)
    {
        if (to <= from)
            return;
        m_changes.assign(size_t(to - from) + 2, 0);
        const int whole = 256 / m_perPixel;
        const auto change = [&](float y, int sign) {
            const float at = std::clamp(y, float(from), float(to)) - float(from);
            const int row = int(at);
            const int later = int((at - float(row)) * float(whole) + 0.5f);
            m_changes[size_t(row)] += sign * (whole - later);
            m_changes[size_t(row) + 1] += sign * later;
        };
        for (int i = 0; i < m_perPixel; ++i) {
            if (top[i] < bottom[i]) {
                change(top[i], 1);
                change(bottom[i], -1);
            }
        }
        int coverage = 0;
        for (int y = from; y < to; ++y) {
            coverage += m_changes[size_t(y - from)];
            if (coverage > 0 && qAlpha(column[y]) < 255)
                column[y] = under(column[y], m_color, uint32_t(coverage));
        }
    }

    int m_height;
    int m_width; // of the whole picture
    double m_ratio;
    std::vector<QRgb> m_pixels;
    std::array<Rows, Columns> m_covered; // rows that nothing below can be seen in, by column
    Rows m_drawn; // by any line
    int m_from = 0;
    int m_to = 0;
    int m_perPixel = 1;
    QRgb m_color = 0;
    std::vector<float> m_rawTop, m_rawBottom; // the line's envelope, with as much on both sides as the pen reaches
    std::vector<float> m_top, m_bottom;
    std::vector<int> m_changes; // of coverage, by row
};

// A small triangle at the edge that the value lies beyond.
void drawMarks(QImage &image, const LineEnvelope &line, const LineStyle &style, const PlotScale &scale)
{
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.color);
    for (const LineEnvelope::EdgeMark &mark : line.marks)
        painter.drawPolygon(markShape(mark, scale));
}

} // namespace

int usefulParts(double work)
{
    constexpr double worthAThread = 20'000;
    return int(std::clamp(work / worthAThread, 1.0, double(std::clamp(QThreadPool::globalInstance()->maxThreadCount(), 1, 8))));
}

void inParallel(int parts, const std::function<void(int)> &f)
{
    QSemaphore done;
    int started = 0;
    for (int part = 1; part < parts; ++part) {
        if (QThreadPool::globalInstance()->tryStart([&f, &done, part] { f(part); done.release(); }))
            ++started;
        else
            f(part);
    }
    f(0);
    done.acquire(started);
}

double dotRadius(const LineStyle &style, double pixelRatio)
{
    return std::max(DotRadius, style.width * 1.5) * pixelRatio;
}

QPolygonF markShape(const LineEnvelope::EdgeMark &mark, const PlotScale &scale)
{
    const double half = 3.5 * scale.pixelRatio;
    const double edge = mark.above ? scale.pixelRatio : scale.pixels.height() - scale.pixelRatio;
    const double base = edge + (mark.above ? 5.5 : -5.5) * scale.pixelRatio;
    return {{{mark.x, edge}, {mark.x - half, base}, {mark.x + half, base}}};
}

QImage rasterLines(std::span<const LineEnvelope> lines, std::span<const LineStyle> styles, const PlotScale &scale, QImage old)
{
    Q_ASSERT(lines.size() == styles.size());
    constexpr double pixelsLikeAStretch = 36; // to clear and to copy them
    const bool fits = old.size() == scale.pixels && old.format() == QImage::Format_ARGB32_Premultiplied && old.isDetached();
    QImage image = fits ? std::move(old) : QImage(scale.pixels, QImage::Format_ARGB32_Premultiplied);
    const int width = scale.pixels.width();
    const int parts = usefulParts(double(lines.size()) * width + double(width) * scale.pixels.height() / pixelsLikeAStretch);
    auto *bits = reinterpret_cast<QRgb *>(image.bits());
    const qsizetype stride = image.bytesPerLine() / qsizetype(sizeof(QRgb));
    std::atomic<int> next = 0; // a core that does something else as well takes fewer
    inParallel(parts, [&](int) {
        Strip strip(scale);
        for (int from = next.fetch_add(Strip::Columns); from < width; from = next.fetch_add(Strip::Columns))
            strip.draw(from, lines, styles, bits, stride);
    });
    for (size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].marks.empty())
            drawMarks(image, lines[i], styles[i], scale);
    }
    image.setDevicePixelRatio(scale.pixelRatio);
    return image;
}

} // namespace Assay
