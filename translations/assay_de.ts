<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AccountText</name>
    <message>
        <source>The token for %1 is missing, so nothing was sent.</source>
        <translation>Das Token für %1 fehlt, deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The password of %1 for %2 is missing, so nothing was sent.</source>
        <translation>Das Kennwort von %1 für %2 fehlt, deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The password of %1 for the proxy %2 is missing, so nothing was sent.</source>
        <translation>Das Kennwort von %1 für den Proxy %2 fehlt, deshalb wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>What is read of servers cannot be kept for when they are away: %1</source>
        <translation>Was von Servern gelesen wird, lässt sich nicht aufbewahren für die Zeit, in der sie nicht erreichbar sind: %1</translation>
    </message>
</context>
<context>
    <name>ArchiveText</name>
    <message>
        <source>The unpacked files could not be written.</source>
        <translation>Die entpackten Dateien konnten nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The archive holds more than it should, and is not unpacked.</source>
        <translation>Das Archiv enthält mehr, als es sollte, und wird nicht entpackt.</translation>
    </message>
    <message>
        <source>The archive is damaged.</source>
        <translation>Das Archiv ist beschädigt.</translation>
    </message>
    <message>
        <source>The unpacked data could not be written.</source>
        <translation>Die entpackten Daten konnten nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>ArtifactAccessText</name>
    <message>
        <source>%1 The artifacts are recorded as %2</source>
        <translation>%1 Die Artefakte sind verzeichnet als %2</translation>
    </message>
    <message>
        <source>The credentials that are set up have expired meanwhile.</source>
        <translation>Die eingerichteten Zugangsdaten sind inzwischen abgelaufen.</translation>
    </message>
</context>
<context>
    <name>ArtifactRowsText</name>
    <message>
        <source>%1: %2</source>
        <comment>run: what is the matter</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>The same or similar of %n more.</source>
        <translation>
            <numerusform>Dasselbe oder Ähnliches bei %n weiteren Run.</numerusform>
            <numerusform>Dasselbe oder Ähnliches bei %n weiteren Runs.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not text.</source>
        <translation>%1 ist kein Text.</translation>
    </message>
    <message>
        <source>%1 is too long to be read whole.</source>
        <translation>%1 ist zu lang, um ganz gelesen zu werden.</translation>
    </message>
    <message>
        <source>%1 is not sound YAML.</source>
        <translation>%1 ist kein gültiges YAML.</translation>
    </message>
    <message>
        <source>the signature in %1 cannot be read.</source>
        <translation>die Signatur in %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>the artifacts are not here.</source>
        <translation>die Artefakte sind nicht hier.</translation>
    </message>
    <message numerus="yes">
        <source>The artifacts of %n run(s) were not read.</source>
        <translation>
            <numerusform>Die Artefakte von %n Run wurden nicht gelesen.</numerusform>
            <numerusform>Die Artefakte von %n Runs wurden nicht gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the runs that were read has a requirements.txt, conda.yaml or python_env.yaml.</source>
        <translation>Keiner der gelesenen Runs hat eine requirements.txt, conda.yaml oder python_env.yaml.</translation>
    </message>
    <message>
        <source>None of the runs that were read has a model with a signature.</source>
        <translation>Keiner der gelesenen Runs hat ein Modell mit Signatur.</translation>
    </message>
    <message>
        <source>None of the runs that were read has artifacts.</source>
        <translation>Keiner der gelesenen Runs hat Artefakte.</translation>
    </message>
    <message>
        <source>There are more than can be shown; the rest is left out.</source>
        <translation>Es sind mehr, als gezeigt werden können; der Rest ist weggelassen.</translation>
    </message>
</context>
<context>
    <name>Assay::ArtifactDownloads</name>
    <message>
        <source>%1 What came of %2 is kept; saving it there again goes on from it.</source>
        <translation>%1 Was von %2 ankam, ist aufgehoben; wird die Datei dort noch einmal gesichert, geht es von da weiter.</translation>
    </message>
</context>
<context>
    <name>Assay::ArtifactTreeModel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer Eintrag</numerusform>
            <numerusform>%n weitere Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>%1
A link, which is not followed</source>
        <translation>%1
Eine Verknüpfung, der nicht gefolgt wird</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1, Schritt %2</translation>
    </message>
</context>
<context>
    <name>Assay::ArtifactsController</name>
    <message>
        <source>The folder could not be opened: %1</source>
        <translation>Der Ordner konnte nicht geöffnet werden: %1</translation>
    </message>
    <message>
        <source>Save a Copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Where Are the Files of This Run?</source>
        <translation>Wo sind die Dateien dieses Runs?</translation>
    </message>
</context>
<context>
    <name>Assay::ArtifactsPanel</name>
    <message>
        <source>Previous Run</source>
        <translation>Voriger Run</translation>
    </message>
    <message>
        <source>Next Run</source>
        <translation>Nächster Run</translation>
    </message>
    <message>
        <source>Read the Files Again</source>
        <translation>Dateien neu einlesen</translation>
    </message>
    <message>
        <source>Files of the run</source>
        <translation>Dateien des Runs</translation>
    </message>
    <message>
        <source>Choose Where It Is…</source>
        <translation>Ort auswählen…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Choose a file to look at it.</source>
        <translation>Eine Datei auswählen, um sie anzusehen.</translation>
    </message>
    <message>
        <source>Choose a run to see its files.</source>
        <translation>Einen Run auswählen, um seine Dateien zu sehen.</translation>
    </message>
    <message>
        <source>The files are not here.</source>
        <translation>Die Dateien sind nicht hier.</translation>
    </message>
    <message>
        <source>This run logged no files.</source>
        <translation>Dieser Run hat keine Dateien protokolliert.</translation>
    </message>
    <message>
        <source>A folder. Choose a file in it.</source>
        <translation>Ein Ordner. Eine Datei darin auswählen.</translation>
    </message>
    <message>
        <source>A link to another place. Links are not followed.</source>
        <translation>Eine Verknüpfung zu einem anderen Ort. Verknüpfungen wird nicht gefolgt.</translation>
    </message>
</context>
<context>
    <name>Assay::AssociationModel</name>
    <message>
        <source>%1 (%2 – %3)</source>
        <comment>median (least – greatest)</comment>
        <translation>%1 (%2 – %3)</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <comment>text (so many of so many)</comment>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>runs that have it</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Spearman&apos;s ρ of the numbers, squared and adjusted</source>
        <translation>Spearmans ρ der Zahlen, quadriert und bereinigt</translation>
    </message>
    <message numerus="yes">
        <source>η² of the metric&apos;s ranks over %n different texts, adjusted</source>
        <translation>
            <numerusform>η² der Ränge der Metrik über %n Text, bereinigt</numerusform>
            <numerusform>η² der Ränge der Metrik über %n verschiedene Texte, bereinigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Association, not cause.</source>
        <translation>%1
Zusammenhang, nicht Ursache.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) do not have this param and are left out of its row.</source>
        <translation>
            <numerusform>%n Run hat diesen Parameter nicht und fehlt in seiner Zeile.</numerusform>
            <numerusform>%n Runs haben diesen Parameter nicht und fehlen in seiner Zeile.</numerusform>
        </translation>
    </message>
    <message>
        <source>Param</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Share of the metric&apos;s ranks that goes with the param, from 0 to 1, adjusted for how many values it has</source>
        <translation>Anteil der Ränge der Metrik, der mit dem Parameter geht, von 0 bis 1, bereinigt um die Zahl seiner Werte</translation>
    </message>
    <message>
        <source>Association</source>
        <translation>Zusammenhang</translation>
    </message>
    <message>
        <source>ρ: Spearman&apos;s, of numbers, with its direction. η²: correlation ratio, of texts</source>
        <translation>ρ: Spearmans, von Zahlen, mit Richtung. η²: Korrelationsquotient, von Texten</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Runs that have both the param and the metric</source>
        <translation>Runs, die sowohl den Parameter als auch die Metrik haben</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
</context>
<context>
    <name>Assay::BarCard</name>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n Run</numerusform>
            <numerusform>%n Runs</numerusform>
        </translation>
    </message>
    <message>
        <source>runs by %1</source>
        <translation>Runs nach %1</translation>
    </message>
    <message>
        <source>best %2 by %1</source>
        <translation>bestes %2 nach %1</translation>
    </message>
    <message>
        <source>mean of %2 by %1, ± its deviation</source>
        <translation>Mittel von %2 nach %1, ± Standardabweichung</translation>
    </message>
    <message numerus="yes">
        <source>%n drawn runs have no finite %1</source>
        <translation>
            <numerusform>%n gezeichneter Run hat kein endliches %1</numerusform>
            <numerusform>%n gezeichnete Runs haben kein endliches %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is text: bars are of numbers.</source>
        <translation>%1 ist Text: Balken zeigen Zahlen.</translation>
    </message>
    <message>
        <source>No run has %1 and what it is grouped by.</source>
        <translation>Kein Run hat %1 und das, wonach gruppiert wird.</translation>
    </message>
    <message>
        <source>No run that is drawn has %1: the eye in the table draws runs.</source>
        <translation>Kein gezeichneter Run hat %1: Das Auge in der Tabelle zeichnet Runs.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>by</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>Bars of groups</source>
        <translation>Balken von Gruppen</translation>
    </message>
    <message>
        <source>Mean and deviation</source>
        <translation>Mittel und Standardabweichung</translation>
    </message>
    <message>
        <source>Best value</source>
        <translation>Bester Wert</translation>
    </message>
    <message>
        <source>Number of runs</source>
        <translation>Anzahl der Runs</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>Schlechteste zuerst</translation>
    </message>
    <message>
        <source>As in the table</source>
        <translation>Wie in der Tabelle</translation>
    </message>
    <message>
        <source>Value of a run</source>
        <translation>Wert eines Runs</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Least of all points</source>
        <translation>Kleinster aller Punkte</translation>
    </message>
    <message>
        <source>Greatest of all points</source>
        <translation>Größter aller Punkte</translation>
    </message>
</context>
<context>
    <name>Assay::BoxCard</name>
    <message>
        <source>%1 is text: boxes are of numbers.</source>
        <translation>%1 ist Text: Boxen zeigen Zahlen.</translation>
    </message>
    <message>
        <source>No run has both %1 and %2.</source>
        <translation>Kein Run hat sowohl %1 als auch %2.</translation>
    </message>
    <message>
        <source>No run has a finite %1.</source>
        <translation>Kein Run hat ein endliches %1.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>by</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Boxen</translation>
    </message>
    <message>
        <source>Violins</source>
        <translation>Violinen</translation>
    </message>
    <message>
        <source>Every run as a dot</source>
        <translation>Jeden Run als Punkt</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
</context>
<context>
    <name>Assay::BoxView</name>
    <message>
        <source>median %1 (%2 – %3)</source>
        <translation>Median %1 (%2 – %3)</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n Run</numerusform>
            <numerusform>%n Runs</numerusform>
        </translation>
    </message>
    <message>
        <source>whiskers %1 – %2</source>
        <translation>Antennen %1 – %2</translation>
    </message>
</context>
<context>
    <name>Assay::BrushBar</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Remove the brush (Esc)</source>
        <translation>Auswahl aufheben (Esc)</translation>
    </message>
    <message>
        <source>Remove the brush</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n Run</numerusform>
            <numerusform>%n Runs</numerusform>
        </translation>
    </message>
    <message>
        <source>A text with both kinds of quotes cannot be written in a query.</source>
        <translation>Ein Text mit beiden Arten von Anführungszeichen lässt sich nicht in eine Abfrage schreiben.</translation>
    </message>
    <message>
        <source>Show only the runs inside the brush: adds it to the query</source>
        <translation>Nur die Runs in der Auswahl zeigen: ergänzt die Abfrage</translation>
    </message>
    <message>
        <source>Leave the runs inside the brush out. Runs without a value of what is brushed are neither in nor out and go as well.</source>
        <translation>Die Runs in der Auswahl weglassen. Runs ohne Wert dessen, was ausgewählt ist, liegen weder darin noch außerhalb und fallen ebenfalls weg.</translation>
    </message>
</context>
<context>
    <name>Assay::BundleExporter</name>
    <message>
        <source>A bundle is being written. Wait for it, or stop it.</source>
        <translation>Gerade wird ein Bündel geschrieben. Warten Sie darauf, oder brechen Sie es ab.</translation>
    </message>
    <message>
        <source>Export Bundle</source>
        <translation>Bündel exportieren</translation>
    </message>
    <message>
        <source>A copy of %1 in one file. It opens in Assay as a store of its own, without a network.</source>
        <translation>Eine Kopie von %1 in einer Datei. Assay öffnet sie als eigenen Speicher, auch ohne Netz.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Assay bundles (*.assay)</source>
        <translation>Assay-Bündel (*.assay)</translation>
    </message>
    <message>
        <source>Reading runs …</source>
        <translation>Runs werden gelesen …</translation>
    </message>
    <message>
        <source>The bundle was not written: stopped.</source>
        <translation>Das Bündel wurde nicht geschrieben: abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>The bundle was written without %n file(s) or history(s) that could not be read. The first: %1</source>
        <translation>
            <numerusform>Das Bündel wurde ohne %n Datei oder Verlauf geschrieben, da etwas nicht lesbar war: %1</numerusform>
            <numerusform>Das Bündel wurde ohne %n Dateien oder Verläufe geschrieben, die nicht lesbar waren. Das erste: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::CardGrip</name>
    <message>
        <source>Drag to resize</source>
        <translation>Ziehen, um die Größe zu ändern</translation>
    </message>
</context>
<context>
    <name>Assay::CardSearch</name>
    <message>
        <source>Search metrics</source>
        <translation>Metriken suchen</translation>
    </message>
    <message>
        <source>Search by a regular expression</source>
        <translation>Mit einem regulären Ausdruck suchen</translation>
    </message>
</context>
<context>
    <name>Assay::CardView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::ChartCard</name>
    <message>
        <source>Chart of %1</source>
        <translation>Diagramm von %1</translation>
    </message>
    <message>
        <source>Back to all charts</source>
        <translation>Zurück zu allen Diagrammen</translation>
    </message>
    <message>
        <source>Enlarge this chart</source>
        <translation>Dieses Diagramm vergrößern</translation>
    </message>
    <message>
        <source>Pinned; click to unpin</source>
        <translation>Angeheftet; ein Klick löst sie</translation>
    </message>
    <message>
        <source>What can be done with this card</source>
        <translation>Was mit dieser Karte getan werden kann</translation>
    </message>
    <message>
        <source>This version of Assay does not know cards of the type “%1”. The card stays as it is.</source>
        <translation>Diese Version von Assay kennt keine Karten der Art „%1“. Die Karte bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Title of the card</source>
        <translation>Titel der Karte</translation>
    </message>
</context>
<context>
    <name>Assay::ChartExporter</name>
    <message>
        <source>Copy as image</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Scale of pictures</source>
        <translation>Größe der Bilder</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of this scale.</source>
        <translation>Für ein Bild dieser Größe reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>PNG-Bild (*.png);;SVG-Zeichnung (*.svg);;PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Points as comma-separated values (*.csv);;Points as JSON (*.json)</source>
        <translation>Punkte als kommagetrennte Werte (*.csv);;Punkte als JSON (*.json)</translation>
    </message>
    <message>
        <source>Export Chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>there is not enough memory for a picture of this scale</source>
        <translation>für ein Bild dieser Größe reicht der Speicher nicht</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>Assay::ChartGrid</name>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Show these charts</source>
        <translation>Diese Diagramme ausklappen</translation>
    </message>
    <message>
        <source>Fold these charts</source>
        <translation>Diese Diagramme einklappen</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
</context>
<context>
    <name>Assay::ChartLines</name>
    <message>
        <source>%1 more to load</source>
        <translation>%1 werden noch geladen</translation>
    </message>
    <message>
        <source>1 run has no “%1”</source>
        <translation>1 Run hat kein „%1“</translation>
    </message>
    <message>
        <source>%1 runs have no “%2”</source>
        <translation>%1 Runs haben kein „%2“</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>None of the runs that are drawn has this metric.</source>
        <translation>Keiner der gezeichneten Runs hat diese Metrik.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Add metrics with the card&apos;s menu.</source>
        <translation>Metriken über das Menü der Karte hinzufügen.</translation>
    </message>
    <message>
        <source>No runs are drawn.</source>
        <translation>Es werden keine Runs gezeichnet.</translation>
    </message>
</context>
<context>
    <name>Assay::ChartsController</name>
    <message>
        <source>There is no history of this metric.</source>
        <translation>Zu dieser Metrik gibt es keinen Verlauf.</translation>
    </message>
</context>
<context>
    <name>Assay::ChartsFoot</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Zoom all charts together along x</source>
        <translation>Alle Diagramme gemeinsam entlang x vergrößern</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Table of the values under the pointer</source>
        <translation>Tabelle der Werte unter dem Mauszeiger</translation>
    </message>
    <message>
        <source>Back to the zoom before (Backspace)</source>
        <translation>Zurück zum vorigen Ausschnitt (Rücktaste)</translation>
    </message>
    <message>
        <source>Nearest point</source>
        <translation>Nächster Punkt</translation>
    </message>
    <message>
        <source>Last point before</source>
        <translation>Letzter Punkt davor</translation>
    </message>
    <message>
        <source>Which point is read where a run has none</source>
        <translation>Welcher Punkt gelesen wird, wo ein Run keinen hat</translation>
    </message>
    <message>
        <source>The step that cards of values and images show</source>
        <translation>Der Schritt, den Karten mit Werten und Bildern zeigen</translation>
    </message>
</context>
<context>
    <name>Assay::ChartsPanel</name>
    <message>
        <source>1 chart</source>
        <translation>1 Diagramm</translation>
    </message>
    <message>
        <source>%1 charts</source>
        <translation>%1 Diagramme</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Run</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Runs</translation>
    </message>
    <message>
        <source>Reading the runs…</source>
        <translation>Runs werden gelesen…</translation>
    </message>
    <message>
        <source>There are no runs to draw.</source>
        <translation>Es gibt keine Runs zu zeichnen.</translation>
    </message>
    <message>
        <source>Turn on a run&apos;s eye in the table to draw it here.</source>
        <translation>Das Auge eines Runs in der Tabelle einschalten, um ihn hier zu zeichnen.</translation>
    </message>
    <message>
        <source>Draw the first runs</source>
        <translation>Die ersten Runs zeichnen</translation>
    </message>
    <message>
        <source>The runs that are drawn have no metrics.</source>
        <translation>Die gezeichneten Runs haben keine Metriken.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Add card</source>
        <translation>Karte hinzufügen</translation>
    </message>
    <message>
        <source>What lies along x, scales and smoothing</source>
        <translation>Was entlang x liegt, Skalen und Glättung</translation>
    </message>
    <message>
        <source>All cards of these metrics were removed.</source>
        <translation>Alle Karten dieser Metriken wurden entfernt.</translation>
    </message>
    <message>
        <source>Show them again</source>
        <translation>Wieder zeigen</translation>
    </message>
    <message>
        <source>No card has “%1” in its name.</source>
        <translation>Keine Karte hat „%1“ im Namen.</translation>
    </message>
    <message>
        <source>Change Card</source>
        <translation>Karte ändern</translation>
    </message>
    <message>
        <source>Back to all charts</source>
        <translation>Zurück zu allen Diagrammen</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Add metric…</source>
        <translation>Metrik hinzufügen …</translation>
    </message>
    <message>
        <source>Remove the reference line</source>
        <translation>Bezugslinie entfernen</translation>
    </message>
    <message>
        <source>Put the reference line here</source>
        <translation>Bezugslinie hierher setzen</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>Aufteilen nach</translation>
    </message>
    <message>
        <source>Split Card</source>
        <translation>Karte aufteilen</translation>
    </message>
    <message>
        <source>Nothing tells the drawn runs apart</source>
        <translation>Nichts unterscheidet die gezeichneten Runs</translation>
    </message>
    <message numerus="yes">
        <source>Show %n removed card(s)</source>
        <translation>
            <numerusform>%n entfernte Karte zeigen</numerusform>
            <numerusform>%n entfernte Karten zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Point at a chart to read its values.</source>
        <translation>Auf ein Diagramm zeigen, um seine Werte zu lesen.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>differences to %1</source>
        <translation>Unterschiede zu %1</translation>
    </message>
    <message>
        <source>Range of the axes…</source>
        <translation>Bereich der Achsen …</translation>
    </message>
    <message>
        <source>Change Range</source>
        <translation>Bereich ändern</translation>
    </message>
    <message>
        <source>Move earlier</source>
        <translation>Nach vorn verschieben</translation>
    </message>
    <message>
        <source>Move later</source>
        <translation>Nach hinten verschieben</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
</context>
<context>
    <name>Assay::CheckStepsView</name>
    <message>
        <source>In its words</source>
        <translation>In seinen Worten</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>Genauer</translation>
    </message>
    <message>
        <source>What the server shows</source>
        <translation>Was der Server zeigt</translation>
    </message>
    <message>
        <source>What you chose</source>
        <translation>Was Sie gewählt haben</translation>
    </message>
    <message>
        <source>“Test” tells step by step how far one comes, and what is in the way.</source>
        <translation>„Prüfen“ sagt Schritt für Schritt, wie weit man kommt und was im Weg ist.</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>Schritte der Prüfung</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
</context>
<context>
    <name>Assay::ColumnChooser</name>
    <message>
        <source>Find a column</source>
        <translation>Spalte suchen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Which columns are listed</source>
        <translation>Welche Spalten aufgeführt sind</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Differing</source>
        <translation>Verschiedene</translation>
    </message>
    <message>
        <source>With values</source>
        <translation>Mit Werten</translation>
    </message>
</context>
<context>
    <name>Assay::ColumnListModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 value(s)</source>
        <translation>
            <numerusform>%1 Wert</numerusform>
            <numerusform>%1 Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows or hides all of these</source>
        <translation>Zeigt oder verbirgt alle diese</translation>
    </message>
</context>
<context>
    <name>Assay::CompareController</name>
    <message>
        <source>Of the selected runs fewer than two are still there.</source>
        <translation>Von den gewählten Runs sind weniger als zwei noch da.</translation>
    </message>
    <message>
        <source>%1 is not text.</source>
        <translation>%1 ist kein Text.</translation>
    </message>
</context>
<context>
    <name>Assay::CompareModel</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message numerus="yes">
        <source>%n differ</source>
        <comment>keys below a fold</comment>
        <translation>
            <numerusform>%n verschieden</numerusform>
            <numerusform>%n verschieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <comment>keys below a fold</comment>
        <translation>
            <numerusform>%n gleich</numerusform>
            <numerusform>%n gleich</numerusform>
        </translation>
    </message>
    <message>
        <source>The baseline: deltas are taken to this run.</source>
        <translation>Die Basis: Unterschiede gelten gegenüber diesem Run.</translation>
    </message>
    <message>
        <source>Drag to the front to compare with this run.</source>
        <translation>Nach vorn ziehen, um mit diesem Run zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>Assay::ComparePanel</name>
    <message>
        <source>Baseline</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Only Differences</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Search keys and values</source>
        <translation>Schlüssel und Werte suchen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) side by side</source>
        <translation>
            <numerusform>%n Run</numerusform>
            <numerusform>%n Runs nebeneinander</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Select two or more runs in the table to see how they differ.</source>
        <translation>Zwei oder mehr Runs in der Tabelle auswählen, um zu sehen, worin sie sich unterscheiden.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) that are the same everywhere left out</source>
        <translation>
            <numerusform>%n überall gleicher Schlüssel ausgelassen</numerusform>
            <numerusform>%n überall gleiche Schlüssel ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>These runs are the same in every key.</source>
        <translation>Diese Runs stimmen in allen Schlüsseln überein.</translation>
    </message>
    <message>
        <source>No key or value has “%1” in it.</source>
        <translation>Kein Schlüssel oder Wert enthält „%1“.</translation>
    </message>
    <message>
        <source>Use as Baseline</source>
        <translation>Als Basis verwenden</translation>
    </message>
    <message>
        <source>Copy Run Id</source>
        <translation>Run-ID kopieren</translation>
    </message>
    <message>
        <source>The run that deltas are taken to; it stands first</source>
        <translation>Der Run, gegenüber dem Unterschiede gelten; er steht vorn</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Numbers no further apart than this count as equal, in params and metrics: 0.01, or 1% of the greater one</source>
        <translation>Zahlen, die nicht weiter auseinanderliegen, gelten als gleich, in Parametern und Metriken: 0.01, oder 1% der größeren</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Which params go with a metric in these runs</source>
        <translation>Welche Parameter in diesen Runs mit einer Metrik gehen</translation>
    </message>
    <message>
        <source>Read All</source>
        <translation>Alle lesen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Reading artifacts: %1 of %2 runs</source>
        <translation>Artefakte werden gelesen: %1 von %2 Runs</translation>
    </message>
    <message numerus="yes">
        <source>Environment, signature and artifacts: %n run(s) not read</source>
        <translation>
            <numerusform>Umgebung, Signatur und Artefakte: %n Run nicht gelesen</numerusform>
            <numerusform>Umgebung, Signatur und Artefakte: %n Runs nicht gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>equal within %1</source>
        <translation>gleich bis auf %1</translation>
    </message>
    <message>
        <source>Numbers no further apart than %1 count as equal; click to compare exactly</source>
        <translation>Zahlen, die nicht weiter als %1 auseinanderliegen, gelten als gleich; ein Klick vergleicht genau</translation>
    </message>
    <message>
        <source>Nothing was logged in these runs.</source>
        <translation>In diesen Runs wurde nichts protokolliert.</translation>
    </message>
    <message>
        <source>Copy rows as</source>
        <translation>Zeilen kopieren als</translation>
    </message>
    <message>
        <source>Table for spreadsheets (TSV)</source>
        <translation>Tabelle für Tabellenkalkulationen (TSV)</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
</context>
<context>
    <name>Assay::CompareTable</name>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Values of the baseline</source>
        <translation>Werte der Basis</translation>
    </message>
    <message>
        <source>Values of the compared runs</source>
        <translation>Werte der verglichenen Runs</translation>
    </message>
</context>
<context>
    <name>Assay::ConnectionController</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The file is too large for certificates: %1</source>
        <translation>Die Datei ist zu groß für Zertifikate: %1</translation>
    </message>
    <message>
        <source>This is no address of a server.</source>
        <translation>Das ist keine Adresse eines Servers.</translation>
    </message>
    <message>
        <source>An address begins like one of these: %1</source>
        <translation>Eine Adresse beginnt wie eine von diesen: %1</translation>
    </message>
    <message>
        <source>Choose the Certificate of the Server&apos;s Authority</source>
        <translation>Zertifikat der Stelle des Servers wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The address of the proxy is missing.</source>
        <translation>Die Adresse des Proxys fehlt.</translation>
    </message>
    <message>
        <source>It is written http://proxy:3128.</source>
        <translation>Sie wird http://proxy:3128 geschrieben.</translation>
    </message>
</context>
<context>
    <name>Assay::ConnectionDialog</name>
    <message>
        <source>Open Server</source>
        <translation>Server öffnen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>Wie man sich anmeldet</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Keep it in the keychain</source>
        <translation>Im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy what the test found, to be sent to whoever can help; it holds no password and no token</source>
        <translation>Das Ergebnis der Prüfung kopieren, um es jemandem zu schicken, der helfen kann; es enthält weder Kennwort noch Token</translation>
    </message>
    <message>
        <source>Forget Server</source>
        <translation>Server vergessen</translation>
    </message>
    <message>
        <source>Takes it out of the list, and its password or token out of the keychain</source>
        <translation>Nimmt ihn aus der Liste und sein Kennwort oder Token aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Choose File…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>The certificate of the server&apos;s own authority, a PEM file</source>
        <translation>Das Zertifikat der eigenen Stelle des Servers, eine PEM-Datei</translation>
    </message>
    <message>
        <source>Use the System&apos;s</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Zertifizierung</translation>
    </message>
    <message>
        <source>With what the environment holds</source>
        <translation>Mit dem, was in der Umgebung steht</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht nötig</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>Benutzer und Kennwort</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Those that this computer trusts</source>
        <translation>Die Stellen, denen dieser Rechner vertraut</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>As it is kept</source>
        <translation>Wie aufbewahrt</translation>
    </message>
    <message>
        <source>It is kept until Assay is closed. %1</source>
        <translation>Es wird aufbewahrt, bis Assay beendet wird. %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Open Anyway</source>
        <translation>Trotzdem öffnen</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>With what the environment holds (%1)</source>
        <translation>Mit dem, was in der Umgebung steht (%1)</translation>
    </message>
    <message>
        <source>It is read as %1</source>
        <translation>Wird gelesen als %1</translation>
    </message>
</context>
<context>
    <name>Assay::CopyDialog</name>
    <message>
        <source>All runs of the chosen experiments (%1)</source>
        <translation>Alle Runs der gewählten Experimente (%1)</translation>
    </message>
    <message>
        <source>The selected runs (%1)</source>
        <translation>Die ausgewählten Runs (%1)</translation>
    </message>
    <message>
        <source>The runs that are shown (%1)</source>
        <translation>Die angezeigten Runs (%1)</translation>
    </message>
    <message>
        <source>The whole store, deleted runs too (%1)</source>
        <translation>Der ganze Speicher, auch gelöschte Runs (%1)</translation>
    </message>
    <message>
        <source>Files of the runs</source>
        <translation>Dateien der Runs</translation>
    </message>
    <message>
        <source>Without the files that the runs logged</source>
        <translation>Ohne die Dateien, die die Runs protokolliert haben</translation>
    </message>
    <message>
        <source>With files of up to %1 each</source>
        <translation>Mit Dateien bis je %1</translation>
    </message>
    <message>
        <source>With all files that the runs logged</source>
        <translation>Mit allen Dateien, die die Runs protokolliert haben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
</context>
<context>
    <name>Assay::CopyQuestion</name>
    <message>
        <source>Looking at what that is …</source>
        <translation>Es wird nachgesehen, was das ist …</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Run</numerusform>
            <numerusform>%n Runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metric history(s)</source>
        <translation>
            <numerusform>%n Metrikverlauf</numerusform>
            <numerusform>%n Metrikverläufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n Datei, %1</numerusform>
            <numerusform>%n Dateien, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::CorrelationCard</name>
    <message>
        <source>rank correlation (Spearman)</source>
        <translation>Rangkorrelation (Spearman)</translation>
    </message>
    <message>
        <source>correlation (Pearson)</source>
        <translation>Korrelation (Pearson)</translation>
    </message>
    <message numerus="yes">
        <source>%n runs have both</source>
        <translation>
            <numerusform>%n Run hat beide</numerusform>
            <numerusform>%n Runs haben beide</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out, as they are text: %1</source>
        <translation>Weggelassen, da Text: %1</translation>
    </message>
    <message>
        <source>No two of these columns have numbers that differ in at least three runs.</source>
        <translation>Keine zwei dieser Spalten haben in mindestens drei Runs verschiedene Zahlen.</translation>
    </message>
    <message>
        <source>add</source>
        <translation>hinzufügen</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Ranks (Spearman)</source>
        <translation>Ränge (Spearman)</translation>
    </message>
    <message>
        <source>Values (Pearson)</source>
        <translation>Werte (Pearson)</translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation>Spalte entfernen</translation>
    </message>
