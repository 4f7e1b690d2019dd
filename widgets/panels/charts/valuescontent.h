// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/charts/cardcontent.h"
#include "widgets/panels/charts/readingmodel.h"

class QLabel;
class QStackedWidget;

namespace Assay {

class ReadingTable;

// The values of chosen metrics at the page's step, a run a row. The page reads the histories and hands the table over.
class ValuesContent final : public CardContent
{
    Q_OBJECT

public:
    explicit ValuesContent(QWidget *parent = nullptr);

    void setSpec(const CardSpec &spec) override;
    void setView(RunView *) override {}
    void setHighlightedRun(const std::optional<RunRef> &run) override;

    const QStringList &metrics() const { return m_metrics; }
    // `notice`: why there is nothing to see yet; empty: the table is shown.
    void setTable(const ReadingModel::Table &table, const QString &notice);

private:
    QStringList m_metrics;
    QStackedWidget *m_stack;
    QLabel *m_notice;
    ReadingTable *m_table;
};

} // namespace Assay
