// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Assay::MlflowSqlite {

// The translation context of this folder.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(MlflowSqlite)
};

} // namespace Assay::MlflowSqlite
