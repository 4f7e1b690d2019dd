// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/dashboard.h"

#include <QObject>

class QMenu;

namespace Assay {

// Changes a page of cards as the person says, and tells of each change so that it can be undone. GUI thread.
class DashboardEditor final : public QObject
{
    Q_OBJECT

public:
    explicit DashboardEditor(QObject *parent = nullptr) : QObject(parent) {}

    const Dashboard &dashboard() const { return m_dashboard; }
    void restore(const Dashboard &dashboard); // emits only dashboardChanged()

    void setCard(const CardSpec &card, const QString &what); // `what`: of the change, for the menu
    void setPinned(const QString &id, bool pinned);
    void setTitle(const QString &id, const QString &title); // empty, or what it would be anyway: none of its own
    void setSpan(const QString &id, const QSize &span);
    void addAll(const QList<CardSpec> &cards, const QString &what); // one change
    void addKey(const QString &id, const QString &key); // to a card of lines
    void removeKey(const QString &id, const QString &key);
    // Its lines also in another card, which is given a copy of the keys.
    void overlay(const QString &id, const QString &onto);
    void move(const QString &id, const ChartSection &section, const QString &before);
    QString add(const CardSpec &card); // the new id
    QString duplicate(const QString &id);
    void remove(const QString &id);
    void showRemoved(); // all cards of metrics that were taken away
    void addActions(QMenu &menu, const QString &id); // what can be done without asking more

Q_SIGNALS:
    void dashboardChanged();
    // By the person: the maps of the dashboard before and after.
    void edited(const QString &what, const QVariantMap &before, const QVariantMap &after);

private:
    void apply(const QString &what, Dashboard next);

    Dashboard m_dashboard;
};

} // namespace Assay
