// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/experiment.h"
#include "models/mlflowsql/problemlist.h"
#include "models/mlflowsql/row.h"
#include "models/table/textbytes.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace Assay::MlflowSql {

// A column's text as valid UTF-8; what is not valid becomes replacement characters.
class CellText
{
public:
    // Valid until the next call and the next row.
    std::string_view read(const Row &row, int column) { return read(row.bytes(column)); }
    std::string_view read(std::string_view bytes)
    {
        m_isSound = true;
        if (bytes.empty() || isAscii(bytes))
            return bytes;
        const QByteArrayView view(bytes.data(), qsizetype(bytes.size()));
        if (view.isValidUtf8())
            return bytes;
        m_isSound = false;
        m_repaired = QString::fromUtf8(view).toUtf8();
        return {m_repaired.constData(), size_t(m_repaired.size())};
    }
    bool isSound() const { return m_isSound; } // of the text read last

private:
    QByteArray m_repaired;
    bool m_isSound = true;
};

// What a metric's columns hold, by MLflow's rules for databases. Nothing where the value is no number.
inline std::optional<double> metricValue(const Row &row, int value, int isNan)
{
    if (row.integer(isNan) != 0)
        return std::numeric_limits<double>::quiet_NaN();
    const Cell::Kind kind = row.kind(value);
    if (kind != Cell::Kind::Real && kind != Cell::Kind::Integer)
        return {};
    const double number = row.real(value);
    if (number == std::numeric_limits<double>::max())
        return std::numeric_limits<double>::infinity();
    if (number == std::numeric_limits<double>::lowest())
        return -std::numeric_limits<double>::infinity();
    return number;
}

// A time, nothing for NULL; what is no integer is a problem.
OptionalTime readTime(const Row &row, int column, const ProblemList::Place &place,
                      ProblemList &problems);

} // namespace Assay::MlflowSql
