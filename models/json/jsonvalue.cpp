// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/json/jsonvalue.h"

namespace Assay::Json {

QString *textOf(Dataset &dataset, std::string_view name)
{
    return name == "name"          ? &dataset.name
           : name == "digest"      ? &dataset.digest
           : name == "source_type" ? &dataset.sourceType
           : name == "source"      ? &dataset.source
           : name == "schema"      ? &dataset.schema
           : name == "profile"     ? &dataset.profile
                                   : nullptr;
}

} // namespace Assay::Json
