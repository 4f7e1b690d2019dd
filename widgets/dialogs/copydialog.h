// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

#include <limits>

class QButtonGroup;
class QComboBox;
class QLabel;

namespace Assay {

// What of a store is to be copied.
struct CopyChoice {
    enum class Runs { Experiments, Selected, Shown, All };

    Runs runs = Runs::All;
    // Files that the runs logged, up to so many bytes each; 0: none, the greatest number: all.
    static constexpr qint64 AllFiles = std::numeric_limits<qint64>::max();
    qint64 largestFile = 0;

    friend bool operator==(const CopyChoice &, const CopyChoice &) = default;
};

// One choice of runs, and how many they are.
struct CopyOffer {
    CopyChoice::Runs runs = CopyChoice::Runs::All;
    qsizetype count = 0;
};

// Asks which runs of a store are to be copied, and which of their files. What the copy would hold is asked for whenever the
// choice changes.
class CopyDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Texts {
        QString title;
        QString introduction;
        QString action; // the verb on the button that does it
    };

    // What there are no runs of is not offered; the first that is left is chosen.
    CopyDialog(const Texts &texts, const QList<CopyOffer> &offers, QWidget *parent = nullptr);

    CopyChoice choice() const;
    // What the chosen would hold, or why that is not known.
    void setContents(const QString &contents);

Q_SIGNALS:
    void measureRequested(const Assay::CopyChoice &choice);
    void confirmed(const Assay::CopyChoice &choice);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QButtonGroup *m_runs;
    QComboBox *m_files;
    QLabel *m_contents;
};

} // namespace Assay
