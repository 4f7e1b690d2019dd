// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/experiment.h"
#include "models/stores/mlflow-sqlite/problemlist.h"
#include "models/stores/mlflow-sqlite/sqlitestatement.h"

#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string>

namespace Assay::MlflowSqlite {

inline bool isAscii(std::string_view text)
{
    constexpr uint64_t HighBits = 0x8080'8080'8080'8080;
    uint64_t word = 0;
    for (; text.size() >= 8; text.remove_prefix(8)) {
        std::memcpy(&word, text.data(), 8);
        if (word & HighBits)
            return false;
    }
    word = 0;
    std::memcpy(&word, text.data(), text.size());
    return (word & HighBits) == 0;
}

// A column's text as valid UTF-8; what is not valid becomes replacement characters.
class CellText
{
public:
    // Valid until the next call and the next step().
    std::string_view read(const SqliteStatement &row, int column)
    {
        const std::string_view bytes = row.bytes(column);
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
inline std::optional<double> metricValue(const SqliteStatement &row, int value, int isNan)
{
    if (row.integer(isNan) != 0)
        return std::numeric_limits<double>::quiet_NaN();
    const int type = row.type(value);
    if (type != SQLITE_FLOAT && type != SQLITE_INTEGER)
        return {};
    const double number = row.real(value);
    if (number == std::numeric_limits<double>::max())
        return std::numeric_limits<double>::infinity();
    if (number == std::numeric_limits<double>::lowest())
        return -std::numeric_limits<double>::infinity();
    return number;
}

// A time, nothing for NULL; what is no integer is a problem.
OptionalTime readTime(const SqliteStatement &row, int column, const ProblemList::Place &place,
                      ProblemList &problems);

} // namespace Assay::MlflowSqlite
