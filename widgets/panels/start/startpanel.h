// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Assay {

// The page shown while no store is open: what one can open, and what was open before.
class StartPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit StartPanel(QWidget *parent = nullptr);

    void setRecent(const QStringList &locations);
    void setTrackingUri(const QString &uri); // of the environment; empty: none
    void showError(const QString &message);  // empty: none

Q_SIGNALS:
    void openFolderRequested();
    void openFileRequested();
    void openServerRequested();
    void openSampleRequested();
    void openRequested(const QString &location);
    void forgetRequested(const QString &location);

private:
    QWidget *makeChoice(const QString &name, QLatin1StringView iconName, const QString &title, const QString &text, void (StartPanel::*signal)());

    QLabel *m_error;
    QLabel *m_recentTitle;
    QVBoxLayout *m_recent;
    QString m_trackingUri;
    QStringList m_recentLocations;
};

} // namespace Assay
