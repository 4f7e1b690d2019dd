// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Assay {

// The translation context of everything that assayctl says to people: CliText::tr("…").
struct CliText {
    Q_DECLARE_TR_FUNCTIONS(assayctl)
};

} // namespace Assay
