<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ArtifactRowsText</name>
    <message numerus="yes">
        <source>The same or similar of %n more.</source>
        <translation>
            <numerusform>The same or similar of %n more run.</numerusform>
            <numerusform>The same or similar of %n more runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The artifacts of %n run(s) were not read.</source>
        <translation>
            <numerusform>The artifacts of %n run were not read.</numerusform>
            <numerusform>The artifacts of %n runs were not read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::ArtifactTreeModel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::AssociationModel</name>
    <message numerus="yes">
        <source>η² of the metric&apos;s ranks over %n different texts, adjusted</source>
        <translation>
            <numerusform>η² of the metric&apos;s ranks over %n text, adjusted</numerusform>
            <numerusform>η² of the metric&apos;s ranks over %n different texts, adjusted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) do not have this param and are left out of its row.</source>
        <translation>
            <numerusform>%n run does not have this param and is left out of its row.</numerusform>
            <numerusform>%n runs do not have this param and are left out of its row.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::BarCard</name>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawn runs have no finite %1</source>
        <translation>
            <numerusform>%n drawn run has no finite %1</numerusform>
            <numerusform>%n drawn runs have no finite %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::BoxView</name>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::BrushBar</name>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::BundleExporter</name>
    <message numerus="yes">
        <source>The bundle was written without %n file(s) or history(s) that could not be read. The first: %1</source>
        <translation>
            <numerusform>The bundle was written without %n file or history that could not be read: %1</numerusform>
            <numerusform>The bundle was written without %n files or histories that could not be read. The first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::CardView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::ChartsPanel</name>
    <message numerus="yes">
        <source>Show %n removed card(s)</source>
        <translation>
            <numerusform>Show %n removed card</numerusform>
            <numerusform>Show %n removed cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::ColumnListModel</name>
    <message numerus="yes">
        <source>%1 value(s)</source>
        <translation>
            <numerusform>%1 value</numerusform>
            <numerusform>%1 values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::CompareModel</name>
    <message numerus="yes">
        <source>%n differ</source>
        <comment>keys below a fold</comment>
        <translation>
            <numerusform>%n differs</numerusform>
            <numerusform>%n differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <comment>keys below a fold</comment>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::ComparePanel</name>
    <message numerus="yes">
        <source>%n run(s) side by side</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs side by side</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) that are the same everywhere left out</source>
        <translation>
            <numerusform>%n key that is the same everywhere left out</numerusform>
            <numerusform>%n keys that are the same everywhere left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Environment, signature and artifacts: %n run(s) not read</source>
        <translation>
            <numerusform>Environment, signature and artifacts: %n run not read</numerusform>
            <numerusform>Environment, signature and artifacts: %n runs not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::ConnectionDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::CopyQuestion</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metric history(s)</source>
        <translation>
            <numerusform>%n metric history</numerusform>
            <numerusform>%n metric histories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::CorrelationCard</name>
    <message numerus="yes">
        <source>%n runs have both</source>
        <translation>
            <numerusform>%n run has both</numerusform>
            <numerusform>%n runs have both</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::EditController</name>
    <message numerus="yes">
        <source>Delete %n runs?</source>
        <translation>
            <numerusform>Delete %n run?</numerusform>
            <numerusform>Delete %n runs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n Run(s)</source>
        <translation>
            <numerusform>Delete Run</numerusform>
            <numerusform>Delete %n Runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n Run(s)</source>
        <comment>a change that can be undone</comment>
        <translation>
            <numerusform>Delete Run</numerusform>
            <numerusform>Delete %n Runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n Run(s)</source>
        <comment>a change that can be undone</comment>
        <translation>
            <numerusform>Restore Run</numerusform>
            <numerusform>Restore %n Runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n run(s) could not be changed</source>
        <comment>Set Tag: 3 runs …</comment>
        <translation>
            <numerusform>%1: %n run could not be changed</numerusform>
            <numerusform>%1: %n runs could not be changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %1 runs, %n could not be changed.</source>
        <translation>
            <numerusform>Of %1 runs, %n could not be changed.</numerusform>
            <numerusform>Of %1 runs, %n could not be changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::ExplainView</name>
    <message numerus="yes">
        <source>%n run(s) with the metric.</source>
        <translation>
            <numerusform>%n run with the metric.</numerusform>
            <numerusform>%n runs with the metric.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without it left out.</source>
        <comment>runs</comment>
        <translation>
            <numerusform>%n without it left out.</numerusform>
            <numerusform>%n without it left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n param(s) with one value only, or in fewer than four runs, left out.</source>
        <translation>
            <numerusform>%n param with one value only, or in fewer than four runs, left out.</numerusform>
            <numerusform>%n params with one value only, or in fewer than four runs, left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::FacetHistogram</name>
    <message numerus="yes">
        <source>%1: %n run(s)
