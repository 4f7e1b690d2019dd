// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/start/startpanel.h"

#include "models/items/displaytext.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

StartPanel::StartPanel(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"start"_s);
    auto *column = new QWidget(this);
    column->setMinimumWidth(720);
    column->setMaximumWidth(880); // what four buttons take in long languages

    auto *logo = new QLabel(column);
    logo->setPixmap(QIcon(u":/icons/assay.svg"_s).pixmap(48, 48));
    auto *title = plainLabel(tr("Assay"), u"title"_s);
    auto *subtitle = plainLabel(tr("Open a run store. Nothing in it is changed by looking at it."), u"muted"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(title);
    words->addWidget(subtitle);
    words->addStretch();
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(logo);
    head->addLayout(words, 1);

    m_error = plainLabel({}, u"bad"_s);
    m_error->setObjectName(u"startError"_s);
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_error->hide();

    auto *choices = new QHBoxLayout;
    choices->setSpacing(12);
    choices->addWidget(makeChoice(u"startFolder"_s, "open-folder"_L1, tr("Open Folder…"), tr("An mlruns folder, or one that holds a store"),
                                  &StartPanel::openFolderRequested));
    choices->addWidget(makeChoice(u"startFile"_s, "database"_L1, tr("Open Database…"), tr("A mlflow.db, any SQLite file of MLflow, or a bundle (.assay)"),
                                  &StartPanel::openFileRequested));
    choices->addWidget(makeChoice(u"startServer"_s, "link"_L1, tr("Open Server…"), tr("A tracking server or its database, by its address"),
                                  &StartPanel::openServerRequested));
    choices->addWidget(makeChoice(u"startSample"_s, "sparkle"_L1, tr("Open Sample Store"), tr("A small search to look around in"),
                                  &StartPanel::openSampleRequested));

    m_recentTitle = plainLabel(tr("Recent"), u"heading"_s);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(0);
    auto *hint = plainLabel(tr("Or drop a folder, a database or a bundle (.assay) on this window."), u"caption"_s);

    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addLayout(head);
    layout->addWidget(m_error);
    layout->addLayout(choices);
    layout->addWidget(hint);
    layout->addSpacing(8);
    layout->addWidget(m_recentTitle);
    layout->addLayout(m_recent);

    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addWidget(column, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    setRecent({});
}

QWidget *StartPanel::makeChoice(const QString &name, QLatin1StringView iconName, const QString &title, const QString &text,
                                void (StartPanel::*signal)())
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setProperty("kind", u"button"_s);
    button->setIcon(icon(iconName, ColorRole::Accent));
    button->setIconSize({20, 20});
    button->setText(u' ' + title);
    button->setToolTip(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setMinimumHeight(44);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this, signal);
    return button;
}

void StartPanel::setRecent(const QStringList &locations)
{
    m_recentLocations = locations;
    clear(m_recent);
    QStringList all = locations;
    if (!m_trackingUri.isEmpty() && !all.contains(m_trackingUri))
        all.prepend(m_trackingUri);
    m_recentTitle->setVisible(!all.isEmpty());
    for (const QString &location : std::as_const(all)) {
        auto *row = new QWidget(this);
        auto *button = new QPushButton(row);
        button->setProperty("flat", true);
        button->setStyleSheet(u"text-align: left"_s);
        const QString shown = visibleText(location, 400);
        button->setText(button->fontMetrics().elidedText(shown, Qt::ElideMiddle, 540).replace(u'&', u"&&"_s));
        button->setToolTip(toolTipText(location == m_trackingUri ? tr("From MLFLOW_TRACKING_URI: %1").arg(shown) : shown));
        button->setIcon(icon(location == m_trackingUri ? "link"_L1 : "clock"_L1, ColorRole::Muted));
        connect(button, &QPushButton::clicked, this, [this, location] { Q_EMIT openRequested(location); });
        auto *forget = new QToolButton(row);
        forget->setIcon(icon("close"_L1, ColorRole::Muted));
        forget->setToolTip(tr("Forget this place"));
        forget->setAccessibleName(tr("Forget %1").arg(shown));
        forget->setVisible(location != m_trackingUri);
        connect(forget, &QToolButton::clicked, this, [this, location] { Q_EMIT forgetRequested(location); });
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(button, 1);
        layout->addWidget(forget);
        m_recent->addWidget(row);
    }
}

void StartPanel::setTrackingUri(const QString &uri)
{
    m_trackingUri = uri;
    setRecent(m_recentLocations);
}

void StartPanel::showError(const QString &message)
{
    m_error->setText(message);
    m_error->setVisible(!message.isEmpty());
}

} // namespace Assay
