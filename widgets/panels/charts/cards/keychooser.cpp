// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cards/keychooser.h"

#include "models/items/cardspec.h"
#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QVBoxLayout>

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
    : QFrame(parent, Qt::Popup), m_model(keys), m_search(new QLineEdit), m_list(new QListView)
{
    setObjectName(u"keyChooser"_s);
    setProperty("role", u"card"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_found.setSourceModel(&m_model);
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setObjectName(u"keySearch"_s);
    m_search->setPlaceholderText(tr("Find a column"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon("search"_L1, ColorRole::Muted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"keyList"_s);
    m_list->setModel(&m_found);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int row = int(keys.indexOf(current));
    m_list->setCurrentIndex(m_found.index(std::max(0, row), 0));
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_found.setFilterFixedString(text);
        m_list->setCurrentIndex(m_found.index(0, 0));
    });
    connect(m_list, &QListView::clicked, this, &KeyChooser::choose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
}

void KeyChooser::openBelow(const QWidget &button)
{
    resize(ListSize);
    const QRect screen = this->screen()->availableGeometry();
    const QPoint below = button.mapToGlobal(QPoint(0, button.height() + 2));
    move(std::clamp(below.x(), screen.left(), std::max(screen.left(), screen.right() - width())),
         std::clamp(below.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    show();
    m_list->scrollTo(m_list->currentIndex());
    m_search->setFocus(Qt::PopupFocusReason);
}

// The list has no focus of its own: the field's arrows move in it.
bool KeyChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: QCoreApplication::sendEvent(m_list, event); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: choose(m_list->currentIndex()); return true;
        default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void KeyChooser::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    emit chosen(index.data().toString());
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
    setText(m_role + u"  "_s + shownKey());
    setAccessibleName(text());
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
    return {std::min(MostWidth, metrics.horizontalAdvance(m_role) + metrics.horizontalAdvance(shownKey()) + 42), 24};
}

QSize KeyButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), QFontMetrics(font()).horizontalAdvance(m_role) + 56), sizeHint().height()};
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
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, m_role);
    place.setLeft(place.left() + metrics.horizontalAdvance(m_role) + 6);
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
    chooser->openBelow(*this);
}

} // namespace Assay