</context>
<context>
    <name>Assay::DashboardEditor</name>
    <message>
        <source>Pin Card</source>
        <translation>Karte anheften</translation>
    </message>
    <message>
        <source>Unpin Card</source>
        <translation>Karte lösen</translation>
    </message>
    <message>
        <source>Rename Card</source>
        <translation>Karte umbenennen</translation>
    </message>
    <message>
        <source>Resize Card</source>
        <translation>Kartengröße ändern</translation>
    </message>
    <message>
        <source>Add Metric</source>
        <translation>Metrik hinzufügen</translation>
    </message>
    <message>
        <source>Remove Metric</source>
        <translation>Metrik entfernen</translation>
    </message>
    <message>
        <source>Lay Charts over Each Other</source>
        <translation>Diagramme übereinanderlegen</translation>
    </message>
    <message>
        <source>Move Card</source>
        <translation>Karte verschieben</translation>
    </message>
    <message>
        <source>Add Card</source>
        <translation>Karte hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate Card</source>
        <translation>Karte verdoppeln</translation>
    </message>
    <message>
        <source>Remove Card</source>
        <translation>Karte entfernen</translation>
    </message>
    <message>
        <source>Show Removed Cards</source>
        <translation>Entfernte Karten zeigen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin to top</source>
        <translation>Oben anheften</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Remove metric</source>
        <translation>Metrik entfernen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>Assay::EditController</name>
    <message>
        <source>Rename Run</source>
        <comment>a change that can be undone</comment>
        <translation>Run umbenennen</translation>
    </message>
    <message>
        <source>Edit Note</source>
        <comment>a change that can be undone</comment>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>Set Tag</source>
        <comment>a change that can be undone</comment>
        <translation>Tag setzen</translation>
    </message>
    <message>
        <source>Remove Tag</source>
        <comment>a change that can be undone</comment>
        <translation>Tag entfernen</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n runs?</source>
        <translation>
            <numerusform>%n Run löschen?</numerusform>
            <numerusform>%n Runs löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete Runs</source>
        <translation>Runs löschen</translation>
    </message>
    <message>
        <source>Everybody who uses the store no longer sees what is deleted. It stays in the store until its garbage is collected; until then you can undo this, or restore the runs with View &gt; Show Deleted.</source>
        <translation>Was gelöscht ist, sieht niemand mehr, der den Speicher benutzt. Es bleibt im Speicher, bis er aufgeräumt wird; bis dahin lässt sich das rückgängig machen, oder die Runs lassen sich über Ansicht &gt; Gelöschte anzeigen wiederherstellen.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n Run(s)</source>
        <translation>
            <numerusform>Run löschen</numerusform>
            <numerusform>%n Runs löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n Run(s)</source>
        <comment>a change that can be undone</comment>
        <translation>
            <numerusform>Run löschen</numerusform>
            <numerusform>%n Runs löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n Run(s)</source>
        <comment>a change that can be undone</comment>
        <translation>
            <numerusform>Run wiederherstellen</numerusform>
            <numerusform>%n Runs wiederherstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: done</source>
        <comment>Rename Run: done</comment>
        <translation>%1: erledigt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run: why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Rename Run: why not</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n run(s) could not be changed</source>
        <comment>Set Tag: 3 runs …</comment>
        <translation>
            <numerusform>%1: %n Run konnte nicht geändert werden</numerusform>
            <numerusform>%1: %n Runs konnten nicht geändert werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %1 runs, %n could not be changed.</source>
        <translation>
            <numerusform>Von %1 Runs konnte %n nicht geändert werden.</numerusform>
            <numerusform>Von %1 Runs konnten %n nicht geändert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: waits until the store can be reached</source>
        <comment>Rename Run: waits …</comment>
        <translation>%1: wartet, bis der Speicher erreichbar ist</translation>
    </message>
</context>
<context>
    <name>Assay::EditHistory</name>
    <message>
        <source>Filter</source>
        <comment>a change that can be undone</comment>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Sort</source>
        <comment>a change that can be undone</comment>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Columns</source>
        <comment>a change that can be undone</comment>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Groups</source>
        <comment>a change that can be undone</comment>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>View</source>
        <comment>a change that can be undone</comment>
        <translation>Ansicht</translation>
    </message>
</context>
<context>
    <name>Assay::EncodingLegend</name>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Dash</source>
        <translation>Strichart</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Give runs their own colours again</source>
        <translation>Runs wieder ihre eigenen Farben geben</translation>
    </message>
    <message>
        <source>Let no column decide the dashes</source>
        <translation>Stricharten von keiner Spalte bestimmen lassen</translation>
    </message>
    <message>
        <source>Draw no markers</source>
        <translation>Keine Markierungen zeichnen</translation>
    </message>
    <message>
        <source>several values in a group</source>
        <translation>mehrere Werte in einer Gruppe</translation>
    </message>
    <message>
        <source>no value, or several in a group</source>
        <translation>kein Wert oder mehrere in einer Gruppe</translation>
    </message>
    <message>
        <source>In cards of several metrics the dash tells the metric.</source>
        <translation>In Karten mit mehreren Metriken zeigt die Strichart die Metrik.</translation>
    </message>
</context>
<context>
    <name>Assay::ExplainView</name>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>above the median and the rest</source>
        <translation>über dem Median und der Rest</translation>
    </message>
    <message>
        <source>the best and the rest</source>
        <translation>die besten und der Rest</translation>
    </message>
    <message>
        <source>the selected and the others in the table</source>
        <translation>die gewählten und die anderen der Tabelle</translation>
    </message>
    <message>
        <source>How many are the best</source>
        <translation>Wie viele die besten sind</translation>
    </message>
    <message>
        <source>What goes with</source>
        <translation>Was geht mit</translation>
    </message>
    <message>
        <source>Params by association with the metric</source>
        <translation>Parameter nach Zusammenhang mit der Metrik</translation>
    </message>
    <message>
        <source>These runs have no metrics that something could go with.</source>
        <translation>Diese Runs haben keine Metriken, mit denen etwas gehen könnte.</translation>
    </message>
    <message>
        <source>Above the median (%1)</source>
        <translation>Über dem Median (%1)</translation>
    </message>
    <message>
        <source>The rest (%1)</source>
        <translation>Der Rest (%1)</translation>
    </message>
    <message>
        <source>The best (%1)</source>
        <translation>Die besten (%1)</translation>
    </message>
    <message>
        <source>Selected (%1)</source>
        <translation>Gewählte (%1)</translation>
    </message>
    <message>
        <source>Others (%1)</source>
        <translation>Andere (%1)</translation>
    </message>
    <message>
        <source>Association, not cause: the share of the metric&apos;s ranks that goes with a param (ρ² of numbers, η² of texts, adjusted for how many values there are).</source>
        <translation>Zusammenhang, nicht Ursache: der Anteil der Ränge der Metrik, der mit einem Parameter geht (ρ² bei Zahlen, η² bei Texten, bereinigt um die Zahl der Werte).</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) with the metric.</source>
        <translation>
            <numerusform>%n Run mit der Metrik.</numerusform>
            <numerusform>%n Runs mit der Metrik.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without it left out.</source>
        <comment>runs</comment>
        <translation>
            <numerusform>%n ohne sie weggelassen.</numerusform>
            <numerusform>%n ohne sie weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n param(s) with one value only, or in fewer than four runs, left out.</source>
        <translation>
            <numerusform>%n Parameter mit nur einem Wert oder in weniger als vier Runs weggelassen.</numerusform>
            <numerusform>%n Parameter mit nur einem Wert oder in weniger als vier Runs weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer than four runs have this metric: too few to say anything.</source>
        <translation>Weniger als vier Runs haben diese Metrik: zu wenige für eine Aussage.</translation>
    </message>
    <message>
        <source>No param has different values in these runs.</source>
        <translation>Kein Parameter hat in diesen Runs verschiedene Werte.</translation>
    </message>
    <message>
        <source>two groups of the table</source>
        <translation>zwei Gruppen der Tabelle</translation>
    </message>
    <message>
        <source>First group</source>
        <translation>Erste Gruppe</translation>
    </message>
    <message>
        <source>Second group</source>
        <translation>Zweite Gruppe</translation>
    </message>
    <message>
        <source>against</source>
        <comment>one group of runs and another</comment>
        <translation>gegen</translation>
    </message>
    <message>
        <source>Group the runs in the table first</source>
        <translation>Zuerst die Runs in der Tabelle gruppieren</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a group, and how many runs it has</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>alle anderen</translation>
    </message>
    <message>
        <source>The table has too many groups to choose two of them</source>
        <translation>Die Tabelle hat zu viele Gruppen, um zwei davon auszuwählen</translation>
    </message>
</context>
<context>
    <name>Assay::FacetHistogram</name>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n run(s)
Drag to filter by a range</source>
        <translation>
            <numerusform>%1: %n Run
Ziehen filtert nach einem Bereich</numerusform>
            <numerusform>%1: %n Runs
Ziehen filtert nach einem Bereich</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::FacetModel</name>
    <message numerus="yes">
        <source>%1 run(s)</source>
        <translation>
            <numerusform>%1 Run</numerusform>
            <numerusform>%1 Runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 value(s)</source>
        <translation>
            <numerusform>%1, %2 Wert</numerusform>
            <numerusform>%1, %2 Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more; search to find them</source>
        <translation>%1 weitere; suchen, um sie zu finden</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>leerer Text</translation>
    </message>
</context>
<context>
    <name>Assay::FacetPanel</name>
    <message>
        <source>Find a value</source>
        <translation>Wert suchen</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Only runs with this value</source>
        <translation>Nur Runs mit diesem Wert</translation>
    </message>
    <message>
        <source>Without runs with this value</source>
        <translation>Ohne Runs mit diesem Wert</translation>
    </message>
</context>
<context>
    <name>Assay::GroupLines</name>
    <message>
        <source>%1 · 1 run</source>
        <translation>%1 · 1 Run</translation>
    </message>
    <message>
        <source>%1 · %2 runs</source>
        <translation>%1 · %2 Runs</translation>
    </message>
</context>
<context>
    <name>Assay::HeatMapCard</name>
    <message>
        <source>mean %1</source>
        <translation>Mittel von %1</translation>
    </message>
    <message>
        <source>least %1</source>
        <translation>kleinstes %1</translation>
    </message>
    <message>
        <source>greatest %1</source>
        <translation>größtes %1</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Runs</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n Run</numerusform>
            <numerusform>%n Runs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is text: fields are of numbers.</source>
        <translation>%1 ist Text: Felder zeigen Zahlen.</translation>
    </message>
    <message>
        <source>%1 has too many different texts for a map.</source>
        <translation>%1 hat zu viele verschiedene Texte für eine Karte.</translation>
    </message>
    <message>
        <source>No run has %1, %2 and %3.</source>
        <translation>Kein Run hat %1, %2 und %3.</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Of the runs in a field</source>
        <translation>Von den Runs eines Feldes</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Number of runs</source>
        <translation>Anzahl der Runs</translation>
    </message>
</context>
<context>
    <name>Assay::HistogramCard</name>
    <message>
        <source>No run has a finite %1.</source>
        <translation>Kein Run hat ein endliches %1.</translation>
    </message>
    <message>
        <source>%1 has %2 different texts: too many for bars.</source>
        <translation>%1 hat %2 verschiedene Texte: zu viele für Balken.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>Assay::HistogramView</name>
    <message>
        <source>runs</source>
        <translation>Runs</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n Run</numerusform>
            <numerusform>%n Runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::ImageView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>Assay::ImagesContent</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Dieses Bild lässt sich nicht zeigen.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>No runs are drawn.</source>
        <translation>Es werden keine Runs gezeichnet.</translation>
    </message>
    <message>
        <source>Looking for pictures…</source>
        <translation>Bilder werden gesucht …</translation>
    </message>
    <message>
        <source>The runs that are drawn have no pictures among their artifacts.</source>
        <translation>Die gezeichneten Runs haben keine Bilder unter ihren Artefakten.</translation>
    </message>
    <message>
        <source>None of these runs has this picture at the step.</source>
        <translation>Keiner dieser Runs hat dieses Bild bei diesem Schritt.</translation>
    </message>
</context>
<context>
    <name>Assay::ImportanceCard</name>
    <message>
        <source>The params hardly explain this metric (R² %1 on unseen runs): read nothing into the order</source>
        <translation>Die Parameter erklären diese Metrik kaum (R² %1 bei ungesehenen Runs): Die Reihenfolge besagt nichts</translation>
    </message>
    <message>
        <source>Permutation importance, extra-trees, R² %1 on unseen runs</source>
        <translation>Permutationswichtigkeit, Extra-Trees, R² %1 bei ungesehenen Runs</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 von %2 Runs</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n Run</numerusform>
            <numerusform>%n Runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n params do not differ</source>
        <translation>
            <numerusform>%n Parameter ist überall gleich</numerusform>
            <numerusform>%n Parameter sind überall gleich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more params are left out</source>
        <translation>
            <numerusform>%n weiterer Parameter ist weggelassen</numerusform>
            <numerusform>%n weitere Parameter sind weggelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>association, not cause</source>
        <translation>Zusammenhang, nicht Ursache</translation>
    </message>
    <message>
        <source>%1 is text: importance is for a number.</source>
        <translation>%1 ist Text: Wichtigkeit gibt es für eine Zahl.</translation>
    </message>
    <message>
        <source>for</source>
        <translation>für</translation>
    </message>
</context>
<context>
    <name>Assay::ImportanceView</name>
    <message>
        <source>loss of R²</source>
        <translation>Verlust an R²</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>rank correlation</source>
        <translation>Rangkorrelation</translation>
    </message>
    <message>
        <source>rank correlation %1 over %2 runs</source>
        <translation>Rangkorrelation %1 über %2 Runs</translation>
    </message>
    <message>
        <source>%1 ± %2 of R²</source>
        <translation>%1 ± %2 von R²</translation>
    </message>
</context>
<context>
    <name>Assay::InspectorPanel</name>
    <message>
        <source>Search this run</source>
        <translation>Diesen Run durchsuchen</translation>
    </message>
    <message>
        <source>Details of the run</source>
        <translation>Details des Runs</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Choose a run to see all of it.</source>
        <translation>Einen Run auswählen, um alles von ihm zu sehen.</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Tag hinzufügen</translation>
    </message>
    <message>
        <source>Add Tag…</source>
        <translation>Tag hinzufügen…</translation>
    </message>
    <message>
        <source>Edit Tag…</source>
        <translation>Tag ändern…</translation>
    </message>
    <message>
        <source>Remove Tag</source>
        <translation>Tag entfernen</translation>
    </message>
</context>
<context>
    <name>Assay::JoinedStore</name>
    <message numerus="yes">
        <source>%n stores</source>
        <translation>
            <numerusform>%n Speicher</numerusform>
            <numerusform>%n Speicher</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::KeyChooser</name>
    <message>
        <source>Find a column</source>
        <translation>Spalte suchen</translation>
    </message>
</context>
<context>
    <name>Assay::LastValueBars</name>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1 NaN or infinite</source>
        <translation>%1 NaN oder unendlich</translation>
    </message>
    <message>
        <source>1 value, logged once</source>
        <translation>1 Wert, einmal aufgezeichnet</translation>
    </message>
    <message>
        <source>%1 values, each logged once</source>
        <translation>%1 Werte, jeder einmal aufgezeichnet</translation>
    </message>
    <message>
        <source>Only NaN or infinities were logged.</source>
        <translation>Es wurden nur NaN oder Unendlich aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>Assay::LegendRow</name>
    <message>
        <source>1 run</source>
        <translation>1 Run</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Runs</translation>
    </message>
    <message>
        <source>%1 · logarithmic</source>
        <translation>%1 · logarithmisch</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>Assay::LineOptions</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Moving average (TensorBoard)</source>
        <translation>Gleitender Mittelwert (TensorBoard)</translation>
    </message>
    <message>
        <source>Moving average by distance</source>
        <translation>Gleitender Mittelwert nach Abstand</translation>
    </message>
    <message>
        <source>Mean around the point</source>
        <translation>Mittelwert um den Punkt</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gauß</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>EMA</source>
        <translation>EMA</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Both signs, logarithmic</source>
        <translation>Beide Vorzeichen, logarithmisch</translation>
    </message>
    <message>
        <source>Along x</source>
        <translation>Entlang x</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Scale of x</source>
        <translation>Skala von x</translation>
    </message>
    <message>
        <source>Scale of values</source>
        <translation>Skala der Werte</translation>
    </message>
    <message>
        <source>All points</source>
        <translation>Alle Punkte</translation>
    </message>
    <message>
        <source>Only the last of a step</source>
        <translation>Nur der letzte eines Schritts</translation>
    </message>
    <message>
        <source>Repeated steps</source>
        <translation>Wiederholte Schritte</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Of the part that is seen</source>
        <translation>Des sichtbaren Teils</translation>
    </message>
    <message>
        <source>Of all points</source>
        <translation>Aller Punkte</translation>
    </message>
    <message>
        <source>Values from</source>
        <translation>Wertebereich</translation>
    </message>
    <message>
        <source>In view</source>
        <translation>Sichtbar</translation>
    </message>
    <message>
        <source>Out of view beyond %1–%2 %</source>
        <translation>Außerhalb von %1–%2 % nicht sichtbar</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Each run</source>
        <translation>Jeder Run</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>± standard deviation</source>
        <translation>± Standardabweichung</translation>
    </message>
    <message>
        <source>± standard error</source>
        <translation>± Standardfehler</translation>
    </message>
    <message>
        <source>95 % confidence of the mean</source>
        <translation>95 %-Konfidenz des Mittelwerts</translation>
    </message>
    <message>
        <source>10th to 90th percentile</source>
        <translation>10. bis 90. Perzentil</translation>
    </message>
    <message>
        <source>Least to greatest</source>
        <translation>Kleinster bis größter</translation>
    </message>
    <message>
        <source>No band</source>
        <translation>Kein Band</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Draw over the logged step</source>
        <translation>Über dem aufgezeichneten Schritt zeichnen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Draw over the time of logging</source>
        <translation>Über der Zeit der Aufzeichnung zeichnen</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>Relativ</translation>
    </message>
    <message>
        <source>Draw over the time since the run&apos;s start</source>
        <translation>Über der Zeit seit dem Start des Runs zeichnen</translation>
    </message>
    <message>
        <source>Draw over what another metric was at the step, such as epoch</source>
        <translation>Über dem Wert zeichnen, den eine andere Metrik beim Schritt hatte, etwa epoch</translation>
    </message>
    <message>
        <source>Amount of smoothing</source>
        <translation>Stärke der Glättung</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>symlog</source>
        <translation>symlog</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Farbe nach</translation>
    </message>
    <message>
        <source>Dash by</source>
        <translation>Strichart nach</translation>
    </message>
    <message>
        <source>Marker by</source>
        <translation>Markierung nach</translation>
    </message>
</context>
<context>
    <name>Assay::MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Lesen abbrechen</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;Sample Store</source>
        <translation>Be&amp;ispielspeicher öffnen</translation>
    </message>
    <message>
        <source>&amp;Reload Store</source>
        <translation>Speicher &amp;neu laden</translation>
    </message>
    <message>
        <source>&amp;Close Store</source>
        <translation>Speicher &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;About Assay</source>
        <translation>&amp;Über Assay</translation>
    </message>
    <message>
        <source>About Assay</source>
        <translation>Über Assay</translation>
    </message>
    <message>
        <source>Assay %1

A workbench for machine-learning experiments.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Assay %1

Eine Werkbank für Experimente des maschinellen Lernens.
Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Runs</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>&amp;Diagramme</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>&amp;Vergleich</translation>
    </message>
    <message>
        <source>&amp;Artifacts</source>
        <translation>&amp;Artefakte</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Probleme</translation>
    </message>
    <message>
        <source>Show &amp;Deleted</source>
        <translation>&amp;Gelöschte anzeigen</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Nothing was open before</source>
        <translation>Bisher war nichts geöffnet</translation>
    </message>
    <message>
        <source>Open a Run Store</source>
        <translation>Run-Speicher öffnen</translation>
    </message>
    <message>
        <source>Choose Where the Artifacts Lie</source>
        <translation>Ort der Artefakte auswählen</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>Export What Is Shown</source>
        <translation>Angezeigtes exportieren</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>&amp;Export Shown Runs…</source>
        <translation>Gezeigte Runs e&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Re&amp;name Run</source>
        <translation>Run &amp;umbenennen</translation>
    </message>
    <message>
        <source>Edit &amp;Tag…</source>
        <translation>&amp;Tag ändern…</translation>
    </message>
    <message>
        <source>&amp;Delete Runs…</source>
        <translation>Runs &amp;löschen…</translation>
    </message>
    <message>
        <source>Re&amp;store Runs</source>
        <translation>Runs wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv);;Tab-separated values (*.tsv);;Markdown (*.md);;LaTeX (*.tex);;JSON (*.json)</source>
        <translation>Kommagetrennte Werte (*.csv);;Tabulatorgetrennte Werte (*.tsv);;Markdown (*.md);;LaTeX (*.tex);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Edit tag…</source>
        <translation>Tag ändern…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>The chart is in the clipboard as an image.</source>
        <translation>Das Diagramm liegt als Bild in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Keep Brushed Runs</source>
        <translation>Markierte Runs behalten</translation>
    </message>
    <message>
        <source>Exclude Brushed Runs</source>
        <translation>Markierte Runs ausschließen</translation>
    </message>
    <message>
        <source>Open &amp;Database or Bundle…</source>
        <translation>&amp;Datenbank oder Bündel öffnen …</translation>
    </message>
    <message>
        <source>Open Ser&amp;ver…</source>
        <translation>Ser&amp;ver öffnen…</translation>
    </message>
    <message>
        <source>Export &amp;Bundle…</source>
        <translation>&amp;Bündel exportieren …</translation>
    </message>
    <message>
        <source>Every &amp;5 Seconds</source>
        <translation>Alle &amp;5 Sekunden</translation>
    </message>
    <message>
        <source>Every &amp;30 Seconds</source>
        <translation>Alle &amp;30 Sekunden</translation>
    </message>
    <message>
        <source>Every 5 &amp;Minutes</source>
        <translation>Alle 5 &amp;Minuten</translation>
    </message>
    <message>
        <source>Only When &amp;Asked</source>
        <translation>Nur auf &amp;Verlangen</translation>
    </message>
    <message>
        <source>Look for &amp;Changes</source>
        <translation>Nach Ä&amp;nderungen sehen</translation>
    </message>
    <message>
        <source>Open a Run Database or Bundle</source>
        <translation>Run-Datenbank oder Bündel öffnen</translation>
    </message>
    <message>
        <source>Databases and bundles (*.db *.sqlite *.sqlite3 *.assay);;All files (*)</source>
        <translation>Datenbanken und Bündel (*.db *.sqlite *.sqlite3 *.assay);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Waiting Changes…</source>
        <translation>&amp;Wartende Änderungen …</translation>
    </message>
    <message>
        <source>&amp;Make Available Offline…</source>
        <translation>&amp;Offline verfügbar machen …</translation>
    </message>
    <message>
        <source>A bundle is a copy of one store: show that store alone.</source>
        <translation>Ein Bündel ist die Kopie eines Speichers: Zeigen Sie diesen allein an.</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>Runs are changed on the pages Runs and Charts.</source>
        <translation>Runs werden auf den Seiten Runs und Diagramme geändert.</translation>
    </message>
    <message>
        <source>No run is selected.</source>
        <translation>Es ist kein Run ausgewählt.</translation>
    </message>
    <message>
        <source>No deleted run is selected.</source>
        <translation>Es ist kein gelöschter Run ausgewählt.</translation>
    </message>
    <message>
        <source>No store is open.</source>
        <translation>Es ist kein Speicher geöffnet.</translation>
    </message>
    <message>
        <source>This store lies on this machine already.</source>
        <translation>Dieser Speicher liegt schon auf diesem Rechner.</translation>
    </message>
</context>
<context>
    <name>Assay::ManualDialog</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Pages of the manual</source>
        <translation>Seiten des Handbuchs</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>Text der Seite</translation>
    </message>
</context>
<context>
    <name>Assay::MarkdownView</name>
    <message>
        <source>Content of the file</source>
        <translation>Inhalt der Datei</translation>
    </message>
</context>
<context>
    <name>Assay::MetricChooser</name>
    <message>
        <source>Find a metric</source>
        <translation>Metrik suchen</translation>
    </message>
    <message>
        <source>Draw this expression</source>
        <translation>Diesen Ausdruck zeichnen</translation>
    </message>
    <message>
        <source>Or compute: metrics.a - metrics.b, diff, cumsum, log10, ewm(metrics.a, 0.9)</source>
        <translation>Oder rechnen: metrics.a - metrics.b, diff, cumsum, log10, ewm(metrics.a, 0.9)</translation>
    </message>
</context>
<context>
    <name>Assay::ModelsController</name>
    <message>
        <source>Loading the models…</source>
        <translation>Modelle werden geladen…</translation>
    </message>
    <message>
        <source>Models are shown of one store at a time. Choose a model or a store at the left.</source>
        <translation>Modelle werden für jeweils einen Speicher gezeigt. Links ein Modell oder einen Speicher wählen.</translation>
    </message>
    <message>
        <source>The store is out of reach. Versions can be moved when it is back.</source>
        <translation>Der Speicher ist nicht erreichbar. Versionen lassen sich verschieben, wenn er wieder da ist.</translation>
    </message>
</context>
<context>
    <name>Assay::ModelsPanel</name>
    <message>
        <source>Loading the models…</source>
        <translation>Modelle werden geladen…</translation>
    </message>
    <message>
        <source>Registered models</source>
        <translation>Registrierte Modelle</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hide the message</source>
        <translation>Meldung ausblenden</translation>
    </message>
    <message>
        <source>No models are registered in this store.</source>
        <translation>In diesem Speicher sind keine Modelle registriert.</translation>
    </message>
    <message numerus="yes">
        <source>%1
%n version(s)</source>
        <translation>
            <numerusform>%1
%n Version</numerusform>
            <numerusform>%1
%n Versionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to %1…</source>
        <translation>Nach „%1“ verschieben…</translation>
    </message>
    <message>
        <source>Go to Run</source>
        <translation>Zum Run</translation>
    </message>
    <message>
        <source>Moving…</source>
        <translation>Wird verschoben…</translation>
    </message>
    <message>
        <source>%1 v%2 to %3</source>
        <comment>model, version, stage</comment>
        <translation>%1 v%2 nach „%3“</translation>
    </message>
    <message>
        <source>Applied: %1. Journal entry %2.</source>
        <translation>Ausgeführt: %1. Journaleintrag %2.</translation>
    </message>
    <message>
        <source>Applied: %1; archived: v%2. Journal entry %3.</source>
        <translation>Ausgeführt: %1; archiviert: v%2. Journaleintrag %3.</translation>
    </message>
    <message>
        <source>Not applied: %1. %2</source>
        <translation>Nicht ausgeführt: %1. %2</translation>
    </message>
    <message>
        <source>Unknown: %1. %2</source>
        <translation>Ausgang unbekannt: %1. %2</translation>
    </message>
    <message>
        <source>Not tried: %1</source>
        <translation>Nicht versucht: %1</translation>
    </message>
</context>
<context>
    <name>Assay::NavigatorModel</name>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>Assay::NavigatorPanel</name>
    <message>
        <source>Stores</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Open a store…</source>
        <translation>Speicher öffnen…</translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation>Speicher öffnen</translation>
    </message>
    <message>
        <source>Stores, experiments and models</source>
        <translation>Speicher, Experimente und Modelle</translation>
    </message>
    <message>
        <source>Reload Store</source>
        <translation>Speicher neu laden</translation>
    </message>
    <message>
        <source>Artifact Locations…</source>
        <translation>Orte der Artefakte…</translation>
    </message>
    <message>
        <source>Close Store</source>
        <translation>Speicher schließen</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>Verbindung…</translation>
    </message>
    <message>
        <source>Show This Store Alone</source>
        <translation>Nur diesen Speicher zeigen</translation>
    </message>
    <message>
        <source>Show All Stores Together</source>
        <translation>Alle Speicher zusammen zeigen</translation>
    </message>
</context>
<context>
    <name>Assay::NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note of the run</source>
        <translation>Notiz des Runs</translation>
    </message>
    <message>
        <source>Note of the run as Markdown</source>
        <translation>Notiz des Runs als Markdown</translation>
    </message>
    <message>
        <source>What was tried, what came of it? Markdown, for everybody who uses the store.</source>
        <translation>Was wurde versucht, was kam heraus? Markdown, für alle, die den Speicher benutzen.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the note (Ctrl+Enter)</source>
        <translation>Notiz speichern (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>No note</source>
        <translation>Keine Notiz</translation>
    </message>
    <message>
        <source>Add Note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
</context>
<context>
    <name>Assay::OfflineController</name>
    <message numerus="yes">
        <source>%n waiting change(s) made</source>
        <translation>
            <numerusform>%n wartende Änderung vorgenommen</numerusform>
            <numerusform>%n wartende Änderungen vorgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting change(s) could not be made: look at them</source>
        <translation>
            <numerusform>%n wartende Änderung war nicht möglich: sehen Sie sie sich an</numerusform>
            <numerusform>%n wartende Änderungen waren nicht möglich: sehen Sie sie sich an</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::OfflineKeeper</name>
    <message>
        <source>Something is being made available offline. Wait for it, or stop it.</source>
        <translation>Es wird gerade etwas offline verfügbar gemacht. Warten Sie darauf, oder halten Sie es an.</translation>
    </message>
    <message>
        <source>This store lies on this machine: it is available offline.</source>
        <translation>Dieser Speicher liegt auf diesem Rechner: er ist offline verfügbar.</translation>
    </message>
    <message>
        <source>The store cannot be reached now: %1</source>
        <translation>Der Speicher ist gerade nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>Make Available Offline</source>
        <translation>Offline verfügbar machen</translation>
    </message>
    <message>
        <source>No version of this model comes from a run of the store.</source>
        <translation>Keine Version dieses Modells kommt von einem Run des Speichers.</translation>
    </message>
    <message>
        <source>Reading runs …</source>
        <translation>Runs werden gelesen …</translation>
    </message>
    <message>
        <source>Stopped. What was read by then is kept; the next time goes on from there.</source>
        <translation>Angehalten. Was bis dahin gelesen wurde, bleibt; beim nächsten Mal geht es dort weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or history(s) could not be kept. The first: %1</source>
        <translation>
            <numerusform>%n Datei oder Verlauf war nicht aufzubewahren: %1</numerusform>
            <numerusform>%n Dateien oder Verläufe waren nicht aufzubewahren. Der erste Fall: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) available offline</source>
        <translation>
            <numerusform>%n Run offline verfügbar</numerusform>
            <numerusform>%n Runs offline verfügbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Histories and files of these runs of %1 are kept on this machine, and never thrown out to make room.</source>
        <translation>Verläufe und Dateien dieser Runs von %1 bleiben auf diesem Rechner und weichen auch nicht, wenn der Platz knapp wird.</translation>
    </message>
</context>
<context>
    <name>Assay::OfflineNote</name>
    <message>
        <source>Look now whether the store is back</source>
        <translation>Jetzt nachsehen, ob der Speicher wieder da ist</translation>
    </message>
    <message>
        <source>Offline · as read %1</source>
        <comment>2 h ago</comment>
        <translation>Offline · Stand: %1</translation>
    </message>
    <message>
        <source>As read %1 · asking the store…</source>
        <comment>2 h ago</comment>
        <translation>Stand: %1 · der Speicher wird gefragt …</translation>
    </message>
    <message>
        <source>Offline since %1. What was kept can be looked at and searched; changes wait until the store is back.
%2</source>
        <translation>Offline seit %1. Was aufbewahrt wurde, lässt sich ansehen und durchsuchen; Änderungen warten, bis der Speicher wieder da ist.
%2</translation>
    </message>
    <message>
        <source>Read at %1</source>
        <translation>Gelesen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to decide on</source>
        <translation>
            <numerusform>%n Änderung zu entscheiden</numerusform>
            <numerusform>%n Änderungen zu entscheiden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n Änderung wartet</numerusform>
            <numerusform>%n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the changes that wait for their stores</source>
        <translation>Die Änderungen zeigen, die auf ihren Speicher warten</translation>
    </message>
    <message>
        <source>As read %1 · the store does not let you in</source>
        <comment>2 h ago</comment>
        <translation>Stand: %1 · der Speicher lässt Sie nicht ein</translation>
    </message>
    <message>
        <source>As read %1 · the store cannot be read</source>
        <comment>2 h ago</comment>
        <translation>Stand: %1 · der Speicher ist nicht lesbar</translation>
    </message>
    <message>
        <source>Sign In…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>Verbindung…</translation>
    </message>
</context>
<context>
    <name>Assay::ParallelCard</name>
    <message>
        <source>No run has a value on any of these axes.</source>
        <translation>Kein Run hat auf einer dieser Achsen einen Wert.</translation>
    </message>
    <message>
        <source>add axis</source>
        <translation>Achse hinzufügen</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Farbe nach</translation>
    </message>
    <message>
        <source>Colours of the runs</source>
        <translation>Farben der Runs</translation>
    </message>
</context>
<context>
    <name>Assay::ParallelView</name>
    <message>
        <source>Drag to reorder, double-click to turn round</source>
        <translation>Ziehen ordnet um, Doppelklick dreht um</translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation>Umdrehen</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Remove axis</source>
        <translation>Achse entfernen</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
