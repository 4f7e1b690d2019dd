// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;

namespace Assay {

class ElidedLabel;

// A file that is being saved.
struct ArtifactTransfer {
    QString path;
    qint64 done = 0;  // bytes
    qint64 total = 0; // 0: not known
    qsizetype waiting = 0; // others behind it

    friend bool operator==(const ArtifactTransfer &, const ArtifactTransfer &) = default;
};

// A strip that shows it, and stops it.
class TransferBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TransferBar(QWidget *parent = nullptr);

    void setTransfer(const std::optional<ArtifactTransfer> &transfer); // nothing: hidden

Q_SIGNALS:
    void stopRequested();

private:
    ElidedLabel *m_name;
    QLabel *m_amount;
    QProgressBar *m_progress;
};

} // namespace Assay
