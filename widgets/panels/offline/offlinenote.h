// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/experiment.h"

#include <QWidget>

class QLabel;
class QTimer;
class QToolButton;

namespace Assay {

// How current what is shown is.
struct OfflineState {
    OptionalTime offlineSince; // nothing: the store answers, or is being asked
    OptionalTime readAt;       // when what is shown was read; nothing: it is what the store holds now
    QString why;               // translated: why the store cannot be reached, or is not read
    QString failed;            // the location of a store that is there and is not read; empty: none
    bool isRefused = false;    // that one does not let the user in
    qsizetype waiting = 0;     // changes that wait for their stores
    qsizetype undecided = 0;   // of these, those that wait for a decision

    friend bool operator==(const OfflineState &, const OfflineState &) = default;
};

// A quiet line beside the page tabs: that the store is away or does not let one in, how old is what is shown, how many changes wait. Nothing while
// there is nothing to say.
class OfflineNote final : public QWidget
{
    Q_OBJECT

public:
    explicit OfflineNote(QWidget *parent = nullptr);

    void setState(const OfflineState &state);

Q_SIGNALS:
    void waitingRequested();
    void retryRequested();
    void connectRequested(const QString &location);

private:
    void update();
    QString sentence(const QString &read) const;

    OfflineState m_state;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_connect;
    QToolButton *m_retry;
    QToolButton *m_waiting;
    QTimer *m_clock; // ages grow
};

} // namespace Assay
