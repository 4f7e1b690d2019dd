// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/parallelraster.h"

#include <algorithm>
#include <cmath>

namespace Assay {

void ParallelRaster::reset(const QSize &size, std::vector<int> axes)
{
    m_size = size;
    m_axes = std::move(axes);
    m_lines.clear();
    m_drawn.clear();
    m_cells.assign(size_t(std::max(0, size.width())) * size_t(std::max(0, size.height())), 0);
}

void ParallelRaster::setLines(std::vector<Line> lines)
{
    std::fill(m_cells.begin(), m_cells.end(), 0);
    m_lines = std::move(lines);
    m_drawn.assign(m_lines.size(), false);
}

template <bool Adds>
void ParallelRaster::draw(const Line &line)
{
    const Cell one = (Cell(1) << 32) + line.shade;
    const auto height = size_t(m_size.height());
    const float most = float(m_size.height() - 1);
    if (!std::ranges::all_of(line.places, [](float place) { return std::isfinite(place); }))
        return;
    for (size_t i = 0; i + 1 < m_axes.size(); ++i) {
        const int from = m_axes[i], width = m_axes[i + 1] - from;
        const float start = std::clamp(line.places[i], 0.0F, most), step = (std::clamp(line.places[i + 1], 0.0F, most) - start) / float(std::max(1, width));
        Cell *column = m_cells.data() + size_t(from) * height;
        float at = start + 0.5F;
        // In each column the pixels down to where the next one goes on: a steep line has no gaps.
        for (int x = 0; x < width; ++x, column += height) {
            const int a = int(at);
            at += step;
            const int b = int(at);
            const int low = a < b ? a : b + (a > b), high = std::min(a < b ? b - 1 : a, m_size.height() - 1);
            for (int y = low; y <= high; ++y) {
                if constexpr (Adds)
                    column[y] += one;
                else
                    column[y] -= one;
            }
        }
    }
}

void ParallelRaster::setDrawn(const std::vector<bool> &drawn)
{
    Q_ASSERT(drawn.size() == m_lines.size());
    qsizetype changes = 0, wanted = 0;
    for (size_t i = 0; i < drawn.size(); ++i) {
        changes += drawn[i] != m_drawn[i];
        wanted += drawn[i];
    }
    if (changes > wanted) { // less to draw them from nothing
        std::fill(m_cells.begin(), m_cells.end(), 0);
        m_drawn.assign(m_lines.size(), false);
        changes = wanted;
    }
    m_changed = changes;
    for (size_t i = 0; i < drawn.size() && changes > 0; ++i) {
        if (drawn[i] == m_drawn[i])
            continue;
        drawn[i] ? draw<true>(m_lines[i]) : draw<false>(m_lines[i]);
        --changes;
    }
    m_drawn = drawn;
}

// What a pixel gets of its lines, by their number and mean shade: they cover it like layers of glass.
void ParallelRaster::updateInks(const Palette &palette, double density)
{
    if (palette == m_palette && density == m_density)
        return;
    m_palette = palette;
    m_density = density;
    m_inks.resize(Levels * 256);
    for (size_t level = 0; level < Levels; ++level) {
        const double alpha = 1 - std::pow(1 - density, double(level));
        for (size_t shade = 0; shade < 256; ++shade) {
            const QColor &color = palette[shade];
            m_inks[level * 256 + shade] = qPremultiply(qRgba(color.red(), color.green(), color.blue(), int(std::lround(255 * alpha))));
        }
    }
}

void ParallelRaster::paint(QImage &image, const Palette &palette, double density)
{
    Q_ASSERT(image.size() == m_size && image.format() == QImage::Format_ARGB32_Premultiplied);
    updateInks(palette, density);
    std::array<uint64_t, Levels> shares; // a division for each pixel costs more than all the rest
    for (size_t count = 1; count < Levels; ++count)
        shares[count] = (uint64_t(1) << 32) / count + 1;
    const int width = m_size.width(), height = m_size.height();
    const qsizetype stride = image.bytesPerLine() / 4;
    auto *pixels = reinterpret_cast<uint32_t *>(image.bits());
    constexpr int Wide = 16, High = 256; // at once: the cells lie across
    for (int left = m_axes.empty() ? width : m_axes.front(); left < std::min(width, m_axes.empty() ? 0 : m_axes.back()); left += Wide) {
        for (int top = 0; top < height; top += High) {
            for (int x = left; x < std::min(left + Wide, width); ++x) {
                const Cell *column = m_cells.data() + size_t(x) * size_t(height);
                for (int y = top; y < std::min(top + High, height); ++y) {
                    const Cell cell = column[y];
                    if (cell == 0)
                        continue;
                    const auto count = uint32_t(cell >> 32), sum = uint32_t(cell);
                    const size_t level = std::min<size_t>(count, Levels - 1);
                    const size_t shade = count < Levels ? size_t(sum * shares[count] >> 32) : sum / count;
                    const uint32_t ink = m_inks[level * 256 + shade];
                    uint32_t &pixel = pixels[y * stride + x];
                    // Two parts of the colour at once; 256 for 255, so that nothing stays nothing.
                    const uint32_t rest = 256 - (ink >> 24);
                    pixel = ink + (((pixel & 0xff00ff) * rest >> 8) & 0xff00ff) + (((pixel >> 8) & 0xff00ff) * rest & 0xff00ff00);
                }
            }
        }
    }
}

} // namespace Assay
