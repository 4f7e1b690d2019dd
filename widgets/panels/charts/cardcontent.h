// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/items/cardspec.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Assay {

class RunView;

// What stands in a card of the charts page below its title, for every type but lines, whose histories the page itself
// reads. Takes all it shows from the RunView: its table, rows() (what the table shows), shownRuns() (the eyes), colours.
// GUI thread.
class CardContent : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void setSpec(const CardSpec &spec) = 0; // without specChanged()
    // Outlives this, or is replaced; null: nothing to show. Content follows the view's signals by itself.
    virtual void setView(RunView *view) = 0;
    // The run under the pointer anywhere; the content that it came from is told too.
    virtual void setHighlightedRun(const std::optional<RunRef> &run) = 0;
    // What a picture of the card shows: this without what it is set by.
    virtual QWidget *picture() { return this; }
    virtual bool isBusy() const { return false; } // something is still being computed

Q_SIGNALS:
    void runHovered(const std::optional<Assay::RunRef> &run); // nothing: none any more
    void runClicked(const Assay::RunRef &run, Qt::KeyboardModifiers modifiers); // the page selects
    // A brush as a query for the table: keep what fits it, or leave that out.
    void filterRequested(const QString &query, bool keep);
    void specChanged(const Assay::CardSpec &spec); // by the person, such as another column on an axis; can be undone
};

} // namespace Assay
