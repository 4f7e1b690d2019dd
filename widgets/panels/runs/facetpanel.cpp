// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs/facetpanel.h"

#include "models/items/displaytext.h"
#include "models/items/runtablemodel.h"
#include "widgets/panels/runs/facethistogram.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int Width = 264;
constexpr int Margin = 12;
constexpr int SearchDelay = 120; // ms

// The text above its share of the largest: a bar behind the row, so that texts stay in one column.
class FacetDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {Width / 2, 26}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        painter->save();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.color(option.state & QStyle::State_Selected ? ColorRole::Selection : ColorRole::Hover));
        QRect rest = option.rect.adjusted(Margin, 0, -Margin, 0);
        QColor bar = theme.color(ColorRole::Accent);
        bar.setAlphaF(0.16F);
        painter->fillRect(QRect(rest.left() - 4, rest.top() + 3, std::max(2, int((rest.width() + 8) * index.data(FacetModel::ShareRole).toDouble())), rest.height() - 6), bar);
        const QString count = index.data(FacetModel::CountTextRole).toString();
        QFont small = tabularFont(option.font);
        small.setPixelSize(11);
        painter->setFont(small);
        painter->setPen(theme.color(ColorRole::Text));
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, count);
        rest.setRight(rest.right() - QFontMetrics(small).horizontalAdvance(count) - 8);
        painter->setFont(option.font);
        painter->setPen(theme.color(index.data(FacetModel::MutedRole).toBool() ? ColorRole::Muted : ColorRole::Text));
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(option.font).elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
        painter->restore();
    }
};

} // namespace

FacetPanel::FacetPanel(QWidget *parent)
    : QFrame(parent), m_title(plainLabel({}, u"heading"_s, u"facetTitle"_s)), m_summary(plainLabel({}, u"caption"_s, u"facetSummary"_s)), m_search(new QLineEdit),
      m_histogram(new FacetHistogram(m_model)), m_list(new QListView), m_rest(plainLabel({}, u"caption"_s, u"facetRest"_s))
{
    setObjectName(u"facetPanel"_s);
    setProperty("role", u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(Width);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_search->setObjectName(u"facetSearch"_s);
    m_search->setPlaceholderText(tr("Find a value"));
    m_search->setAccessibleName(tr("Find a value"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon("search"_L1, ColorRole::Muted), QLineEdit::LeadingPosition);
    m_list->setObjectName(u"facetList"_s);
    m_list->setAccessibleName(tr("Values"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new FacetDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *close = new QToolButton;
    close->setObjectName(u"closeFacet"_s);
    close->setIcon(icon("close"_L1));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close"));

    auto *head = new QHBoxLayout;
    head->setContentsMargins(Margin, 4, 4, 0);
    head->addWidget(m_title, 1);
    head->addWidget(close);
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(Margin, 0, Margin, 8);
    middle->setSpacing(8);
    middle->addWidget(m_summary);
    middle->addWidget(m_search);
    auto *line = new QFrame;
    line->setProperty("role", u"vseparator"_s);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *layout = new QVBoxLayout;
    outer->addWidget(line);
    outer->addLayout(layout, 1);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(middle);
    layout->addWidget(m_histogram);
    layout->addWidget(m_list, 1);
    m_rest->setContentsMargins(Margin, 4, Margin, 0);
    layout->addWidget(m_rest);

    m_searchTimer.setSingleShot(true);
    connect(&m_searchTimer, &QTimer::timeout, this, &FacetPanel::ask);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(SearchDelay); });
    connect(close, &QToolButton::clicked, this, &FacetPanel::left);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        const bool excludes = QGuiApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier);
        choose(index.row(), excludes ? CellFilter::Exclude : CellFilter::Only);
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, &FacetPanel::showMenu);
    connect(m_histogram, &FacetHistogram::rangeChosen, this, [this](size_t first, size_t last, Qt::KeyboardModifiers modifiers) {
        const bool excludes = modifiers & (Qt::ControlModifier | Qt::AltModifier);
        emit conditionChosen(m_model.rangeCondition(first, last, excludes ? CellFilter::Exclude : CellFilter::Only));
    });
    for (QWidget *widget : std::initializer_list<QWidget *>{m_list, m_search, m_histogram})
        widget->installEventFilter(this);
    hide();
}

void FacetPanel::open(const ColumnKey &key)
{
    const bool isOther = key != m_key || !isVisibleTo(parentWidget());
    m_key = key;
    const QString name = columnKeyText(key);
    m_title->setText(fontMetrics().elidedText(name, Qt::ElideMiddle, Width - 56));
    m_title->setToolTip(toolTipText(name));
    if (isOther) {
        const QSignalBlocker blocker(m_search);
        m_search->clear();
        Facet nothing;
        nothing.key = key;
        m_model.setFacet(nothing, QTimeZone::utc());
        m_summary->setText(QString());
        m_rest->setText(QString());
    }
    show();
    ask();
    m_list->setFocus();
}

void FacetPanel::ask()
{
    if (isVisibleTo(parentWidget()))
        emit facetRequested(m_key, m_search->text());
}

void FacetPanel::setFacet(const Facet &facet)
{
    if (facet.key != m_key)
        return;
    const int current = m_list->currentIndex().row();
    m_model.setFacet(facet, QTimeZone::systemTimeZone());
    if (current >= 0 && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(std::min(current, m_model.rowCount() - 1)));
    m_search->setVisible(!m_model.hasHistogram());
    m_histogram->setVisible(!facet.bins.empty());
    m_summary->setText(m_model.summary());
    m_rest->setText(m_model.restText());
}

void FacetPanel::choose(int row, CellFilter filter)
{
    if (const auto condition = m_model.condition(row, filter))
        emit conditionChosen(*condition);
}

void FacetPanel::showMenu(const QPoint &point)
{
    const QModelIndex index = m_list->indexAt(point);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"facetMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int row = index.row();
    const bool canBeWritten = m_model.condition(row, CellFilter::Only).has_value();
    menu->addAction(icon("filter"_L1), tr("Only runs with this value"), this, [this, row] { choose(row, CellFilter::Only); })->setEnabled(canBeWritten);
    menu->addAction(tr("Without runs with this value"), this, [this, row] { choose(row, CellFilter::Exclude); })->setEnabled(canBeWritten);
    menu->popup(m_list->viewport()->mapToGlobal(point));
}

bool FacetPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const int key = press->key();
    if (key == Qt::Key_Escape) {
        emit left();
        return true;
    }
    if (watched == m_list && (key == Qt::Key_Return || key == Qt::Key_Enter) && m_list->currentIndex().isValid()) {
        const bool excludes = press->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
        choose(m_list->currentIndex().row(), excludes ? CellFilter::Exclude : CellFilter::Only);
        return true;
    }
    if (watched == m_list && key == Qt::Key_Slash && m_search->isVisibleTo(this)) {
        m_search->setFocus();
        return true;
    }
    if (watched == m_search && key == Qt::Key_Down) {
        m_list->setFocus();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace Assay
