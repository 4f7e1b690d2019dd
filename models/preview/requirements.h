// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace Assay {

// One thing that an environment asks for. `name` in the form by which package indexes compare (lower case, "-" for runs
// of "-", "_" and "."); "python", or "numpy (conda)" for what conda brings. Options have their own name: "-r".
struct Requirement {
    QString name;
    QString version; // "1.26.4" for an exact pin; else as written: ">=1.2, <2", "@ https://…"; with extras before and markers
                     // behind it: "[gpu] 2.1 ; python_version < \"3.9\"". Empty: any

    friend bool operator==(const Requirement &, const Requirement &) = default;
};

struct EnvironmentFile {
    enum class Problem { None, NotText, TooLarge, NotYaml };

    QList<Requirement> requirements; // in the file's order
    Problem problem = Problem::None; // what was read before it is kept
};

// Files as they lie among the artifacts of a logged model; anything may stand in them. Passwords within addresses are
// replaced by "…". Pure functions.
namespace Requirements {

inline constexpr qsizetype MaxBytes = 1024 * 1024;
inline constexpr qsizetype MaxCount = 5000;

EnvironmentFile readPip(QByteArrayView bytes);       // requirements.txt
EnvironmentFile readConda(QByteArrayView bytes);     // conda.yaml, with its pip list
EnvironmentFile readPythonEnv(QByteArrayView bytes); // python_env.yaml; its "-r requirements.txt" is left out

bool isEnvironmentFile(QStringView fileName); // of one of the three names
EnvironmentFile read(QStringView fileName, QByteArrayView bytes);

} // namespace Requirements

} // namespace Assay
