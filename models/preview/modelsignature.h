// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace Assay {

// One input, output or param that a logged model takes or gives.
struct SignatureColumn {
    enum class Part { Inputs, Outputs, Params };

    Part part = Part::Inputs;
    QString name; // its place, "0", where it has none
    QString type; // "double", "long (optional)", "float32[-1, 28, 28]", "array<string>", "integer = 5"

    friend bool operator==(const SignatureColumn &, const SignatureColumn &) = default;
};

struct ModelSignature {
    enum class State { Read, None, Damaged }; // None: the model has no signature

    State state = State::None;
    QList<SignatureColumn> columns;
};

// Of an MLmodel file, in which anything may stand. A pure function.
ModelSignature readModelSignature(QByteArrayView bytes);

} // namespace Assay
