// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Assay {

// Short names for several stores by their locations, in their order, each of its own: as much of the end of the path as
// tells them apart. "mlruns" and "mlflow.db" say nothing: the folder around them does. The names depend on nothing but
// the locations, so that a query that names one goes on working.
QStringList storeTitles(const QStringList &locations);

} // namespace Assay