</context>
<context>
    <name>Assay::PivotModel</name>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Choose what stands down, across and in the cells</source>
        <translation>Wählen Sie, was in Zeilen, Spalten und Zellen steht</translation>
    </message>
    <message>
        <source>Choose different columns down and across</source>
        <translation>Wählen Sie für Zeilen und Spalten Verschiedenes</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>No runs</source>
        <translation>Keine Runs</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s); click to see them in the table</source>
        <translation>
            <numerusform>%n Run; ein Klick zeigt ihn in der Tabelle</numerusform>
            <numerusform>%n Runs; ein Klick zeigt sie in der Tabelle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::PivotView</name>
    <message>
        <source>Pivot</source>
        <translation>Pivot</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Aggregate</source>
        <translation>Kennzahl</translation>
    </message>
</context>
<context>
    <name>Assay::PlotView</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>%1 of %2 points drawn</source>
        <translation>%1 von %2 Punkten gezeichnet</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 Punkt</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>%1 NaN, infinite or not above 0</source>
        <translation>%1 NaN, unendlich oder nicht über 0</translation>
    </message>
    <message>
        <source>%1 NaN or infinite</source>
        <translation>%1 NaN oder unendlich</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>No point is above 0 along x: a logarithmic axis has no place for them.</source>
        <translation>Kein Punkt liegt entlang x über 0: Eine logarithmische Achse hat für sie keinen Platz.</translation>
    </message>
    <message>
        <source>No value is above 0: a logarithmic axis has no place for them.</source>
        <translation>Kein Wert liegt über 0: Eine logarithmische Achse hat für sie keinen Platz.</translation>
    </message>
    <message>
        <source>All values are NaN or infinite.</source>
        <translation>Alle Werte sind NaN oder unendlich.</translation>
    </message>
    <message>
        <source>1 point is outside the %2–%3 % range</source>
        <translation>1 Punkt liegt außerhalb des Bereichs von %2–%3 %</translation>
    </message>
    <message>
        <source>%1 points are outside the %2–%3 % range</source>
        <translation>%1 Punkte liegen außerhalb des Bereichs von %2–%3 %</translation>
    </message>
</context>
<context>
    <name>Assay::PreviewPane</name>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Show the text as it is written</source>
        <translation>Text zeigen, wie er geschrieben ist</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <source>Break long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit the picture into the view</source>
        <translation>Bild in die Ansicht einpassen</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Show the picture at its own size</source>
        <translation>Bild in Originalgröße zeigen</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Open the Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy the Path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Open in the Browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 rows × %2 columns</source>
        <translation>%1 Zeilen × %2 Spalten</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::PreviewTableModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Link to %1</source>
        <translation>Verknüpfung mit %1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>Assay::PreviewTableView</name>
    <message>
        <source>Content of the file</source>
        <translation>Inhalt der Datei</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Assay::ProblemsModel</name>
    <message>
        <source>table %1</source>
        <translation>Tabelle %1</translation>
    </message>
    <message>
        <source>table %1, row %2</source>
        <translation>Tabelle %1, Zeile %2</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>Assay::ProblemsPanel</name>
    <message>
        <source>Hide the problems</source>
        <translation>Probleme ausblenden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::PromotionDialog</name>
    <message>
        <source>Move a Model Version</source>
        <translation>Modellversion verschieben</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>%1  →  %2</source>
        <comment>from stage, to stage</comment>
        <translation>%1  →  %2</translation>
    </message>
    <message>
        <source>Source run</source>
        <translation>Ursprungs-Run</translation>
    </message>
    <message>
        <source>Archive the versions that stand in %1 now</source>
        <translation>Versionen archivieren, die jetzt in „%1“ stehen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Why? It is kept in the journal with your account and the time.</source>
        <translation>Warum? Steht mit Konto und Zeitpunkt im Journal.</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation>Nach „%1“ verschieben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Will be moved to Archived: %1</source>
        <translation>Wird nach „Archiviert“ verschoben: %1</translation>
    </message>
</context>
<context>
    <name>Assay::ProxyFields</name>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>User at the proxy</source>
        <translation>Benutzer beim Proxy</translation>
    </message>
    <message>
        <source>Password at the proxy</source>
        <translation>Kennwort beim Proxy</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie das System es sagt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Dieser</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>An address is written http://proxy:3128; a user and a password stand below.</source>
        <translation>Eine Adresse wird http://proxy:3128 geschrieben; Benutzer und Kennwort stehen darunter.</translation>
    </message>
    <message>
        <source>As it is kept</source>
        <translation>Wie aufbewahrt</translation>
    </message>
</context>
<context>
    <name>Assay::QueryPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>Assay::RangeEditor</name>
    <message>
        <source>Along x</source>
        <translation>Entlang x</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>times such as 2026-01-31 14:05</source>
        <translation>Zeiten wie 2026-01-31 14:05</translation>
    </message>
    <message>
        <source>spans such as 90 s or 1.5 h</source>
        <translation>Zeitspannen wie 90 s oder 1.5 h</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>An empty field follows the data.</source>
        <translation>Ein leeres Feld folgt den Daten.</translation>
    </message>
    <message>
        <source>Not a range: along x %1, the lesser first.</source>
        <translation>Kein Bereich: entlang x %1, das Kleinere zuerst.</translation>
    </message>
</context>
<context>
    <name>Assay::ReadingModel</name>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>Assay::ReadingTable</name>
    <message>
        <source>Values of the runs</source>
        <translation>Werte der Runs</translation>
    </message>
</context>
<context>
    <name>Assay::RootMappingsDialog</name>
    <message>
        <source>Artifact Locations</source>
        <translation>Orte der Artefakte</translation>
    </message>
    <message>
        <source>Stores record artifacts by absolute paths of the machine that wrote them. Say here where such a place lies on this machine; it is remembered for %1.</source>
        <translation>Speicher verzeichnen Artefakte mit absoluten Pfaden des Rechners, der sie geschrieben hat. Hier lässt sich angeben, wo ein solcher Ort auf diesem Rechner liegt; die Angabe wird für %1 gemerkt.</translation>
    </message>
    <message>
        <source>Recorded place begins with</source>
        <translation>Verzeichneter Ort beginnt mit</translation>
    </message>
    <message>
        <source>Lies here under</source>
        <translation>Liegt hier unter</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Choose Folder…</source>
        <translation>Ordner auswählen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use These Locations</source>
        <translation>Orte übernehmen</translation>
    </message>
</context>
<context>
    <name>Assay::RowsView</name>
    <message>
        <source>first %1 of %2</source>
        <translation>die ersten %1 von %2</translation>
    </message>
</context>
<context>
    <name>Assay::RunDelegate</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Drawn in the charts; click to hide</source>
        <translation>In den Diagrammen gezeichnet; Klick blendet aus</translation>
    </message>
    <message>
        <source>Not drawn in the charts; click to show</source>
        <translation>Nicht in den Diagrammen; Klick blendet ein</translation>
    </message>
    <message>
        <source>Its parent run is not in this store</source>
        <translation>Sein übergeordneter Run ist nicht in diesem Speicher</translation>
    </message>
    <message>
        <source>Its parent run is filtered out</source>
        <translation>Sein übergeordneter Run ist ausgefiltert</translation>
    </message>
    <message>
        <source>It is recorded as its own ancestor</source>
        <translation>Er ist als sein eigener Vorfahr verzeichnet</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Name des Runs</translation>
    </message>
</context>
<context>
    <name>Assay::RunDetailModel</name>
    <message>
        <source>Unknown</source>
        <comment>run status</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>run status</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <comment>run status</comment>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Finished</source>
        <comment>run status</comment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>run status</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Killed</source>
        <comment>run status</comment>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Run ID</source>
        <translation>Run-ID</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
</context>
<context>
    <name>Assay::RunImageReader</name>
    <message>
        <source>This is no picture, or it is too large.</source>
        <translation>Dies ist kein Bild, oder es ist zu groß.</translation>
    </message>
    <message>
        <source>The picture could not be read.</source>
        <translation>Das Bild konnte nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>Assay::RunLibrary</name>
    <message>
        <source>There is no run store here: %1</source>
        <translation>Hier liegt kein Run-Speicher: %1</translation>
    </message>
</context>
<context>
    <name>Assay::RunTableModel</name>
    <message>
        <source>%1
Run %2
Experiment %3</source>
        <translation>%1
Run %2
Experiment %3</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>Gestartet %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 – %2, %n ms</source>
        <translation>
            <numerusform>%1 – %2, %n ms</numerusform>
            <numerusform>%1 – %2, %n ms</numerusform>
        </translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Run ID</source>
        <translation>Run-ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Lebenszyklus</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>various</source>
        <translation>verschiedene</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Run</numerusform>
            <numerusform>%n Runs</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest run: %1</source>
        <translation>Neuester Run: %1</translation>
    </message>
    <message>
        <source>%1 of %2 runs have %3</source>
        <translation>%1 von %2 Runs haben %3</translation>
    </message>
    <message>
        <source>Mean %1, standard deviation %2</source>
        <translation>Mittelwert %1, Standardabweichung %2</translation>
    </message>
    <message>
        <source>Least %1, most %2</source>
        <translation>Kleinster Wert %1, größter %2</translation>
    </message>
    <message>
        <source>Median %1</source>
        <translation>Median %1</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are NaN and left out</source>
        <translation>
            <numerusform>%n Wert ist NaN und zählt nicht mit</numerusform>
            <numerusform>%n Werte sind NaN und zählen nicht mit</numerusform>
        </translation>
    </message>
    <message>
        <source>Store %1</source>
        <translation>Speicher %1</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>Assay::RunTableView</name>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>Pinned columns</source>
        <translation>Angeheftete Spalten</translation>
    </message>
</context>
<context>
    <name>Assay::RunsController</name>
    <message>
        <source>All experiments</source>
        <translation>Alle Experimente</translation>
    </message>
    <message numerus="yes">
        <source>%n experiments</source>
        <translation>
            <numerusform>%n Experiment</numerusform>
            <numerusform>%n Experimente</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>Assay::RunsPanel</name>
    <message>
        <source>Filter: a text, or metrics.loss &lt; 0.1 and params.model = &apos;x&apos;</source>
        <translation>Filter: ein Text oder metrics.loss &lt; 0.1 and params.model = &apos;x&apos;</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Nested runs below their parents</source>
        <translation>Verschachtelte Runs unter ihren übergeordneten</translation>
    </message>
    <message>
        <source>None of these runs is nested</source>
        <translation>Keiner dieser Runs ist verschachtelt</translation>
    </message>
    <message>
        <source>No store is open</source>
        <translation>Kein Speicher geöffnet</translation>
    </message>
    <message>
        <source>Reading runs…</source>
        <translation>Runs werden gelesen…</translation>
    </message>
    <message>
        <source>The runs could not be read</source>
        <translation>Die Runs konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No runs match</source>
        <translation>Keine passenden Runs</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No runs here yet</source>
        <translation>Hier sind noch keine Runs</translation>
    </message>
    <message>
        <source>Runs that are logged to this experiment appear here.</source>
        <translation>Runs, die in diesem Experiment protokolliert werden, erscheinen hier.</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 von %2 Runs</translation>
    </message>
    <message numerus="yes">
        <source>%1 run(s)</source>
        <translation>
            <numerusform>%1 Run</numerusform>
            <numerusform>%1 Runs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 selected</source>
        <translation>%1, %2 ausgewählt</translation>
    </message>
    <message>
        <source>%1, reading…</source>
        <translation>%1, wird gelesen…</translation>
    </message>
    <message>
        <source>Sorted by %1; click to stop</source>
        <translation>Sortiert nach %1; Klick hebt es auf</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Absteigend sortieren</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Breite anpassen</translation>
    </message>
    <message>
        <source>Unpin column</source>
        <translation>Spalte lösen</translation>
    </message>
    <message>
        <source>Pin column at the left</source>
        <translation>Spalte links anheften</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>Spalte ausblenden</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>Spalten auswählen…</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alle ausklappen</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alle einklappen</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy run ID</source>
        <translation>Run-ID kopieren</translation>
    </message>
    <message>
        <source>Copy rows as</source>
        <translation>Zeilen kopieren als</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Show in charts</source>
        <translation>In Diagrammen zeigen</translation>
    </message>
    <message>
        <source>Hide from charts</source>
        <translation>In Diagrammen ausblenden</translation>
    </message>
    <message>
        <source>Show only these in charts</source>
        <translation>Nur diese in Diagrammen zeigen</translation>
    </message>
    <message>
        <source>Only runs with this value</source>
        <translation>Nur Runs mit diesem Wert</translation>
    </message>
    <message>
        <source>Without runs with this value</source>
        <translation>Ohne Runs mit diesem Wert</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are hidden by the filter.</source>
        <translation>
            <numerusform>%n Run ist vom Filter ausgeblendet.</numerusform>
            <numerusform>%n Runs sind vom Filter ausgeblendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose automatically</source>
        <translation>Automatisch auswählen</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>Choose columns (C)</source>
        <translation>Spalten auswählen (C)</translation>
    </message>
    <message>
        <source>Group runs (G)</source>
        <translation>Runs gruppieren (G)</translation>
    </message>
    <message>
        <source>Pivot: one column down, one across</source>
        <translation>Pivot: ein Merkmal in Zeilen, eins in Spalten</translation>
    </message>
    <message>
        <source>Reading histories…</source>
        <translation>Verläufe werden gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>The filter asks for the whole history of %n run(s).</source>
        <translation>
            <numerusform>Der Filter braucht den ganzen Verlauf von %n Run.</numerusform>
            <numerusform>Der Filter braucht den ganzen Verlauf von %n Runs.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, reading %2 histories…</source>
        <translation>%1, %2 Verläufe werden gelesen…</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>Grouped by %1; click to stop</source>
        <translation>Gruppiert nach %1; Klick hebt es auf</translation>
    </message>
    <message>
        <source>Values…</source>
        <translation>Werte…</translation>
    </message>
    <message>
        <source>Stop grouping by this</source>
        <translation>Nicht mehr danach gruppieren</translation>
    </message>
    <message>
        <source>Group by this</source>
        <translation>Danach gruppieren</translation>
    </message>
    <message>
        <source>Table for spreadsheets (TSV)</source>
        <translation>Tabelle für Tabellenkalkulationen (TSV)</translation>
    </message>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>CSV and TSV without formulas</source>
        <translation>CSV und TSV ohne Formeln</translation>
    </message>
    <message>
        <source>Puts an apostrophe before texts that a spreadsheet would take for a formula, in exported files too</source>
        <translation>Setzt ein Hochkomma vor Texte, die eine Tabellenkalkulation für eine Formel hielte, auch in exportierten Dateien</translation>
    </message>
    <message>
        <source>Export groups…</source>
        <translation>Gruppen exportieren…</translation>
    </message>
    <message>
        <source>Export shown runs…</source>
        <translation>Gezeigte Runs exportieren…</translation>
    </message>
    <message>
        <source>What groups show</source>
        <translation>Was Gruppen zeigen</translation>
    </message>
    <message>
        <source>Mean ± deviation</source>
        <translation>Mittelwert ± Abweichung</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Sort best first</source>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Better values</source>
        <translation>Bessere Werte</translation>
    </message>
    <message>
        <source>Higher is better</source>
        <translation>Höher ist besser</translation>
    </message>
    <message>
        <source>Lower is better</source>
        <translation>Niedriger ist besser</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Weder noch</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>%1 of %2 runs, %3 of their kin</source>
        <translation>%1 von %2 Runs, %3 verwandte</translation>
    </message>
    <message>
        <source>Sort by history</source>
        <translation>Nach Verlauf sortieren</translation>
    </message>
    <message>
        <source>Least value</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Greatest value</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>Erster Wert</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Step of the least value</source>
        <translation>Schritt des kleinsten Werts</translation>
    </message>
    <message>
        <source>Step of the greatest value</source>
        <translation>Schritt des größten Werts</translation>
    </message>
    <message>
        <source>History as a line</source>
        <translation>Verlauf als Linie</translation>
    </message>
    <message>
        <source>A filter shows in the tree</source>
        <translation>Ein Filter zeigt im Baum</translation>
    </message>
    <message>
        <source>Only runs that match</source>
        <translation>Nur passende Runs</translation>
    </message>
    <message>
        <source>Also their parents</source>
        <translation>Auch ihre Eltern</translation>
    </message>
    <message>
        <source>Also their children</source>
        <translation>Auch ihre Kinder</translation>
    </message>
    <message>
        <source>Also both</source>
        <translation>Auch beides</translation>
    </message>
    <message>
        <source>The store cannot be reached</source>
        <translation>Der Speicher ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Sign in to see the runs</source>
        <translation>Melden Sie sich an, um die Runs zu sehen</translation>
    </message>
    <message>
        <source>Sign In…</source>
        <translation>Anmelden…</translation>
    </message>
</context>
<context>
    <name>Assay::SaveViewDialog</name>
    <message>
        <source>Offer it for this store only</source>
        <translation>Nur für diesen Speicher anbieten</translation>
    </message>
    <message>
        <source>Save View</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Name, as it stands in the menu</source>
        <translation>Name, wie er im Menü steht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A view has this name. It is replaced if it is offered for the same stores.</source>
        <translation>Eine Ansicht heißt schon so. Sie wird ersetzt, wenn sie für dieselben Speicher angeboten wird.</translation>
    </message>
    <message>
        <source>Query, order, columns, groups and colours are kept as they are shown now.</source>
        <translation>Abfrage, Reihenfolge, Spalten, Gruppen und Farben werden gespeichert, wie sie jetzt gezeigt werden.</translation>
    </message>
</context>
<context>
    <name>Assay::ScatterCard</name>
    <message>
        <source>No run has both %1 and %2.</source>
        <translation>Kein Run hat sowohl %1 als auch %2.</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Straight line with R²</source>
        <translation>Gerade mit R²</translation>
    </message>
    <message>
        <source>LOESS</source>
        <translation>LOESS</translation>
    </message>
    <message>
        <source>Pareto front</source>
        <translation>Pareto-Front</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>By the name</source>
        <translation>Nach dem Namen</translation>
    </message>
    <message>
        <source>Lower is better</source>
        <translation>Kleiner ist besser</translation>
    </message>
    <message>
        <source>Higher is better</source>
        <translation>Größer ist besser</translation>
    </message>
    <message>
        <source>x of the front</source>
        <translation>x der Front</translation>
    </message>
    <message>
        <source>y of the front</source>
        <translation>y der Front</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>Achsen</translation>
    </message>
    <message>
        <source>Logarithmic x</source>
        <translation>x logarithmisch</translation>
    </message>
    <message>
        <source>Logarithmic y</source>
        <translation>y logarithmisch</translation>
    </message>
</context>
<context>
    <name>Assay::Screenshot</name>
    <message>
        <source>The page did not load in time.</source>
        <translation>Die Seite wurde nicht rechtzeitig geladen.</translation>
    </message>
    <message>
        <source>There is no such experiment: %1</source>
        <translation>Dieses Experiment gibt es nicht: %1</translation>
    </message>
    <message>
        <source>There is no such run: %1</source>
        <translation>Diesen Run gibt es nicht: %1</translation>
    </message>
    <message>
        <source>The picture could not be written: %1</source>
        <translation>Das Bild konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>Assay::ServerAccess</name>
    <message>
        <source>%1 The password or token is kept until Assay is closed.</source>
        <translation>%1 Kennwort oder Token wird aufbewahrt, bis Assay beendet wird.</translation>
    </message>
    <message>
        <source>%1 It may still hold the password or token.</source>
        <translation>%1 Er enthält vielleicht noch das Kennwort oder Token.</translation>
    </message>
</context>
<context>
    <name>Assay::ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>Assay::StageBoard</name>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>stage and number of versions</comment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>Assay::StageColumn</name>
    <message>
        <source>Drop to move here</source>
        <translation>Zum Verschieben hier ablegen</translation>
    </message>
    <message>
        <source>No version</source>
        <translation>Keine Version</translation>
    </message>
</context>
<context>
    <name>Assay::StartPanel</name>
    <message>
        <source>Assay</source>
        <translation>Assay</translation>
    </message>
    <message>
        <source>Open a run store. Nothing in it is changed by looking at it.</source>
        <translation>Einen Run-Speicher öffnen. Beim Ansehen wird darin nichts geändert.</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>An mlruns folder, or one that holds a store</source>
        <translation>Ein mlruns-Ordner oder einer, der einen Speicher enthält</translation>
    </message>
    <message>
        <source>Open Database…</source>
        <translation>Datenbank öffnen…</translation>
    </message>
    <message>
        <source>Open Sample Store</source>
        <translation>Beispielspeicher öffnen</translation>
    </message>
    <message>
        <source>A small search to look around in</source>
        <translation>Eine kleine Suche zum Umsehen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>From MLFLOW_TRACKING_URI: %1</source>
        <translation>Aus MLFLOW_TRACKING_URI: %1</translation>
    </message>
    <message>
        <source>Forget this place</source>
        <translation>Diesen Ort vergessen</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
    <message>
        <source>Open Server…</source>
        <translation>Server öffnen…</translation>
    </message>
    <message>
        <source>A tracking server or its database, by its address</source>
        <translation>Ein Tracking-Server oder seine Datenbank, unter der Adresse</translation>
    </message>
    <message>
        <source>A mlflow.db, any SQLite file of MLflow, or a bundle (.assay)</source>
        <translation>Eine mlflow.db, eine andere SQLite-Datei von MLflow oder ein Bündel (.assay)</translation>
    </message>
    <message>
        <source>Or drop a folder, a database or a bundle (.assay) on this window.</source>
        <translation>Oder einen Ordner, eine Datenbank oder ein Bündel (.assay) auf dieses Fenster ziehen.</translation>
    </message>
</context>
<context>
    <name>Assay::StatCard</name>
    <message>
        <source>No metric differs among the runs.</source>
        <translation>Keine Metrik unterscheidet die Runs.</translation>
    </message>
    <message>
        <source>all runs</source>
        <translation>alle Runs</translation>
    </message>
    <message>
        <source>Correlation needs two columns of numbers that differ among the runs.</source>
        <translation>Korrelation braucht zwei Spalten mit Zahlen, die sich zwischen den Runs unterscheiden.</translation>
    </message>
    <message>
        <source>A heat map needs two params and a metric that differ among the runs.</source>
        <translation>Eine Heatmap braucht zwei Parameter und eine Metrik, die sich zwischen den Runs unterscheiden.</translation>
    </message>
    <message>
        <source>Parallel coordinates need two columns that differ among the runs.</source>
        <translation>Parallele Koordinaten brauchen zwei Spalten, die sich zwischen den Runs unterscheiden.</translation>
    </message>
    <message>
        <source>A scatter plot needs a metric and another column that differ among the runs.</source>
        <translation>Ein Streudiagramm braucht eine Metrik und eine weitere Spalte, die sich zwischen den Runs unterscheiden.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <source>Options of this chart</source>
        <translation>Optionen dieses Diagramms</translation>
    </message>
    <message>
        <source>The filter leaves no runs.</source>
        <translation>Der Filter lässt keine Runs übrig.</translation>
    </message>
    <message>
        <source>There are no runs.</source>
        <translation>Es gibt keine Runs.</translation>
    </message>
    <message>
        <source>Only the first %1 runs are drawn.</source>
        <translation>Nur die ersten %1 Runs sind gezeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n histories…</source>
        <translation>
            <numerusform>Lese %n Verlauf …</numerusform>
            <numerusform>Lese %n Verläufe …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::TagsDialog</name>
    <message>
        <source>Set Tag</source>
        <translation>Tag setzen</translation>
    </message>
    <message>
        <source>Remove Tag</source>
        <translation>Tag entfernen</translation>
    </message>
    <message>
        <source>Tag of a Run</source>
        <translation>Tag eines Runs</translation>
    </message>
    <message numerus="yes">
        <source>Tag of %n Runs</source>
        <translation>
            <numerusform>Tag von %n Run</numerusform>
            <numerusform>Tag von %n Runs</numerusform>
        </translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>team, reviewed, dataset.version…</source>
        <translation>team, reviewed, dataset.version…</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>None of the runs has it yet.</source>
        <translation>Keiner der Runs hat es bisher.</translation>
    </message>
    <message>
        <source>%1 of %2 have it: %3</source>
        <translation>%1 von %2 haben es: %3</translation>
    </message>
</context>
<context>
    <name>Assay::TextContent</name>
    <message>
        <source>Text of the card, in Markdown</source>
        <translation>Text der Karte in Markdown</translation>
    </message>
    <message>
        <source>*Double-click to write: headings, lists, **strong** words, tables.*</source>
        <translation>*Zum Schreiben doppelklicken: Überschriften, Listen, **starke** Wörter, Tabellen.*</translation>
    </message>
</context>
<context>
    <name>Assay::TextDiffCanvas</name>
    <message>
        <source>%1… (%2 characters)</source>
        <translation>%1… (%2 Zeichen)</translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged line(s), click to show</source>
        <translation>
            <numerusform>%n unveränderte Zeile, Klick zeigt sie</numerusform>
            <numerusform>%n unveränderte Zeilen, Klick zeigt sie</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::TextDiffView</name>
    <message>
        <source>Previous change (Shift+F7)</source>
        <translation>Vorherige Änderung (Umschalt+F7)</translation>
    </message>
    <message>
        <source>Next change (F7)</source>
        <translation>Nächste Änderung (F7)</translation>
    </message>
    <message>
        <source>Fold what is unchanged</source>
        <translation>Unverändertes einklappen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The chosen value beside the baseline&apos;s</source>
        <translation>Der gewählte Wert neben dem der Basis</translation>
    </message>
    <message>
        <source>− %1 (baseline)</source>
        <comment>the run whose lines were removed</comment>
        <translation>− %1 (Basis)</translation>
    </message>
    <message>
        <source>+ %1</source>
        <comment>the run whose lines were added</comment>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>The texts are the same.</source>
        <translation>Die Texte sind gleich.</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>Änderung %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in the first %2 characters; the rest was not compared</source>
        <translation>%1 in den ersten %2 Zeichen; der Rest wurde nicht verglichen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy Left Text</source>
        <translation>Linken Text kopieren</translation>
    </message>
    <message>
        <source>Copy Right Text</source>
        <translation>Rechten Text kopieren</translation>
    </message>
    <message>
        <source>Copy Difference</source>
        <translation>Unterschied kopieren</translation>
    </message>
</context>
<context>
    <name>Assay::TextView</name>
    <message>
        <source>Content of the file</source>
        <translation>Inhalt der Datei</translation>
    </message>
</context>
<context>
    <name>Assay::TransferBar</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gesichert</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n weitere wartet</numerusform>
            <numerusform>%n weitere warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assay::VersionDetail</name>
    <message>
        <source>This model has no versions.</source>
        <translation>Dieses Modell hat keine Versionen.</translation>
    </message>
    <message>
        <source>Choose a version to see it whole.</source>
        <translation>Eine Version auswählen, um alles von ihr zu sehen.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Verschieben nach…</translation>
    </message>
    <message>
        <source>Move this version to another stage (P)</source>
        <translation>Diese Version in eine andere Stufe verschieben (P)</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Aliasse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Go to Run</source>
        <translation>Zum Run</translation>
    </message>
    <message>
        <source>This run is not in the store: %1</source>
        <translation>Dieser Run ist nicht im Speicher: %1</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Assay::VersionsModel</name>
    <message>
        <source>None</source>
        <comment>stage</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Staging</source>
        <comment>stage</comment>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Production</source>
        <comment>stage</comment>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Archived</source>
        <comment>stage</comment>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Aliasse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Source Run</source>
        <translation>Ursprungs-Run</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>Assay::ViewsDialog</name>
    <message>
        <source>Saved Views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply Changes</source>
        <translation>Änderungen anwenden</translation>
    </message>
    <message>
        <source>What is struck out is deleted when the changes are applied.</source>
        <translation>Was durchgestrichen ist, wird gelöscht, wenn die Änderungen angewendet werden.</translation>
    </message>
