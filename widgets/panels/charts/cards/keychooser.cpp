// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cards/keychooser.h"

#include "models/items/cardspec.h"
#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <QStylePainter>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr QSize ListSize{300, 320};
constexpr int MostWidth = 200;

} // namespace

QString noKeyText()
{
    return QCoreApplication::translate("KeyChooser", "None");
}

KeyChooser::KeyChooser(const QStringList &keys, const QString &current, QWidget *parent)
    : SearchList(u"key"_s, tr("Find a column"), keys, parent)
{
    resize(ListSize);
    setCurrent(std::max<qsizetype>(0, keys.indexOf(current)));
}

void KeyChooser::chooseText(const QString &key)
{
    emit chosen(key);
    close();
}

KeyButton::KeyButton(const QString &role, const QString &name, Keys keys, QWidget *parent)
    : QToolButton(parent), m_role(role), m_keys(std::move(keys))
{
    setObjectName(name);
    setAutoRaise(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QToolButton::clicked, this, &KeyButton::openList);
    setKey({});
}

void KeyButton::setKey(const QString &key)
{
    m_key = key;
    setAccessibleName(m_role + u"  "_s + shownKey());
    setText(m_isLabelled ? shownKey() : accessibleName());
    setToolTip(toolTipText(key.isEmpty() ? m_role : m_role + u": "_s + key));
    updateGeometry();
    update();
}

QString KeyButton::shownKey() const
{
    if (m_key.isEmpty())
        return m_adds ? QString() : u"–"_s;
    const auto column = columnOfKey(m_key);
    return visibleText(column ? column->name : m_key, 200);
}

QSize KeyButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {std::min(MostWidth, metrics.horizontalAdvance(shownRole()) + metrics.horizontalAdvance(shownKey()) + 42), 24};
}

QSize KeyButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), QFontMetrics(font()).horizontalAdvance(shownRole()) + 56), sizeHint().height()};
}

void KeyButton::setLabelled()
{
    m_isLabelled = true;
    setAutoRaise(false);
    setProperty("kind", u"button"_s); // one of several fields
    setKey(m_key);
}

void KeyButton::setAdds()
{
    m_adds = true;
    setKey({});
}

// The role muted, the name strong enough to be read first.
void KeyButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    const Theme &theme = Theme::of(parentWidget()->palette()); // the style sheet gives buttons a window colour of their own
    const QFontMetrics metrics(font());
    QRect place = rect().adjusted(8, 0, -6, 0);
    painter.setPen(theme.color(ColorRole::Muted));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, shownRole());
    place.setLeft(place.left() + (m_isLabelled ? 0 : metrics.horizontalAdvance(m_role) + 6));
    painter.setPen(theme.color(ColorRole::Text));
    const bool hasArrow = place.width() >= metrics.horizontalAdvance(shownKey()) + 14; // the name is worth more
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(shownKey(), Qt::ElideMiddle, place.width()));
    if (hasArrow)
        Assay::icon("chevron-down"_L1, ColorRole::Muted).paint(&painter, QRect(rect().right() - 17, (height() - 12) / 2, 12, 12));
}

void KeyButton::openList()
{
    auto *chooser = new KeyChooser(m_keys(), m_key, this);
    connect(chooser, &KeyChooser::chosen, this, [this](const QString &key) { emit keyChosen(key == noKeyText() ? QString() : key); });
    chooser->openAt(mapToGlobal(QPoint(0, height() + 2)));
}

} // namespace Assay
