// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/checkstepsview.h"

#include "models/items/checkwords.h"
#include "models/items/displaytext.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QDateTime>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Lines = QList<std::pair<QString, QString>>;

constexpr int IconSize = 16;

QIcon stateIcon(CheckStep::State state)
{
    switch (state) {
    case CheckStep::State::Running: return icon("running"_L1, ColorRole::Accent);
    case CheckStep::State::Passed: return icon("finished"_L1, ColorRole::Good);
    case CheckStep::State::Doubtful: return icon("warning"_L1, ColorRole::Caution);
    case CheckStep::State::Failed: return icon("failed"_L1, ColorRole::Bad);
    }
    return {};
}

QLabel *foreignLabel(const QString &text, bool isFixed)
{
    QLabel *label = wrappedLabel(text);
    if (isFixed)
        label->setFont(fixedFont(label->font()));
    return label;
}

QWidget *makeLines(const Lines &lines)
{
    auto *widget = new QWidget;
    auto *grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->setColumnMinimumWidth(0, 96);
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < lines.size(); ++row) {
        const bool isFingerprint = lines[row].first == "SHA-256"_L1;
        grid->addWidget(plainLabel(lines[row].first, u"muted"_s), row, 0, Qt::AlignTop);
        grid->addWidget(foreignLabel(lines[row].second, isFingerprint), row, 1);
    }
    return widget;
}

void addCertificates(QVBoxLayout &layout, const QString &title, const QList<CertificateFacts> &certificates)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const CertificateFacts &certificate : certificates) {
        if (&certificate == &certificates.first())
            layout.addWidget(plainLabel(title, u"heading"_s));
        else
            layout.addSpacing(4);
        layout.addWidget(makeLines(certificateLines(certificate, now)));
    }
}

QWidget *makeDetails(const CheckStep &step)
{
    if (step.facts.isEmpty() && step.said.isEmpty() && step.certificates.isEmpty() && step.authorities.isEmpty())
        return nullptr;
    auto *details = new QWidget;
    auto *layout = new QVBoxLayout(details);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(6);
    Lines facts;
    for (const auto &[name, value] : step.facts)
        facts.append({name, visibleText(value, 300)});
    if (!step.said.isEmpty())
        facts.append({step.kind == CheckStep::Kind::Answer ? CheckStepsView::tr("In its words") : CheckStepsView::tr("In detail"), visibleText(step.said.simplified(), 300)});
    if (!facts.isEmpty())
        layout->addWidget(makeLines(facts));
    addCertificates(*layout, CheckStepsView::tr("What the server shows"), step.certificates);
    addCertificates(*layout, CheckStepsView::tr("What you chose"), step.authorities);
    return details;
}

} // namespace

CheckStepsView::CheckStepsView(QWidget *parent)
    : QScrollArea(parent), m_hint(wrappedLabel(tr("“Test” tells step by step how far one comes, and what is in the way."), u"muted"_s)), m_layout(nullptr)
{
    setObjectName(u"checkSteps"_s);
    setAccessibleName(tr("Steps of the test"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    m_layout = new QVBoxLayout(page);
    m_layout->setContentsMargins(0, 0, 8, 0);
    m_layout->setSpacing(4);
    m_layout->addWidget(m_hint);
    m_layout->addStretch();
    setWidget(page);
}

void CheckStepsView::clear()
{
    m_steps.clear();
    qDeleteAll(m_rows);
    m_rows.clear();
    m_hint->show();
}

void CheckStepsView::setStep(const CheckStep &step)
{
    m_hint->hide();
    qsizetype place = 0;
    while (place < m_steps.size() && m_steps[place].kind != step.kind)
        ++place;
    QWidget *const row = makeRow(step);
    if (place < m_steps.size()) {
        m_steps[place] = step;
        delete m_layout->replaceWidget(m_rows[place], row);
        delete std::exchange(m_rows[place], row);
    } else {
        m_steps.append(step);
        m_rows.append(row);
        m_layout->insertWidget(m_layout->count() - 1, row);
    }
    if (step.state == CheckStep::State::Failed)
        QMetaObject::invokeMethod(this, [this, row] { if (m_rows.contains(row)) ensureWidgetVisible(row, 0, 0); }, Qt::QueuedConnection);
}

QWidget *CheckStepsView::makeRow(const CheckStep &step)
{
    auto *row = new QWidget;
    row->setObjectName(u"checkStep%1"_s.arg(int(step.kind)));
    auto *mark = new QLabel;
    mark->setPixmap(stateIcon(step.state).pixmap(IconSize, IconSize));
    mark->setFixedSize(IconSize, IconSize + 2);
    const bool failed = step.state == CheckStep::State::Failed;
    auto *text = wrappedLabel(visibleText(step.text, 1000), failed ? u"heading"_s : step.state == CheckStep::State::Running ? u"muted"_s : QString());
    text->setObjectName(u"checkText%1"_s.arg(int(step.kind)));
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, 2, 0, 2);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(mark, 0, 0, Qt::AlignTop);
    grid->addWidget(text, 0, 1);
    if (!step.advice.isEmpty())
        grid->addWidget(wrappedLabel(step.advice), 1, 1, 1, 2);
    QWidget *const details = makeDetails(step);
    if (!details)
        return row;
    grid->addWidget(details, 2, 1, 1, 2);
    if (failed || step.certificates.isEmpty())
        return row;
    details->hide();
    auto *toggle = new QToolButton;
    toggle->setObjectName(u"checkDetails%1"_s.arg(int(step.kind)));
    toggle->setText(tr("Certificate"));
    toggle->setIcon(icon("chevron-down"_L1, ColorRole::Muted));
    toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toggle->setLayoutDirection(Qt::RightToLeft); // the arrow behind the word
    toggle->setCheckable(true);
    toggle->setFixedHeight(IconSize + 6);
    connect(toggle, &QToolButton::toggled, details, &QWidget::setVisible);
    grid->addWidget(toggle, 0, 2, Qt::AlignVCenter);
    grid->setAlignment(mark, Qt::AlignVCenter);
    return row;
}

} // namespace Assay
