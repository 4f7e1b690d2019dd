// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/searchlist.h"

#include "widgets/theme/popup.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace Assay {

using namespace Qt::StringLiterals;

SearchList::SearchList(const QString &name, const QString &placeholder, const QStringList &texts, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_model(texts), m_search(new QLineEdit), m_list(new QListView)
{
    setObjectName(name + "Chooser"_L1);
    setProperty("role", u"card"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_found.setSourceModel(&m_model);
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setObjectName(name + "Search"_L1);
    m_search->setPlaceholderText(placeholder);
    m_search->setAccessibleName(placeholder);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon("search"_L1, ColorRole::Muted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setObjectName(name + "List"_L1);
    m_list->setModel(&m_found);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_found.setFilterFixedString(text);
        setCurrent(0);
    });
    connect(m_list, &QListView::clicked, this, &SearchList::choose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    setCurrent(0);
}

void SearchList::openAt(const QPoint &globalCorner)
{
    showPopupAt(*this, globalCorner);
    m_list->scrollTo(m_list->currentIndex());
    m_search->setFocus(Qt::PopupFocusReason);
}

void SearchList::setCurrent(qsizetype place)
{
    m_list->setCurrentIndex(m_found.index(int(place), 0));
}

// The list has no focus of its own.
bool SearchList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: QCoreApplication::sendEvent(m_list, event); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: enter(); return true;
        default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void SearchList::enter()
{
    choose(m_list->currentIndex());
}

void SearchList::choose(const QModelIndex &index)
{
    if (index.isValid())
        chooseText(index.data().toString());
}

} // namespace Assay
