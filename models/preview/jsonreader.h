// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/preview.h"

#include <optional>

namespace Assay {

struct JsonLayout {
    QString text;             // the same tokens, laid out in lines
    qsizetype badAt = -1;     // from here on it is not JSON (or was cut off), and stands as it was
};

// Lays JSON out, two blanks a level; short arrays of scalars stay on their line. Nothing is converted: numbers, names
// and their order are as written. Takes any depth and size.
JsonLayout layOutJson(QStringView json);

// Whether it would read better laid out: it has lines that nobody wants to read.
bool wantsLayout(QStringView json);

// What MLflow writes for a table: {"columns": [...], "data": [[...], ...]}. Nothing when it is something else. Of text
// that was cut off the rows before the cut are taken.
std::optional<TablePreview> readJsonTable(QStringView json, QList<PreviewNote> &notes);

} // namespace Assay
