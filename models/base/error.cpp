// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/error.h"

using namespace Qt::StringLiterals;

namespace Assay {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument: return u"invalid-argument"_s;
    case ErrorCode::InvalidQuery: return u"invalid-query"_s;
    case ErrorCode::Ambiguous: return u"ambiguous"_s;
    case ErrorCode::AmbiguousId: return u"ambiguous-id"_s;
    case ErrorCode::NotFound: return u"not-found"_s;
    case ErrorCode::NotAStore: return u"not-a-store"_s;
    case ErrorCode::Unreadable: return u"unreadable"_s;
    case ErrorCode::Unreachable: return u"unreachable"_s;
    case ErrorCode::AccessDenied: return u"access-denied"_s;
    case ErrorCode::Untrusted: return u"untrusted"_s;
    case ErrorCode::NotKept: return u"not-kept"_s;
    case ErrorCode::Damaged: return u"damaged"_s;
    case ErrorCode::Unsupported: return u"unsupported"_s;
    case ErrorCode::ReadOnly: return u"read-only"_s;
    case ErrorCode::UnknownSchema: return u"unknown-schema"_s;
    case ErrorCode::Conflict: return u"conflict"_s;
    case ErrorCode::Refused: return u"refused"_s;
    case ErrorCode::Canceled: return u"canceled"_s;
    case ErrorCode::OutcomeUnknown: return u"outcome-unknown"_s;
    case ErrorCode::Internal: return u"internal"_s;
    }
    return u"internal"_s;
}

} // namespace Assay
