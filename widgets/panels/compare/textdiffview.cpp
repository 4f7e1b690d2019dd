// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/textdiffview.h"

#include "models/items/displaytext.h"
#include "widgets/panels/compare/textdiffcanvas.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QToolButton *makeButton(const QString &name, const QIcon &icon, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    return button;
}

} // namespace

TextDiffView::TextDiffView(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"compareTextDiff"_s);
    m_key = plainLabel({}, u"heading"_s, u"textDiffKey"_s);
    m_count = plainLabel({}, u"caption"_s, u"textDiffCount"_s);
    m_left = plainLabel({}, u"caption"_s, u"textDiffLeft"_s);
    m_right = plainLabel({}, u"caption"_s, u"textDiffRight"_s);
    m_previous = makeButton(u"textDiffPrevious"_s, icon("chevron-left"_L1), tr("Previous change (Shift+F7)"));
    m_next = makeButton(u"textDiffNext"_s, icon("chevron-right"_L1), tr("Next change (F7)"));
    m_folding = makeButton(u"textDiffFolding"_s, icon("shrink"_L1), tr("Fold what is unchanged"));
    m_folding->setCheckable(true);
    m_folding->setChecked(true);
    QToolButton *close = makeButton(u"textDiffClose"_s, icon("close"_L1), tr("Close"));
    m_canvas = new TextDiffCanvas;
    m_canvas->setAccessibleName(tr("The chosen value beside the baseline's"));
    m_canvas->setContextMenuPolicy(Qt::CustomContextMenu);

    auto *bar = new QWidget;
    bar->setProperty("role", u"bar"_s);
    auto *tools = new QHBoxLayout(bar);
    tools->setContentsMargins(12, 3, 8, 3);
    tools->setSpacing(4);
    tools->addWidget(m_key);
    tools->addSpacing(4);
    tools->addWidget(m_count, 1);
    for (QToolButton *button : {m_previous, m_next, m_folding, close})
        tools->addWidget(button);
    auto *names = new QHBoxLayout;
    names->setContentsMargins(12, 3, 12, 3);
    names->addWidget(m_left, 1);
    names->addWidget(m_right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addLayout(names);
    layout->addWidget(m_canvas, 1);

    connect(m_previous, &QToolButton::clicked, this, [this] { m_canvas->showChange(m_canvas->currentChange() - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { m_canvas->showChange(m_canvas->currentChange() + 1); });
    connect(m_folding, &QToolButton::toggled, m_canvas, &TextDiffCanvas::setFolding);
    connect(close, &QToolButton::clicked, this, &TextDiffView::closeRequested);
    connect(m_canvas, &TextDiffCanvas::currentChangeChanged, this, &TextDiffView::update);
    connect(m_canvas, &TextDiffCanvas::copyRequested, this, &TextDiffView::copy);
    connect(m_canvas, &QWidget::customContextMenuRequested, this, &TextDiffView::showMenu);
}

void TextDiffView::setDiff(const Titles &titles, std::shared_ptr<const SideBySide> diff)
{
    setTitles(titles);
    m_canvas->setDiff(nullptr);
    showDiff(std::move(diff));
}

void TextDiffView::setTitles(const Titles &titles)
{
    m_key->setText(visibleText(titles.key, 80));
    m_leftTitle = titles.left;
    m_rightTitle = titles.right;
    m_left->setText(tr("− %1 (baseline)", "the run whose lines were removed").arg(visibleText(titles.left, 60)));
    m_right->setText(tr("+ %1", "the run whose lines were added").arg(visibleText(titles.right, 60)));
}

void TextDiffView::showProblem(const QString &problem)
{
    m_problem = problem;
    m_canvas->setDiff(nullptr);
    update();
}

void TextDiffView::showDiff(std::shared_ptr<const SideBySide> diff)
{
    m_problem.clear();
    m_canvas->setDiff(std::move(diff), TextDiffCanvas::Scroll::Keep);
    update();
}

void TextDiffView::update()
{
    const SideBySide *diff = m_canvas->diff();
    const qsizetype changes = diff ? qsizetype(diff->changes.size()) : 0, current = m_canvas->currentChange();
    QString text = !m_problem.isEmpty() ? m_problem : !diff ? tr("Comparing…") : changes == 0 ? tr("The texts are the same.")
                 : current >= 0 ? tr("Change %1 of %2").arg(countText(current + 1), countText(changes)) : tr("%n change(s)", nullptr, int(changes));
    if (diff && diff->isCut)
        text = tr("%1 in the first %2 characters; the rest was not compared").arg(text, countText(MaxSideBySide));
    m_count->setText(text);
    m_previous->setEnabled(current > 0);
    m_next->setEnabled(current + 1 < changes);
}

void TextDiffView::copy()
{
    const QString selected = m_canvas->selectedText();
    QGuiApplication::clipboard()->setText(selected.isEmpty() ? unified() : selected);
}

// The whole difference as text: unchanged lines with a space before them, removed ones with −, added ones with +.
QString TextDiffView::unified() const
{
    const SideBySide *diff = m_canvas->diff();
    if (!diff)
        return {};
    QString text = u"--- %1\n+++ %2\n"_s.arg(m_leftTitle, m_rightTitle), added;
    for (const LinePair &pair : diff->pairs) {
        if (!pair.differs) {
            text += std::exchange(added, {}) + u' ' + diff->leftLines[pair.left] + u'\n';
            continue;
        }
        if (pair.left >= 0)
            text += u'-' + diff->leftLines[pair.left] + u'\n';
        if (pair.right >= 0)
            added += u'+' + diff->rightLines[pair.right] + u'\n';
    }
    return text + added;
}

void TextDiffView::showMenu(const QPoint &position)
{
    const SideBySide *diff = m_canvas->diff();
    if (!diff)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"textDiffMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *selected = menu->addAction(icon("copy"_L1), tr("Copy"), this, &TextDiffView::copy);
    selected->setEnabled(!m_canvas->selectedText().isEmpty());
    menu->addAction(tr("Copy Left Text"), this, [text = diff->leftLines.join(u'\n')] { QGuiApplication::clipboard()->setText(text); });
    menu->addAction(tr("Copy Right Text"), this, [text = diff->rightLines.join(u'\n')] { QGuiApplication::clipboard()->setText(text); });
    menu->addAction(tr("Copy Difference"), this, [text = unified()] { QGuiApplication::clipboard()->setText(text); });
    menu->popup(m_canvas->mapToGlobal(position));
}

} // namespace Assay
