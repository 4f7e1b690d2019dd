// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QLabel;

namespace Assay {

// Which runs go into a bundle, and whether their artifacts do.
class BundleDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Runs { Selected, Shown, All };
    Q_ENUM(Runs)
    struct Counts {
        qsizetype selected = 0;
        qsizetype shown = 0;
        qsizetype all = 0;
    };

    // What there is none of is not offered; the smallest that there is comes first and is chosen.
    BundleDialog(const QString &storeTitle, const Counts &counts, QWidget *parent = nullptr);

    Runs runs() const;
    bool withArtifacts() const;
    // What the bundle would hold, as far as it is known; `note` what is to be known besides.
    void setContents(const QString &contents, const QString &note = {});

Q_SIGNALS:
    void choiceChanged();
    void confirmed();

private:
    QButtonGroup *m_runs;
    QCheckBox *m_artifacts;
    QLabel *m_contents;
    QLabel *m_note;
};

} // namespace Assay
