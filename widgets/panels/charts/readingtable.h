// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/charts/readingmodel.h"

#include <QTableView>

namespace Assay {

// A ReadingModel to look at: colour and name of each run, numbers above each other. The run under the pointer elsewhere
// stands out.
class ReadingTable final : public QTableView
{
    Q_OBJECT

public:
    explicit ReadingTable(QWidget *parent = nullptr);

    ReadingModel &readings() { return m_model; }
    void setTable(const ReadingModel::Table &table);
    void setHighlightedRun(const std::optional<RunRef> &run);
    std::optional<RunRef> highlightedRun() const { return m_highlighted; }

Q_SIGNALS:
    void runHovered(const std::optional<Assay::RunRef> &run);
    void runClicked(const Assay::RunRef &run, Qt::KeyboardModifiers modifiers);

protected:
    bool viewportEvent(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();

    ReadingModel m_model;
    std::optional<RunRef> m_highlighted;
    std::optional<RunRef> m_hovered;
};

} // namespace Assay
