// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/manualdialog.h"

#include "widgets/text/markdownview.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QSplitter>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int ListWidth = 208, RowHeight = 28, Width = 980, Height = 700, Margin = 80;

} // namespace

ManualDialog::ManualDialog(const QList<Page> &pages, QWidget *parent) : QDialog(parent), m_pages(pages), m_list(new QListWidget), m_text(new MarkdownView)
{
    setWindowTitle(tr("Manual"));
    setObjectName(u"manualDialog"_s);
    m_list->setObjectName(u"manualPages"_s);
    m_list->setAccessibleName(tr("Pages of the manual"));
    m_list->setProperty("flush", u"window"_s);
    for (const Page &each : m_pages) {
        m_list->addItem(each.title);
        m_list->item(m_list->count() - 1)->setSizeHint({ListWidth / 2, RowHeight});
    }
    m_text->setObjectName(u"manualText"_s);
    m_text->setAccessibleName(tr("Text of the page"));
    connect(m_list, &QListWidget::currentRowChanged, this, &ManualDialog::showCurrent);
    connect(m_text, &MarkdownView::linkActivated, this, &ManualDialog::follow);

    auto *splitter = new QSplitter;
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({ListWidth, Width - ListWidth});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    const QSize most = parent ? parent->size() - QSize(Margin, Margin) : QSize(Width, Height);
    resize(QSize(Width, Height).boundedTo(most).expandedTo({640, 420}));
    if (!m_pages.isEmpty())
        m_list->setCurrentRow(0);
}

QString ManualDialog::page() const
{
    return m_list->currentRow() < 0 ? QString() : m_pages[m_list->currentRow()].name;
}

void ManualDialog::showPage(const QString &name)
{
    const auto it = std::ranges::find(m_pages, name, &Page::name);
    if (it != m_pages.end())
        m_list->setCurrentRow(int(it - m_pages.begin()));
}

void ManualDialog::follow(const QUrl &link)
{
    if (link.isRelative() && link.path().endsWith(".md"_L1))
        showPage(link.path().chopped(3));
}

void ManualDialog::showCurrent(int row)
{
    if (row >= 0)
        m_text->setMarkdownText(m_pages[row].markdown);
}

} // namespace Assay
