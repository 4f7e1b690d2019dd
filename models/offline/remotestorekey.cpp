// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/remotestorekey.h"

#include <QCryptographicHash>

namespace Assay {

QString remoteStoreKey(const StoreCandidate &store, const QString &account)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : {store.formatId, store.location, account}) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return QString::fromLatin1(hash.result().toHex().left(32));
}

} // namespace Assay