Drag to filter by a range</source>
        <translation>
            <numerusform>%1: %n run
Drag to filter by a range</numerusform>
            <numerusform>%1: %n runs
Drag to filter by a range</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::FacetModel</name>
    <message numerus="yes">
        <source>%1 run(s)</source>
        <translation>
            <numerusform>%1 run</numerusform>
            <numerusform>%1 runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 value(s)</source>
        <translation>
            <numerusform>%1, %2 value</numerusform>
            <numerusform>%1, %2 values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::HeatMapCard</name>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::HistogramView</name>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::ImportanceCard</name>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n params do not differ</source>
        <translation>
            <numerusform>%n param does not differ</numerusform>
            <numerusform>%n params do not differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more params are left out</source>
        <translation>
            <numerusform>%n more param is left out</numerusform>
            <numerusform>%n more params are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::JoinedStore</name>
    <message numerus="yes">
        <source>%n stores</source>
        <translation>
            <numerusform>%n store</numerusform>
            <numerusform>%n stores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::MainWindow</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::ModelsPanel</name>
    <message numerus="yes">
        <source>%1
%n version(s)</source>
        <translation>
            <numerusform>%1
%n version</numerusform>
            <numerusform>%1
%n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::OfflineController</name>
    <message numerus="yes">
        <source>%n waiting change(s) made</source>
        <translation>
            <numerusform>%n waiting change made</numerusform>
            <numerusform>%n waiting changes made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting change(s) could not be made: look at them</source>
        <translation>
            <numerusform>%n waiting change could not be made: look at it</numerusform>
            <numerusform>%n waiting changes could not be made: look at them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::OfflineKeeper</name>
    <message numerus="yes">
        <source>%n file(s) or history(s) could not be kept. The first: %1</source>
        <translation>
            <numerusform>%n file or history could not be kept: %1</numerusform>
            <numerusform>%n files or histories could not be kept. The first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) available offline</source>
        <translation>
            <numerusform>%n run available offline</numerusform>
            <numerusform>%n runs available offline</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::OfflineNote</name>
    <message numerus="yes">
        <source>%n change(s) to decide on</source>
        <translation>
            <numerusform>%n change to decide on</numerusform>
            <numerusform>%n changes to decide on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::PivotModel</name>
    <message numerus="yes">
        <source>%n run(s); click to see them in the table</source>
        <translation>
            <numerusform>%n run; click to see it in the table</numerusform>
            <numerusform>%n runs; click to see them in the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::PreviewPane</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::ProblemsPanel</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::RunTableModel</name>
    <message numerus="yes">
        <source>%1 – %2, %n ms</source>
        <translation>
            <numerusform>%1 – %2, %n ms</numerusform>
            <numerusform>%1 – %2, %n ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are NaN and left out</source>
        <translation>
            <numerusform>%n value is NaN and left out</numerusform>
            <numerusform>%n values are NaN and left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::RunsController</name>
    <message numerus="yes">
        <source>%n experiments</source>
        <translation>
            <numerusform>%n experiment</numerusform>
            <numerusform>%n experiments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::RunsPanel</name>
    <message numerus="yes">
        <source>%1 run(s)</source>
        <translation>
            <numerusform>%1 run</numerusform>
            <numerusform>%1 runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are hidden by the filter.</source>
        <translation>
            <numerusform>%n run is hidden by the filter.</numerusform>
            <numerusform>%n runs are hidden by the filter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The filter asks for the whole history of %n run(s).</source>
        <translation>
            <numerusform>The filter asks for the whole history of %n run.</numerusform>
            <numerusform>The filter asks for the whole history of %n runs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::StatCard</name>
    <message numerus="yes">
        <source>Reading %n histories…</source>
        <translation>
            <numerusform>Reading %n history…</numerusform>
            <numerusform>Reading %n histories…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::TagsDialog</name>
    <message numerus="yes">
        <source>Tag of %n Runs</source>
        <translation>
            <numerusform>Tag of %n Run</numerusform>
            <numerusform>Tag of %n Runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::TextDiffCanvas</name>
    <message numerus="yes">
        <source>%n unchanged line(s), click to show</source>
        <translation>
            <numerusform>%n unchanged line, click to show</numerusform>
            <numerusform>%n unchanged lines, click to show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::TextDiffView</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::TransferBar</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n more waiting</numerusform>
            <numerusform>%n more waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::Workbench</name>
    <message numerus="yes">
        <source>%n experiment(s)</source>
        <translation>
            <numerusform>%n experiment</numerusform>
            <numerusform>%n experiments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardColumns</name>
    <message numerus="yes">
        <source>%n have no %1</source>
        <translation>
            <numerusform>%n has no %1</numerusform>
            <numerusform>%n have no %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have NaN as %1</source>
        <translation>
            <numerusform>%n has NaN as %1</numerusform>
            <numerusform>%n have NaN as %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have an infinite %1</source>
        <translation>
            <numerusform>%n has an infinite %1</numerusform>
            <numerusform>%n have an infinite %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have a text as %1</source>
        <translation>
            <numerusform>%n has a text as %1</numerusform>
            <numerusform>%n have a text as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardSpec</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message numerus="yes">
        <source>The best of %n run(s), by the metric&apos;s name</source>
        <translation>
            <numerusform>The best of %n run, by the metric&apos;s name</numerusform>
            <numerusform>The best of %n runs, by the metric&apos;s name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importance</name>
    <message numerus="yes">
        <source>Importance needs at least 10 runs with %1; there are %n.</source>
        <translation>
            <numerusform>Importance needs at least 10 runs with %1; there is %n.</numerusform>
            <numerusform>Importance needs at least 10 runs with %1; there are %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MlflowFileText</name>
    <message numerus="yes">
        <source>%n more lines of this metric cannot be read.</source>
        <translation>
            <numerusform>%n more line of this metric cannot be read.</numerusform>
            <numerusform>%n more lines of this metric cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more problems are not listed.</source>
        <translation>
            <numerusform>%n more problem is not listed.</numerusform>
            <numerusform>%n more problems are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MlflowSql</name>
    <message numerus="yes">
        <source>The value is longer than MLflow takes: %n characters at most.</source>
        <translation>
            <numerusform>The value is longer than MLflow takes: %n character at most.</numerusform>
            <numerusform>The value is longer than MLflow takes: %n characters at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more of this kind.</source>
        <translation>
            <numerusform>%n more of this kind.</numerusform>
            <numerusform>%n more of this kind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models of other workspaces are not shown.</source>
        <translation>
            <numerusform>%n model of another workspace is not shown.</numerusform>
            <numerusform>%n models of other workspaces are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObjectArtifactsText</name>
    <message numerus="yes">
        <source>%n object(s) are left out: their names are no paths of files.</source>
        <translation>
            <numerusform>%n object is left out: its name is no path of a file.</numerusform>
            <numerusform>%n objects are left out: their names are no paths of files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewText</name>
    <message numerus="yes">
        <source>%n long line(s) shortened.</source>
        <translation>
            <numerusform>%n long line shortened.</numerusform>
            <numerusform>%n long lines shortened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) are not valid UTF-8.</source>
        <translation>
            <numerusform>%n character is not valid UTF-8.</numerusform>
            <numerusform>%n characters are not valid UTF-8.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n NUL byte(s) in it.</source>
        <translation>
            <numerusform>%n NUL byte in it.</numerusform>
            <numerusform>%n NUL bytes in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are not as long as the header.</source>
        <translation>
            <numerusform>%n row is not as long as the header.</numerusform>
            <numerusform>%n rows are not as long as the header.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n long cell(s) shortened.</source>
        <translation>
            <numerusform>%n long cell shortened.</numerusform>
            <numerusform>%n long cells shortened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assayctl</name>
    <message numerus="yes">
        <source>%n run(s) deleted; assayctl restore brings them back.</source>
        <translation>
            <numerusform>%n run deleted; assayctl restore brings it back.</numerusform>
            <numerusform>%n runs deleted; assayctl restore brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) restored.</source>
        <translation>
            <numerusform>%n run restored.</numerusform>
            <numerusform>%n runs restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>--card %1 takes %n columns at most, so not: %2</source>
        <translation>
            <numerusform>--card %1 takes %n column at most, so not: %2</numerusform>
            <numerusform>--card %1 takes %n columns at most, so not: %2</numerusform>
        </translation>
    </message>
</context>
</TS>
