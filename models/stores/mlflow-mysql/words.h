// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Assay::MlflowMySql {

// The translation context of this folder.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(MlflowMySql)
};

} // namespace Assay::MlflowMySql
