// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/brushbar.h"

#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Assay {

BrushBar::BrushBar(QWidget *parent) : QFrame(parent), m_count(plainLabel({}, u"caption"_s, u"brushCount"_s))
{
    setObjectName(u"brushBar"_s);
    setProperty("role", u"popover"_s);
    setAutoFillBackground(true);
    setCursor(Qt::ArrowCursor);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 2, 2);
    layout->setSpacing(4);
    layout->addWidget(m_count);
    const auto button = [&](const QString &name, const QString &text) {
        auto *made = new QToolButton(this);
        made->setObjectName(name);
        made->setText(text);
        made->setAutoRaise(true);
        layout->addWidget(made);
        return made;
    };
    m_keep = button(u"brushKeep"_s, tr("Keep"));
    m_exclude = button(u"brushExclude"_s, tr("Exclude"));
    QToolButton *clear = button(u"brushClear"_s, {});
    clear->setIcon(icon("close"_L1));
    clear->setToolTip(tr("Remove the brush (Esc)"));
    clear->setAccessibleName(tr("Remove the brush"));
    connect(m_keep, &QToolButton::clicked, this, &BrushBar::keepRequested);
    connect(m_exclude, &QToolButton::clicked, this, &BrushBar::excludeRequested);
    connect(clear, &QToolButton::clicked, this, &BrushBar::clearRequested);
    hide();
}

void BrushBar::setBrush(qsizetype runs, bool canFilter)
{
    m_count->setText(tr("%n runs", nullptr, int(runs)));
    m_keep->setEnabled(canFilter);
    m_exclude->setEnabled(canFilter);
    const QString cannot = tr("A text with both kinds of quotes cannot be written in a query.");
    m_keep->setToolTip(canFilter ? tr("Show only the runs inside the brush: adds it to the query") : cannot);
    m_exclude->setToolTip(canFilter ? tr("Leave the runs inside the brush out. Runs without a value of what is brushed are neither in nor out and go as well.") : cannot);
    adjustSize();
}

} // namespace Assay
