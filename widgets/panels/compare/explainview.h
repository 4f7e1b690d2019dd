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

// Which params go with a metric: a ranked list with bars, and the values of two groups of runs. Says that this is
// association and no cause. Asks by explainRequested() for what it shows.
class ExplainView final : public QWidget
{
    Q_OBJECT

public:
    enum class Groups { Median, Best, Selection, OfTable };
    struct Question {
        QString metric;
        Groups groups = Groups::Median;
        qsizetype best = 10;
        qsizetype first = 0;  // OfTable: of setGroups()
        qsizetype second = 1; // -1: all others

        friend bool operator==(const Question &, const Question &) = default;
    };

    explicit ExplainView(QWidget *parent = nullptr);

    void setMetrics(const QStringList &metrics); // keeps the chosen one where it is among them
    struct Group {
        QString title; // what its runs have in common
        qsizetype runs = 0;

        friend bool operator==(const Group &, const Group &) = default;
    };
    // Of the run table; the chosen ones stay chosen by their titles. Of more than these nobody chooses two from a list.
    static constexpr qsizetype MostGroups = 1'000;
    void setGroups(const QList<Group> &groups);
    Question question() const;
    void setAssociation(const Association &association);

Q_SIGNALS:
    void explainRequested(const Assay::ExplainView::Question &question);

private:
    QWidget *makeBar();
    QComboBox *makeGroupBox(const QString &name, const QString &title);
    QWidget *makeTable();
    void ask();
    void keepApart(int first, int second);
    void updateBar();
    QStringList titles(const Association &association) const;
    QString caption(const Association &association) const;

    AssociationModel m_model;
    QComboBox *m_metric;
    QComboBox *m_groups;
    QSpinBox *m_best;
    QComboBox *m_first;  // a group of the table
    QComboBox *m_second; // another, or all others
    QLabel *m_against;
    QList<Group> m_tableGroups;
    int m_chosen[2] = {0, 1}; // of the two before
    QLabel *m_caption;
    QLabel *m_message;
    QTableView *m_table;
    QStackedWidget *m_stack;
};

} // namespace Assay
