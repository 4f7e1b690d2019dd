// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include <QFontDatabase>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QResource>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr std::array<QLatin1StringView, 13> Tokens = {
    "window"_L1, "surface"_L1, "raised"_L1, "border"_L1, "text"_L1, "muted"_L1, "accent"_L1, "onAccent"_L1,
    "selection"_L1, "hover"_L1, "good"_L1, "caution"_L1, "bad"_L1};

constexpr double NoneShare = 0.65; // of the muted colour in the grey for runs without a value

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto part = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {part(from.red(), to.red()), part(from.green(), to.green()), part(from.blue(), to.blue())};
}

} // namespace

Theme::Theme(const QString &resource, bool isDark) : m_isDark(isDark)
{
    const QJsonObject tokens = QJsonDocument::fromJson(QResource(resource).uncompressedData()).object();
    Q_ASSERT(!tokens.isEmpty());
    for (size_t i = 0; i < Tokens.size(); ++i)
        m_colors[i] = QColor(tokens.value(Tokens[i]).toString());
    for (const QJsonValue &color : tokens.value("series"_L1).toArray())
        m_series.emplace_back(color.toString());
    for (const QJsonValue &color : tokens.value("ramp"_L1).toArray())
        m_ramp.emplace_back(color.toString());
}

const Theme &Theme::light()
{
    static const Theme theme(u":/themes/light.json"_s, false);
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme(u":/themes/dark.json"_s, true);
    return theme;
}

const Theme &Theme::of(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? dark() : light();
}

QColor Theme::series(int index) const
{
    if (const auto share = LineColor::rampShare(index))
        return ramp(*share);
    if (index < 0)
        return index == LineColor::Other ? color(ColorRole::Muted) : mixed(color(ColorRole::Surface), color(ColorRole::Muted), NoneShare);
    return m_series[size_t(index) % m_series.size()];
}

QColor Theme::heat(double fraction) const
{
    return mixed(color(ColorRole::Surface), color(ColorRole::Accent), std::clamp(fraction, 0.0, 1.0) * (m_isDark ? 0.42 : 0.5));
}

QColor Theme::ramp(double fraction) const
{
    const double place = std::clamp(fraction, 0.0, 1.0) * double(m_ramp.size() - 1);
    const auto below = std::min(size_t(place), m_ramp.size() - 2);
    return mixed(m_ramp[below], m_ramp[below + 1], place - double(below));
}

QColor Theme::sequential(double fraction) const
{
    return mixed(color(ColorRole::Surface), color(ColorRole::Accent), std::clamp(fraction, 0.0, 1.0));
}

QColor Theme::diverging(double fraction) const
{
    const QColor end = fraction < 0 ? series(1) : color(ColorRole::Accent);
    return mixed(color(ColorRole::Surface), end, std::min(std::fabs(fraction), 1.0));
}

Qt::PenStyle Theme::seriesDash(int index)
{
    constexpr Qt::PenStyle dashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    return index < 0 || index >= LineColor::FirstOfRamp ? Qt::SolidLine : dashes[index / 8 % 4];
}

Qt::PenStyle Theme::penStyle(LineDash dash)
{
    switch (dash) {
    case LineDash::Solid: return Qt::SolidLine;
    case LineDash::Dash: return Qt::DashLine;
    case LineDash::DashDot: return Qt::DashDotLine;
    case LineDash::LongDash: return Qt::CustomDashLine;
    case LineDash::DashDotDot: return Qt::DashDotDotLine;
    case LineDash::Dot: return Qt::DotLine;
    }
    return Qt::SolidLine;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, ColorRole token) { palette.setColor(role, color(token)); };
    set(QPalette::Window, ColorRole::Window);
    set(QPalette::Base, ColorRole::Surface);
    set(QPalette::AlternateBase, ColorRole::Surface);
    set(QPalette::Button, ColorRole::Surface);
    set(QPalette::ToolTipBase, ColorRole::Raised);
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        set(role, ColorRole::Text);
    set(QPalette::BrightText, ColorRole::Bad);
    set(QPalette::PlaceholderText, ColorRole::Muted);
    set(QPalette::Highlight, ColorRole::Selection);
    set(QPalette::HighlightedText, ColorRole::Text);
    set(QPalette::Link, ColorRole::Accent);
    set(QPalette::LinkVisited, ColorRole::Accent);
    set(QPalette::Light, ColorRole::Border);
    set(QPalette::Midlight, ColorRole::Hover);
    set(QPalette::Mid, ColorRole::Border);
    set(QPalette::Dark, ColorRole::Border);
    palette.setColor(QPalette::Shadow, m_isDark ? QColor(0, 0, 0, 120) : QColor(27, 31, 36, 40));
    QColor faded = color(ColorRole::Muted);
    faded.setAlpha(150);
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    return palette;
}

QString Theme::styleSheet() const
{
    QString sheet = QString::fromUtf8(QResource(u":/themes/assay.qss"_s).uncompressedData());
    for (size_t i = 0; i < Tokens.size(); ++i)
        sheet.replace(u'@' + Tokens[i] + u';', m_colors[i].name() + u';');
    return sheet;
}

QFont tabularFont(const QFont &base)
{
    QFont font = base;
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

QFont fixedFont(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(std::max(11, QFontInfo(base).pixelSize() - 1));
    return font;
}

} // namespace Assay