</context>
<context>
    <name>Assay::ViewsMenu</name>
    <message>
        <source>&amp;Saved Views</source>
        <translation>&amp;Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>&amp;Save View As…</source>
        <translation>Ansicht &amp;speichern als…</translation>
    </message>
    <message>
        <source>&amp;Manage Views…</source>
        <translation>Ansichten &amp;verwalten…</translation>
    </message>
    <message>
        <source>&amp;Import View…</source>
        <translation>Ansicht &amp;importieren…</translation>
    </message>
    <message>
        <source>Import a View</source>
        <translation>Ansicht importieren</translation>
    </message>
    <message>
        <source>Saved views (*%1);;All files (*)</source>
        <translation>Gespeicherte Ansichten (*%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Export View…</source>
        <translation>Ansicht &amp;exportieren…</translation>
    </message>
    <message>
        <source>Export This View</source>
        <translation>Diese Ansicht exportieren</translation>
    </message>
    <message>
        <source>Saved views (*%1)</source>
        <translation>Gespeicherte Ansichten (*%1)</translation>
    </message>
    <message>
        <source>Saved View %1</source>
        <translation>Gespeicherte Ansicht %1</translation>
    </message>
    <message>
        <source>No view is saved yet</source>
        <translation>Noch ist keine Ansicht gespeichert</translation>
    </message>
    <message>
        <source>View “%1”</source>
        <translation>Ansicht „%1“</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>a view; what of it was left out</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>View “%1” is saved</source>
        <translation>Ansicht „%1“ ist gespeichert</translation>
    </message>
    <message>
        <source>View “%1” is deleted</source>
        <translation>Ansicht „%1“ ist gelöscht</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
</context>
<context>
    <name>Assay::WaitingEditsDialog</name>
    <message>
        <source>Use Mine</source>
        <translation>Meine nehmen</translation>
    </message>
    <message>
        <source>Drop Mine</source>
        <translation>Meine verwerfen</translation>
    </message>
    <message>
        <source>Try Now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Waiting Changes</source>
        <translation>Wartende Änderungen</translation>
    </message>
    <message>
        <source>Waiting changes</source>
        <translation>Wartende Änderungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre Änderung</translation>
    </message>
    <message>
        <source>There now</source>
        <translation>Jetzt im Speicher</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Keep Theirs</source>
        <translation>Die andere lassen</translation>
    </message>
    <message>
        <source>No changes wait.</source>
        <translation>Es warten keine Änderungen.</translation>
    </message>
    <message>
        <source>Somebody changed this after you did. Nothing is written before you decide.</source>
        <translation>Jemand hat dasselbe nach Ihnen geändert. Es wird nichts geschrieben, bevor Sie entscheiden.</translation>
    </message>
    <message>
        <source>The store did not take this change: %1</source>
        <translation>Der Speicher hat diese Änderung nicht angenommen: %1</translation>
    </message>
    <message>
        <source>Is made when the store can be reached, if there still stands what it was.</source>
        <translation>Wird vorgenommen, sobald der Speicher erreichbar ist, wenn dort noch steht, was vorher dort stand.</translation>
    </message>
</context>
<context>
    <name>Assay::WaitingEditsModel</name>
    <message>
        <source>Name</source>
        <comment>of a run</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>of a run</comment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>waits for the store</source>
        <translation>wartet auf den Speicher</translation>
    </message>
    <message>
        <source>changed by somebody else</source>
        <translation>von jemand anderem geändert</translation>
    </message>
    <message>
        <source>(removed)</source>
        <translation>(entfernt)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre Änderung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>Assay::Workbench</name>
    <message>
        <source>All experiments</source>
        <translation>Alle Experimente</translation>
    </message>
    <message numerus="yes">
        <source>%n experiment(s)</source>
        <translation>
            <numerusform>%n Experiment</numerusform>
            <numerusform>%n Experimente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditJournalText</name>
    <message>
        <source>The journal cannot be written: %1</source>
        <translation>Das Journal kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The journal cannot be read: %1</source>
        <translation>Das Journal kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The journal&apos;s last entry was changed; nothing is written until somebody looks at it: %1</source>
        <translation>Der letzte Eintrag des Journals wurde verändert; bis sich das jemand ansieht, wird nichts geschrieben: %1</translation>
    </message>
    <message>
        <source>This line was changed or is not whole.</source>
        <translation>Diese Zeile wurde verändert oder ist unvollständig.</translation>
    </message>
    <message>
        <source>An entry is missing before this line, or entries were put in another order.</source>
        <translation>Vor dieser Zeile fehlt ein Eintrag, oder Einträge wurden umgeordnet.</translation>
    </message>
    <message>
        <source>This line does not follow the one before it.</source>
        <translation>Diese Zeile schließt nicht an die vorige an.</translation>
    </message>
</context>
<context>
    <name>AxisTicks</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
</context>
<context>
    <name>BundleText</name>
    <message>
        <source>Assay bundle</source>
        <translation>Assay-Bündel</translation>
    </message>
    <message>
        <source>%1 is not a bundle.</source>
        <translation>%1 ist kein Bündel.</translation>
    </message>
    <message>
        <source>A bundle is a copy. Changes and promotions are made in the store that it was made of: %1.</source>
        <translation>Ein Bündel ist eine Kopie. Geändert und befördert wird in dem Speicher, aus dem es gemacht wurde: %1.</translation>
    </message>
    <message>
        <source>There is no bundle at this place: %1</source>
        <translation>Hier liegt kein Bündel: %1</translation>
    </message>
    <message>
        <source>The bundle cannot be read: %1</source>
        <translation>Das Bündel ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The bundle is cut off or damaged.</source>
        <translation>Das Bündel ist abgeschnitten oder beschädigt.</translation>
    </message>
    <message>
        <source>The bundle is damaged, or was changed after it was made: %1.</source>
        <translation>Das Bündel ist beschädigt oder wurde nachträglich verändert: %1.</translation>
    </message>
    <message>
        <source>The bundle has no %1.</source>
        <translation>Das Bündel enthält kein %1.</translation>
    </message>
    <message>
        <source>There is no room to unpack the bundle in %1.</source>
        <translation>In %1 ist kein Platz, um das Bündel auszupacken.</translation>
    </message>
    <message>
        <source>The bundle cannot be unpacked: %1</source>
        <translation>Das Bündel lässt sich nicht auspacken: %1</translation>
    </message>
    <message>
        <source>Unpacking the bundle …</source>
        <translation>Bündel wird ausgepackt …</translation>
    </message>
    <message>
        <source>The bundle was made by a newer version of Assay (bundle format %1). This one reads format %2.</source>
        <translation>Das Bündel stammt von einer neueren Version von Assay (Bündelformat %1). Diese liest Format %2.</translation>
    </message>
    <message>
        <source>The bundle is damaged: %1 cannot be read.</source>
        <translation>Das Bündel ist beschädigt: %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Packing the bundle …</source>
        <translation>Bündel wird gepackt …</translation>
    </message>
    <message>
        <source>The bundle cannot be written: %1</source>
        <translation>Das Bündel lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>There is a file of this name already: %1</source>
        <translation>Eine Datei dieses Namens gibt es schon: %1</translation>
    </message>
    <message>
        <source>A bundle holds at most 4 GB and 65,000 files. Choose fewer runs, or no artifacts.</source>
        <translation>Ein Bündel fasst höchstens 4 GB und 65.000 Dateien. Wählen Sie weniger Runs oder keine Artefakte.</translation>
    </message>
    <message>
        <source>The bundle is empty. Perhaps it was not copied to its end.</source>
        <translation>Das Bündel ist leer. Vielleicht wurde es nicht bis zum Ende kopiert.</translation>
    </message>
    <message>
        <source>This zip file is not a bundle of Assay: it holds no %1.</source>
        <translation>Diese Zip-Datei ist kein Bündel von Assay: sie enthält kein %1.</translation>
    </message>
</context>
<context>
    <name>CachedStore</name>
    <message>
        <source>Not kept on this machine, and the store is out of reach.</source>
        <translation>Auf diesem Rechner nicht aufbewahrt, und der Speicher ist nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>CardColumns</name>
    <message numerus="yes">
        <source>%n have no %1</source>
        <translation>
            <numerusform>%n ohne %1</numerusform>
            <numerusform>%n ohne %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have NaN as %1</source>
        <translation>
            <numerusform>%n mit NaN als %1</numerusform>
            <numerusform>%n mit NaN als %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have an infinite %1</source>
        <translation>
            <numerusform>%n mit unendlichem %1</numerusform>
            <numerusform>%n mit unendlichem %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have a text as %1</source>
        <translation>
            <numerusform>%n mit einem Text als %1</numerusform>
            <numerusform>%n mit einem Text als %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 runs are not shown: %3</source>
        <translation>%1 von %2 Runs sind nicht gezeigt: %3</translation>
    </message>
</context>
<context>
    <name>CardFacet</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>CardKeysText</name>
    <message>
        <source>%1, %2</source>
        <comment>two keys that do the same</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>To the cards, and on to what is in one</source>
        <translation>Zu den Karten und weiter zu dem, was in einer ist</translation>
    </message>
    <message>
        <source>To the card before or behind; Up and Down to the next row</source>
        <translation>Zur Karte davor oder dahinter; nach oben und unten zur nächsten Zeile</translation>
    </message>
    <message>
        <source>Make the card larger or smaller</source>
        <translation>Karte größer oder kleiner machen</translation>
    </message>
    <message>
        <source>Fill the page with the card, or not</source>
        <translation>Seite mit der Karte füllen oder nicht</translation>
    </message>
    <message>
        <source>From the chart to its card, and back to all cards</source>
        <translation>Vom Diagramm zu seiner Karte und zurück zu allen Karten</translation>
    </message>
    <message>
        <source>Move the card; also with the other arrows</source>
        <translation>Karte verschieben; auch mit den anderen Pfeilen</translation>
    </message>
</context>
<context>
    <name>CardSpec</name>
    <message>
        <source>Line chart</source>
        <translation>Liniendiagramm</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Scatter plot</source>
        <translation>Streudiagramm</translation>
    </message>
    <message>
        <source>Parallel coordinates</source>
        <translation>Parallele Koordinaten</translation>
    </message>
    <message>
        <source>Box plot</source>
        <translation>Kastendiagramm</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Wärmekarte</translation>
    </message>
    <message>
        <source>Parameter importance</source>
        <translation>Bedeutung der Parameter</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>Values at a step</source>
        <translation>Werte bei einem Schritt</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateText</name>
    <message>
        <source>A certificate in it cannot be read.</source>
        <translation>Ein Zertifikat darin ist nicht lesbar.</translation>
    </message>
    <message>
        <source>There is no certificate in it. A PEM file holds lines that say BEGIN CERTIFICATE.</source>
        <translation>Darin steht kein Zertifikat. Eine PEM-Datei enthält Zeilen mit BEGIN CERTIFICATE.</translation>
    </message>
</context>
<context>
    <name>CheckText</name>
    <message>
        <source>not finished</source>
        <translation>nicht beendet</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>passed, with a warning</source>
        <translation>bestanden, mit einer Warnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>expired on %1</source>
        <translation>abgelaufen am %1</translation>
    </message>
    <message>
        <source>not valid before %1</source>
        <translation>nicht gültig vor dem %1</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>gültig bis zum %1</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>sich selbst</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>What the server shows</source>
        <translation>Was der Server zeigt</translation>
    </message>
    <message>
        <source>What you chose</source>
        <translation>Was Sie gewählt haben</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
</context>
<context>
    <name>ColumnEncoding</name>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>%1 other values</source>
        <translation>%1 weitere Werte</translation>
    </message>
    <message>
        <source>NaN or infinite</source>
        <translation>NaN oder unendlich</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
</context>
<context>
    <name>CommandLineText</name>
    <message>
        <source>A size is written WIDTHxHEIGHT, from 320x240 to 16384x16384: %1</source>
        <translation>Eine Größe wird als BREITExHÖHE angegeben, von 320x240 bis 16384x16384: %1</translation>
    </message>
    <message>
        <source>A workbench for machine-learning experiments.</source>
        <translation>Eine Werkbank für Experimente des maschinellen Lernens.</translation>
    </message>
    <message>
        <source>Folders, databases or files of run stores to open.</source>
        <translation>Ordner, Datenbanken oder Dateien von Run-Speichern, die geöffnet werden.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version anzeigen.</translation>
    </message>
    <message>
        <source>Open the sample store.</source>
        <translation>Den Beispielspeicher öffnen.</translation>
    </message>
    <message>
        <source>Render a page into this PNG file once it is loaded, and exit.</source>
        <translation>Eine Seite nach dem Laden als diese PNG-Datei speichern und beenden.</translation>
    </message>
    <message>
        <source>The page to show: runs, charts, compare, artifacts or models.</source>
        <translation>Die anzuzeigende Seite: runs, charts, compare, artifacts oder models.</translation>
    </message>
    <message>
        <source>Runs to select, by id or the beginning of it.</source>
        <translation>Auszuwählende Runs, per ID oder deren Anfang.</translation>
    </message>
    <message>
        <source>The experiment to show, by name or id.</source>
        <translation>Das anzuzeigende Experiment, per Name oder ID.</translation>
    </message>
    <message>
        <source>The artifact to preview on the artifacts page.</source>
        <translation>Das Artefakt, das die Artefaktseite anzeigt.</translation>
    </message>
    <message>
        <source>The registered model to show on the models page.</source>
        <translation>Das registrierte Modell, das die Modellseite anzeigt.</translation>
    </message>
    <message>
        <source>light or dark; otherwise as the system has it.</source>
        <translation>light (hell) oder dark (dunkel); sonst wie im System eingestellt.</translation>
    </message>
    <message>
        <source>Language of the window, as a code: en, de.</source>
        <translation>Sprache des Fensters als Kürzel: en, de.</translation>
    </message>
    <message>
        <source>Size of the window in pixels.</source>
        <translation>Größe des Fensters in Pixeln.</translation>
    </message>
    <message>
        <source>The theme is light or dark, not: %1</source>
        <translation>Das Farbschema ist light oder dark, nicht: %1</translation>
    </message>
    <message>
        <source>There is no such page: %1</source>
        <translation>Diese Seite gibt es nicht: %1</translation>
    </message>
    <message>
        <source>A screenshot of this page needs a LOCATION.</source>
        <translation>Ein Bildschirmfoto dieser Seite braucht einen LOCATION.</translation>
    </message>
    <message>
        <source>Show the runs of all these stores in one table.</source>
        <translation>Die Runs aller dieser Speicher in einer Tabelle zeigen.</translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>Params</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>any version</source>
        <translation>jede Version</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugekommen</translation>
    </message>
    <message>
        <source>same digest</source>
        <translation>gleiche Prüfsumme</translation>
    </message>
    <message>
        <source>other digest</source>
        <translation>andere Prüfsumme</translation>
    </message>
    <message>
        <source>newer</source>
        <comment>of a version</comment>
        <translation>neuer</translation>
    </message>
    <message>
        <source>older</source>
        <comment>of a version</comment>
        <translation>älter</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>This run does not have it.</source>
        <translation>Dieser Run hat es nicht.</translation>
    </message>
    <message>
        <source>%1… (%2 characters)</source>
        <translation>%1… (%2 Zeichen)</translation>
    </message>
    <message>
        <source>Against the baseline: %1</source>
        <translation>Gegenüber der Basis: %1</translation>
    </message>
    <message numerus="yes">
        <source>The best of %n run(s), by the metric&apos;s name</source>
        <translation>
            <numerusform>Der beste von %n Run, nach dem Namen der Metrik</numerusform>
            <numerusform>Der beste von %n Runs, nach dem Namen der Metrik</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionText</name>
    <message>
        <source>Looking up %1 …</source>
        <translation>%1 wird nachgeschlagen …</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Die Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>Agreeing on encryption …</source>
        <translation>Die Verschlüsselung wird vereinbart …</translation>
    </message>
    <message>
        <source>Waiting for an answer …</source>
        <translation>Warten auf eine Antwort …</translation>
    </message>
    <message>
        <source>No name to look up</source>
        <translation>Kein Name nachzuschlagen</translation>
    </message>
    <message>
        <source>The name is known</source>
        <translation>Der Name ist bekannt</translation>
    </message>
    <message>
        <source>Connected to %1, port %2</source>
        <translation>Verbunden mit %1, Port %2</translation>
    </message>
    <message>
        <source>Connected through the proxy at %1, port %2</source>
        <translation>Verbunden über den Proxy auf %1, Port %2</translation>
    </message>
    <message>
        <source>Encrypted, and the certificate holds</source>
        <translation>Verschlüsselt, und das Zertifikat gilt</translation>
    </message>
    <message>
        <source>Not encrypted; it does not leave this computer</source>
        <translation>Nicht verschlüsselt; nichts verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Everybody on the way can read what is sent, passwords and tokens too. Ask for an https:// address.</source>
        <translation>Jeder auf dem Weg kann lesen, was gesendet wird, auch Kennwörter und Token. Fragen Sie nach einer Adresse mit https://.</translation>
    </message>
    <message>
        <source>Look for a slip in the address. A name of a company&apos;s network may be known within it alone, or through its VPN.</source>
        <translation>Prüfen Sie die Adresse auf Tippfehler. Ein Name aus einem Firmennetz ist vielleicht nur dort oder über dessen VPN bekannt.</translation>
    </message>
    <message>
        <source>%1 does not take the connection in time.</source>
        <translation>%1 nimmt die Verbindung nicht rechtzeitig an.</translation>
    </message>
    <message>
        <source>The computer may be off or behind a firewall, or reached through a VPN.</source>
        <translation>Der Rechner ist vielleicht aus, hinter einer Firewall oder nur über ein VPN erreichbar.</translation>
    </message>
    <message>
        <source>The computer is there, but nothing listens at this port: look at the port, and whether the server runs.</source>
        <translation>Der Rechner ist da, aber auf diesem Port antwortet nichts: Prüfen Sie den Port, und ob der Server läuft.</translation>
    </message>
    <message>
        <source>%1 does not agree on encryption in time.</source>
        <translation>%1 vereinbart die Verschlüsselung nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>This port may speak without encryption: the address would begin with http:// then.</source>
        <translation>Dieser Port spricht vielleicht unverschlüsselt: Dann begänne die Adresse mit http://.</translation>
    </message>
    <message>
        <source>TLS 1.2 or later is needed; the server may speak older versions alone.</source>
        <translation>TLS 1.2 oder neuer ist nötig; der Server spricht vielleicht nur ältere Fassungen.</translation>
    </message>
    <message>
        <source>What answers at %1 does not speak HTTP.</source>
        <translation>Was auf %1 antwortet, spricht kein HTTP.</translation>
    </message>
    <message>
        <source>It took the connection, and then said nothing that can be used: it may be overloaded, or no web server.</source>
        <translation>Die Verbindung wurde angenommen, aber nichts Brauchbares gesagt: Der Server ist vielleicht überlastet oder kein Webserver.</translation>
    </message>
    <message>
        <source>This port may be encrypted: the address would begin with https:// then.</source>
        <translation>Dieser Port ist vielleicht verschlüsselt: Dann begänne die Adresse mit https://.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Sends on to</source>
        <translation>Leitet weiter zu</translation>
    </message>
    <message>
        <source>Kind of answer</source>
        <translation>Art der Antwort</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Asking the proxy …</source>
        <translation>Der Proxy wird gefragt …</translation>
    </message>
    <message>
        <source>The proxy passes on what is sent</source>
        <translation>Der Proxy reicht weiter, was gesendet wird</translation>
    </message>
    <message>
        <source>Ask whoever runs the proxy whether it lets through to this server, or choose another one.</source>
        <translation>Fragen Sie, wer den Proxy betreibt, ob er zu diesem Server durchlässt, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The proxy does not accept this user and password.</source>
        <translation>Der Proxy nimmt diesen Benutzer mit diesem Kennwort nicht an.</translation>
    </message>
    <message>
        <source>Look for a slip in them, and for the Caps Lock key.</source>
        <translation>Prüfen Sie beide auf Tippfehler, und die Feststelltaste.</translation>
    </message>
    <message>
        <source>Choose it as this server&apos;s own proxy, and give a user and a password for it.</source>
        <translation>Wählen Sie ihn als eigenen Proxy dieses Servers, und geben Sie Benutzer und Kennwort für ihn an.</translation>
    </message>
    <message>
        <source>Look at the address of the proxy: %1</source>
        <translation>Prüfen Sie die Adresse des Proxys: %1</translation>
    </message>
    <message>
        <source>Give a user and a password for it.</source>
        <translation>Geben Sie Benutzer und Kennwort für ihn an.</translation>
    </message>
    <message>
        <source>Connected through a proxy</source>
        <translation>Über einen Proxy verbunden</translation>
    </message>
</context>
<context>
    <name>CopyText</name>
    <message>
        <source>%1 is not a copy of a store, or damaged.</source>
        <translation>%1 ist keine Kopie eines Speichers oder beschädigt.</translation>
    </message>
    <message>
        <source>There is no copy of a store at this place: %1</source>
        <translation>Hier liegt keine Kopie eines Speichers: %1</translation>
    </message>
    <message>
        <source>The copy of the store cannot be opened: %1</source>
        <translation>Die Kopie des Speichers lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of Assay.</source>
        <translation>%1 stammt von einer neueren Version von Assay.</translation>
    </message>
    <message>
        <source>The copy of the store cannot be read or written: %1</source>
        <translation>Die Kopie des Speichers lässt sich nicht lesen oder schreiben: %1</translation>
    </message>
    <message>
        <source>The copy&apos;s file cannot be written: %1</source>
        <translation>Die Datei der Kopie lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>The copy of this file is damaged: %1</source>
        <translation>Die Kopie dieser Datei ist beschädigt: %1</translation>
    </message>
    <message>
        <source>This was not kept.</source>
        <translation>Das wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>There is no run %1 in experiment %2.</source>
        <translation>Im Experiment %2 gibt es keinen Run %1.</translation>
    </message>
    <message>
        <source>This is a copy of a store. Changes are made in the store itself.</source>
        <translation>Das ist die Kopie eines Speichers. Geändert wird im Speicher selbst.</translation>
    </message>
    <message>
        <source>The run has no metric %1.</source>
        <translation>Der Run hat keine Metrik %1.</translation>
    </message>
    <message>
        <source>Of this file only the name was kept: %1</source>
        <translation>Von dieser Datei wurde nur der Name aufbewahrt: %1</translation>
    </message>
    <message>
        <source>What lies in this folder was not kept.</source>
        <translation>Was in diesem Ordner liegt, wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>There is no artifact %1.</source>
        <translation>Es gibt kein Artefakt %1.</translation>
    </message>
    <message>
        <source>This copy keeps no files.</source>
        <translation>Diese Kopie bewahrt keine Dateien auf.</translation>
    </message>
    <message>
        <source>Looking at artifacts …</source>
        <translation>Artefakte werden durchgesehen …</translation>
    </message>
    <message>
        <source>Reading runs …</source>
        <translation>Runs werden gelesen …</translation>
    </message>
    <message>
        <source>Copying runs …</source>
        <translation>Runs werden kopiert …</translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>This is no regular expression: %1</source>
        <translation>Dies ist kein regulärer Ausdruck: %1</translation>
    </message>
</context>
<context>
    <name>DialogPrompt</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>DisplayText</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 Monaten</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 Jahren</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>(%1 characters)</source>
        <translation>(%1 Zeichen)</translation>
    </message>
</context>
<context>
    <name>EditQueue</name>
    <message>
        <source>The changes that wait for their store cannot be read.</source>
        <translation>Die Änderungen, die auf ihren Speicher warten, sind nicht lesbar.</translation>
    </message>
    <message>
        <source>The changes that wait for their store were written by another version of Assay.</source>
        <translation>Die Änderungen, die auf ihren Speicher warten, hat eine andere Version von Assay geschrieben.</translation>
    </message>
    <message>
        <source>The changes that wait for their store cannot be kept: %1</source>
        <translation>Die Änderungen, die auf ihren Speicher warten, lassen sich nicht aufbewahren: %1</translation>
    </message>
    <message>
        <source>another program has the file locked.</source>
        <translation>Ein anderes Programm hat die Datei gesperrt.</translation>
    </message>
</context>
<context>
    <name>ExplanationText</name>
    <message>
        <source>“%1” removes all %2 runs</source>
        <translation>„%1“ schließt alle %2 Runs aus</translation>
    </message>
    <message>
        <source>“%1” removes %2 of %3 runs, and the last that were left</source>
        <translation>„%1“ schließt %2 von %3 Runs aus, auch die letzten, die noch übrig waren</translation>
    </message>
    <message>
        <source>“%1” removes %2 of %3 runs</source>
        <translation>„%1“ schließt %2 von %3 Runs aus</translation>
    </message>
</context>
<context>
    <name>HttpClientText</name>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 did not answer for a while; it will be asked again soon.</source>
        <translation>%1 hat eine Weile nicht geantwortet und wird bald wieder gefragt.</translation>
    </message>
    <message>
        <source>%1 sends on to another place, which is not followed: %2</source>
        <translation>%1 verweist an eine andere Stelle, der nicht gefolgt wird: %2</translation>
    </message>
    <message>
        <source>It is not known whether the change was made. %1</source>
        <translation>Ob die Änderung gemacht wurde, ist nicht bekannt. %1</translation>
    </message>
</context>
<context>
    <name>HttpServerText</name>
    <message>
        <source>The address of a server is written https://host/path.</source>
        <translation>Die Adresse eines Servers wird als https://rechner/pfad geschrieben.</translation>
    </message>
    <message>
        <source>The address of a server ends with its path; ? and # mean nothing there.</source>
        <translation>Die Adresse eines Servers endet mit ihrem Pfad; ? und # haben dort keine Bedeutung.</translation>
    </message>
</context>
<context>
    <name>HttpText</name>
    <message>
        <source>%1 sends headers without end.</source>
        <translation>%1 schickt endlos Kopfzeilen.</translation>
    </message>
    <message>
        <source>%1 sends an answer of more than %2 MB.</source>
        <translation>%1 schickt eine Antwort von mehr als %2 MB.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not to be trusted.</source>
        <translation>Dem Zertifikat von %1 ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>No computer of the name %1 is known.</source>
        <translation>Ein Rechner namens %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 is not known.</source>
        <translation>Der Proxy auf dem Weg zu %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation>Unter %1 antwortet nichts.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>No encrypted connection to %1 came to be.</source>
        <translation>Eine verschlüsselte Verbindung zu %1 kam nicht zustande.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off.</source>
        <translation>Die Verbindung zu %1 brach ab.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 wants a sign-in.</source>
        <translation>Der Proxy auf dem Weg zu %1 verlangt eine Anmeldung.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 does not let it through (status %2).</source>
        <translation>Der Proxy auf dem Weg zu %1 lässt es nicht durch (Status %2).</translation>
    </message>
    <message>
        <source>Nothing answers at the proxy %1.</source>
        <translation>Beim Proxy %1 antwortet nichts.</translation>
    </message>
</context>
<context>
    <name>Importance</name>
    <message numerus="yes">
        <source>Importance needs at least 10 runs with %1; there are %n.</source>
        <translation>
            <numerusform>Wichtigkeit braucht mindestens 10 Runs mit %1; es gibt %n.</numerusform>
            <numerusform>Wichtigkeit braucht mindestens 10 Runs mit %1; es gibt %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is the same in all runs: there is nothing to explain.</source>
        <translation>%1 ist in allen Runs gleich: Es gibt nichts zu erklären.</translation>
    </message>
    <message>
        <source>No param differs among the runs with %1.</source>
        <translation>Kein Parameter unterscheidet die Runs mit %1.</translation>
    </message>
</context>
<context>
    <name>JoinedBackend</name>
    <message>
        <source>The run is in none of the stores that are shown together.</source>
        <translation>Der Run ist in keinem der Speicher, die zusammen gezeigt werden.</translation>
    </message>
    <message>
        <source>Registered models are changed in one store at a time: show that store alone.</source>
        <translation>Registrierte Modelle werden in jeweils einem Speicher geändert: diesen Speicher allein zeigen.</translation>
    </message>
</context>
<context>
    <name>KeepOffline</name>
    <message>
        <source>Nothing is kept of this store: it lies on this machine, or the folder for it cannot be written.</source>
        <translation>Von diesem Speicher wird nichts aufbewahrt: er liegt auf diesem Rechner, oder der Ordner dafür ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>The histories of this run were not kept whole.</source>
        <translation>Die Verläufe dieses Runs wurden nicht vollständig aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>KeyChooser</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>KeychainText</name>
    <message>
        <source>The keychain holds nothing for this account.</source>
        <translation>Der Schlüsselbund enthält nichts für dieses Konto.</translation>
    </message>
    <message>
        <source>The keychain stayed locked.</source>
        <translation>Der Schlüsselbund blieb gesperrt.</translation>
    </message>
    <message>
        <source>There is no keychain on this computer.</source>
        <translation>Auf diesem Rechner gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>LocalArtifactsText</name>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>There is no such folder among the artifacts: %1</source>
        <translation>Diesen Ordner gibt es unter den Artefakten nicht: %1</translation>
    </message>
    <message>
        <source>There is no such file among the artifacts: %1</source>
        <translation>Diese Datei gibt es unter den Artefakten nicht: %1</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 ist %2.</translation>
    </message>
    <message>
        <source>The store does not say where the artifacts of this run are.</source>
        <translation>Der Speicher verrät nicht, wo die Artefakte dieses Runs liegen.</translation>
    </message>
    <message>
        <source>The recorded place leads out of its own folder and is not followed: %1</source>
        <translation>Der verzeichnete Ort führt aus seinem eigenen Ordner hinaus und wird nicht verfolgt: %1</translation>
    </message>
    <message>
        <source>The artifacts are not on this machine; recorded as %1</source>
        <translation>Die Artefakte sind nicht auf diesem Rechner; verzeichnet als %1</translation>
    </message>
    <message>
        <source>The artifacts are kept by a server; recorded as %1</source>
        <translation>Die Artefakte liegen bei einem Server; verzeichnet als %1</translation>
    </message>
    <message>
        <source>The artifacts are on another machine; recorded as %1</source>
        <translation>Die Artefakte liegen auf einem anderen Rechner; verzeichnet als %1</translation>
    </message>
    <message>
        <source>The artifacts are not here; recorded as %1</source>
        <translation>Die Artefakte sind nicht hier; verzeichnet als %1</translation>
    </message>
</context>
<context>
    <name>ManualText</name>
    <message>
        <source>Queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>print the language of --filter and --sort</source>
        <translation>die Sprache von --filter und --sort ausgeben</translation>
    </message>
    <message>
        <source>Saved Views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>print what a file for --view-file holds</source>
        <translation>ausgeben, was eine Datei für --view-file enthält</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>print what charts draw, and how</source>
        <translation>ausgeben, was Diagramme zeichnen und wie</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>print what a comparison shows</source>
        <translation>ausgeben, was ein Vergleich zeigt</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>print how servers and their databases are opened</source>
        <translation>ausgeben, wie Server und ihre Datenbanken geöffnet werden</translation>
    </message>
    <message>
        <source>Offline and Bundles</source>
        <translation>Offline und Bündel</translation>
    </message>
    <message>
        <source>print what is kept of servers, and what a bundle is</source>
        <translation>ausgeben, was von Servern aufgehoben wird und was ein Bündel ist</translation>
    </message>
    <message>
        <source>Several Stores Together</source>
        <translation>Mehrere Speicher zusammen</translation>
    </message>
    <message>
        <source>print how several stores are shown as one</source>
        <translation>ausgeben, wie mehrere Speicher als einer gezeigt werden</translation>
    </message>
</context>
<context>
    <name>MlflowFileText</name>
    <message>
        <source>The experiment has no name; its id is shown.</source>
        <translation>Das Experiment hat keinen Namen; gezeigt wird seine ID.</translation>
    </message>
    <message>
        <source>The file names the experiment “%1”; the folder&apos;s name counts.</source>
        <translation>Die Datei nennt das Experiment „%1“; der Name des Ordners gilt.</translation>
    </message>
    <message>
        <source>The file is empty; the experiment is shown by its id.</source>
        <translation>Die Datei ist leer; das Experiment wird mit seiner ID gezeigt.</translation>
    </message>
    <message>
        <source>The file does not describe an experiment, which is shown by its id.</source>
        <translation>Die Datei beschreibt kein Experiment; es wird mit seiner ID gezeigt.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>There is no run %1 in experiment %2.</source>
        <translation>Im Experiment %2 gibt es keinen Run %1.</translation>
    </message>
    <message>
        <source>A run with this id lies under another experiment as well; both are shown.</source>
        <translation>Ein Run mit dieser ID liegt auch unter einem anderen Experiment; beide werden gezeigt.</translation>
    </message>
    <message>
        <source>The store&apos;s folder cannot be written to: %1.</source>
        <translation>In den Ordner des Speichers kann nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>The folders in %1 have a meta.yaml, but none describes an experiment.</source>
        <translation>Die Ordner in %1 haben eine meta.yaml, aber keine beschreibt ein Experiment.</translation>
    </message>
    <message>
        <source>The folder %1 holds no experiment: none of its folders has a meta.yaml.</source>
        <translation>Der Ordner %1 enthält kein Experiment: Keiner seiner Ordner hat eine meta.yaml.</translation>
    </message>
    <message>
        <source>The run has no metric “%1”.</source>
        <translation>Der Run hat keine Metrik „%1“.</translation>
    </message>
    <message>
        <source>This file was left by another program and is no key; it is left out.</source>
        <translation>Diese Datei stammt von einem anderen Programm und ist kein Schlüssel; sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>The name is not UTF-8; what cannot be read is shown as “�”.</source>
        <translation>Der Name ist nicht UTF-8; Unlesbares wird als „�“ gezeigt.</translation>
    </message>
    <message>
        <source>Folders are nested too deeply here; they are left out.</source>
        <translation>Hier sind Ordner zu tief verschachtelt; sie werden ausgelassen.</translation>
    </message>
    <message>
        <source>The text is very long; only its first 4 MiB are read.</source>
        <translation>Der Text ist sehr lang; nur seine ersten 4 MiB werden gelesen.</translation>
    </message>
    <message>
        <source>The text is not UTF-8; what cannot be read is shown as “�”.</source>
        <translation>Der Text ist nicht UTF-8; Unlesbares wird als „�“ gezeigt.</translation>
    </message>
    <message>
        <source>MLflow folder</source>
        <translation>MLflow-Ordner</translation>
    </message>
    <message>
        <source>This is no line of a metric: it does not have two, three or five fields.</source>
        <translation>Das ist keine Zeile einer Metrik: Sie hat nicht zwei, drei oder fünf Felder.</translation>
    </message>
    <message>
        <source>The time is not a whole number of 64 bits; the line is left out.</source>
        <translation>Die Zeit ist keine ganze 64-Bit-Zahl; die Zeile wird ausgelassen.</translation>
    </message>
    <message>
        <source>The value is not a number; the line is left out.</source>
        <translation>Der Wert ist keine Zahl; die Zeile wird ausgelassen.</translation>
    </message>
    <message>
        <source>The step is not a whole number of 64 bits; the line is left out.</source>
        <translation>Der Schritt ist keine ganze 64-Bit-Zahl; die Zeile wird ausgelassen.</translation>
    </message>
    <message>
        <source>This is a symbolic link, which is not followed.</source>
        <translation>Dies ist eine symbolische Verknüpfung, der nicht gefolgt wird.</translation>
    </message>
    <message>
        <source>There should be a folder here.</source>
        <translation>Hier sollte ein Ordner sein.</translation>
    </message>
    <message>
        <source>There should be a file here.</source>
        <translation>Hier sollte eine Datei sein.</translation>
    </message>
    <message>
        <source>This cannot be read: %1.</source>
        <translation>Dies kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>This is not YAML from here on: %1.</source>
        <translation>Ab hier ist dies kein YAML: %1.</translation>
    </message>
    <message>
        <source>The file is refused: %1.</source>
        <translation>Die Datei wird abgelehnt: %1.</translation>
    </message>
    <message>
        <source>A second YAML document begins here; only the first one counts.</source>
        <translation>Hier beginnt ein zweites YAML-Dokument; nur das erste gilt.</translation>
    </message>
    <message>
        <source>“%1” stands here a second time; the last one counts.</source>
        <translation>„%1“ steht hier ein zweites Mal; der letzte Eintrag gilt.</translation>
    </message>
    <message>
        <source>“%1” is not what it should be; it is left out.</source>
        <translation>„%1“ ist nicht, was es sein sollte, und wird ausgelassen.</translation>
    </message>
    <message>
        <source>The metric&apos;s file is empty.</source>
        <translation>Die Datei der Metrik ist leer.</translation>
    </message>
    <message numerus="yes">
        <source>%n more lines of this metric cannot be read.</source>
        <translation>
            <numerusform>%n weitere Zeile dieser Metrik kann nicht gelesen werden.</numerusform>
            <numerusform>%n weitere Zeilen dieser Metrik können nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last line is not finished; it is not read yet.</source>
        <translation>Die letzte Zeile ist nicht fertig; sie wird noch nicht gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n more problems are not listed.</source>
        <translation>
            <numerusform>%n weiteres Problem ist nicht aufgeführt.</numerusform>
            <numerusform>%n weitere Probleme sind nicht aufgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>This folder has no meta.yaml, so it is no registered model; it is left out.</source>
        <translation>Dieser Ordner hat keine meta.yaml, ist also kein registriertes Modell; er wird ausgelassen.</translation>
    </message>
    <message>
        <source>The file does not describe a registered model, which is left out.</source>
        <translation>Die Datei beschreibt kein registriertes Modell; es wird ausgelassen.</translation>
    </message>
    <message>
        <source>The file names the model “%1”; the folder&apos;s name counts.</source>
        <translation>Die Datei nennt das Modell „%1“; der Name des Ordners gilt.</translation>
    </message>
    <message>
        <source>The folder&apos;s name is no version&apos;s number; it is left out.</source>
        <translation>Der Name des Ordners ist keine Versionsnummer; er wird ausgelassen.</translation>
    </message>
    <message>
        <source>The file does not describe a model version, which is left out.</source>
        <translation>Die Datei beschreibt keine Modellversion; sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>The file says version “%1”; the folder&apos;s number counts.</source>
        <translation>Die Datei nennt Version „%1“; die Nummer des Ordners gilt.</translation>
    </message>
    <message>
        <source>“%1” is no stage of MLflow.</source>
        <translation>„%1“ ist keine Stufe von MLflow.</translation>
    </message>
    <message>
        <source>The alias names no version; it is left out.</source>
        <translation>Der Alias nennt keine Version; er wird ausgelassen.</translation>
    </message>
    <message>
        <source>The alias names version “%1”, which is not there.</source>
        <translation>Der Alias nennt Version „%1“, die es nicht gibt.</translation>
    </message>
    <message>
        <source>This folder has no meta.yaml, so it is no run; it is left out.</source>
        <translation>Dieser Ordner hat keine meta.yaml, ist also kein Run; er wird ausgelassen.</translation>
    </message>
    <message>
        <source>The file is empty; the run is left out.</source>
        <translation>Die Datei ist leer; der Run wird ausgelassen.</translation>
    </message>
    <message>
        <source>The file does not describe a run; the run is left out.</source>
        <translation>Die Datei beschreibt keinen Run; der Run wird ausgelassen.</translation>
    </message>
    <message>
        <source>The file names the run “%1”; the folder&apos;s name counts.</source>
        <translation>Die Datei nennt den Run „%1“; der Name des Ordners gilt.</translation>
    </message>
    <message>
        <source>The file names the experiment “%1”; the folder that it lies in counts.</source>
        <translation>Die Datei nennt das Experiment „%1“; der Ordner, in dem sie liegt, gilt.</translation>
    </message>
    <message>
        <source>The recorded place of the artifacts has a “..” in it and is not followed.</source>
        <translation>Der verzeichnete Ort der Artefakte enthält „..“ und wird nicht verfolgt.</translation>
    </message>
    <message>
        <source>No release of MLflow writes this status; it is shown as unknown.</source>
        <translation>Keine MLflow-Version schreibt diesen Status; er wird als unbekannt gezeigt.</translation>
    </message>
    <message>
        <source>“%1” is no lifecycle stage; the run counts as active.</source>
        <translation>„%1“ ist kein Lebenszyklus-Status; der Run gilt als aktiv.</translation>
    </message>
    <message>
        <source>The data set “%1” is not in the experiment&apos;s folder; the input is left out.</source>
        <translation>Der Datensatz „%1“ ist nicht im Ordner des Experiments; die Eingabe wird ausgelassen.</translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation>Runs werden gelesen</translation>
    </message>
    <message>
        <source>%1 was changed, but the disk does not confirm it: %2.</source>
        <translation>%1 wurde geändert, aber der Datenträger bestätigt es nicht: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 is a folder.</source>
        <translation>%1 ist ein Ordner.</translation>
    </message>
    <message>
        <source>%1 is being changed by another program.</source>
        <translation>%1 wird gerade von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>This folder has no meta.yaml, so it is no experiment; it is left out.</source>
        <translation>Dieser Ordner hat keine meta.yaml, ist also kein Experiment; er wird ausgelassen.</translation>
    </message>
    <message>
        <source>There is no version %1 of the model “%2”.</source>
        <translation>Es gibt keine Version %1 des Modells „%2“.</translation>
    </message>
    <message>
        <source>Only a part of the change was made: %1</source>
        <translation>Nur ein Teil der Änderung wurde ausgeführt: %1</translation>
    </message>
    <message>
        <source>%1 cannot be read as what it should be.</source>
        <translation>%1 lässt sich nicht als das lesen, was es sein sollte.</translation>
    </message>
    <message>
        <source>There is no registered model “%1”.</source>
        <translation>Es gibt kein registriertes Modell „%1“.</translation>
    </message>
    <message>
        <source>Only versions in Staging or Production can be archived on the way.</source>
        <translation>Nur Versionen in Staging oder Production lassen sich dabei archivieren.</translation>
    </message>
    <message>
        <source>Version %1 of “%2” was changed by somebody else: it is in stage %3 now.</source>
        <translation>Version %1 von „%2“ wurde von jemand anderem geändert: Sie steht jetzt in Stufe %3.</translation>
    </message>
    <message>
        <source>A tag&apos;s key consists of letters, digits, “_”, “-”, “.”, “:”, blanks and “/”: %1</source>
        <translation>Der Schlüssel eines Tags besteht aus Buchstaben, Ziffern, „_“, „-“, „.“, „:“, Leerzeichen und „/“: %1</translation>
    </message>
    <message>
        <source>A tag&apos;s key has at most %1 characters.</source>
        <translation>Der Schlüssel eines Tags hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A tag&apos;s value has at most %1 characters here.</source>
        <translation>Der Wert eines Tags hat hier höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>An alias consists of letters, digits, “_” and “-”: %1</source>
        <translation>Ein Alias besteht aus Buchstaben, Ziffern, „_“ und „-“: %1</translation>
    </message>
    <message>
        <source>The alias “%1” is reserved.</source>
        <translation>Der Alias „%1“ ist reserviert.</translation>
    </message>
    <message>
        <source>The change was made, but the model&apos;s time of change could not be written: %1</source>
        <translation>Die Änderung wurde ausgeführt, aber die Änderungszeit des Modells konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The run&apos;s meta.yaml cannot be read, so nothing is written.</source>
        <translation>Die meta.yaml des Runs kann nicht gelesen werden, daher wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>A deleted run is not changed.</source>
        <translation>Ein gelöschter Run wird nicht geändert.</translation>
    </message>
    <message>
        <source>The file is laid out in a way that cannot be changed safely.</source>
        <translation>Die Datei ist so aufgebaut, dass sie nicht sicher geändert werden kann.</translation>
    </message>
    <message>
        <source>Run %1 was changed by somebody else; nothing is written.</source>
        <translation>Den Run %1 hat jemand anders geändert; es wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>The run&apos;s experiment is deleted; a run of it is not changed.</source>
        <translation>Das Experiment des Runs ist gelöscht; ein Run daraus wird nicht geändert.</translation>
    </message>
    <message>
        <source>A run&apos;s name cannot be empty.</source>
        <translation>Der Name eines Runs kann nicht leer sein.</translation>
    </message>
</context>
<context>
    <name>MlflowMySql</name>
    <message>
        <source>MLflow database (MySQL, MariaDB)</source>
        <translation>MLflow-Datenbank (MySQL, MariaDB)</translation>
    </message>
</context>
<context>
    <name>MlflowPostgreSql</name>
    <message>
        <source>MLflow database (PostgreSQL)</source>
        <translation>MLflow-Datenbank (PostgreSQL)</translation>
    </message>
</context>
<context>
    <name>MlflowServer</name>
    <message>
        <source>The server sent an answer that cannot be read.</source>
        <translation>Der Server hat eine Antwort geschickt, die sich nicht lesen lässt.</translation>
    </message>
    <message>
        <source>MLflow tracking server</source>
        <translation>MLflow-Tracking-Server</translation>
    </message>
    <message>
        <source>%1 answers, but not as an MLflow server does.</source>
        <translation>%1 antwortet, aber nicht wie ein MLflow-Server.</translation>
    </message>
    <message>
        <source>%1 answers, but not as an MLflow server does: it sends %2. Perhaps a login page is in between.</source>
        <translation>%1 antwortet, aber nicht wie ein MLflow-Server: Es kommt %2. Vielleicht steht eine Anmeldeseite dazwischen.</translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <translation>%1 meldet: %2</translation>
    </message>
    <message>
        <source>%1 wants a user and a password, or others than these.</source>
        <translation>%1 verlangt Benutzer und Kennwort, oder andere als diese.</translation>
    </message>
    <message>
        <source>%1 does not want to be called by this name. Its operator can allow it (MLFLOW_SERVER_ALLOWED_HOSTS).</source>
        <translation>%1 will unter diesem Namen nicht angesprochen werden. Wer den Server betreibt, kann es erlauben (MLFLOW_SERVER_ALLOWED_HOSTS).</translation>
    </message>
    <message>
        <source>%1 does not allow this to the user.</source>
        <translation>%1 erlaubt das diesem Benutzer nicht.</translation>
    </message>
    <message>
        <source>%1 does not know this request; it may be too old for it, or no MLflow server.</source>
        <translation>%1 kennt diese Anfrage nicht; vielleicht ist der Server zu alt dafür, oder kein MLflow-Server.</translation>
    </message>
    <message>
        <source>%1 cannot answer at present (status %2).</source>
        <translation>%1 kann zurzeit nicht antworten (Status %2).</translation>
    </message>
    <message>
        <source>%1 gives the same runs again and again.</source>
        <translation>%1 liefert immer wieder dieselben Runs.</translation>
    </message>
    <message>
        <source>The certificates of MLFLOW_TRACKING_SERVER_CERT_PATH cannot be read: %1</source>
        <translation>Die Zertifikate aus MLFLOW_TRACKING_SERVER_CERT_PATH lassen sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>MLFLOW_TRACKING_INSECURE_TLS asks not to look at certificates, which is always done here. Name the server&apos;s own authority in MLFLOW_TRACKING_SERVER_CERT_PATH instead.</source>
        <translation>MLFLOW_TRACKING_INSECURE_TLS verlangt, Zertifikate nicht zu prüfen; hier werden sie immer geprüft. Nennen Sie stattdessen die Zertifizierungsstelle des Servers in MLFLOW_TRACKING_SERVER_CERT_PATH.</translation>
    </message>
    <message>
        <source>MLFLOW_WORKSPACE holds a character that no name has.</source>
        <translation>MLFLOW_WORKSPACE enthält ein Zeichen, das in keinem Namen steht.</translation>
    </message>
    <message>
        <source>%1 gives the same page again and again.</source>
        <translation>%1 liefert immer wieder dieselbe Seite.</translation>
    </message>
    <message>
        <source>There is no such run: %1</source>
        <translation>Diesen Run gibt es nicht: %1</translation>
    </message>
    <message>
        <source>The run has no metric of this name: %1</source>
        <translation>Der Run hat keine Metrik dieses Namens: %1</translation>
    </message>
    <message>
        <source>It is not known whether the change was made. %1</source>
        <translation>Es ist nicht bekannt, ob die Änderung vorgenommen wurde. %1</translation>
    </message>
    <message>
        <source>%1 takes the request for one of a foreign web page. Something in between, a proxy perhaps, adds an Origin to it; the server&apos;s operator can allow that one (MLFLOW_SERVER_CORS_ALLOWED_ORIGINS).</source>
        <translation>%1 hält die Anfrage für die einer fremden Webseite. Etwas dazwischen, vielleicht ein Proxy, fügt ihr einen Origin hinzu; wer den Server betreibt, kann ihn erlauben (MLFLOW_SERVER_CORS_ALLOWED_ORIGINS).</translation>
    </message>
    <message>
        <source>The server does not accept this user and password.</source>
        <translation>Der Server nimmt diesen Benutzer mit diesem Kennwort nicht an.</translation>
    </message>
    <message>
        <source>Look for a slip in them, and for the Caps Lock key.</source>
        <translation>Prüfen Sie beide auf Tippfehler, und die Feststelltaste.</translation>
    </message>
    <message>
        <source>The server does not accept this token.</source>
        <translation>Der Server nimmt dieses Token nicht an.</translation>
    </message>
    <message>
        <source>It asks for a user and a password.</source>
        <translation>Er verlangt Benutzer und Kennwort.</translation>
    </message>
    <message>
        <source>It may have run out; make a new one where it came from.</source>
        <translation>Es ist vielleicht abgelaufen; erzeugen Sie ein neues, wo es herkam.</translation>
    </message>
    <message>
        <source>It asks for a token.</source>
        <translation>Er verlangt ein Token.</translation>
    </message>
    <message>
        <source>Give a user and a password, or a token.</source>
        <translation>Geben Sie Benutzer und Kennwort an, oder ein Token.</translation>
    </message>
    <message>
        <source>The server wants to know who you are.</source>
        <translation>Der Server will wissen, wer Sie sind.</translation>
    </message>
    <message>
        <source>The server does not want to be called by this name.</source>
        <translation>Der Server will nicht unter diesem Namen angesprochen werden.</translation>
    </message>
    <message>
        <source>Use the name that others use for it, or ask whoever runs it to allow this one (MLFLOW_SERVER_ALLOWED_HOSTS).</source>
        <translation>Verwenden Sie den Namen, den andere für ihn verwenden, oder bitten Sie den Betreiber, diesen zuzulassen (MLFLOW_SERVER_ALLOWED_HOSTS).</translation>
    </message>
    <message>
        <source>The server does not let everybody in.</source>
        <translation>Der Server lässt nicht jeden ein.</translation>
    </message>
    <message>
        <source>The server knows you, and does not allow you to see its experiments.</source>
        <translation>Der Server kennt Sie, erlaubt Ihnen aber nicht, seine Experimente zu sehen.</translation>
    </message>
    <message>
        <source>Ask whoever runs it for the permission to read.</source>
        <translation>Bitten Sie den Betreiber um das Recht zu lesen.</translation>
    </message>
    <message>
        <source>The server wants to be spoken to with encryption.</source>
        <translation>Der Server will verschlüsselt angesprochen werden.</translation>
    </message>
    <message>
        <source>Use this address: %1</source>
        <translation>Verwenden Sie diese Adresse: %1</translation>
    </message>
    <message>
        <source>Instead of an answer one is sent to another place, which is not followed.</source>
        <translation>Statt einer Antwort wird man an einen anderen Ort geschickt; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>This is how login pages work, of companies and of wireless networks. Sign in there with a browser, or ask for an address that programs may use, and a token.</source>
        <translation>So arbeiten Anmeldeseiten von Firmen und Funknetzen. Melden Sie sich dort mit einem Browser an, oder fragen Sie nach einer Adresse für Programme und einem Token.</translation>
    </message>
    <message>
        <source>Look at the address and the port. A path that a proxy puts in front belongs to the address, as in https://host/mlflow.</source>
        <translation>Prüfen Sie Adresse und Port. Ein Pfad, den ein Proxy voranstellt, gehört zur Adresse, wie in https://host/mlflow.</translation>
    </message>
    <message>
        <source>An MLflow server answers</source>
        <translation>Ein MLflow-Server antwortet</translation>
    </message>
    <message>
        <source>What answers is not MLflow, but a web page.</source>
        <translation>Was antwortet, ist nicht MLflow, sondern eine Webseite.</translation>
    </message>
    <message>
        <source>It may also be the login page of a network: open any page in a browser.</source>
        <translation>Es kann auch die Anmeldeseite eines Netzes sein: Öffnen Sie irgendeine Seite in einem Browser.</translation>
    </message>
    <message>
        <source>The server was asked too often and wants a rest.</source>
        <translation>Der Server wurde zu oft gefragt und will Ruhe.</translation>
    </message>
    <message>
        <source>Try it again in a few minutes.</source>
        <translation>Versuchen Sie es in einigen Minuten wieder.</translation>
    </message>
    <message>
        <source>A proxy answers, but the MLflow server behind it does not.</source>
        <translation>Ein Proxy antwortet, aber nicht der MLflow-Server dahinter.</translation>
    </message>
    <message>
        <source>Ask whoever runs it, or try again in a few minutes.</source>
        <translation>Fragen Sie den Betreiber, oder versuchen Sie es in einigen Minuten wieder.</translation>
    </message>
    <message>
        <source>The server has a fault of its own.</source>
        <translation>Der Server hat selbst einen Fehler.</translation>
    </message>
    <message>
        <source>Whoever runs it finds the reason in its log.</source>
        <translation>Der Betreiber findet den Grund in seinem Protokoll.</translation>
    </message>
    <message>
        <source>What answers is not MLflow.</source>
        <translation>Was antwortet, ist nicht MLflow.</translation>
    </message>
    <message>
        <source>There is no such tag: %1</source>
        <translation>Diesen Tag gibt es nicht: %1</translation>
    </message>
    <message>
        <source>%1 did not make the change; all is as it was.</source>
        <translation>%1 hat die Änderung nicht vorgenommen; alles ist, wie es war.</translation>
    </message>
    <message>
        <source>There is no such model: %1</source>
        <translation>Dieses Modell gibt es nicht: %1</translation>
    </message>
    <message>
        <source>There is no version %1 of the model %2.</source>
        <translation>Es gibt keine Version %1 des Modells %2.</translation>
    </message>
    <message>
        <source>The model %1 has no alias %2.</source>
        <translation>Das Modell %1 hat keinen Alias %2.</translation>
    </message>
    <message>
        <source>A run&apos;s name cannot be empty.</source>
        <translation>Der Name eines Runs darf nicht leer sein.</translation>
    </message>
    <message>
        <source>MLflow&apos;s servers cannot take a run&apos;s name away.</source>
        <translation>Server von MLflow können einem Run den Namen nicht wieder nehmen.</translation>
    </message>
    <message>
        <source>Run %1 was changed by somebody else; nothing is written.</source>
        <translation>Den Run %1 hat jemand anders geändert; es wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>The run is deleted; restore it before changing it.</source>
        <translation>Der Run ist gelöscht; vor einer Änderung muss er wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>an unknown time</source>
        <translation>Zeitpunkt unbekannt</translation>
    </message>
    <message>
        <source>Version %1 of %2 was changed by somebody else at %3. It is in stage %4 now.</source>
        <translation>Version %1 von %2 wurde von jemand anderem geändert (%3). Sie steht jetzt in Stufe %4.</translation>
    </message>
    <message>
        <source>version %1 (deleted)</source>
        <translation>Version %1 (gelöscht)</translation>
    </message>
    <message>
        <source>version %1 (%2)</source>
        <translation>Version %1 (%2)</translation>
    </message>
    <message>
        <source>Other versions are archived for Staging and Production only.</source>
        <translation>Andere Versionen werden nur für Staging und Production archiviert.</translation>
    </message>
    <message>
        <source>Somebody else changed %1 at the same time: %2. Look at its versions again.</source>
        <translation>Jemand anders hat %1 zur selben Zeit geändert: %2. Sehen Sie sich die Versionen noch einmal an.</translation>
    </message>
    <message>
        <source>The server took so long that somebody else may have changed %1 meanwhile. Look at its versions again.</source>
        <translation>Der Server hat so lange gebraucht, dass jemand anders %1 inzwischen geändert haben kann. Sehen Sie sich die Versionen noch einmal an.</translation>
    </message>
    <message>
        <source>%1 has no model registry.</source>
        <translation>%1 hat keine Modell-Registry.</translation>
    </message>
    <message>
        <source>%1 knows no aliases; they came with MLflow 2.3.</source>
        <translation>%1 kennt keine Aliasse; es gibt sie seit MLflow 2.3.</translation>
    </message>
    <message>
        <source>%1 knows no stages any more; aliases and tags take their place.</source>
        <translation>%1 kennt keine Stufen mehr; an ihre Stelle treten Aliasse und Tags.</translation>
    </message>
    <message>
        <source>An address must not hold a user or a password. Give them where you sign in, or in MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.</source>
        <translation>Eine Adresse darf weder Benutzer noch Kennwort enthalten. Geben Sie diese beim Anmelden an, oder in MLFLOW_TRACKING_USERNAME und MLFLOW_TRACKING_PASSWORD.</translation>
    </message>
    <message>
        <source>What %1 holds was not sent, as no MLFLOW_TRACKING_URI says for which server it is: choose it to have it sent to this one.</source>
        <translation>Was in %1 steht, wurde nicht gesendet, weil keine MLFLOW_TRACKING_URI sagt, für welchen Server es ist: Wählen Sie es aus, damit es an diesen gesendet wird.</translation>
    </message>
    <message>
        <source>Listing artifacts</source>
        <translation>Artefakte werden aufgelistet</translation>
    </message>
    <message>
        <source>There are more files than can be shown; these are the first %1.</source>
        <translation>Es sind mehr Dateien, als gezeigt werden können; dies sind die ersten %1.</translation>
    </message>
    <message>
        <source>Folders more than %1 deep are not looked into.</source>
        <translation>In Ordner, die mehr als %1 tief liegen, wird nicht hineingesehen.</translation>
    </message>
</context>
<context>
    <name>MlflowSql</name>
    <message>
        <source>Reading runs…</source>
        <translation>Runs werden gelesen…</translation>
    </message>
    <message>
        <source>The value is not text; it is shown as far as it can be.</source>
        <translation>Der Wert ist kein Text; er wird gezeigt, soweit es geht.</translation>
    </message>
    <message>
        <source>The value of a metric is not a number: %1</source>
        <translation>Der Wert einer Metrik ist keine Zahl: %1</translation>
    </message>
    <message>
        <source>The run used a data set that does not exist.</source>
        <translation>Der Run hat einen Datensatz benutzt, den es nicht gibt.</translation>
    </message>
    <message>
        <source>This is not a time: %1</source>
        <translation>Das ist kein Zeitpunkt: %1</translation>
    </message>
    <message>
        <source>Checking metrics…</source>
        <translation>Metriken werden geprüft…</translation>
    </message>
    <message>
        <source>The step or time of a metric is not a whole number: %1</source>
        <translation>Schritt oder Zeit einer Metrik ist keine ganze Zahl: %1</translation>
    </message>
    <message>
        <source>The experiment&apos;s lifecycle stage is none that MLflow knows: %1</source>
        <translation>MLflow kennt diesen Lebenszyklus-Status des Experiments nicht: %1</translation>
    </message>
    <message>
        <source>The run has no metric of this name: %1</source>
        <translation>Der Run hat keine Metrik dieses Namens: %1</translation>
    </message>
    <message>
        <source>MLflow does not take this as the name of a tag: %1</source>
        <translation>MLflow nimmt dies nicht als Namen eines Tags an: %1</translation>
    </message>
    <message numerus="yes">
        <source>The value is longer than MLflow takes: %n characters at most.</source>
        <translation>
            <numerusform>Der Wert ist länger, als MLflow annimmt: höchstens %n Zeichen.</numerusform>
            <numerusform>Der Wert ist länger, als MLflow annimmt: höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>MLflow does not take this as an alias: %1</source>
        <translation>MLflow nimmt dies nicht als Alias an: %1</translation>
    </message>
    <message>
        <source>MLflow keeps this alias for itself: %1</source>
        <translation>MLflow behält sich diesen Alias vor: %1</translation>
    </message>
    <message>
        <source>A version is a number: %1</source>
        <translation>Eine Version ist eine Zahl: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more of this kind.</source>
        <translation>
            <numerusform>%n weiteres dieser Art.</numerusform>
            <numerusform>%n weitere dieser Art.</numerusform>
        </translation>
    </message>
    <message>
        <source>The version&apos;s stage is none that MLflow knows: %1</source>
        <translation>MLflow kennt diese Stufe der Version nicht: %1</translation>
    </message>
    <message>
        <source>The version is not a number.</source>
        <translation>Die Version ist keine Zahl.</translation>
    </message>
    <message>
        <source>The version belongs to a model that does not exist.</source>
        <translation>Die Version gehört zu einem Modell, das es nicht gibt.</translation>
    </message>
    <message>
        <source>The alias points at version %1, which does not exist.</source>
        <translation>Der Alias zeigt auf Version %1, die es nicht gibt.</translation>
    </message>
    <message numerus="yes">
        <source>%n models of other workspaces are not shown.</source>
        <translation>
            <numerusform>%n Modell aus anderen Arbeitsbereichen wird nicht gezeigt.</numerusform>
            <numerusform>%n Modelle aus anderen Arbeitsbereichen werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no version %1 of the model %2.</source>
        <translation>Es gibt keine Version %1 des Modells %2.</translation>
    </message>
    <message>
        <source>an unknown time</source>
        <translation>Zeitpunkt unbekannt</translation>
    </message>
    <message>
        <source>Version %1 of %2 was changed by somebody else at %3. It is in stage %4 now.</source>
        <translation>Version %1 von %2 wurde von jemand anderem geändert (%3). Sie steht jetzt in Stufe %4.</translation>
    </message>
    <message>
        <source>The registry does not hold what it should; nothing was changed.</source>
        <translation>Die Registry enthält nicht, was sie sollte; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Other versions are archived for Staging and Production only.</source>
        <translation>Andere Versionen werden nur für Staging und Production archiviert.</translation>
    </message>
    <message>
        <source>This database has no model registry.</source>
        <translation>Diese Datenbank hat keine Modell-Registry.</translation>
    </message>
    <message>
        <source>Databases of this age have no aliases.</source>
        <translation>Datenbanken dieses Alters haben keine Aliasse.</translation>
    </message>
    <message>
        <source>The model %1 has no alias %2.</source>
        <translation>Das Modell %1 hat keinen Alias %2.</translation>
    </message>
    <message>
        <source>The run has no artifact location.</source>
        <translation>Der Run hat keinen Ort für Artefakte.</translation>
    </message>
    <message>
        <source>The run&apos;s status is none that MLflow knows: %1</source>
        <translation>MLflow kennt diesen Status des Runs nicht: %1</translation>
    </message>
    <message>
        <source>The run&apos;s lifecycle stage is none that MLflow knows: %1</source>
        <translation>MLflow kennt diesen Lebenszyklus-Status des Runs nicht: %1</translation>
    </message>
    <message>
        <source>The run belongs to an experiment that does not exist: %1</source>
        <translation>Der Run gehört zu einem Experiment, das es nicht gibt: %1</translation>
    </message>
    <message>
        <source>There is no such run: %1</source>
        <translation>Diesen Run gibt es nicht: %1</translation>
    </message>
    <message>
        <source>A run&apos;s name cannot be empty.</source>
        <translation>Der Name eines Runs darf nicht leer sein.</translation>
    </message>
    <message>
        <source>Run %1 was changed by somebody else; nothing is written.</source>
        <translation>Den Run %1 hat jemand anders geändert; es wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>The run is deleted; restore it before changing it.</source>
        <translation>Der Run ist gelöscht; vor einer Änderung muss er wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>There is no such tag: %1</source>
        <translation>Diesen Tag gibt es nicht: %1</translation>
    </message>
    <message>
        <source>An address names one host; several cannot be opened as one store.</source>
        <translation>Eine Adresse nennt einen Rechner; mehrere lassen sich nicht als ein Speicher öffnen.</translation>
    </message>
    <message>
        <source>The host of this address cannot be read.</source>
        <translation>Der Rechner in dieser Adresse ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The port of this address is not a number from 1 to 65535.</source>
        <translation>Der Port in dieser Adresse ist keine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>This is not the address of such a database.</source>
        <translation>Das ist nicht die Adresse einer solchen Datenbank.</translation>
    </message>
    <message>
        <source>An option of this address cannot be used: %1</source>
        <translation>Eine Option in dieser Adresse ist nicht zu gebrauchen: %1</translation>
    </message>
    <message>
        <source>An address names a database: %1</source>
        <translation>Eine Adresse nennt eine Datenbank: %1</translation>
    </message>
    <message>
        <source>%1 does not answer at %2.</source>
        <translation>%1 antwortet unter %2 nicht.</translation>
    </message>
    <message>
        <source>The connection to %1 at %2 was lost.</source>
        <translation>Die Verbindung zu %1 unter %2 ist abgerissen.</translation>
    </message>
    <message>
        <source>The certificate of the server at %1 is not trusted.</source>
        <translation>Dem Zertifikat des Servers unter %1 wird nicht vertraut.</translation>
    </message>
    <message>
        <source>%1 at %2 does not let this account in; the user or the password is wrong, or it has no right to this database.</source>
        <translation>%1 unter %2 lässt dieses Konto nicht ein: Benutzer oder Passwort sind falsch, oder es hat kein Recht an dieser Datenbank.</translation>
    </message>
    <message>
        <source>This account has no right to do that in the database at %1.</source>
        <translation>Dieses Konto darf das in der Datenbank unter %1 nicht.</translation>
    </message>
    <message>
        <source>The server at %1 has no database of this name: %2</source>
        <translation>Der Server unter %1 hat keine Datenbank dieses Namens: %2</translation>
    </message>
    <message>
        <source>Another program keeps the database locked: %1</source>
        <translation>Ein anderes Programm hält die Datenbank gesperrt: %1</translation>
    </message>
    <message>
        <source>The server at %1 took too long for an answer.</source>
        <translation>Der Server unter %1 hat für eine Antwort zu lange gebraucht.</translation>
    </message>
    <message>
        <source>The server at %1 does not let anybody write at present.</source>
        <translation>Der Server unter %1 lässt derzeit niemanden schreiben.</translation>
    </message>
    <message>
        <source>The database has something of this name already; it may tell names apart less exactly than they are written.</source>
        <translation>Die Datenbank hat schon etwas dieses Namens; sie unterscheidet Namen vielleicht weniger genau, als sie geschrieben sind.</translation>
    </message>
    <message>
        <source>The database does not take a value of this length.</source>
        <translation>Die Datenbank nimmt keinen Wert dieser Länge.</translation>
    </message>
    <message>
        <source>The database at %1 cannot be read.</source>
        <translation>Die Datenbank unter %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for %1 is not installed: %2</source>
        <translation>Qts Treiber für %1 ist nicht installiert: %2</translation>
    </message>
    <message>
        <source>The trusted certificates cannot be handed to the database&apos;s driver.</source>
        <translation>Die vertrauten Zertifikate lassen sich dem Treiber der Datenbank nicht übergeben.</translation>
    </message>
    <message>
        <source>A text with the character of number 0 cannot be asked for in a database.</source>
        <translation>Nach einem Text mit dem Zeichen der Nummer 0 lässt sich in einer Datenbank nicht fragen.</translation>
    </message>
    <message>
        <source>The connection to %1 is not encrypted: everybody on the way can read it.</source>
        <translation>Die Verbindung zu %1 ist nicht verschlüsselt: Wer auf dem Weg sitzt, kann mitlesen.</translation>
    </message>
    <message>
        <source>The connection to %1 is encrypted (%2), but nothing proves that it is this server that answers.</source>
        <translation>Die Verbindung zu %1 ist verschlüsselt (%2), aber nichts beweist, dass es dieser Server ist, der antwortet.</translation>
    </message>
    <message>
        <source>The server takes no changes, or not from this account.</source>
        <translation>Der Server nimmt keine Änderungen an, oder nicht von diesem Konto.</translation>
    </message>
    <message>
        <source>%1 is not an MLflow store.</source>
        <translation>%1 ist kein MLflow-Speicher.</translation>
    </message>
    <message>
        <source>The database does not say which revision of MLflow&apos;s schema it has. It can be looked at, not changed.</source>
        <translation>Die Datenbank nennt nicht, welchen Stand von MLflows Schema sie hat. Sie lässt sich ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>The database has a revision of MLflow&apos;s schema that is not known here: %1. It can be looked at, not changed.</source>
        <translation>Die Datenbank hat einen hier unbekannten Stand von MLflows Schema: %1. Sie lässt sich ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>Databases of this age have no tags of models.</source>
        <translation>Datenbanken dieses Alters haben keine Tags für Modelle.</translation>
    </message>
    <message>
        <source>There is no such model: %1</source>
        <translation>Dieses Modell gibt es nicht: %1</translation>
    </message>
    <message>
        <source>Databases of this age have no tags of model versions.</source>
        <translation>Datenbanken dieses Alters haben keine Tags für Modellversionen.</translation>
    </message>
    <message>
        <source>The database has a revision of MLflow&apos;s schema that is not known here; it is not written.</source>
        <translation>Die Datenbank hat einen hier unbekannten Stand von MLflows Schema; sie wird nicht beschrieben.</translation>
    </message>
    <message>
        <source>Nobody can say whether the change was made. Reload the store to see what stands there.</source>
        <translation>Ob die Änderung ausgeführt wurde, lässt sich nicht sagen. Nach neuem Laden des Speichers ist zu sehen, was dort steht.</translation>
    </message>
    <message>
        <source>Whoever runs the server can give it a certificate. Through a tunnel, such as ssh&apos;s, it needs none.</source>
        <translation>Wer den Server betreibt, kann ihm ein Zertifikat geben. Durch einen Tunnel, etwa den von ssh, braucht er keines.</translation>
    </message>
    <message>
        <source>Use the name that stands in the certificate, or ask for one with this name.</source>
        <translation>Nehmen Sie den Namen, der im Zertifikat steht, oder bitten Sie um eines mit diesem Namen.</translation>
    </message>
    <message>
        <source>Choose the certificate of the authority that signed the server&apos;s; whoever runs the server has it.</source>
        <translation>Wählen Sie das Zertifikat der Stelle, die das des Servers unterschrieben hat; wer den Server betreibt, hat es.</translation>
    </message>
    <message>
        <source>Ask for it in the address: ?sslmode=require for PostgreSQL, ?ssl-mode=VERIFY_IDENTITY for MySQL.</source>
        <translation>Verlangen Sie es in der Adresse: ?sslmode=require bei PostgreSQL, ?ssl-mode=VERIFY_IDENTITY bei MySQL.</translation>
    </message>
    <message>
        <source>Give the user and the password.</source>
        <translation>Geben Sie Benutzer und Kennwort an.</translation>
    </message>
    <message>
        <source>Look for a slip in them, and for the Caps Lock key.</source>
        <translation>Prüfen Sie beide auf Tippfehler, und die Feststelltaste.</translation>
    </message>
    <message>
        <source>The user of a database is not that of the computer: whoever runs the server knows its name.</source>
        <translation>Der Benutzer einer Datenbank ist nicht der des Rechners: Wer den Server betreibt, kennt den Namen.</translation>
    </message>
    <message>
        <source>Whoever runs the server decides from where users are let in: pg_hba.conf for PostgreSQL, which may want encryption, too (?sslmode=require), the user&apos;s host for MySQL.</source>
        <translation>Wer den Server betreibt, bestimmt, von wo Benutzer eingelassen werden: bei PostgreSQL in pg_hba.conf, wo auch Verschlüsselung verlangt werden kann (?sslmode=require), bei MySQL durch den Rechnernamen des Benutzers.</translation>
    </message>
    <message>
        <source>The name is what stands behind the last / in what MLflow&apos;s server was started with (--backend-store-uri).</source>
        <translation>Der Name steht hinter dem letzten / in dem, womit der MLflow-Server gestartet wurde (--backend-store-uri).</translation>
    </message>
    <message>
        <source>Try it again in a few minutes.</source>
        <translation>Versuchen Sie es in ein paar Minuten wieder.</translation>
    </message>
    <message>
        <source>Agreeing on encryption …</source>
        <translation>Die Verschlüsselung wird vereinbart …</translation>
    </message>
    <message>
        <source>No name to look up</source>
        <translation>Kein Name nachzuschlagen</translation>
    </message>
    <message>
        <source>It does not leave this computer</source>
        <translation>Nichts verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>Encrypted, and the certificate holds</source>
        <translation>Verschlüsselt, und das Zertifikat gilt</translation>
    </message>
    <message>
        <source>Nothing proves that it is this server that answers</source>
        <translation>Nichts beweist, dass dieser Server antwortet</translation>
    </message>
    <message>
        <source>Ask for a proof in the address: ?sslmode=verify-full for PostgreSQL, ?ssl-mode=VERIFY_IDENTITY for MySQL.</source>
        <translation>Verlangen Sie einen Beweis in der Adresse: ?sslmode=verify-full bei PostgreSQL, ?ssl-mode=VERIFY_IDENTITY bei MySQL.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Not encrypted: everybody on the way can read what is sent</source>
        <translation>Nicht verschlüsselt: Jeder auf dem Weg kann mitlesen</translation>
    </message>
    <message>
        <source>Encrypted, but nothing proves that it is this server that answers</source>
        <translation>Verschlüsselt, aber nichts beweist, dass dieser Server antwortet</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Looking for MLflow&apos;s tables …</source>
        <translation>MLflows Tabellen werden gesucht …</translation>
    </message>
    <message>
        <source>The database has no tables that this account may see.</source>
        <translation>Die Datenbank hat keine Tabellen, die dieses Konto sehen darf.</translation>
    </message>
    <message>
        <source>The tables of this database are another program&apos;s, and not MLflow&apos;s.</source>
        <translation>Die Tabellen dieser Datenbank sind die eines anderen Programms, nicht die von MLflow.</translation>
    </message>
    <message>
        <source>Look at the database&apos;s name. MLflow makes its tables when its server is started with this database.</source>
        <translation>Prüfen Sie den Namen der Datenbank. MLflow legt seine Tabellen an, wenn sein Server mit dieser Datenbank gestartet wird.</translation>
    </message>
    <message>
        <source>Of MLflow&apos;s tables these are not there, or this account may not see them: %1</source>
        <translation>Von MLflows Tabellen fehlen diese, oder dieses Konto darf sie nicht sehen: %1</translation>
    </message>
    <message>
        <source>Whoever runs the database can give the right to read (GRANT SELECT).</source>
        <translation>Wer die Datenbank betreibt, kann das Leserecht geben (GRANT SELECT).</translation>
    </message>
    <message>
        <source>This account may not read these tables: %1</source>
        <translation>Dieses Konto darf diese Tabellen nicht lesen: %1</translation>
    </message>
    <message>
        <source>%1 at %2 takes no more connections at present.</source>
        <translation>%1 auf %2 nimmt zurzeit keine weiteren Verbindungen an.</translation>
    </message>
    <message>
        <source>%1 at %2 offers no encryption, which was asked for.</source>
        <translation>%1 auf %2 bietet keine Verschlüsselung an, obwohl sie verlangt ist.</translation>
    </message>
    <message>
        <source>The certificate of the server at %1 is for another name.</source>
        <translation>Das Zertifikat des Servers auf %1 gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 at %2 lets this user in through an encrypted connection only.</source>
        <translation>%1 auf %2 lässt diesen Benutzer nur über eine verschlüsselte Verbindung ein.</translation>
    </message>
    <message>
        <source>%1 at %2 asks for a password.</source>
        <translation>%1 auf %2 verlangt ein Kennwort.</translation>
    </message>
    <message>
        <source>%1 at %2 does not accept this user and password.</source>
        <translation>%1 auf %2 nimmt diesen Benutzer mit diesem Kennwort nicht an.</translation>
    </message>
    <message>
        <source>%1 at %2 knows no such user.</source>
        <translation>%1 auf %2 kennt diesen Benutzer nicht.</translation>
    </message>
    <message>
        <source>%1 at %2 does not let this user in from this computer.</source>
        <translation>%1 auf %2 lässt diesen Benutzer von diesem Rechner aus nicht ein.</translation>
    </message>
    <message>
        <source>This account has no right to the database %1, or the server at %2 has none of this name.</source>
        <translation>Dieses Konto hat kein Recht an der Datenbank %1, oder der Server auf %2 hat keine dieses Namens.</translation>
    </message>
    <message>
        <source>Upgrades behind MLflow 3.17</source>
        <translation>Aktualisierungen bis MLflow 3.17</translation>
    </message>
    <message>
        <source>A newer MLflow may have made it: a newer Assay may know it.</source>
        <translation>Vielleicht hat ein neueres MLflow sie angelegt: Ein neueres Assay kennt sie vielleicht.</translation>
    </message>
    <message>
        <source>Looking up %1 …</source>
        <translation>%1 wird nachgeschlagen …</translation>
    </message>
    <message>
        <source>Nobody knows a computer of the name %1.</source>
        <translation>Niemand kennt einen Rechner namens %1.</translation>
    </message>
    <message>
        <source>Look for a slip in the address. A name of a company&apos;s network may be known within it alone, or through its VPN.</source>
        <translation>Prüfen Sie die Adresse auf Tippfehler. Ein Name aus einem Firmennetz ist vielleicht nur dort oder über dessen VPN bekannt.</translation>
    </message>
    <message>
        <source>The name is known</source>
        <translation>Der Name ist bekannt</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Die Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>Connected to %1, port %2</source>
        <translation>Verbunden mit %1, Port %2</translation>
    </message>
    <message>
        <source>%1 does not take the connection in time.</source>
        <translation>%1 nimmt die Verbindung nicht rechtzeitig an.</translation>
    </message>
    <message>
        <source>%1 does not take connections at port %2.</source>
        <translation>%1 nimmt an Port %2 keine Verbindungen an.</translation>
    </message>
    <message>
        <source>The computer may be off or behind a firewall, or reached through a VPN.</source>
        <translation>Der Rechner ist vielleicht aus, hinter einer Firewall oder nur über ein VPN erreichbar.</translation>
    </message>
    <message>
        <source>Look at the port, and whether the server runs and takes connections from other computers.</source>
        <translation>Prüfen Sie den Port, und ob der Server läuft und Verbindungen von anderen Rechnern annimmt.</translation>
    </message>
    <message>
        <source>What %1 holds was not sent, as no %2 says that it is for this server: choose it to have it sent to this one.</source>
        <translation>Was in %1 steht, wurde nicht gesendet, weil kein %2 sagt, dass es für diesen Server ist: Wählen Sie es aus, damit es an diesen gesendet wird.</translation>
    </message>
</context>
<context>
    <name>MlflowSqlite</name>
    <message>
        <source>There is nothing at this place: %1</source>
        <translation>An diesem Ort ist nichts: %1</translation>
    </message>
    <message>
        <source>%1 is not a SQLite file.</source>
        <translation>%1 ist keine SQLite-Datei.</translation>
    </message>
    <message>
        <source>This database can only be read from a copy, and is too large for that here: %1</source>
        <translation>Diese Datenbank lässt sich nur aus einer Kopie lesen und ist dafür hier zu groß: %1</translation>
    </message>
    <message>
        <source>Copying the database…</source>
        <translation>Datenbank wird kopiert…</translation>
    </message>
    <message>
        <source>No private folder can be made for a copy of the database: %1</source>
        <translation>Für eine Kopie der Datenbank kann kein privater Ordner angelegt werden: %1</translation>
    </message>
    <message>
        <source>The database cannot be copied: %1</source>
        <translation>Die Datenbank kann nicht kopiert werden: %1</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>There is no room for the private copy through which this database has to be read: %1</source>
        <translation>Für die private Kopie, über die diese Datenbank gelesen werden muss, ist kein Platz: %1</translation>
    </message>
    <message>
        <source>The database is open elsewhere in this program; close it there first: %1</source>
        <translation>Die Datenbank ist in diesem Programm schon geöffnet; sie muss dort zuerst geschlossen werden: %1</translation>
    </message>
    <message>
        <source>The database is changing while it is copied: %1</source>
        <translation>Die Datenbank ändert sich, während sie kopiert wird: %1</translation>
    </message>
    <message>
        <source>The program that wrote this database ended in the middle of a change. What is shown is a private copy in which that change was undone.</source>
        <translation>Das Programm, das diese Datenbank schrieb, endete mitten in einer Änderung. Gezeigt wird eine private Kopie, in der diese Änderung zurückgenommen ist.</translation>
    </message>
    <message>
        <source>This database keeps its changes in a log that cannot be read in place without writing. What is shown is a private copy.</source>
        <translation>Diese Datenbank hält ihre Änderungen in einem Protokoll, das an Ort und Stelle nicht ohne Schreiben lesbar ist. Gezeigt wird eine private Kopie.</translation>
    </message>
    <message>
        <source>This database lies on a network drive, where locks cannot be trusted. What is shown is a private copy.</source>
        <translation>Diese Datenbank liegt auf einem Netzlaufwerk, wo auf Sperren kein Verlass ist. Gezeigt wird eine private Kopie.</translation>
    </message>
    <message>
        <source>%1 is not an MLflow store.</source>
        <translation>%1 ist kein MLflow-Speicher.</translation>
    </message>
    <message>
        <source>The database or its folder is write-protected.</source>
        <translation>Die Datenbank oder ihr Ordner ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>MLflow database (SQLite)</source>
        <translation>MLflow-Datenbank (SQLite)</translation>
    </message>
    <message>
        <source>The database cannot be opened: %1</source>
        <translation>Die Datenbank kann nicht geöffnet werden: %1</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver gives no handle.</source>
        <translation>Qts SQLite-Treiber gibt kein Handle heraus.</translation>
    </message>
    <message>
        <source>This build uses two SQLite libraries at once; databases are not opened.</source>
        <translation>Diese Fassung benutzt zwei SQLite-Bibliotheken zugleich; Datenbanken werden nicht geöffnet.</translation>
    </message>
    <message>
        <source>Another program keeps the database locked: %1</source>
        <translation>Ein anderes Programm hält die Datenbank gesperrt: %1</translation>
    </message>
    <message>
        <source>SQLite cannot read %1: %2</source>
        <translation>SQLite kann %1 nicht lesen: %2</translation>
    </message>
    <message>
        <source>Rows of this table cannot be read: %1</source>
        <translation>Zeilen dieser Tabelle können nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>A row of this table is too large to be read.</source>
        <translation>Eine Zeile dieser Tabelle ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>SQLite cannot be made to write durably.</source>
        <translation>SQLite lässt sich nicht zu dauerhaftem Schreiben bringen.</translation>
    </message>
</context>
<context>
    <name>ObjectArtifactsText</name>
    <message>
        <source>There is no such file or folder among the artifacts: %1</source>
        <translation>Unter den Artefakten gibt es keine solche Datei und keinen solchen Ordner: %1</translation>
    </message>
    <message>
        <source>Listing artifacts</source>
        <translation>Artefakte werden aufgelistet</translation>
    </message>
    <message>
        <source>The object store gives the same page again and again.</source>
        <translation>Der Objektspeicher gibt immer wieder dieselbe Seite.</translation>
    </message>
    <message>
        <source>There are more files than can be shown; these are the first %1.</source>
        <translation>Es sind mehr Dateien, als gezeigt werden können; dies sind die ersten %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) are left out: their names are no paths of files.</source>
        <translation>
            <numerusform>%n Objekt ist ausgelassen: Sein Name ist kein Dateipfad.</numerusform>
            <numerusform>%n Objekte sind ausgelassen: Ihre Namen sind keine Dateipfade.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObjectText</name>
    <message>
        <source>There is no AWS profile of the name %1, which AWS_PROFILE asks for.</source>
        <translation>Es gibt kein AWS-Profil namens %1, das AWS_PROFILE verlangt.</translation>
    </message>
    <message>
        <source>from a program</source>
        <translation>von einem Programm</translation>
    </message>
    <message>
        <source>from a sign-in on the web</source>
        <translation>aus einer Anmeldung im Web</translation>
    </message>
    <message>
        <source>by taking on a role</source>
        <translation>durch Übernahme einer Rolle</translation>
    </message>
    <message>
        <source>Of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY one is missing.</source>
        <translation>Von AWS_ACCESS_KEY_ID und AWS_SECRET_ACCESS_KEY fehlt eines.</translation>
    </message>
    <message>
        <source>The AWS profile %1 gets its credentials %2, which is not done here. Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, as “aws configure export-credentials --format env” prints them.</source>
        <translation>Das AWS-Profil %1 erhält seine Zugangsdaten %2, was hier nicht geschieht. Setzen Sie AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY und AWS_SESSION_TOKEN, wie „aws configure export-credentials --format env“ sie ausgibt.</translation>
    </message>
    <message>
        <source>There are no credentials for S3: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile in ~/.aws/credentials (AWS_PROFILE).</source>
        <translation>Es gibt keine Zugangsdaten für S3: Setzen Sie AWS_ACCESS_KEY_ID und AWS_SECRET_ACCESS_KEY oder richten Sie ein Profil in ~/.aws/credentials ein (AWS_PROFILE).</translation>
    </message>
    <message>
        <source>The address of the S3 service that is set up here is none: it is written https://host:port.</source>
        <translation>Die hier eingerichtete Adresse des S3-Dienstes ist keine: Sie wird https://host:port geschrieben.</translation>
    </message>
    <message>
        <source>MLFLOW_S3_IGNORE_TLS asks not to look at certificates, which is always done here. Name the service&apos;s own authority in AWS_CA_BUNDLE instead.</source>
        <translation>MLFLOW_S3_IGNORE_TLS verlangt, Zertifikate nicht zu prüfen; das geschieht hier immer. Nennen Sie stattdessen die eigene Zertifizierungsstelle des Dienstes in AWS_CA_BUNDLE.</translation>
    </message>
    <message>
        <source>This is no name of an AWS region: %1</source>
        <translation>Dies ist kein Name einer AWS-Region: %1</translation>
    </message>
    <message>
        <source>What is set up for Azure Storage here is for the account %1, and the files are recorded in the account %2.</source>
        <translation>Was hier für Azure Storage eingerichtet ist, gilt für das Konto %1, und die Dateien sind im Konto %2 verzeichnet.</translation>
    </message>
    <message>
        <source>The key of the Azure Storage account that is set up here is none: it is written in Base64.</source>
        <translation>Der hier eingerichtete Schlüssel des Azure-Storage-Kontos ist keiner: Er wird in Base64 geschrieben.</translation>
    </message>
    <message>
        <source>The address in AZURE_STORAGE_CONNECTION_STRING is none.</source>
        <translation>Die Adresse in AZURE_STORAGE_CONNECTION_STRING ist keine.</translation>
    </message>
    <message>
        <source>AZURE_STORAGE_CONNECTION_STRING holds neither a key nor a shared access signature.</source>
        <translation>AZURE_STORAGE_CONNECTION_STRING enthält weder einen Schlüssel noch eine Shared Access Signature.</translation>
    </message>
    <message>
        <source>%1 is no domain of Azure&apos;s; for another one set AZURE_STORAGE_CONNECTION_STRING.</source>
        <translation>%1 ist keine Domain von Azure; für eine andere setzen Sie AZURE_STORAGE_CONNECTION_STRING.</translation>
    </message>
    <message>
        <source>There are no credentials for Azure Storage: set AZURE_STORAGE_CONNECTION_STRING, AZURE_STORAGE_ACCESS_KEY, or AZURE_STORAGE_SAS_TOKEN with AZURE_STORAGE_ACCOUNT. Sign-ins of az are not used here.</source>
        <translation>Es gibt keine Zugangsdaten für Azure Storage: Setzen Sie AZURE_STORAGE_CONNECTION_STRING, AZURE_STORAGE_ACCESS_KEY oder AZURE_STORAGE_SAS_TOKEN mit AZURE_STORAGE_ACCOUNT. Anmeldungen von az werden hier nicht verwendet.</translation>
    </message>
    <message>
        <source>AZURE_STORAGE_SAS_TOKEN is sent to the account that AZURE_STORAGE_ACCOUNT names alone, which is not set; the files are recorded in the account %1.</source>
        <translation>AZURE_STORAGE_SAS_TOKEN wird nur an das Konto gesendet, das AZURE_STORAGE_ACCOUNT nennt, und das ist nicht gesetzt; die Dateien sind im Konto %1 verzeichnet.</translation>
    </message>
    <message>
        <source>The Azure Storage account %1 has no container of the name %2.</source>
        <translation>Das Azure-Storage-Konto %1 hat keinen Container namens %2.</translation>
    </message>
    <message>
        <source>The file lies in an archive and has to be restored there first: %1</source>
        <translation>Die Datei liegt in einem Archiv und muss dort zuerst wiederhergestellt werden: %1</translation>
    </message>
    <message>
        <source>There is no such file among the artifacts: %1</source>
        <translation>Unter den Artefakten gibt es keine solche Datei: %1</translation>
    </message>
    <message>
        <source>Azure Storage does not accept the shared access signature that is set up here; it may have expired.</source>
        <translation>Azure Storage nimmt die hier eingerichtete Shared Access Signature nicht an; vielleicht ist sie abgelaufen.</translation>
    </message>
    <message>
        <source>Azure Storage does not accept the signature: the key that is set up here is another account&apos;s or an old one, or the clock of this machine is wrong.</source>
        <translation>Azure Storage nimmt die Signatur nicht an: Der hier eingerichtete Schlüssel gehört zu einem anderen Konto oder ist veraltet, oder die Uhr dieses Rechners geht falsch.</translation>
    </message>
    <message>
        <source>The Azure Storage account %1 takes no keys, only sign-ins, which are not used here.</source>
        <translation>Das Azure-Storage-Konto %1 nimmt keine Schlüssel an, nur Anmeldungen, die hier nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Azure Storage does not allow what is set up here to read the container %1.</source>
        <translation>Azure Storage erlaubt den hier eingerichteten Zugangsdaten nicht, den Container %1 zu lesen.</translation>
    </message>
    <message>
        <source>Azure Storage sends on to another place, which is not followed.</source>
        <translation>Azure Storage verweist an einen anderen Ort; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>%1 cannot answer at present (status %2).</source>
        <translation>%1 kann zurzeit nicht antworten (Status %2).</translation>
    </message>
    <message>
        <source>The file of Google&apos;s credentials names an address for tokens that is none.</source>
        <translation>Die Datei mit Googles Zugangsdaten nennt für Token eine Adresse, die keine ist.</translation>
    </message>
    <message>
        <source>Google does not accept the credentials that are set up here any more; get new ones (gcloud auth application-default login).</source>
        <translation>Google nimmt die hier eingerichteten Zugangsdaten nicht mehr an; holen Sie neue (gcloud auth application-default login).</translation>
    </message>
    <message>
        <source>Google gives no token for the credentials that are set up here (status %1).</source>
        <translation>Google gibt für die hier eingerichteten Zugangsdaten kein Token (Status %1).</translation>
    </message>
    <message>
        <source>Google&apos;s credentials that are set up here are of a kind that is not followed here (%1). Set CLOUDSDK_AUTH_ACCESS_TOKEN, as “gcloud auth print-access-token” prints it.</source>
        <translation>Die hier eingerichteten Zugangsdaten für Google sind von einer Art, der hier nicht gefolgt wird (%1). Setzen Sie CLOUDSDK_AUTH_ACCESS_TOKEN, wie „gcloud auth print-access-token“ es ausgibt.</translation>
    </message>
    <message>
        <source>There are no credentials for Google Cloud Storage: set GOOGLE_APPLICATION_CREDENTIALS or CLOUDSDK_AUTH_ACCESS_TOKEN, or use “gcloud auth application-default login”; for public buckets CLOUDSDK_AUTH_DISABLE_CREDENTIALS=true.</source>
        <translation>Es gibt keine Zugangsdaten für Google Cloud Storage: Setzen Sie GOOGLE_APPLICATION_CREDENTIALS oder CLOUDSDK_AUTH_ACCESS_TOKEN, oder verwenden Sie „gcloud auth application-default login“; für öffentliche Buckets CLOUDSDK_AUTH_DISABLE_CREDENTIALS=true.</translation>
    </message>
    <message>
        <source>The key in the file of Google&apos;s credentials is none.</source>
        <translation>Der Schlüssel in der Datei mit Googles Zugangsdaten ist keiner.</translation>
    </message>
    <message>
        <source>The address in STORAGE_EMULATOR_HOST is none: it is written http://host:port.</source>
        <translation>Die Adresse in STORAGE_EMULATOR_HOST ist keine: Sie wird http://host:port geschrieben.</translation>
    </message>
    <message>
        <source>There is no such file: %1</source>
        <translation>Diese Datei gibt es nicht: %1</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The object store&apos;s listing cannot be read.</source>
        <translation>Die Auflistung des Objektspeichers kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This is no name of a bucket: %1</source>
        <translation>Dies ist kein Name eines Buckets: %1</translation>
    </message>
    <message>
        <source>%1 knows no bucket of the name %2.</source>
        <translation>%1 kennt keinen Bucket namens %2.</translation>
    </message>
    <message>
        <source>%1 does not know the access key that is set up here.</source>
        <translation>%1 kennt den hier eingerichteten Zugangsschlüssel nicht.</translation>
    </message>
    <message>
        <source>%1 does not accept the signature: the secret key that is set up here belongs to another access key.</source>
        <translation>%1 nimmt die Signatur nicht an: Der hier eingerichtete geheime Schlüssel gehört zu einem anderen Zugangsschlüssel.</translation>
    </message>
    <message>
        <source>%1 does not accept the signature: the clock of this machine differs too much from its own.</source>
        <translation>%1 nimmt die Signatur nicht an: Die Uhr dieses Rechners weicht zu sehr von der eigenen ab.</translation>
    </message>
    <message>
        <source>The credentials for %1 that are set up here have expired; get new ones.</source>
        <translation>Die hier eingerichteten Zugangsdaten für %1 sind abgelaufen; holen Sie neue.</translation>
    </message>
    <message>
        <source>%1 does not know the session token that is set up here (AWS_SESSION_TOKEN).</source>
        <translation>%1 kennt das hier eingerichtete Sitzungstoken nicht (AWS_SESSION_TOKEN).</translation>
    </message>
    <message>
        <source>%1 does not allow the credentials that are set up here to read the bucket %2.</source>
        <translation>%1 erlaubt den hier eingerichteten Zugangsdaten nicht, den Bucket %2 zu lesen.</translation>
    </message>
    <message>
        <source>At the address that is set up for %1 there is nothing of this kind.</source>
        <translation>An der für %1 eingerichteten Adresse gibt es nichts dergleichen.</translation>
    </message>
    <message>
        <source>%1 sends on to another place, which is not followed; the region or the address that is set up here may be wrong.</source>
        <translation>%1 verweist an einen anderen Ort; dem wird nicht gefolgt. Vielleicht ist die hier eingerichtete Region oder Adresse falsch.</translation>
    </message>
