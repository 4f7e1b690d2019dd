// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/facetmodel.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListView;

namespace Assay {

class FacetHistogram;

// Beside the run table: what one column holds among the runs that are shown. A click filters by a value, with Ctrl or Alt
// it leaves the value out; a drag over the histogram filters by a range.
class FacetPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit FacetPanel(QWidget *parent = nullptr);

    void open(const ColumnKey &key); // asks for the facet
    void ask();                      // the same again: other runs are shown
    void setFacet(const Facet &facet);
    const ColumnKey &key() const { return m_key; }
    FacetModel &model() { return m_model; }

Q_SIGNALS:
    void facetRequested(const Assay::ColumnKey &key, const QString &search);
    void conditionChosen(const QString &condition); // to be joined to the query
    void left(); // Escape: back to the table

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int row, CellFilter filter);
    void showMenu(const QPoint &point);

    ColumnKey m_key;
    FacetModel m_model;
    QTimer m_searchTimer; // merges key strokes
    QLabel *m_title;
    QLabel *m_summary;
    QLineEdit *m_search;
    FacetHistogram *m_histogram;
    QListView *m_list;
    QLabel *m_rest;
};

} // namespace Assay
