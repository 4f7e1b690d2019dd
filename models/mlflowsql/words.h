// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Assay::MlflowSql {

// The translation context of this room.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(MlflowSql)
};

} // namespace Assay::MlflowSql
