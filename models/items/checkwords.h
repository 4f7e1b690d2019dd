// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/checkstep.h"

namespace Assay {

// "AB:CD:…", as openssl and browsers write it; in two lines.
QString fingerprintText(const QByteArray &fingerprint);
// "valid until 3 March 2027", "expired on …", "valid from …", as seen at `now` (UTC milliseconds).
QString validityText(const CertificateFacts &certificate, qint64 now);
// What stands in a certificate, as names and values for people; foreign texts made visible.
QList<std::pair<QString, QString>> certificateLines(const CertificateFacts &certificate, qint64 now);
// The name of what a step is about: "Name", "Connection" …
QString stepName(CheckStep::Kind kind);
// All that is known of these steps, to be sent to who can help.
QString checkText(const QString &address, const QList<CheckStep> &steps, qint64 now);

} // namespace Assay
