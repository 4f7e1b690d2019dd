// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/artifact.h"
#include "models/domain/metricseries.h"
#include "models/domain/run.h"
#include "models/table/runtablebuilder.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The JSON that stands in the cells of a copy (copyschema.h). Doubles are written with the fewest digits that read back the
// same; NaN and infinities are the texts "NaN", "Infinity", "-Infinity".
namespace Assay::CopyJson {

void appendText(std::string &json, std::string_view text); // quoted
void appendNumber(std::string &json, double value);

std::string numbers(const std::vector<qint64> &values);
std::string numbers(const std::vector<double> &values);
QByteArray texts(const TextMap &map);
QByteArray texts(const QStringList &list);
QByteArray datasets(const std::vector<DatasetInput> &inputs);
QByteArray loggedModels(const QList<LoggedModel> &models);

// Reads them back. One parser and its buffers, used again. Nothing where the text is not what it should be.
class Reader
{
public:
    Reader();
    ~Reader();
    Q_DISABLE_COPY_MOVE(Reader)

    std::optional<TextMap> texts(const QByteArray &json);
    std::optional<QStringList> textList(const QByteArray &json);
    std::optional<std::vector<DatasetInput>> datasets(const QByteArray &json);
    std::optional<QList<LoggedModel>> loggedModels(const QByteArray &json);
    // `count` numbers, which is trusted no further than the text is long.
    std::optional<std::vector<qint64>> integers(const QByteArray &json, qint64 count);
    std::optional<std::vector<double>> doubles(const QByteArray &json, qint64 count);
    // The keys alone.
    std::optional<QStringList> keys(const QByteArray &json);
    // Into the columns of a run that is in the builder.
    bool addMetrics(const QByteArray &json, RunTableBuilder &builder, uint32_t row);
    bool addTexts(const QByteArray &json, ColumnGroup group, RunTableBuilder &builder, uint32_t row);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace Assay::CopyJson
