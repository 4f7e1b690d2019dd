// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/linelook.h"

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QPen>

#include <array>
#include <vector>

namespace Assay {

enum class ColorRole { Window, Surface, Raised, Border, Text, Muted, Accent, OnAccent, Selection, Hover, Good, Caution, Bad };

// The colours of one look, read from resources/themes. Which one a widget wears is told by its palette, so a change of
// the application's palette changes everything at the next paint. GUI thread.
class Theme
{
public:
    static const Theme &light();
    static const Theme &dark();
    static const Theme &of(const QPalette &palette);

    bool isDark() const { return m_isDark; }
    QColor color(ColorRole role) const { return m_colors[size_t(role)]; }
    // Colour of a run or series, see LineColor: eight that can be told apart with any colour sight, then the same ones with
    // the next dash.
    QColor series(int index) const;
    // Behind a number: from the surface (0) towards the accent (1), as far as text stays readable on it.
    QColor heat(double fraction) const;
    // Of marks whose colour is a number, 0 to 1: told apart by lightness alone, too, and never as pale as the surface.
    QColor ramp(double fraction) const;
    // Fills: from the surface (0) to the accent (1).
    QColor sequential(double fraction) const;
    // Fills of −1 to 1: orange, the surface at 0, blue.
    QColor diverging(double fraction) const;
    static Qt::PenStyle seriesDash(int index);
    static Qt::PenStyle penStyle(LineDash dash); // LongDash: Qt::CustomDashLine

    QPalette palette() const;
    QString styleSheet() const; // for the application; the tokens of assay.qss filled in

private:
    explicit Theme(const QString &resource, bool isDark);

    std::array<QColor, 13> m_colors;
    std::vector<QColor> m_series;
    std::vector<QColor> m_ramp;
    bool m_isDark;
};

// resources/icons/<name>.svg in the text colour of the palette it is painted with (muted when disabled).
QIcon icon(QLatin1StringView name);
// The same in a fixed colour role, for states: a red cross, a green tick.
QIcon icon(QLatin1StringView name, ColorRole role);

// The application's font at sizes that stand for something, with tabular figures where Qt can.
QFont tabularFont(const QFont &base);
QFont fixedFont(const QFont &base);

} // namespace Assay
