// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

// What any text may be fed to. Each ends the process when what must hold of every text does not.
namespace Assay::Fuzz {

// Bytes as UTF-8, or as UTF-16 as it comes when they begin with its mark (FF FE).
QString textOf(std::string_view bytes);

// Reads a query and decides a small table by it: a mistake lies within the text and says something, an answer has a
// truth for each row, NOT of it the opposite one.
void readQuery(const QString &text);

// Reads the expression of a series and computes it of a small run: the points are some of the run's, by step.
void readSeries(const QString &text);

// What helps while typing: completion at every tenth place, the explanation (its parts find what the whole finds), the
// filter field's reading, hints about keys.
void assistQuery(const QString &text);

} // namespace Assay::Fuzz
