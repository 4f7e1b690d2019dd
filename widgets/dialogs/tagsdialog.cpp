// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/tagsdialog.h"

#include "models/items/displaytext.h"
#include "widgets/theme/label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype MostValues = 3; // that are named
constexpr qsizetype MostKeys = 500; // that are offered

// Those that people set; MLflow's own follow.
QStringList keysOf(const QList<TextMap> &tags)
{
    QSet<QString> all;
    for (const TextMap &one : tags)
        for (const QString &key : one.keys())
            all.insert(key);
    QStringList keys(all.begin(), all.end());
    std::sort(keys.begin(), keys.end(), [](const QString &a, const QString &b) {
        const bool own = a.startsWith("mlflow."_L1), other = b.startsWith("mlflow."_L1);
        return own != other ? other : a < b;
    });
    return keys.mid(0, MostKeys);
}

} // namespace

TagsDialog::TagsDialog(const QList<TextMap> &tags, const QString &key, QWidget *parent)
    : QDialog(parent), m_tags(tags), m_key(new QComboBox), m_value(new QPlainTextEdit), m_now(wrappedLabel({}, u"muted"_s)),
      m_set(new QPushButton(tr("Set Tag"))), m_remove(new QPushButton(tr("Remove Tag")))
{
    setObjectName(u"tagsDialog"_s);
    setWindowTitle(tags.size() == 1 ? tr("Tag of a Run") : tr("Tag of %n Runs", nullptr, int(tags.size())));
    setMinimumWidth(440);
    m_key->setObjectName(u"tagKey"_s);
    m_key->setAccessibleName(tr("Key"));
    m_key->setEditable(true);
    m_key->setInsertPolicy(QComboBox::NoInsert);
    m_key->addItems(keysOf(tags));
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_key->setCurrentIndex(-1);
    m_key->setEditText(key);
    m_key->lineEdit()->setPlaceholderText(tr("team, reviewed, dataset.version…"));
    m_value->setObjectName(u"tagValue"_s);
    m_value->setAccessibleName(tr("Value"));
    m_value->setTabChangesFocus(true);
    m_value->setFixedHeight(72);
    m_now->setObjectName(u"tagNow"_s);
    m_now->setMinimumHeight(m_now->fontMetrics().height() * 2);
    m_now->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_set->setObjectName(u"tagSet"_s);
    m_set->setProperty("primary", true);
    m_set->setDefault(true);
    m_remove->setObjectName(u"tagRemove"_s);
    m_remove->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(wrappedLabel(tr("Key"), u"muted"_s), m_key);
    form->addRow(wrappedLabel(tr("Value"), u"muted"_s), m_value);
    form->addRow(new QWidget, m_now);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_set);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addLayout(buttons);

    connect(m_key, &QComboBox::editTextChanged, this, &TagsDialog::takeKey);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_set, &QPushButton::clicked, this, [this] {
        emit setRequested(this->key(), m_value->toPlainText());
        accept();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        emit removeRequested(this->key());
        accept();
    });
    takeKey();
    (key.isEmpty() ? static_cast<QWidget *>(m_key) : m_value)->setFocus();
}

QString TagsDialog::key() const
{
    return m_key->currentText().trimmed();
}

// Says what stands there, and offers it for a change when all agree.
void TagsDialog::takeKey()
{
    const QString now = key();
    QStringList values;
    qsizetype have = 0;
    for (const TextMap &one : std::as_const(m_tags)) {
        if (!one.contains(now))
            continue;
        ++have;
        if (!values.contains(one.value(now)))
            values.append(one.value(now));
    }
    QStringList named;
    for (const QString &value : values.mid(0, MostValues))
        named.append(tr("“%1”").arg(visibleText(value, 60)));
    if (values.size() > MostValues)
        named.append(u"…"_s);
    m_now->setText(now.isEmpty() ? QString()
                   : have == 0   ? tr("None of the runs has it yet.")
                                 : tr("%1 of %2 have it: %3").arg(countText(have), countText(m_tags.size()), named.join(u", "_s)));
    const QString known = values.size() == 1 ? values.first() : QString();
    if (m_value->toPlainText() == m_offered)
        m_value->setPlainText(known);
    m_offered = known;
    m_set->setEnabled(!now.isEmpty());
    m_remove->setEnabled(have > 0);
}

} // namespace Assay
