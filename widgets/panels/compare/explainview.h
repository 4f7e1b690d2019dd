// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/associationmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;
class QStackedWidget;
class QTableView;

namespace Assay {

// Which params go with a metric: a ranked list with bars, and the values of two groups of the compared runs. Says that
// this is association and no cause. Asks by explainRequested() for what it shows.
class ExplainView final : public QWidget
{
    Q_OBJECT

public:
    enum class Groups { Median, Best, Selection };
    struct Question {
        QString metric;
        Groups groups = Groups::Median;
        qsizetype best = 10;

        friend bool operator==(const Question &, const Question &) = default;
    };

    explicit ExplainView(QWidget *parent = nullptr);

    void setMetrics(const QStringList &metrics); // keeps the chosen one where it is among them
    Question question() const;
    void setAssociation(const Association &association);

Q_SIGNALS:
    void explainRequested(const Assay::ExplainView::Question &question);

private:
    QWidget *makeBar();
    QWidget *makeTable();
    void ask();
    QStringList titles(const Association &association) const;
    QString caption(const Association &association) const;

    AssociationModel m_model;
    QComboBox *m_metric;
    QComboBox *m_groups;
    QSpinBox *m_best;
    QLabel *m_caption;
    QLabel *m_message;
    QTableView *m_table;
    QStackedWidget *m_stack;
};

} // namespace Assay
