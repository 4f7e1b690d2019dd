// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/apptheme.h"

#include "widgets/theme/theme.h"

#include <QApplication>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

namespace Assay {

void applyTheme(const QString &name)
{
    applyPalette(name);
    applyStyleSheet();
}

void applyPalette(const QString &name)
{
    // What the desktop wears is told by the palette that the application started with.
    static const bool desktopIsDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    const bool dark = name == "dark"_L1 || (name != "light"_L1 && desktopIsDark);
    const Theme &theme = dark ? Theme::dark() : Theme::light();
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QFont font = QApplication::font();
    font.setPixelSize(13);
    QApplication::setFont(font);
    QApplication::setPalette(theme.palette());
}

void applyStyleSheet()
{
    qApp->setStyleSheet(Theme::of(QApplication::palette()).styleSheet());
}

} // namespace Assay