</context>
<context>
    <name>PartialFileText</name>
    <message>
        <source>Cannot write %1</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1 is being copied by another program already.</source>
        <translation>%1 wird bereits von einem anderen Programm kopiert.</translation>
    </message>
    <message>
        <source>Not all of it came: %1</source>
        <translation>Nicht alles davon kam an: %1</translation>
    </message>
    <message>
        <source>Something of this name is there already</source>
        <translation>Etwas dieses Namens ist schon da</translation>
    </message>
</context>
<context>
    <name>Pivot</name>
    <message>
        <source>%1 by %2 different values are too many to show</source>
        <translation>%1 mal %2 verschiedene Werte sind zu viele zum Anzeigen</translation>
    </message>
</context>
<context>
    <name>PlotSheet</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Drawn by Assay</source>
        <translation>Gezeichnet von Assay</translation>
    </message>
</context>
<context>
    <name>PreviewText</name>
    <message>
        <source>7-Zip archive, not opened</source>
        <translation>7-Zip-Archiv, wird nicht geöffnet</translation>
    </message>
    <message>
        <source>BMP image</source>
        <translation>BMP-Bild</translation>
    </message>
    <message>
        <source>Compressed with bzip2</source>
        <translation>Mit bzip2 komprimiert</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>GIF image</source>
        <translation>GIF-Bild</translation>
    </message>
    <message>
        <source>Compressed with gzip</source>
        <translation>Mit gzip komprimiert</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>JPEG image</source>
        <translation>JPEG-Bild</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Jupyter notebook</source>
        <translation>Jupyter-Notebook</translation>
    </message>
    <message>
        <source>NumPy array</source>
        <translation>NumPy-Array</translation>
    </message>
    <message>
        <source>Python pickle</source>
        <translation>Python-Pickle</translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>PyTorch file</source>
        <translation>PyTorch-Datei</translation>
    </message>
    <message>
        <source>Shell script</source>
        <translation>Shell-Skript</translation>
    </message>
    <message>
        <source>SQLite database</source>
        <translation>SQLite-Datenbank</translation>
    </message>
    <message>
        <source>Tar archive</source>
        <translation>Tar-Archiv</translation>
    </message>
    <message>
        <source>WebP image</source>
        <translation>WebP-Bild</translation>
    </message>
    <message>
        <source>Compressed with xz</source>
        <translation>Mit xz komprimiert</translation>
    </message>
    <message>
        <source>Zip archive</source>
        <translation>Zip-Archiv</translation>
    </message>
    <message>
        <source>Compressed with zstd</source>
        <translation>Mit zstd komprimiert</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows.</source>
        <translation>Die ersten %1 von %2 Zeilen.</translation>
    </message>
    <message>
        <source>The first %1 rows.</source>
        <translation>Die ersten %1 Zeilen.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Binary data</source>
        <translation>Binärdaten</translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation>Die ersten %1 von %2.</translation>
    </message>
    <message>
        <source>The first %1 lines.</source>
        <translation>Die ersten %1 Zeilen.</translation>
    </message>
    <message numerus="yes">
        <source>%n long line(s) shortened.</source>
        <translation>
            <numerusform>%n lange Zeile gekürzt.</numerusform>
            <numerusform>%n lange Zeilen gekürzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) are not valid UTF-8.</source>
        <translation>
            <numerusform>%n Zeichen ist kein gültiges UTF-8.</numerusform>
            <numerusform>%n Zeichen sind kein gültiges UTF-8.</numerusform>
        </translation>
    </message>
    <message>
        <source>Decoded as UTF-16.</source>
        <translation>Als UTF-16 dekodiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n NUL byte(s) in it.</source>
        <translation>
            <numerusform>Enthält %n NUL-Byte.</numerusform>
            <numerusform>Enthält %n NUL-Bytes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not valid JSON from line %1 on.</source>
        <translation>Ab Zeile %1 kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The first %1 of %2 columns.</source>
        <translation>Die ersten %1 von %2 Spalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are not as long as the header.</source>
        <translation>
            <numerusform>%n Zeile ist nicht so lang wie die Kopfzeile.</numerusform>
            <numerusform>%n Zeilen sind nicht so lang wie die Kopfzeile.</numerusform>
        </translation>
    </message>
    <message>
        <source>The quote in line %1 is never closed.</source>
        <translation>Das Anführungszeichen in Zeile %1 wird nie geschlossen.</translation>
    </message>
    <message numerus="yes">
        <source>%n long cell(s) shortened.</source>
        <translation>
            <numerusform>%n lange Zelle gekürzt.</numerusform>
            <numerusform>%n lange Zellen gekürzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scaled down.</source>
        <translation>Verkleinert.</translation>
    </message>
    <message>
        <source>The first of %1 frames.</source>
        <translation>Das erste von %1 Bildern.</translation>
    </message>
    <message>
        <source>The first frame of an animation.</source>
        <translation>Das erste Bild einer Animation.</translation>
    </message>
    <message>
        <source>The first %1 of %2 entries.</source>
        <translation>Die ersten %1 von %2 Einträgen.</translation>
    </message>
    <message>
        <source>Unpacked up to %1; there is more.</source>
        <translation>Bis %1 entpackt; es gibt mehr.</translation>
    </message>
    <message>
        <source>Damaged or cut off behind what is shown.</source>
        <translation>Nach dem Gezeigten beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>An archive within an archive is not opened.</source>
        <translation>Ein Archiv in einem Archiv wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>Can run code when loaded in Python. Nothing of it is loaded here.</source>
        <translation>Kann beim Laden in Python Code ausführen. Hier wird nichts davon geladen.</translation>
    </message>
    <message>
        <source>The file is damaged, or is not what its name says.</source>
        <translation>Die Datei ist beschädigt oder nicht, was ihr Name sagt.</translation>
    </message>
    <message>
        <source>Too large for a preview: files of this kind are shown up to %1.</source>
        <translation>Zu groß für eine Vorschau: Dateien dieser Art werden bis %1 gezeigt.</translation>
    </message>
    <message>
        <source>The picture is too large for a preview.</source>
        <translation>Das Bild ist zu groß für eine Vorschau.</translation>
    </message>
    <message>
        <source>Not drawn, because it wants to read something outside of itself.</source>
        <translation>Nicht dargestellt, weil es etwas außerhalb seiner selbst lesen will.</translation>
    </message>
    <message>
        <source>This machine lacks what is needed to decode files of this kind.</source>
        <translation>Diesem Rechner fehlt, was zum Dekodieren von Dateien dieser Art nötig ist.</translation>
    </message>
    <message>
        <source>Stopped: reading it took too long.</source>
        <translation>Abgebrochen: Das Lesen dauerte zu lange.</translation>
    </message>
    <message>
        <source>Reading it failed. The file is damaged, or made to do harm.</source>
        <translation>Das Lesen ist fehlgeschlagen. Die Datei ist beschädigt oder soll Schaden anrichten.</translation>
    </message>
    <message>
        <source>The program that reads files of this kind is missing. Reinstall Assay.</source>
        <translation>Das Programm, das Dateien dieser Art liest, fehlt. Assay neu installieren.</translation>
    </message>
