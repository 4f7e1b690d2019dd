// SPDX-License-Identifier: GPL-3.0-or-later
// What of the lines is shown how, other than their points.
#include "widgets/panels/charts/cards/keychooser.h"
#include "widgets/panels/charts/lineoptions.h"

#include <QComboBox>
#include <QLabel>

namespace Assay {

using namespace Qt::StringLiterals;

void LineOptions::addColumns()
{
    const std::tuple<QString, QString, QString ChartOptions::*> columns[] = {
        {tr("Colour by"), u"colorBy"_s, &ChartOptions::colorBy},
        {tr("Dash by"), u"dashBy"_s, &ChartOptions::dashBy},
        {tr("Marker by"), u"markerBy"_s, &ChartOptions::markerBy},
    };
    for (const auto &[label, name, column] : columns) {
        auto *button = new KeyButton(label, name, [this] { return QStringList{noKeyText()} + m_columns; }, this);
        button->setLabelled();
        addRow(label, button);
        m_columnButtons.append({button, column});
        connect(button, &KeyButton::keyChosen, this, [this, which = column](const QString &key) {
            ChartOptions options = m_options;
            options.*which = key;
            chooseOptions(options);
        });
    }
}

void LineOptions::chooseOptions(const ChartOptions &options)
{
    if (options == m_options)
        return;
    setOptions(options);
    Q_EMIT optionsChosen(options);
}

void LineOptions::addOptions()
{
    m_yFrom->setObjectName(u"yFrom"_s);
    m_yFrom->addItem(tr("Of the part that is seen"), int(YFrom::Visible));
    m_yFrom->addItem(tr("Of all points"), int(YFrom::All));
    addRow(tr("Values from"), m_yFrom);
    m_outliers->setObjectName(u"outliers"_s);
    m_outliers->addItem(tr("In view"), 0.0);
    for (const double percent : {1.0, 5.0, 10.0})
        m_outliers->addItem(tr("Out of view beyond %1–%2 %").arg(percent).arg(100 - percent), percent);
    addRow(tr("Outliers"), m_outliers);
    m_groupLine->setObjectName(u"groupLine"_s);
    m_groupLine->addItem(tr("Mean"), int(GroupLine::Mean));
    m_groupLine->addItem(tr("Median"), int(GroupLine::Median));
    m_groupLine->addItem(tr("Each run"), int(GroupLine::Runs));
    m_groupLineName = addRow(tr("Groups"), m_groupLine);
    m_spread->setObjectName(u"groupBand"_s);
    m_spread->addItem(tr("± standard deviation"), int(BandSpread::Deviation));
    m_spread->addItem(tr("± standard error"), int(BandSpread::StandardError));
    m_spread->addItem(tr("95 % confidence of the mean"), int(BandSpread::Confidence));
    m_spread->addItem(tr("10th to 90th percentile"), int(BandSpread::Quantiles));
    m_spread->addItem(tr("Least to greatest"), int(BandSpread::MinMax));
    m_spread->addItem(tr("No band"), int(BandSpread::None));
    m_spreadName = addRow(tr("Band"), m_spread);
    connectOption(m_yFrom, &ChartOptions::yFrom);
    connectOption(m_outliers, &ChartOptions::outlierPercent);
    connectOption(m_groupLine, &ChartOptions::groupLine);
    connectOption(m_spread, &ChartOptions::spread);
}

template <typename T>
void LineOptions::connectOption(QComboBox *box, T ChartOptions::*option)
{
    connect(box, &QComboBox::activated, this, [this, box, option] {
        ChartOptions options = m_options;
        if constexpr (std::is_enum_v<T>)
            options.*option = T(box->currentData().toInt());
        else
            options.*option = box->currentData().value<T>();
        chooseOptions(options);
    });
}

void LineOptions::setOptions(const ChartOptions &options)
{
    m_options = options;
    for (const auto &[button, column] : m_columnButtons)
        button->setKey(options.*column);
    m_yFrom->setCurrentIndex(m_yFrom->findData(int(options.yFrom)));
    // A file may say another percentage than those that are offered.
    if (m_outliers->findData(options.outlierPercent) < 0)
        m_outliers->addItem(tr("Out of view beyond %1–%2 %").arg(options.outlierPercent).arg(100 - options.outlierPercent), options.outlierPercent);
    m_outliers->setCurrentIndex(m_outliers->findData(options.outlierPercent));
    m_groupLine->setCurrentIndex(m_groupLine->findData(int(options.groupLine)));
    m_spread->setCurrentIndex(m_spread->findData(int(options.spread)));
    m_spread->setEnabled(options.groupLine != GroupLine::Runs);
}

void LineOptions::setGrouped(bool grouped)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_groupLineName), static_cast<QWidget *>(m_groupLine),
                            static_cast<QWidget *>(m_spreadName), static_cast<QWidget *>(m_spread)})
        widget->setVisible(grouped);
    adjustSize();
}

} // namespace Assay
