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

void ParallelRaster::paint(QImage &image, const Palette &palette, double density) const
{
    Q_ASSERT(image.size() == m_size && image.format() == QImage::Format_ARGB32_Premultiplied);
    // Lines on a pixel cover it like layers of glass.
    constexpr size_t Levels = 64;
    std::array<uint32_t, Levels> alphas;
    for (size_t i = 0; i < Levels; ++i)
        alphas[i] = uint32_t(std::lround(255 * (1 - std::pow(1 - density, double(i)))));
    std::array<std::array<uint32_t, 3>, 256> colors;
    for (size_t i = 0; i < 256; ++i)
        colors[i] = {uint32_t(palette[i].red()), uint32_t(palette[i].green()), uint32_t(palette[i].blue())};
    const int width = m_size.width(), height = m_size.height();
    const qsizetype stride = image.bytesPerLine() / 4;
    auto *pixels = reinterpret_cast<uint32_t *>(image.bits());
    constexpr int Block = 16; // rows and columns at once: the cells lie across
    for (int left = 0; left < width; left += Block) {
        for (int top = 0; top < height; top += Block) {
            for (int x = left; x < std::min(left + Block, width); ++x) {
                const Cell *column = m_cells.data() + size_t(x) * size_t(height);
                for (int y = top; y < std::min(top + Block, height); ++y) {
                    const Cell cell = column[y];
                    if (cell == 0)
                        continue;
                    const auto count = uint32_t(cell >> 32);
                    const auto shade = size_t(uint32_t(cell) / count);
                    const uint32_t alpha = alphas[std::min<size_t>(count, Levels - 1)], rest = 255 - alpha;
                    uint32_t &pixel = pixels[y * stride + x];
                    const auto mix = [&](int shift, uint32_t part) { return ((part * alpha + ((pixel >> shift) & 255) * rest) / 255) << shift; };
                    pixel = mix(24, 255) | mix(16, colors[shade][0]) | mix(8, colors[shade][1]) | mix(0, colors[shade][2]);
                }
            }
        }
    }
}

} // namespace Assay