</context>
<context>
    <name>PrivateFolderText</name>
    <message>
        <source>The folder cannot be made: %1</source>
        <translation>Der Ordner lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>The folder belongs to somebody else, who could read what is kept in it: %1</source>
        <translation>Der Ordner gehört jemand anderem, der lesen könnte, was darin aufbewahrt wird: %1</translation>
    </message>
    <message>
        <source>Others can look into the folder, and that cannot be changed: %1</source>
        <translation>Andere können in den Ordner sehen, und das lässt sich nicht ändern: %1</translation>
    </message>
</context>
<context>
    <name>PromotionText</name>
    <message>
        <source>There is no registered model of this name: %1</source>
        <translation>Es gibt kein registriertes Modell dieses Namens: %1</translation>
    </message>
    <message>
        <source>Nobody can say whether the change took place. Look at the model&apos;s versions before trying again: %1</source>
        <translation>Ob die Änderung stattgefunden hat, lässt sich nicht sagen. Vor einem neuen Versuch die Versionen des Modells ansehen: %1</translation>
    </message>
    <message>
        <source>A promotion needs a reason.</source>
        <translation>Ein Stufenwechsel braucht eine Begründung.</translation>
    </message>
    <message>
        <source>Only Staging and Production archive the versions that stand there.</source>
        <translation>Nur Staging und Production archivieren die Versionen, die dort stehen.</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>expected a key such as metrics.loss, params.`batch size`, tags.team or start_time, found “%1” at column 1</source>
        <translation>erwartet wird ein Schlüssel wie metrics.loss, params.`batch size`, tags.team oder start_time, in Spalte 1 steht „%1“</translation>
    </message>
    <message>
        <source>the query is longer than a million characters</source>
        <translation>die Abfrage ist länger als eine Million Zeichen</translation>
    </message>
    <message>
        <source>AND, OR or the end</source>
        <translation>AND, OR oder das Ende</translation>
    </message>
    <message>
        <source>expected %1 after &apos;%2&apos; at column %3</source>
        <translation>erwartet wird %1 nach „%2“ in Spalte %3</translation>
    </message>
    <message>
        <source>expected %1 at column %2</source>
        <translation>erwartet wird %1 in Spalte %2</translation>
    </message>
    <message>
        <source>the query is nested too deeply at column %1</source>
        <translation>die Abfrage ist in Spalte %1 zu tief verschachtelt</translation>
    </message>
    <message>
        <source>a comparison such as &gt; or =</source>
        <translation>ein Vergleich wie &gt; oder =</translation>
    </message>
    <message>
        <source>IN, BETWEEN, LIKE or ILIKE</source>
        <translation>IN, BETWEEN, LIKE oder ILIKE</translation>
    </message>
    <message>
        <source>one of = != &lt; &lt;= &gt; &gt;= ~ !~, LIKE, ILIKE, IN, BETWEEN, IS</source>
        <translation>eins von = != &lt; &lt;= &gt; &gt;= ~ !~, LIKE, ILIKE, IN, BETWEEN, IS</translation>
    </message>
    <message>
        <source>NULL</source>
        <translation>NULL</translation>
    </message>
    <message>
        <source>NULL or NOT NULL</source>
        <translation>NULL oder NOT NULL</translation>
    </message>
    <message>
        <source>a list in brackets</source>
        <translation>eine Liste in Klammern</translation>
    </message>
    <message>
        <source>expected a number or a quoted text in the list at column %1</source>
        <translation>erwartet wird eine Zahl oder ein Text in Anführungszeichen in der Liste in Spalte %1</translation>
    </message>
    <message>
        <source>&apos;,&apos; or &apos;)&apos;</source>
        <translation>„,“ oder „)“</translation>
    </message>
    <message>
        <source>AND and the upper bound</source>
        <translation>AND und die obere Grenze</translation>
    </message>
    <message>
        <source>expected a key other than a data set&apos;s before BETWEEN at column %1</source>
        <translation>erwartet wird ein anderer Schlüssel als der eines Datensatzes vor BETWEEN in Spalte %1</translation>
    </message>
    <message>
        <source>expected a text before LIKE, found a number at column %1</source>
        <translation>erwartet wird ein Text vor LIKE, in Spalte %1 steht eine Zahl</translation>
    </message>
    <message>
        <source>a quoted text</source>
        <translation>ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>expected a text before ~, found a number at column %1</source>
        <translation>erwartet wird ein Text vor ~, in Spalte %1 steht eine Zahl</translation>
    </message>
    <message>
        <source>a quoted regular expression</source>
        <translation>ein regulärer Ausdruck in Anführungszeichen</translation>
    </message>
    <message>
        <source>expected a regular expression at column %1: %2</source>
        <translation>erwartet wird ein regulärer Ausdruck in Spalte %1: %2</translation>
    </message>
    <message>
        <source>expected a key, found &apos;%1&apos; at column %2: metrics.…, params.…, tags.…, datasets.name, .digest or .context, or one of %3</source>
        <translation>erwartet wird ein Schlüssel, in Spalte %2 steht „%1“: metrics.…, params.…, tags.…, datasets.name, .digest oder .context oder eins von %3</translation>
    </message>
    <message>
        <source>expected a key other than a data set&apos;s behind parent. at column %1</source>
        <translation>erwartet wird hinter parent. ein anderer Schlüssel als der eines Datensatzes in Spalte %1</translation>
    </message>
    <message>
        <source>expected a number, found a text at column %1</source>
        <translation>erwartet wird eine Zahl, in Spalte %1 steht ein Text</translation>
    </message>
    <message>
        <source>expected a date that exists at column %1</source>
        <translation>erwartet wird ein Datum, das es gibt, in Spalte %1</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>a key or a value</source>
        <translation>ein Schlüssel oder ein Wert</translation>
    </message>
    <message>
        <source>&apos;)&apos;</source>
        <translation>„)“</translation>
    </message>
    <message>
        <source>expected a metric at column %1</source>
        <translation>erwartet wird eine Metrik in Spalte %1</translation>
    </message>
    <message>
        <source>expected a key at column %1</source>
        <translation>erwartet wird ein Schlüssel in Spalte %1</translation>
    </message>
    <message>
        <source>expected a text, found a number at column %1</source>
        <translation>erwartet wird ein Text, in Spalte %1 steht eine Zahl</translation>
    </message>
    <message>
        <source>expected a value, found a data set&apos;s key at column %1; it has to stand on the left</source>
        <translation>erwartet wird ein Wert, in Spalte %1 steht der Schlüssel eines Datensatzes; er muss links stehen</translation>
    </message>
    <message>
        <source>expected a quoted text at column %1</source>
        <translation>erwartet wird ein Text in Anführungszeichen in Spalte %1</translation>
    </message>
    <message>
        <source>expected = != LIKE ILIKE IN or ~ behind the data set&apos;s key at column %1</source>
        <translation>erwartet wird = != LIKE ILIKE IN oder ~ hinter dem Schlüssel des Datensatzes in Spalte %1</translation>
    </message>
    <message>
        <source>expected a quoted text, found a number at column %1</source>
        <translation>erwartet wird ein Text in Anführungszeichen, in Spalte %1 steht eine Zahl</translation>
    </message>
    <message>
        <source>expected a date or a time before now such as -7d at column %1</source>
        <translation>erwartet wird ein Datum oder eine Zeit vor jetzt wie -7d in Spalte %1</translation>
    </message>
    <message>
        <source>expected a closing %1 for the one at column %2</source>
        <translation>erwartet wird ein schließendes %1 zu dem in Spalte %2</translation>
    </message>
    <message>
        <source>expected a number, or a duration such as 90s, 15m, 2h or 7d, at column %1</source>
        <translation>erwartet wird eine Zahl oder eine Dauer wie 90s, 15m, 2h oder 7d in Spalte %1</translation>
    </message>
    <message>
        <source>expected a key, a value or an operator, found ‘%1’ at column %2</source>
        <translation>erwartet wird ein Schlüssel, ein Wert oder ein Operator, in Spalte %2 steht „%1“</translation>
    </message>
    <message>
        <source>expected a key to sort by such as metrics.loss:desc, found “%1” at column 1</source>
        <translation>erwartet wird ein Sortierschlüssel wie metrics.loss:desc, in Spalte 1 steht „%1“</translation>
    </message>
    <message>
        <source>No run has %1.</source>
        <translation>Kein Run hat %1.</translation>
    </message>
    <message>
        <source>No run has %1. Did you mean %2?</source>
        <extracomment>%2: one or more keys</extracomment>
        <translation>Kein Run hat %1. Ist %2 gemeint?</translation>
    </message>
    <message>
        <source>an operator or the end</source>
        <translation>ein Operator oder das Ende</translation>
    </message>
    <message>
        <source>expected a key, found &apos;%1&apos; at column %2; did you mean %3?</source>
        <translation>erwartet wird ein Schlüssel, in Spalte %2 steht „%1“; ist %3 gemeint?</translation>
    </message>
    <message>
        <source>expected one of has, isnan, isinf, min, max, first, last, mean, median, std, count, argmin, argmax, slope, abs, log, log10, exp, sqrt, round, lower, length, num before &apos;(&apos; at column %1</source>
        <translation>erwartet wird has, isnan, isinf, min, max, first, last, mean, median, std, count, argmin, argmax, slope, abs, log, log10, exp, sqrt, round, lower, length oder num vor „(“ in Spalte %1</translation>
    </message>
    <message>
        <source>a step, which is a whole number,</source>
        <translation>ein Schritt, also eine ganze Zahl,</translation>
    </message>
    <message>
        <source>expected a metric whose points are drawn, such as metrics.loss, at column %1</source>
        <translation>erwartet wird eine Metrik, deren Punkte gezeichnet werden, etwa metrics.loss, in Spalte %1</translation>
    </message>
    <message>
        <source>&apos;, &apos; and a weight from 0 to less than 1</source>
        <translation>&apos;, &apos; und ein Gewicht von 0 bis unter 1</translation>
    </message>
    <message>
        <source>expected a key of the run itself, without parent., at column %1</source>
        <translation>erwartet wird ein Schlüssel des Runs selbst, ohne parent., in Spalte %1</translation>
    </message>
</context>
<context>
    <name>ReadingTable</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Bei</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation>Geglättet</translation>
    </message>
</context>
<context>
    <name>ResumedDownloadText</name>
    <message>
        <source>It was changed there while it was being read.</source>
        <translation>Es wurde dort geändert, während es gelesen wurde.</translation>
    </message>
    <message>
        <source>It came with another length than was announced.</source>
        <translation>Es kam mit einer anderen Länge, als angekündigt war.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>RunEdits</name>
    <message>
        <source>Nobody can say whether the run was changed; look at it before trying again.</source>
        <translation>Ob der Run geändert wurde, kann niemand sagen; sehen Sie ihn an, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Stopped before this run was changed.</source>
        <translation>Angehalten, bevor dieser Run geändert wurde.</translation>
    </message>
    <message>
        <source>Changing runs</source>
        <translation>Runs werden geändert</translation>
    </message>
</context>
<context>
    <name>RunFilesText</name>
    <message>
        <source>Of a run with many models, the first %1 files were read.</source>
        <translation>Von einem Run mit vielen Modellen wurden die ersten %1 Dateien gelesen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>%1 is too long to be compared.</source>
        <translation>%1 ist zu lang für einen Vergleich.</translation>
    </message>
</context>
<context>
    <name>RunTableKeys</name>
    <message>
        <source>%1, %2</source>
        <comment>two keys that do the same</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Run</translation>
    </message>
    <message>
        <source>Previous run</source>
        <translation>Voriger Run</translation>
    </message>
    <message>
        <source>Another column; fold and unfold</source>
        <translation>Andere Spalte; auf- und zuklappen</translation>
    </message>
    <message>
        <source>Show in charts, or not</source>
        <translation>In Diagrammen zeigen oder nicht</translation>
    </message>
    <message>
        <source>Select this run as well, or not</source>
        <translation>Diesen Run mit auswählen oder nicht</translation>
    </message>
    <message>
        <source>Select only this run</source>
        <translation>Nur diesen Run auswählen</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>Run öffnen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Sort by the current column; with Shift in addition</source>
        <translation>Nach der aktuellen Spalte sortieren; mit Umschalt zusätzlich</translation>
    </message>
    <message>
        <source>Values of the current column</source>
        <translation>Werte der aktuellen Spalte</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten auswählen</translation>
    </message>
    <message>
        <source>Group runs</source>
        <translation>Runs gruppieren</translation>
    </message>
</context>
<context>
    <name>SafeFileText</name>
    <message>
        <source>not a regular file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>not a folder</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a symbolic link, which is not followed</source>
        <translation>eine symbolische Verknüpfung, der nicht gefolgt wird</translation>
    </message>
    <message>
        <source>outside of the folder</source>
        <translation>außerhalb des Ordners</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>der Datenträger meldet einen Fehler</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>zu viele Dateien sind geöffnet</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
</context>
<context>
    <name>SampleStoreText</name>
    <message>
        <source>The sample store could not be unpacked.</source>
        <translation>Der Beispielspeicher konnte nicht entpackt werden.</translation>
    </message>
    <message>
        <source>This build of Assay comes without a sample store.</source>
        <translation>Diese Fassung von Assay enthält keinen Beispielspeicher.</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>„%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>this session keeps nothing</source>
        <translation>diese Sitzung behält nichts</translation>
    </message>
</context>
<context>
    <name>SeriesExpression</name>
    <message>
        <source>The run has no metric “%1”.</source>
        <translation>Der Run hat keine Metrik „%1“.</translation>
    </message>
    <message>
        <source>The metrics share no step: %1.</source>
        <translation>Die Metriken haben keinen Schritt gemeinsam: %1.</translation>
    </message>
    <message>
        <source>The run has no value of %1.</source>
        <translation>Der Run hat keinen Wert von %1.</translation>
    </message>
</context>
<context>
    <name>ShortcutTexts</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In the run table</source>
        <translation>In der Run-Tabelle</translation>
    </message>
    <message>
        <source>In the filter field</source>
        <translation>Im Filterfeld</translation>
    </message>
    <message>
        <source>What can stand here</source>
        <translation>Was hier stehen kann</translation>
    </message>
    <message>
        <source>Take what is offered</source>
        <translation>Vorschlag übernehmen</translation>
    </message>
    <message>
        <source>Filters of before</source>
        <translation>Frühere Filter</translation>
    </message>
    <message>
        <source>To the table</source>
        <translation>Zur Tabelle</translation>
    </message>
    <message>
        <source>Close the list, then clear the filter</source>
        <translation>Liste schließen, dann Filter leeren</translation>
    </message>
    <message>
        <source>On the charts page</source>
        <translation>Auf der Seite der Diagramme</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Reading histories of %1</source>
        <translation>Verläufe von %1 werden gelesen</translation>
    </message>
</context>
<context>
    <name>StoreFormatText</name>
    <message>
        <source>Opening the store …</source>
        <translation>Der Speicher wird geöffnet …</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
</context>
<context>
    <name>StoreRegistryText</name>
    <message>
        <source>A SQLite location is written sqlite:///path: %1</source>
        <translation>Ein SQLite-Ort wird als sqlite:///pfad angegeben: %1</translation>
    </message>
    <message>
        <source>Locations of this kind cannot be opened: %1</source>
        <translation>Orte dieser Art lassen sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>No location was given.</source>
        <translation>Es wurde kein Ort angegeben.</translation>
    </message>
    <message>
        <source>There is nothing at this place: %1</source>
        <translation>An diesem Ort ist nichts: %1</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>There is no run store here: %1</source>
        <translation>Hier liegt kein Run-Speicher: %1</translation>
    </message>
    <message>
        <source>Several stores lie here; name one of them: %1</source>
        <translation>Hier liegen mehrere Speicher; einen davon angeben: %1</translation>
    </message>
    <message>
        <source>Unknown store format: %1</source>
        <translation>Unbekanntes Speicherformat: %1</translation>
    </message>
</context>
<context>
    <name>TlsText</name>
    <message>
        <source>The certificate is not for %1, but for %2.</source>
        <translation>Das Zertifikat gilt nicht für %1, sondern für %2.</translation>
    </message>
    <message>
        <source>Use the name that the certificate is for. If that name leads to another server, this one is not what it seems to be.</source>
        <translation>Verwenden Sie den Namen, für den das Zertifikat gilt. Führt dieser zu einem anderen Server, ist dieser hier nicht, was er zu sein scheint.</translation>
    </message>
    <message>
        <source>The certificate expired on %1.</source>
        <translation>Das Zertifikat ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate of an authority above it expired on %1.</source>
        <translation>Das Zertifikat einer Stelle darüber ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>Whoever runs the server has to renew it. Look at this computer&apos;s clock, too.</source>
        <translation>Der Betreiber des Servers muss es erneuern. Prüfen Sie auch die Uhr dieses Rechners.</translation>
    </message>
    <message>
        <source>The certificate is not valid before %1.</source>
        <translation>Das Zertifikat gilt erst ab dem %1.</translation>
    </message>
    <message>
        <source>Look at this computer&apos;s clock.</source>
        <translation>Prüfen Sie die Uhr dieses Rechners.</translation>
    </message>
    <message>
        <source>The certificate does not hold: %1.</source>
        <translation>Das Zertifikat gilt nicht: %1.</translation>
    </message>
    <message>
        <source>Whoever runs the server has to put this right.</source>
        <translation>Der Betreiber des Servers muss das in Ordnung bringen.</translation>
    </message>
    <message>
        <source>The certificate is not signed by the authority that you chose for this server.</source>
        <translation>Das Zertifikat ist nicht von der Stelle unterschrieben, die Sie für diesen Server gewählt haben.</translation>
    </message>
    <message>
        <source>Its authority was changed, or this is another server. Compare the fingerprints with whoever runs it before you choose another file.</source>
        <translation>Seine Stelle hat gewechselt, oder dies ist ein anderer Server. Vergleichen Sie die Fingerabdrücke mit dem Betreiber, bevor Sie eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>The server signed its certificate itself; no authority stands for it.</source>
        <translation>Der Server hat sein Zertifikat selbst unterschrieben; keine Stelle steht dafür ein.</translation>
    </message>
    <message>
        <source>The authority that signed the certificate is not known to this computer: %1.</source>
        <translation>Die Stelle, die das Zertifikat unterschrieben hat, ist diesem Rechner nicht bekannt: %1.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server for the certificate of its authority, a PEM file, and choose it above.</source>
        <translation>Bitten Sie den Betreiber des Servers um das Zertifikat seiner Stelle, eine PEM-Datei, und wählen Sie es oben.</translation>
    </message>
</context>
<context>
    <name>ViewFile</name>
    <message>
        <source>This is no saved view of Assay.</source>
        <translation>Das ist keine gespeicherte Ansicht von Assay.</translation>
    </message>
    <message>
        <source>Not known here and left out: %1</source>
        <translation>Hier unbekannt und weggelassen: %1</translation>
    </message>
    <message>
        <source>Not all of it could be understood: %1</source>
        <translation>Nicht ganz verstanden: %1</translation>
    </message>
    <message>
        <source>The file was written by a newer Assay (version %1 of the format).</source>
        <translation>Die Datei stammt von einem neueren Assay (Version %1 des Formats).</translation>
    </message>
</context>
<context>
    <name>assayctl</name>
    <message>
        <source>--timeout takes a number of seconds, not: %1</source>
        <translation>--timeout nimmt eine Zahl von Sekunden, nicht: %1</translation>
    </message>
    <message>
        <source>Unknown command: %1</source>
        <translation>Unbekannter Befehl: %1</translation>
    </message>
    <message>
        <source>No command is given; assayctl help lists them</source>
        <translation>Kein Befehl angegeben; assayctl help führt sie auf</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>There is one argument too many: %1</source>
        <translation>Ein Argument zu viel: %1</translation>
    </message>
    <message>
        <source>Unknown option: %1</source>
        <translation>Unbekannte Option: %1</translation>
    </message>
    <message>
        <source>The option is given twice: %1</source>
        <translation>Die Option ist doppelt angegeben: %1</translation>
    </message>
    <message>
        <source>The option takes no value: %1</source>
        <translation>Die Option nimmt keinen Wert: %1</translation>
    </message>
    <message>
        <source>The option needs a value: %1 %2</source>
        <translation>Die Option braucht einen Wert: %1 %2</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 on, not: %3</source>
        <translation>--%1 nimmt eine ganze Zahl ab %2, nicht: %3</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <extracomment>&quot;a, b or c&quot;: %1 is &quot;a, b&quot;, %2 is &quot;c&quot;</extracomment>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>point an alias of a model at a version, or delete it</source>
        <translation>einen Alias eines Modells auf eine Version setzen oder löschen</translation>
    </message>
    <message>
        <source>Intent and outcome are written to the audit journal of this account.</source>
        <translation>Absicht und Ergebnis stehen im Audit-Journal dieses Kontos.</translation>
    </message>
    <message>
        <source>delete the alias</source>
        <translation>den Alias löschen</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>why; required</source>
        <translation>warum; erforderlich</translation>
    </message>
    <message>
        <source>Either VERSION or --delete is needed</source>
        <translation>VERSION oder --delete ist nötig</translation>
    </message>
    <message>
        <source>A reason is needed: --reason TEXT</source>
        <translation>Eine Begründung ist nötig: --reason TEXT</translation>
    </message>
    <message>
        <source>The model has no such alias</source>
        <translation>Das Modell hat diesen Alias nicht</translation>
    </message>
    <message>
        <source>The store has no aliases</source>
        <translation>Der Speicher hat keine Aliasse</translation>
    </message>
    <message>
        <source>Alias %1 of %2 is version %3 now; journal entry %4.</source>
        <translation>Alias %1 von %2 ist jetzt Version %3; Journaleintrag %4.</translation>
    </message>
    <message>
        <source>Alias %1 of %2 is deleted; journal entry %3.</source>
        <translation>Alias %1 von %2 ist gelöscht; Journaleintrag %3.</translation>
    </message>
    <message>
        <source>There is no such artifact</source>
        <translation>Dieses Artefakt gibt es nicht</translation>
    </message>
    <message>
        <source>The artifact is a symbolic link, which is not followed</source>
        <translation>Das Artefakt ist eine symbolische Verknüpfung, der nicht gefolgt wird</translation>
    </message>
    <message>
        <source>Left out, as it is a symbolic link: %1</source>
        <translation>Ausgelassen, da symbolische Verknüpfung: %1</translation>
    </message>
    <message>
        <source>list, print or copy the artifacts of a run</source>
        <translation>Artefakte eines Runs auflisten, ausgeben oder kopieren</translation>
    </message>
    <message>
        <source>ls: folders within folders too</source>
        <translation>ls: auch Ordner in Ordnern</translation>
    </message>
    <message>
        <source>artifacts takes ls, cat or get, not: %1</source>
        <translation>artifacts nimmt ls, cat oder get, nicht: %1</translation>
    </message>
    <message>
        <source>get needs --output FOLDER</source>
        <translation>get braucht --output FOLDER</translation>
    </message>
    <message>
        <source>--section takes %1, not: %2</source>
        <translation>--section nimmt %1, nicht: %2</translation>
    </message>
    <message>
        <source>compare runs</source>
        <translation>Runs vergleichen</translation>
    </message>
    <message>
        <source>RUN</source>
        <translation>RUN</translation>
    </message>
    <message>
        <source>compare with this run; the first one unless it is given</source>
        <translation>mit diesem Run vergleichen; ohne Angabe mit dem ersten</translation>
    </message>
    <message>
        <source>rows that are equal too</source>
        <translation>auch gleiche Zeilen</translation>
    </message>
    <message>
        <source>SECTION</source>
        <translation>SECTION</translation>
    </message>
    <message>
        <source>exit status 1 when the runs differ</source>
        <translation>Exit-Status 1, wenn sich die Runs unterscheiden</translation>
    </message>
    <message>
        <source>At least two runs are needed for a comparison</source>
        <translation>Für einen Vergleich sind mindestens zwei Runs nötig</translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation>Keine Unterschiede.</translation>
    </message>
    <message>
        <source>list what cannot be read as written</source>
        <translation>auflisten, was sich nicht wie geschrieben lesen lässt</translation>
    </message>
    <message>
        <source>Reads everything, metric histories included, and names the file and line, or the table and row, of whatever is damaged. What is sound around it is loaded by the other commands all the same.

Exit status 1 when anything was found.</source>
        <translation>Liest alles, auch die Verläufe der Metriken, und nennt zu allem Beschädigten Datei und Zeile oder Tabelle und Zeile. Das Unversehrte ringsum laden die anderen Befehle trotzdem.

Exit-Status 1, wenn etwas gefunden wurde.</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>Keine Probleme.</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>where</source>
        <translation>wo</translation>
    </message>
    <message>
        <source>what</source>
        <translation>was</translation>
    </message>
    <message>
        <source>list the experiments of a store</source>
        <translation>die Experimente eines Speichers auflisten</translation>
    </message>
    <message>
        <source>The one that was changed last comes first; those without a time are last. What lies in a file store&apos;s .trash is deleted, whatever its meta.yaml says.</source>
        <translation>Das zuletzt geänderte steht zuerst; die ohne Zeit stehen zuletzt. Was im .trash eines Ordnerspeichers liegt, ist gelöscht, was immer seine meta.yaml sagt.</translation>
    </message>
    <message>
        <source>print every logged point of a run&apos;s metrics</source>
        <translation>jeden protokollierten Punkt der Metriken eines Runs ausgeben</translation>
    </message>
    <message>
        <source>Points come in logged order where the store keeps it, else by timestamp, step and value. Without a KEY all metrics of the run are printed.</source>
        <translation>Die Punkte kommen in der Reihenfolge der Protokollierung, wo der Speicher sie behält, sonst nach Zeitstempel, Schritt und Wert. Ohne KEY werden alle Metriken des Runs ausgegeben.</translation>
    </message>
    <message>
        <source>list registered models and their versions</source>
        <translation>registrierte Modelle und ihre Versionen auflisten</translation>
    </message>
    <message>
        <source>Models come by name, versions by number. Deleted versions are not shown. In csv and table each version is a record; a model without versions is one with no version.</source>
        <translation>Modelle sind nach Namen geordnet, Versionen nach Nummer. Gelöschte Versionen werden nicht gezeigt. In csv und table ist jede Version ein Datensatz; ein Modell ohne Versionen ist einer ohne Version.</translation>
    </message>
    <message>
        <source>prompts too, which the registry keeps as models</source>
        <translation>auch Prompts, die die Registry als Modelle führt</translation>
    </message>
    <message>
        <source>There is no such registered model</source>
        <translation>Dieses registrierte Modell gibt es nicht</translation>
    </message>
    <message>
        <source>say what lies at a location</source>
        <translation>sagen, was an einem Ort liegt</translation>
    </message>
    <message>
        <source>Names the format, the schema&apos;s version, what can be done with the store, and how much is in it, active and deleted together. A folder with several stores lists each under &quot;stores&quot;.

&quot;problems&quot; counts what the listing of experiments, runs and models met; doctor looks at everything.</source>
        <translation>Nennt das Format, die Version des Schemas, was sich mit dem Speicher tun lässt und wie viel darin ist, Aktives und Gelöschtes zusammen. Bei einem Ordner mit mehreren Speichern steht jeder unter &quot;stores&quot;.

&quot;problems&quot; zählt, was beim Auflisten von Experimenten, Runs und Modellen auffiel; doctor prüft alles.</translation>
    </message>
    <message>
        <source>A stage is %1, not: %2</source>
        <translation>Eine Stufe ist %1, nicht: %2</translation>
    </message>
    <message>
        <source>move a model version to another stage</source>
        <translation>eine Modellversion in eine andere Stufe verschieben</translation>
    </message>
    <message>
        <source>STAGE is None, Staging, Production or Archived, in any case. The store is changed only if the version still stands where it stood when it was read, in one attempt, and is read back. Intent and outcome are written to the audit journal of this account.

Exit status 4 when it is refused, 5 when nobody can say whether the change took place.</source>
        <translation>STAGE ist None, Staging, Production oder Archived, groß oder klein geschrieben. Der Speicher wird nur geändert, wenn die Version noch dort steht, wo sie beim Lesen stand, in einem einzigen Versuch, und danach zurückgelesen. Absicht und Ergebnis stehen im Audit-Journal dieses Kontos.

Exit-Status 4, wenn es abgelehnt wird, 5, wenn sich nicht sagen lässt, ob die Änderung stattgefunden hat.</translation>
    </message>
    <message>
        <source>move the versions that stand in STAGE to Archived (Staging and Production only)</source>
        <translation>die Versionen, die in STAGE stehen, nach Archived verschieben (nur Staging und Production)</translation>
    </message>
    <message>
        <source>STAGE</source>
        <translation>STAGE</translation>
    </message>
    <message>
        <source>refuse unless the version stands there now</source>
        <translation>ablehnen, wenn die Version jetzt nicht dort steht</translation>
    </message>
    <message>
        <source>say what would be done, and change nothing</source>
        <translation>sagen, was getan würde, und nichts ändern</translation>
    </message>
    <message>
        <source>The version does not stand in %1</source>
        <translation>Die Version steht nicht in %1</translation>
    </message>
    <message>
        <source>%1 version %2 would move from %3 to %4.</source>
        <translation>%1 Version %2 würde von %3 nach %4 verschoben.</translation>
    </message>
    <message>
        <source>%1 version %2 would move from %3 to %4, and archive: %5.</source>
        <translation>%1 Version %2 würde von %3 nach %4 verschoben; archiviert würden: %5.</translation>
    </message>
    <message>
        <source>%1 version %2 moved from %3 to %4; journal entry %5.</source>
        <translation>%1 Version %2 von %3 nach %4 verschoben; Journaleintrag %5.</translation>
    </message>
    <message>
        <source>print everything of one run but its metric histories</source>
        <translation>alles von einem Run außer den Verläufen der Metriken ausgeben</translation>
    </message>
    <message>
        <source>RUN_ID is an id or a unique prefix of at least 4 characters. Where one id stands under two experiments, write EXPERIMENT_ID/RUN_ID. Metrics are the latest values by MLflow&apos;s rule: greatest step, then timestamp, then value.</source>
        <translation>RUN_ID ist eine ID oder ein eindeutiger Anfang von mindestens 4 Zeichen. Steht eine ID unter zwei Experimenten, gilt EXPERIMENT_ID/RUN_ID. Metriken sind die letzten Werte nach MLflows Regel: größter Schritt, dann Zeitstempel, dann Wert.</translation>
    </message>
    <message>
        <source>A version is written NAME/VERSION, not: %1</source>
        <translation>Eine Version wird als NAME/VERSION angegeben, nicht: %1</translation>
    </message>
    <message>
        <source>set or delete a tag of a run, a model or a version</source>
        <translation>einen Tag eines Runs, eines Modells oder einer Version setzen oder löschen</translation>
    </message>
    <message>
        <source>TARGET is a run&apos;s id or its unique prefix, a model&apos;s name, or NAME/VERSION. What stands there after the write is read back. A VALUE that begins with a dash is written behind -- alone.</source>
        <translation>TARGET ist die ID eines Runs oder ihr eindeutiger Anfang, der Name eines Modells oder NAME/VERSION. Was nach dem Schreiben dort steht, wird zurückgelesen. Ein VALUE, der mit einem Strich beginnt, steht hinter einem einzelnen --.</translation>
    </message>
    <message>
        <source>delete the tag</source>
        <translation>den Tag löschen</translation>
    </message>
    <message>
        <source>tag takes run, model or version, not: %1</source>
        <translation>tag nimmt run, model oder version, nicht: %1</translation>
    </message>
    <message>
        <source>Either VALUE or --delete is needed</source>
        <translation>VALUE oder --delete ist nötig</translation>
    </message>
    <message>
        <source>Nobody can say whether the tag was set; look at it before trying again</source>
        <translation>Ob der Tag gesetzt wurde, lässt sich nicht sagen; vor einem neuen Versuch nachsehen</translation>
    </message>
    <message>
        <source>Tag %1 of %2 is set.</source>
        <translation>Tag %1 von %2 ist gesetzt.</translation>
    </message>
    <message>
        <source>Tag %1 of %2 is deleted.</source>
        <translation>Tag %1 von %2 ist gelöscht.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Stopped before the end</source>
        <translation>Vor dem Ende abgebrochen</translation>
    </message>
    <message>
        <source>Not done within the time of --timeout: %1 s</source>
        <translation>Nicht fertig in der Zeit von --timeout: %1 s</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation>FORMAT</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>write the answer to FILE, whole or not at all</source>
        <translation>die Antwort in FILE schreiben, ganz oder gar nicht</translation>
    </message>
    <message>
        <source>no warnings and no progress on standard error</source>
        <translation>keine Warnungen und kein Fortschritt auf der Standardfehlerausgabe</translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation>SECONDS</translation>
    </message>
    <message>
        <source>give up after that time (exit status 3)</source>
        <translation>nach dieser Zeit aufgeben (Exit-Status 3)</translation>
    </message>
    <message>
        <source>print the manual page of the command</source>
        <translation>die Hilfeseite des Befehls ausgeben</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>print the manual page of a command</source>
        <translation>die Hilfeseite eines Befehls ausgeben</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Optionen aller Befehle:</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>die Version ausgeben</translation>
    </message>
    <message>
        <source>Exit status:</source>
        <translation>Exit-Status:</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>the answer is no: runs differ under --exit-code, doctor found problems</source>
        <translation>die Antwort ist nein: Runs unterscheiden sich bei --exit-code, doctor hat Probleme gefunden</translation>
    </message>
    <message>
        <source>bad usage: unknown option, malformed query, several stores at LOCATION</source>
        <translation>falscher Aufruf: unbekannte Option, fehlerhafte Abfrage, mehrere Speicher an LOCATION</translation>
    </message>
    <message>
        <source>the store could not be read, or does not hold what was named</source>
        <translation>der Speicher konnte nicht gelesen werden oder enthält das Genannte nicht</translation>
    </message>
    <message>
        <source>refused: somebody else&apos;s change, a rule, a store that must not be written</source>
        <translation>abgelehnt: Änderung durch jemand anderen, eine Regel, ein Speicher, in den nicht geschrieben werden darf</translation>
    </message>
    <message>
        <source>a write whose outcome is unknown; the message says how to find out</source>
        <translation>ein Schreibvorgang mit unbekanntem Ausgang; die Meldung sagt, wie er sich feststellen lässt</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>Standard output cannot be written</source>
        <translation>Die Standardausgabe kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The answer cannot be written to %1</source>
        <translation>Die Antwort kann nicht nach %1 geschrieben werden</translation>
    </message>
    <message>
        <source>The answer cannot be written</source>
        <translation>Die Antwort kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Several runs fit %1</source>
        <translation>Mehrere Runs passen zu %1</translation>
    </message>
    <message>
        <source>There is no such run</source>
        <translation>Diesen Run gibt es nicht</translation>
    </message>
    <message>
        <source>There is no such run, and a part of an id needs 4 characters</source>
        <translation>Diesen Run gibt es nicht, und ein Teil einer ID braucht 4 Zeichen</translation>
    </message>
    <message>
        <source>The run is gone</source>
        <translation>Den Run gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Not a path beneath the target folder</source>
        <translation>Kein Pfad unter dem Zielordner</translation>
    </message>
    <message>
        <source>The target folder cannot be made</source>
        <translation>Der Zielordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Something of this name is there already</source>
        <translation>Etwas mit diesem Namen gibt es dort schon</translation>
    </message>
    <message>
        <source>VIEW</source>
        <translation>VIEW</translation>
    </message>
    <message>
        <source>active (the default), deleted, or all</source>
        <translation>active (Vorgabe), deleted oder all</translation>
    </message>
    <message>
        <source>--view takes active, deleted or all, not: %1</source>
        <translation>--view nimmt active, deleted oder all, nicht: %1</translation>
    </message>
    <message>
        <source>The model has no such version</source>
        <translation>Das Modell hat diese Version nicht</translation>
    </message>
    <message>
        <source>KEY,…</source>
        <translation>KEY,…</translation>
    </message>
    <message>
        <source>list runs</source>
        <translation>Runs auflisten</translation>
    </message>
    <message>
        <source>Without -e the runs of all active experiments are listed, with --view deleted or all those of deleted experiments too. A run&apos;s lifecycle_stage is what is recorded for the run itself.

KEY is written as in a query: metrics.loss, params.`a b`, tags.team, start_time. Params sort as text unless written num(params.lr).

A QUERY is MLflow&apos;s filter with OR, NOT, brackets, arithmetic, regular expressions (~) and functions. Dates in it are in UTC unless TZ says otherwise.</source>
        <translation>Ohne -e werden die Runs aller aktiven Experimente aufgelistet, mit --view deleted oder all auch die gelöschter Experimente. lifecycle_stage eines Runs ist, was für den Run selbst verzeichnet ist.

KEY wird wie in einer Abfrage geschrieben: metrics.loss, params.`a b`, tags.team, start_time. Parameter werden als Text sortiert, außer in der Form num(params.lr).

Eine QUERY ist MLflows Filter mit OR, NOT, Klammern, Rechnen, regulären Ausdrücken (~) und Funktionen. Daten darin gelten in UTC, wenn TZ nichts anderes sagt.</translation>
    </message>
    <message>
        <source>Columns that do not fit: %1; --columns chooses others</source>
        <translation>Spalten, die nicht passen: %1; --columns wählt andere</translation>
    </message>
    <message>
        <source>--columns takes metrics, params, tags and attributes of the run itself, not: %1</source>
        <translation>--columns nimmt Metriken, Parameter, Tags und Attribute des Runs selbst, nicht: %1</translation>
    </message>
    <message>
        <source>There is no such experiment</source>
        <translation>Dieses Experiment gibt es nicht</translation>
    </message>
    <message>
        <source>Several experiments are named %1</source>
        <translation>Mehrere Experimente heißen %1</translation>
    </message>
    <message>
        <source>NAME_OR_ID</source>
        <translation>NAME_OR_ID</translation>
    </message>
    <message>
        <source>only runs of this experiment; may be given several times</source>
        <translation>nur Runs dieses Experiments; mehrfach möglich</translation>
    </message>
    <message>
        <source>QUERY</source>
        <translation>QUERY</translation>
    </message>
    <message>
        <source>only runs that the query finds: metrics.loss &lt; 0.5 AND params.lr = &apos;0.1&apos;</source>
        <translation>nur Runs, die die Abfrage findet: metrics.loss &lt; 0.5 AND params.lr = &apos;0.1&apos;</translation>
    </message>
    <message>
        <source>KEY[:asc|:desc]</source>
        <translation>KEY[:asc|:desc]</translation>
    </message>
    <message>
        <source>order by this key, then by those that follow; start_time:desc is the default</source>
        <translation>nach diesem Schlüssel ordnen, dann nach den folgenden; Vorgabe ist start_time:desc</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>the first N of them only</source>
        <translation>nur die ersten N davon</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Not everything could be read as written (problems: %1); assayctl doctor %2 lists it</source>
        <translation>Nicht alles ließ sich wie geschrieben lesen (Probleme: %1); assayctl doctor %2 führt es auf</translation>
    </message>
    <message>
        <source>mark runs as deleted</source>
        <translation>Runs als gelöscht kennzeichnen</translation>
    </message>
    <message>
        <source>A deleted run stays in the store until MLflow collects its garbage, and assayctl restore brings it back. RUN is an id or its unique prefix; all of them are found before the first one is changed. A run that is deleted already stays as it is.</source>
        <translation>Ein gelöschter Run bleibt im Speicher, bis MLflow ihn aufräumt, und assayctl restore holt ihn zurück. RUN ist eine ID oder ihr eindeutiger Anfang; alle werden gefunden, bevor der erste geändert wird. Ein Run, der schon gelöscht ist, bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>give a run another name</source>
        <translation>einem Run einen anderen Namen geben</translation>
    </message>
    <message>
        <source>RUN is an id or its unique prefix. The name and the tag mlflow.runName change together, and what stands there after the write is read back. A NAME that begins with a dash is written behind -- alone.</source>
        <translation>RUN ist eine ID oder ihr eindeutiger Anfang. Der Name und das Tag mlflow.runName ändern sich zusammen, und was nach dem Schreiben dasteht, wird zurückgelesen. Ein NAME, der mit einem Strich beginnt, steht hinter einem einzelnen --.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>refuse unless the run has this name now</source>
        <translation>ablehnen, wenn der Run jetzt nicht so heißt</translation>
    </message>
    <message>
        <source>The run has another name now</source>
        <translation>Der Run heißt jetzt anders</translation>
    </message>
    <message>
        <source>Run %1 is named %2 now.</source>
        <translation>Der Run %1 heißt jetzt %2.</translation>
    </message>
    <message>
        <source>bring deleted runs back</source>
        <translation>gelöschte Runs zurückholen</translation>
    </message>
    <message>
        <source>RUN is an id or its unique prefix; all of them are found before the first one is changed. A run that is not deleted stays as it is.</source>
        <translation>RUN ist eine ID oder ihr eindeutiger Anfang; alle werden gefunden, bevor der erste geändert wird. Ein Run, der nicht gelöscht ist, bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>only these metrics, params and tags; in all formats but json and ndjson these columns in this order</source>
        <translation>nur diese Metriken, Parameter und Tags; in allen Formaten außer json und ndjson diese Spalten in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>csv and tsv: put an apostrophe before texts that a spreadsheet would take for a formula</source>
        <translation>csv und tsv: ein Hochkomma vor Texte setzen, die eine Tabellenkalkulation für eine Formel hielte</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) deleted; assayctl restore brings them back.</source>
        <translation>
            <numerusform>%n Run gelöscht; assayctl restore holt ihn zurück.</numerusform>
            <numerusform>%n Runs gelöscht; assayctl restore holt sie zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) restored.</source>
        <translation>
            <numerusform>%n Run wiederhergestellt.</numerusform>
            <numerusform>%n Runs wiederhergestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The view file cannot be read: %1</source>
        <translation>Die Datei der Ansicht kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>query, order and columns of a view that was saved in the window; --filter, --sort and --columns come before it</source>
        <translation>Abfrage, Reihenfolge und Spalten einer Ansicht, die im Fenster gespeichert wurde; --filter, --sort und --columns gehen vor</translation>
    </message>
    <message>
        <source>--format takes table, json, csv, ndjson, tsv, markdown, latex or html, not: %1</source>
        <translation>--format nimmt table, json, csv, ndjson, tsv, markdown, latex oder html, nicht: %1</translation>
    </message>
    <message>
        <source>%1 takes %2, not: %3</source>
        <translation>%1 nimmt %2, nicht: %3</translation>
    </message>
    <message>
        <source>two numbers, the lesser first, such as 0:100</source>
        <translation>zwei Zahlen, die kleinere zuerst, etwa 0:100</translation>
    </message>
    <message>
        <source>a kind and its amount from 0 to %1, such as ema:0.6</source>
        <translation>eine Art und ihre Stärke von 0 bis %1, etwa ema:0.6</translation>
    </message>
    <message>
        <source>step, time, relative or a metric such as metrics.epoch</source>
        <translation>step, time, relative oder eine Metrik wie metrics.epoch</translation>
    </message>
    <message>
        <source>width and height from %1 to %2, such as 960x540</source>
        <translation>Breite und Höhe von %1 bis %2, etwa 960x540</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a file whose name ends with .png, .svg or .pdf</source>
        <translation>eine Datei, deren Name auf .png, .svg oder .pdf endet</translation>
    </message>
    <message>
        <source>There are no such runs</source>
        <translation>Solche Runs gibt es nicht</translation>
    </message>
    <message>
        <source>No run has a metric named %1, and as an expression: %2</source>
        <translation>Kein Run hat eine Metrik namens %1, und als Ausdruck: %2</translation>
    </message>
    <message>
        <source>RUN_ID</source>
        <translation>RUN_ID</translation>
    </message>
    <message>
        <source>this run, in place of those that are selected; may be given several times</source>
        <translation>dieser Run statt der ausgewählten; darf mehrmals angegeben werden</translation>
    </message>
    <message>
        <source>AXIS</source>
        <translation>AXIS</translation>
    </message>
    <message>
        <source>step (the default), time, relative, or a metric such as metrics.epoch</source>
        <translation>step (Vorgabe), time, relative oder eine Metrik wie metrics.epoch</translation>
    </message>
    <message>
        <source>SCALE</source>
        <translation>SCALE</translation>
    </message>
    <message>
        <source>linear, log or symlog</source>
        <translation>linear, log oder symlog</translation>
    </message>
    <message>
        <source>FROM:TO</source>
        <translation>FROM:TO</translation>
    </message>
    <message>
        <source>this part of the axis; times in milliseconds</source>
        <translation>dieser Teil der Achse; Zeiten in Millisekunden</translation>
    </message>
    <message>
        <source>these values</source>
        <translation>diese Werte</translation>
    </message>
    <message>
        <source>KIND:AMOUNT</source>
        <translation>KIND:AMOUNT</translation>
    </message>
    <message>
        <source>ema, time-ema, mean, gaussian or median, such as ema:0.6</source>
        <translation>ema, time-ema, mean, gaussian oder median, etwa ema:0.6</translation>
    </message>
    <message>
        <source>of points that were logged for the same step only the last one</source>
        <translation>von Punkten desselben Schritts nur der letzte</translation>
    </message>
    <message>
        <source>the chart&apos;s title in place of its keys</source>
        <translation>der Titel des Diagramms anstelle seiner Schlüssel</translation>
    </message>
    <message>
        <source>WxH</source>
        <translation>WxH</translation>
    </message>
    <message>
        <source>in pixels, 960x540 unless it is given</source>
        <translation>in Pixeln, ohne Angabe 960x540</translation>
    </message>
    <message>
        <source>of a .png: so many pixels for one, 2 unless it is given</source>
        <translation>bei .png: so viele Pixel für eines, ohne Angabe 2</translation>
    </message>
    <message>
        <source>THEME</source>
        <translation>THEME</translation>
    </message>
    <message>
        <source>light (the default) or dark</source>
        <translation>light (Vorgabe) oder dark</translation>
    </message>
    <message>
        <source>There is nothing to draw</source>
        <translation>Es gibt nichts zu zeichnen</translation>
    </message>
    <message>
        <source>%1 of %2 runs are not drawn: they lack what the keys need</source>
        <translation>%1 von %2 Runs werden nicht gezeichnet: ihnen fehlt, was die Schlüssel brauchen</translation>
    </message>
    <message>
        <source>params, metrics, tags, info or datasets, all of them unless it is given; environment, code, signature or artifacts</source>
        <translation>params, metrics, tags, info oder datasets, ohne Angabe sie alle; environment, code, signature oder artifacts</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NUMBER</translation>
    </message>
    <message>
        <source>numbers that are no further apart count as equal: 0.01 or 1%</source>
        <translation>Zahlen, die nicht weiter auseinanderliegen, gelten als gleich: 0.01 oder 1%</translation>
    </message>
    <message>
        <source>METRIC</source>
        <translation>METRIC</translation>
    </message>
    <message>
        <source>instead: params by how much of this metric goes with them</source>
        <translation>stattdessen: Parameter danach, wie viel dieser Metrik mit ihnen geht</translation>
    </message>
    <message>
        <source>COUNT</source>
        <translation>COUNT</translation>
    </message>
    <message>
        <source>with --explain: values of the best runs and of the rest, instead of those above the median</source>
        <translation>mit --explain: Werte der besten Runs und des Rests statt derer über dem Median</translation>
    </message>
    <message>
        <source>--tolerance takes a number such as 0.01 or 1%, not: %1</source>
        <translation>--tolerance nimmt eine Zahl wie 0.01 oder 1%, nicht: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>section: what is the matter</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>--best takes a number of runs, not: %1</source>
        <translation>--best nimmt eine Anzahl von Runs, nicht: %1</translation>
    </message>
    <message>
        <source>None of the runs has the metric %1</source>
        <translation>Keiner der Runs hat die Metrik %1</translation>
    </message>
    <message>
        <source>Association, not cause: the share of the metric&apos;s ranks that goes with a param.</source>
        <translation>Zusammenhang, nicht Ursache: der Anteil der Ränge der Metrik, der mit einem Parameter geht.</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Comparison of %1 runs</source>
        <translation>Vergleich von %1 Runs</translation>
    </message>
    <message>
        <source>The program that draws charts could not be started</source>
        <translation>Das Programm, das Diagramme zeichnet, ließ sich nicht starten</translation>
    </message>
    <message>
        <source>The chart could not be drawn</source>
        <translation>Das Diagramm ließ sich nicht zeichnen</translation>
    </message>
    <message>
        <source>table (the default), json, csv, tsv, markdown, latex, html or ndjson (one JSON object a line)</source>
        <translation>table (Voreinstellung), json, csv, tsv, markdown, latex, html oder ndjson (ein JSON-Objekt je Zeile)</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>a column, or nothing</source>
        <translation>eine Spalte oder nichts</translation>
    </message>
    <message>
        <source>a column; may be given several times</source>
        <translation>eine Spalte; kann mehrmals angegeben werden</translation>
    </message>
    <message>
        <source>KEY=VALUE, such as trend=linear</source>
        <translation>KEY=VALUE, etwa trend=linear</translation>
    </message>
    <message>
        <source>--card %1 has no options, so not: %2</source>
        <translation>--card %1 hat keine Optionen, also nicht: %2</translation>
    </message>
    <message>
        <source>with --card %1 the keys %2</source>
        <translation>bei --card %1 die Schlüssel %2</translation>
    </message>
    <message numerus="yes">
        <source>--card %1 takes %n columns at most, so not: %2</source>
        <translation>
            <numerusform>--card %1 nimmt höchstens %n Spalte, also nicht: %2</numerusform>
            <numerusform>--card %1 nimmt höchstens %n Spalten, also nicht: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these runs has %1</source>
        <translation>Keiner dieser Runs hat %1</translation>
    </message>
    <message>
        <source>TYPE</source>
        <translation>TYPE</translation>
    </message>
    <message>
        <source>what is drawn: %1; line unless it is given</source>
        <translation>was gezeichnet wird: %1; ohne Angabe line</translation>
    </message>
    <message>
        <source>KEY=VALUE</source>
        <translation>KEY=VALUE</translation>
    </message>
    <message>
        <source>an option of that type; may be given several times</source>
        <translation>eine Option dieser Art; kann mehrmals angegeben werden</translation>
    </message>
    <message>
        <source>KEY</source>
        <translation>KEY</translation>
    </message>
    <message>
        <source>--option goes with another --card than line, so not: %1</source>
        <translation>--option gehört zu einer anderen --card als line, also nicht: %1</translation>
    </message>
    <message>
        <source>%1 goes with --card line, not with --card %2</source>
        <translation>%1 gehört zu --card line, nicht zu --card %2</translation>
    </message>
    <message>
        <source>--card-id is for a card of --view-file</source>
        <translation>--card-id ist für eine Karte aus --view-file</translation>
    </message>
    <message>
        <source>%1 does not go with --view-file</source>
        <translation>%1 geht nicht zusammen mit --view-file</translation>
    </message>
    <message>
        <source>With --view-file there are no keys, so not: %1</source>
        <translation>Mit --view-file gibt es keine Schlüssel, also nicht: %1</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 runs are drawn</source>
        <translation>Nur die ersten %1 von %2 Runs werden gezeichnet</translation>
    </message>
    <message>
        <source>draw charts into pictures</source>
        <translation>Diagramme in Bilder zeichnen</translation>
    </message>
    <message>
        <source>Draws what the window would draw, without a display. The ending of --output, which is needed, decides between .png, .svg and .pdf.

