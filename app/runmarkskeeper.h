// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runview.h"

#include <QTimer>

namespace Assay {

class Settings;

// Keeps, store by store, which runs are drawn and in what colours.
class RunMarksKeeper final : public QObject
{
    Q_OBJECT

public:
    RunMarksKeeper(RunView &view, Settings &settings, QObject *parent);
    ~RunMarksKeeper() override;

    // Gives the view what is known of the store's runs; it has been cleared. Empty: no store.
    void setStore(const QString &location);

private:
    void note();
    void save();

    RunView &m_view;
    Settings &m_settings;
    QString m_location;
    RunMarks m_marks; // as last seen of this store
    QTimer m_timer;   // running: not saved yet
};

} // namespace Assay
