<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
    <name>MlflowSqlite</name>
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
</TS>