Lines: a KEY is a metric&apos;s name or an expression of metrics, such as &quot;metrics.train_loss - metrics.val_loss&quot; or &quot;ewm(metrics.loss, 0.9)&quot;; several keys are drawn in one chart. Runs that lack a key are left out, and counted on standard error.

With --card a KEY is a column, such as metrics.loss or params.lr, or an expression that gives a number, such as &quot;min(metrics.loss)&quot;; a metric&apos;s name alone will do. Those that are not given are the first ones that the window would show. The cards, their columns and what --option takes:</source>
        <translation>Zeichnet, was das Fenster zeichnen würde, ohne Bildschirm. Die Endung von --output, das nötig ist, entscheidet zwischen .png, .svg und .pdf.

Linien: Ein KEY ist der Name einer Metrik oder ein Ausdruck aus Metriken wie &quot;metrics.train_loss - metrics.val_loss&quot; oder &quot;ewm(metrics.loss, 0.9)&quot;; mehrere werden in ein Diagramm gezeichnet. Runs, denen ein Schlüssel fehlt, werden weggelassen und auf der Standardfehlerausgabe gezählt.

Mit --card ist ein KEY eine Spalte wie metrics.loss oder params.lr, oder ein Ausdruck, der eine Zahl ergibt, wie &quot;min(metrics.loss)&quot;; der Name einer Metrik allein genügt. Was nicht angegeben ist, sind die ersten Spalten, die das Fenster zeigen würde. Die Karten, ihre Spalten und was --option nimmt:</translation>
    </message>
    <message>
        <source>Params and tags are equal when their text is, metrics when they are the same number. A delta is the difference to the baseline, where both are numbers.

