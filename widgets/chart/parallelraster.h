// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

#include <array>
#include <cstdint>
#include <vector>

namespace Assay {

// Thousands of broken lines over the same axes as a picture of how many cross each pixel and of what shade they are on
// average. Lines are added and taken away one by one, so that a brush costs what it changes. No widgets, no thread of its own.
class ParallelRaster
{
public:
    struct Line {
        std::vector<float> places; // one an axis: pixels from the top
        uint8_t shade = 0;
    };
    // Colour by shade; of a few lines on one pixel less of it.
    using Palette = std::array<QColor, 256>;

    // `axes`: their columns of pixels, ascending. Nothing is drawn yet.
    void reset(const QSize &size, std::vector<int> axes);
    void setLines(std::vector<Line> lines);
    // Which of the lines are drawn. Costs the lines that change.
    void setDrawn(const std::vector<bool> &drawn);
    size_t lineCount() const { return m_lines.size(); }
    qsizetype changedLines() const { return m_changed; } // by the last setDrawn()

    // Draws over an image of the size; `density`: how opaque one line is, 0 to 1.
    void paint(QImage &image, const Palette &palette, double density);

private:
    // Sum of shades in the low half, number of lines in the high one: one addition for both.
    using Cell = uint64_t;

    static constexpr size_t Levels = 64;

    template <bool Adds>
    void draw(const Line &line);
    void updateInks(const Palette &palette, double density);

    QSize m_size;
    std::vector<int> m_axes;
    std::vector<Line> m_lines;
    std::vector<bool> m_drawn;
    std::vector<Cell> m_cells; // column by column
    qsizetype m_changed = 0;
    Palette m_palette;
    double m_density = -1;
    std::vector<uint32_t> m_inks; // by level, then shade
};

} // namespace Assay
