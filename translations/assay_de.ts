<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Archive</name>
    <message>
        <source>The archive is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unpacked data could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::CompareModel</name>
    <message>
        <source>Params</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::ComparePanel</name>
    <message>
        <source>Difference of the chosen value to the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deltas are taken to this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search keys and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the compared runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) side by side</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two or more runs in the table to see how they differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) that are the same everywhere left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>These runs are the same in every key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key or value has “%1” in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Run Id</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::MainWindow</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Sample Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reload Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Assay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Assay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assay %1

A workbench for machine-learning experiments.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Artifacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was open before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a Run Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a Run Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Databases (*.db *.sqlite *.sqlite3);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::ModelsController</name>
    <message>
        <source>Loading the models…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::ModelsPanel</name>
    <message>
        <source>Loading the models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No models are registered in this store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1
%n version(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Move to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 v%2 to %3</source>
        <comment>model, version, stage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied: %1. Journal entry %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied: %1; archived: v%2. Journal entry %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applied: %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown: %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::NavigatorModel</name>
    <message>
        <source>Experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::NavigatorPanel</name>
    <message>
        <source>Stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores, experiments and models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifact Locations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::ProblemsModel</name>
    <message>
        <source>table %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table %1, row %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::ProblemsPanel</name>
    <message>
        <source>Hide the problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::PromotionDialog</name>
    <message>
        <source>Move a Model Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  →  %2</source>
        <comment>from stage, to stage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive the versions that stand in %1 now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why? It is kept in the journal with your account and the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be moved to Archived: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::RunLibrary</name>
    <message>
        <source>There is no run store here: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::Screenshot</name>
    <message>
        <source>The page did not load in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such experiment: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such run: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::StageBoard</name>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>stage and number of versions</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::StageColumn</name>
    <message>
        <source>Drop to move here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::StartPanel</name>
    <message>
        <source>Assay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a run store. Nothing in it is changed by looking at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An mlruns folder, or one that holds a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mlflow.db, or any SQLite file of MLflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Sample Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small search to look around in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop a folder or a file on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From MLFLOW_TRACKING_URI: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::VersionDetail</name>
    <message>
        <source>This model has no versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a version to see it whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this version to another stage (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is not in the store: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::VersionsModel</name>
    <message>
        <source>None</source>
        <comment>stage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staging</source>
        <comment>stage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production</source>
        <comment>stage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived</source>
        <comment>stage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assay::Workbench</name>
    <message>
        <source>All experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n experiment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AxisTicks</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DisplayText</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1 characters)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>expected a key such as metrics.loss, params.`batch size`, tags.team or start_time, found “%1” at column 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the query is longer than a million characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AND, OR or the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected %1 after &apos;%2&apos; at column %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected %1 at column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the query is nested too deeply at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comparison such as &gt; or =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IN, BETWEEN, LIKE or ILIKE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of = != &lt; &lt;= &gt; &gt;= ~ !~, LIKE, ILIKE, IN, BETWEEN, IS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NULL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NULL or NOT NULL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list in brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a number or a quoted text in the list at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;,&apos; or &apos;)&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AND and the upper bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a key other than a data set&apos;s before BETWEEN at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a text before LIKE, found a number at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quoted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a text before ~, found a number at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quoted regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a regular expression at column %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a key, found &apos;%1&apos; at column %2: metrics.…, params.…, tags.…, datasets.name, .digest or .context, or one of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a key other than a data set&apos;s behind parent. at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a number, found a text at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a date that exists at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key or a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;)&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; at column %2: values at a step are not supported yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; at column %2: functions of a metric&apos;s history are not supported yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected one of has, isnan, isinf, last, abs, log, log10, exp, sqrt, round, lower, length, num before &apos;(&apos; at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a metric at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a key at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a text, found a number at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a value, found a data set&apos;s key at column %1; it has to stand on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a quoted text at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected = != LIKE ILIKE IN or ~ behind the data set&apos;s key at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a quoted text, found a number at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a date or a time before now such as -7d at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a closing %1 for the one at column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a number, or a duration such as 90s, 15m, 2h or 7d, at column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a key, a value or an operator, found ‘%1’ at column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a key to sort by such as metrics.loss:desc, found “%1” at column 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assayctl</name>
    <message>
        <source>--format takes table, json, csv or ndjson, not: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--timeout takes a number of seconds, not: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown command: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command is given; assayctl help lists them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one argument too many: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown option: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option is given twice: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option takes no value: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option needs a value: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 on, not: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <extracomment>&quot;a, b or c&quot;: %1 is &quot;a, b&quot;, %2 is &quot;c&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point an alias of a model at a version, or delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent and outcome are written to the audit journal of this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete the alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why; required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either VERSION or --delete is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is needed: --reason TEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no such alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store has no aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias %1 of %2 is version %3 now; journal entry %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias %1 of %2 is deleted; journal entry %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such artifact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The artifact is a symbolic link, which is not followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, as it is a symbolic link: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list, print or copy the artifacts of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ls lists a folder, cat writes the bytes of a file and nothing else, get copies a file or a folder with everything in it beneath the folder of --output, under the path that it has in the run. Files that are there already are not replaced.

Paths are relative to the run&apos;s artifact root. Symbolic links are listed and never followed. Artifacts of a store that was moved are found beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ls: folders within folders too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>artifacts takes ls, cat or get, not: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>get needs --output FOLDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--section takes %1, not: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Params and tags are equal when their text is, metrics when they are the same number. A delta is the difference to the baseline, where both are numbers.

With --exit-code the exit status is 1 when the runs differ in the sections that are compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RUN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare with this run; the first one unless it is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows that are equal too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SECTION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>params, metrics, tags, info or datasets; all unless it is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit status 1 when the runs differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least two runs are needed for a comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list what cannot be read as written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads everything, metric histories included, and names the file and line, or the table and row, of whatever is damaged. What is sound around it is loaded by the other commands all the same.

Exit status 1 when anything was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the experiments of a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one that was changed last comes first; those without a time are last. What lies in a file store&apos;s .trash is deleted, whatever its meta.yaml says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print every logged point of a run&apos;s metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points come in logged order where the store keeps it, else by timestamp, step and value. Without a KEY all metrics of the run are printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list registered models and their versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models come by name, versions by number. Deleted versions are not shown. In csv and table each version is a record; a model without versions is one with no version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompts too, which the registry keeps as models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such registered model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what lies at a location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names the format, the schema&apos;s version, what can be done with the store, and how much is in it, active and deleted together. A folder with several stores lists each under &quot;stores&quot;.

&quot;problems&quot; counts what the listing of experiments, runs and models met; doctor looks at everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stage is %1, not: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move a model version to another stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STAGE is None, Staging, Production or Archived, in any case. The store is changed only if the version still stands where it stood when it was read, in one attempt, and is read back. Intent and outcome are written to the audit journal of this account.

Exit status 4 when it is refused, 5 when nobody can say whether the change took place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the versions that stand in STAGE to Archived (Staging and Production only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STAGE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refuse unless the version stands there now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what would be done, and change nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version does not stand in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 version %2 would move from %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 version %2 would move from %3 to %4, and archive: %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 version %2 moved from %3 to %4; journal entry %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print everything of one run but its metric histories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RUN_ID is an id or a unique prefix of at least 4 characters. Where one id stands under two experiments, write EXPERIMENT_ID/RUN_ID. Metrics are the latest values by MLflow&apos;s rule: greatest step, then timestamp, then value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A version is written NAME/VERSION, not: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set or delete a tag of a run, a model or a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TARGET is a run&apos;s id or its unique prefix, a model&apos;s name, or NAME/VERSION. What stands there after the write is read back. A VALUE that begins with a dash is written behind -- alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag takes run, model or version, not: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either VALUE or --delete is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can say whether the tag was set; look at it before trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag %1 of %2 is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag %1 of %2 is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done within the time of --timeout: %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table (the default), json, csv or ndjson (one JSON object a line)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the answer to FILE, whole or not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no warnings and no progress on standard error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give up after that time (exit status 3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the manual page of the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads stores of machine-learning runs, compares runs and moves model versions through stages. LOCATION is a folder, a database file, or a sqlite:/// URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the manual page of a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit status:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is no: runs differ under --exit-code, doctor found problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad usage: unknown option, malformed query, several stores at LOCATION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the store could not be read, or does not hold what was named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: somebody else&apos;s change, a rule, a store that must not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a write whose outcome is unknown; the message says how to find out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard output cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer cannot be written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Several runs fit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such run, and a part of an id needs 4 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be read as written; assayctl doctor %1 lists them</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a path beneath the target folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target folder cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something of this name is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VIEW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active (the default), deleted, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--view takes active, deleted or all, not: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no such version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
