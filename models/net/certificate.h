// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/checkstep.h"

struct x509_st;

namespace Assay {

CertificateFacts certificateFacts(x509_st *certificate);

// What stands in a PEM text. InvalidArgument where there is no certificate in it, or one that cannot be read.
Result<QList<CertificateFacts>> certificatesIn(const QByteArray &pem);

} // namespace Assay
