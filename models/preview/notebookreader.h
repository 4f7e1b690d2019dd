// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Assay {

// A Jupyter notebook as Markdown: its texts as they are, code and text output fenced, everything else named. Nothing
// when it is not one.
std::optional<QString> notebookMarkdown(const QByteArray &json);

} // namespace Assay