With --tolerance, numbers of params and metrics that are no further apart than it count as equal to the baseline&apos;s: 0.01 is an absolute difference, 1% one relative to the greater of the two magnitudes.

The sections environment (packages in requirements.txt, conda.yaml and python_env.yaml), signature (of MLmodel files) and artifacts (every file with its size) are read from the runs&apos; artifacts, those of logged models included; code is what MLflow&apos;s tags say of commit, source and entry point. A value of null in them means that the run has none, or that its artifacts could not be read, which &quot;notes&quot; then says.

With --explain METRIC the answer is which params go with a metric in these runs: for each the share of the variance of the metric&apos;s ranks, Spearman&apos;s rho squared for numbers and the correlation ratio eta squared for texts, both adjusted for how many values there are. Runs without the metric, or with NaN, are left out; runs without a param are left out of its row. Values of two groups of the runs are shown beside each other: those above the metric&apos;s median and the rest, or as --best, or --first and --second say it; a run that both queries find belongs to the first. It is association, not cause.

With --exit-code the exit status is 1 when the runs differ in the sections that are compared.</source>
        <translation>Parameter und Tags sind gleich, wenn ihr Text es ist, Metriken, wenn sie dieselbe Zahl sind. Ein Unterschied gilt gegenüber der Basis, wo beides Zahlen sind.

Mit --tolerance gelten Zahlen von Parametern und Metriken, die nicht weiter auseinanderliegen, als gleich der der Basis: 0.01 ist ein absoluter Abstand, 1% einer im Verhältnis zum größeren Betrag.

Die Abschnitte environment (Pakete in requirements.txt, conda.yaml und python_env.yaml), signature (von MLmodel-Dateien) und artifacts (jede Datei mit ihrer Größe) werden aus den Artefakten der Runs gelesen, auch aus denen protokollierter Modelle; code ist, was MLflows Tags über Commit, Quelle und Einstiegspunkt sagen. Ein Wert null darin heißt, dass der Run keinen hat oder dass seine Artefakte nicht gelesen werden konnten, was dann unter &quot;notes&quot; steht.

Mit --explain METRIC ist die Antwort, welche Parameter in diesen Runs mit einer Metrik gehen: für jeden der Anteil der Varianz der Ränge der Metrik, Spearmans Rho im Quadrat bei Zahlen und der Korrelationsquotient Eta im Quadrat bei Texten, beide bereinigt um die Zahl der Werte. Runs ohne die Metrik oder mit NaN sind weggelassen; Runs ohne einen Parameter fehlen in seiner Zeile. Werte zweier Gruppen der Runs stehen nebeneinander: die über dem Median der Metrik und der Rest, oder wie --best oder --first und --second es sagen; ein Run, den beide Abfragen finden, gehört zur ersten. Es ist Zusammenhang, nicht Ursache.

Mit --exit-code ist der Exit-Status 1, wenn sich die Runs in den verglichenen Abschnitten unterscheiden.</translation>
    </message>
    <message>
        <source>The query of --first finds no run</source>
        <translation>Die Abfrage von --first findet keinen Run</translation>
    </message>
    <message>
        <source>There is no run beside those of --first</source>
        <translation>Außer den Runs von --first gibt es keinen</translation>
    </message>
    <message>
        <source>with --explain, in place of runs: one group are the runs that the query finds</source>
        <translation>mit --explain, statt Runs: eine Gruppe sind die Runs, die die Abfrage findet</translation>
    </message>
    <message>
        <source>with --first: the other group; all other runs unless it is given</source>
        <translation>mit --first: die andere Gruppe; ohne diese Option alle anderen Runs</translation>
    </message>
    <message>
        <source>with --first: only runs of this experiment; may be given several times</source>
        <translation>mit --first: nur Runs dieses Experiments; mehrfach möglich</translation>
    </message>
    <message>
        <source>--second and --experiment are for --first</source>
        <translation>--second und --experiment gehören zu --first</translation>
    </message>
    <message>
        <source>--first is for --explain</source>
        <translation>--first gehört zu --explain</translation>
    </message>
    <message>
        <source>With --first the runs are those of the queries: no RUN, --baseline or --best beside it</source>
        <translation>Mit --first sind die Runs die der Abfragen: kein RUN, --baseline oder --best daneben</translation>
    </message>
    <message>
        <source>in place of keys: the cards of a view that was saved in the window, of the runs that its query finds; several cards are numbered files</source>
        <translation>statt Schlüsseln: die Karten einer im Fenster gespeicherten Ansicht, mit den Runs, die ihre Abfrage findet; mehrere Karten werden nummerierte Dateien</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>of these the one with this id or title</source>
        <translation>von diesen die mit dieser Kennung oder diesem Titel</translation>
    </message>
    <message>
        <source>The view has no cards that can be drawn</source>
        <translation>Die Ansicht hat keine Karten, die sich zeichnen lassen</translation>
    </message>
    <message>
        <source>--card-id takes %1 of this view, or the title of a card, not: %2</source>
        <translation>--card-id nimmt %1 aus dieser Ansicht oder den Titel einer Karte, nicht: %2</translation>
    </message>
    <message>
        <source>a column such as params.lr</source>
        <translation>eine Spalte wie params.lr</translation>
    </message>
    <message>
        <source>COLUMN</source>
        <translation>COLUMN</translation>
    </message>
    <message>
        <source>the column that decides the colours, such as params.lr</source>
        <translation>die Spalte, die die Farben bestimmt, etwa params.lr</translation>
    </message>
    <message>
        <source>the column that decides the dashes</source>
        <translation>die Spalte, die die Stricharten bestimmt</translation>
    </message>
    <message>
        <source>the column that decides the markers</source>
        <translation>die Spalte, die die Markierungen bestimmt</translation>
    </message>
    <message>
        <source>ls lists a folder, cat writes the bytes of a file and nothing else, get copies a file or a folder with everything in it beneath the folder of --output, under the path that it has in the run. Files that are there already are not replaced. What a server or an object store did not send to the end is kept as NAME.assay-part; the same command goes on from there if the file is the same still.

Paths are relative to the run&apos;s artifact root. Symbolic links are listed and never followed. Artifacts of a store that was moved are found beside it.</source>
        <translation>ls listet einen Ordner auf, cat gibt die Bytes einer Datei aus und sonst nichts, get kopiert eine Datei oder einen Ordner mit allem darin unter den Ordner von --output, mit dem Pfad, den sie im Run haben. Vorhandene Dateien werden nicht ersetzt. Was ein Server oder ein Objektspeicher nicht zu Ende sendet, bleibt als NAME.assay-part; derselbe Befehl geht von da weiter, wenn die Datei noch dieselbe ist.

Pfade gelten ab der Artefaktwurzel des Runs. Symbolische Verknüpfungen werden aufgeführt, ihnen wird nie gefolgt. Artefakte eines verschobenen Speichers werden neben ihm gefunden.</translation>
    </message>
    <message>
        <source>write runs into one file that opens as a store of its own</source>
        <translation>schreibt Runs in eine Datei, die sich als eigener Speicher öffnet</translation>
    </message>
    <message>
        <source>Writes a bundle: experiments, runs, every logged point of their metrics, registered models, and with --with-artifacts the files that the runs logged. Every command takes it as LOCATION, and so does the window. It is a zip with SQLite databases and plain files in it; its README.txt says how they are read without assayctl.

Without -e, --filter, --view and --max it holds the whole store, deleted runs too. Else it holds the runs that are asked for, their experiments, and the models of which a version comes from one of them.

The file takes its name when it is complete. A file that is there already is replaced with --replace only.</source>
        <translation>Schreibt ein Bündel: Experimente, Runs, jeden protokollierten Punkt ihrer Metriken, registrierte Modelle und mit --with-artifacts die Dateien, die die Runs protokolliert haben. Jeder Befehl nimmt es als LOCATION, und auch das Fenster öffnet es. Es ist ein Zip mit SQLite-Datenbanken und gewöhnlichen Dateien; seine README.txt sagt, wie man sie ohne assayctl liest.

Ohne -e, --filter, --view und --max enthält es den ganzen Speicher, auch gelöschte Runs. Sonst enthält es die gewünschten Runs, ihre Experimente und die Modelle, von denen eine Version aus einem von ihnen stammt.

Die Datei bekommt ihren Namen, wenn sie vollständig ist. Eine Datei, die es schon gibt, wird nur mit --replace ersetzt.</translation>
    </message>
    <message>
        <source>put the files that the runs logged into it</source>
        <translation>nimmt die Dateien auf, die die Runs protokolliert haben</translation>
    </message>
    <message>
        <source>replace the file where it is there already</source>
        <translation>ersetzt die Datei, wenn es sie schon gibt</translation>
    </message>
    <message>
        <source>export needs --output FILE</source>
        <translation>export braucht --output FILE</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
    <message>
        <source>Reads stores of machine-learning runs, compares runs and moves model versions through stages. LOCATION is a folder, a database file, a bundle, or the address of a server.</source>
        <translation>Liest Speicher mit Runs des maschinellen Lernens, vergleicht Runs und verschiebt Modellversionen zwischen Stufen. LOCATION ist ein Ordner, eine Datenbankdatei, ein Bündel oder die Adresse eines Servers.</translation>
    </message>
    <message>
        <source>The store is named twice</source>
        <translation>Der Speicher ist zweimal genannt</translation>
    </message>
    <message>
        <source>Not everything could be read as written (problems: %1); assayctl doctor lists it for each store</source>
        <translation>Nicht alles war so zu lesen, wie es geschrieben ist (Probleme: %1); assayctl doctor zählt es für jeden Speicher auf</translation>
    </message>
    <message>
        <source>LOCATION</source>
        <translation>LOCATION</translation>
    </message>
    <message>
        <source>this store, too, in the same answer; may be given several times</source>
        <translation>auch dieser Speicher, in derselben Antwort; darf mehrmals angegeben werden</translation>
    </message>
    <message>
        <source>With --with several stores are read as one, all of them at once. A run then has a store: the short name of its location, which a query knows as store = &quot;name&quot;, and which stands in the answer beside the run. An experiment that is named is looked for in each of them. Where one id stands in two stores, STORE/RUN_ID says which is meant. When one of the stores cannot be read there is no answer.</source>
        <translation>Mit --with werden mehrere Speicher als einer gelesen, alle zugleich. Ein Run hat dann einen Speicher: den kurzen Namen seines Ortes, den eine Abfrage als store = &quot;name&quot; kennt und der in der Antwort beim Run steht. Ein Experiment, das genannt ist, wird in jedem von ihnen gesucht. Wo eine Kennung in zwei Speichern steht, sagt STORE/RUN_ID, welche gemeint ist. Ist einer der Speicher nicht zu lesen, so gibt es keine Antwort.</translation>
    </message>
    <message>
        <source>--output takes the name of a file, not “-”; a file that is called so is ./-</source>
        <translation>--output nimmt den Namen einer Datei, nicht „-“; eine Datei, die so heißt, ist ./-</translation>
    </message>
    <message>
        <source>The address of a server begins with http:// or https://: %1</source>
        <translation>Die Adresse eines Servers beginnt mit http:// oder https://: %1</translation>
    </message>
</context>
</TS>
