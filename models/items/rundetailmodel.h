// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/run.h"

#include <QAbstractItemModel>

#include <vector>

namespace Assay {

// Everything of one run as sections of keys and values: overview, metrics, params, tags, data sets.
class RunDetailModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        SectionRole = Qt::UserRole, // bool: a heading
        FullTextRole,               // QString: the value whole, as logged
        NumberRole,                 // bool: tabular figures
        TagKeyRole,                 // QString: the key of a tag; null for everything else
        ValueRole,                  // double: the number that a metric or param is; nothing for words and what is not finite
        ShorterTextsRole,           // QStringList: other ways to say the value, from the longest to the shortest; mostly empty
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setRun(const std::optional<Run> &run, qint64 nowMs);
    void setSearch(const QString &text); // in keys and values, any case

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry {
        QString key;
        QString shown;
        QString full;
        bool isNumber = false;
        bool isTag = false;
        QStringList shorter = {};
        QVariant value = {};
    };
    struct Section {
        QString title;
        std::vector<Entry> entries;
    };

    void addOverview(const Run &run, qint64 nowMs);
    enum class Texts { Params, Tags };
    void addTexts(const QString &title, const TextMap &texts, Texts kind);
    void addSection(Section section);
    void filter();

    std::vector<Section> m_all;
    std::vector<Section> m_sections; // what the search leaves
    QString m_search;
};

} // namespace Assay
