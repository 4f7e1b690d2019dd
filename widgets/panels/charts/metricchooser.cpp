// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/metricchooser.h"

#include "models/items/cardseries.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize WholeSize{320, 360};

} // namespace

MetricChooser::MetricChooser(const QStringList &metrics, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_model(metrics), m_search(new QLineEdit), m_list(new QListView), m_expression(new QPushButton),
      m_hint(wrappedLabel({}, u"caption"_s))
{
    setObjectName(u"metricChooser"_s);
    setProperty("role", u"card"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_found.setSourceModel(&m_model);
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setObjectName(u"metricSearch"_s);
    m_search->setPlaceholderText(tr("Find a metric"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon("search"_L1, ColorRole::Muted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"metricList"_s);
    m_list->setModel(&m_found);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_expression->setObjectName(u"drawExpression"_s);
    m_expression->setText(tr("Draw this expression"));
    m_expression->setFocusPolicy(Qt::NoFocus);
    m_hint->setObjectName(u"expressionHint"_s);
    connect(m_search, &QLineEdit::textChanged, this, &MetricChooser::takeText);
    connect(m_list, &QListView::clicked, this, &MetricChooser::choose);
    connect(m_expression, &QPushButton::clicked, this, &MetricChooser::chooseExpression);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_expression);
    layout->addWidget(m_hint);
    takeText({});
}

void MetricChooser::takeText(const QString &text)
{
    m_found.setFilterFixedString(text);
    m_list->setCurrentIndex(m_found.index(0, 0));
    const CardSeries series = cardSeries(text);
    m_expression->setVisible(series.mistake.isEmpty());
    // Only what no name has is meant as an expression; while it is being written, it says what is still to come.
    const bool isMeant = !text.isEmpty() && m_found.rowCount() == 0;
    m_hint->setText(isMeant && !series.mistake.isEmpty() ? series.mistake
                                                         : tr("Or compute: metrics.a - metrics.b, diff, cumsum, log10, ewm(metrics.a, 0.9)"));
}

void MetricChooser::openAt(const QPoint &globalPosition)
{
    resize(WholeSize);
    const QRect screen = this->screen()->availableGeometry();
    move(std::clamp(globalPosition.x(), screen.left(), std::max(screen.left(), screen.right() - width())),
         std::clamp(globalPosition.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

// The list has no focus of its own: the field's arrows move in it.
bool MetricChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: QCoreApplication::sendEvent(m_list, event); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_found.rowCount() > 0)
                choose(m_list->currentIndex());
            else
                chooseExpression();
            return true;
        default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void MetricChooser::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    finish(columnKeyText({ColumnGroup::Metric, index.data().toString()}));
}

void MetricChooser::chooseExpression()
{
    if (cardSeries(m_search->text()).mistake.isEmpty())
        finish(m_search->text().trimmed());
}

void MetricChooser::finish(const QString &key)
{
    Q_EMIT chosen(key);
    close();
}

} // namespace Assay
