// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/queryfuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const char *data, size_t size)
{
    Assay::Fuzz::readSeries(Assay::Fuzz::textOf({data, size}));
    return 0;
}
