// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <QHash>

#include <string_view>

namespace Assay::MlflowSql {

// Collects what is wrong in a database; of one kind in one table only the first hundred are kept and the rest counted.
class ProblemList
{
public:
    explicit ProblemList(QString file)
        : m_file(std::move(file))
    {
    }

    struct Place {
        QString table;
        QString row;
        QString runId;
    };
    void add(Severity severity, QLatin1StringView code, const Place &place, const QString &message);
    void append(ProblemList &&other);
    QList<Problem> take();

private:
    QString m_file;
    QList<Problem> m_problems;
    QHash<std::pair<QString, QString>, int> m_counts; // by code and table
};

// Foreign bytes for a message or a row's name: valid, and not long.
QString shortText(std::string_view bytes);

} // namespace Assay::MlflowSql
