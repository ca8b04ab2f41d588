<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>AlsText</name>
    <message>
        <source>iALS: no counterpart, because nothing is weighted</source>
        <translation>iALS: kein Gegenstück, weil nichts gewichtet wird</translation>
    </message>
    <message>
        <source>iALS: α₀ %1, λ %2, ν 0, target %3</source>
        <translation>iALS: α₀ %1, λ %2, ν 0, Zielwert %3</translation>
    </message>
    <message>
        <source>With the target 1, as iALS is trained here: λ %1, ν 0. The ranking is the same, every score is %2 times as large.</source>
        <translation>Mit dem Zielwert 1, wie iALS hier trainiert wird: λ %1, ν 0. Die Rangfolge ist dieselbe, jeder Score ist %2-mal so groß.</translation>
    </message>
    <message>
        <source>Hu–Koren–Volinsky (the paper)</source>
        <translation>Hu–Koren–Volinsky (der Artikel)</translation>
    </message>
    <message>
        <source>Every pair of user and film counts: a liked one 1 + α times as much as one that was not rated. λ keeps all vectors short.</source>
        <translation>Jedes Paar aus Nutzer und Film zählt: ein gemochtes 1 + α mal so viel wie ein nicht bewertetes. λ hält alle Vektoren kurz.</translation>
    </message>
    <message>
        <source>implicit (the library)</source>
        <translation>implicit (die Bibliothek)</translation>
    </message>
    <message>
        <source>As in the paper, but a liked pair counts α times as much, not 1 + α. Choose it to compare with the library “implicit”.</source>
        <translation>Wie im Artikel, aber ein gemochtes Paar zählt α-mal so viel, nicht 1 + α. Zum Vergleich mit der Bibliothek „implicit“.</translation>
    </message>
    <message>
        <source>iALS (scaled by frequency)</source>
        <translation>iALS (nach Häufigkeit skaliert)</translation>
    </message>
    <message>
        <source>Liked pairs are pulled to 1, all pairs to 0 with weight α₀; λ grows with activity, so it suits data of any size.</source>
        <translation>Gemochte Paare werden zu 1 gezogen, alle mit Gewicht α₀ zu 0; λ wächst mit der Aktivität und passt so zu Daten jeder Größe.</translation>
    </message>
    <message numerus="yes">
        <source>λ for the average user here (%n like(s), λᵤ = %1)</source>
        <translation>
            <numerusform>λ im Mittel hier (%n Like, λᵤ = %1)</numerusform>
            <numerusform>λ im Mittel hier (%n Likes, λᵤ = %1)</numerusform>
        </translation>
    </message>
    <message>
        <source>λᵤ = λ (nᵤ + α₀ · films)^ν differs from user to user, and so does its counterpart in the other forms.</source>
        <translation>λᵤ = λ (nᵤ + α₀ · Filme)^ν ist von Nutzer zu Nutzer verschieden und ebenso sein Gegenstück in den anderen Formen.</translation>
    </message>
    <message>
        <source>The same in the other forms:</source>
        <translation>Dasselbe in den anderen Formen:</translation>
    </message>
    <message numerus="yes">
        <source>%n factor(s)</source>
        <translation>
            <numerusform>%n Faktor</numerusform>
            <numerusform>%n Faktoren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s)</source>
        <translation>
            <numerusform>%n Iteration</numerusform>
            <numerusform>%n Iterationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CG, %n step(s)</source>
        <translation>
            <numerusform>CG, %n Schritt</numerusform>
            <numerusform>CG, %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>or 1</source>
        <translation>oder 1</translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>%1 to %2</source>
        <comment>interval</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>no detectable difference</source>
        <translation>kein nachweisbarer Unterschied</translation>
    </message>
    <message>
        <source>deterministic: no seed</source>
        <translation>deterministisch: kein Startwert</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s): %1 to %2</source>
        <translation>
            <numerusform>%n Startwert: %1 bis %2</numerusform>
            <numerusform>%n Startwerte: %1 bis %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) measured</source>
        <translation>
            <numerusform>%n Nutzer gemessen</numerusform>
            <numerusform>%n Nutzer gemessen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n Startwert</numerusform>
            <numerusform>%n Startwerte</numerusform>
        </translation>
    </message>
    <message>
        <source>liked from %1</source>
        <translation>gemocht ab %1</translation>
    </message>
    <message>
        <source>lists of %1</source>
        <translation>Listenlänge %1</translation>
    </message>
    <message>
        <source>Comparison %1, %2</source>
        <translation>Vergleich %1, %2</translation>
    </message>
    <message>
        <source>Measured %1</source>
        <translation>Gemessen am %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>tuned on validation data: %n setting(s) tried</source>
        <translation>
            <numerusform>getunt auf Validierungsdaten: %n Einstellung versucht</numerusform>
            <numerusform>getunt auf Validierungsdaten: %n Einstellungen versucht</numerusform>
        </translation>
    </message>
    <message>
        <source>not tuned here: tested defaults</source>
        <translation>hier nicht getunt: erprobte Vorgaben</translation>
    </message>
    <message>
        <source>training %1, measuring %2</source>
        <translation>Training %1, Messen %2</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n Nutzer</numerusform>
            <numerusform>%n Nutzer</numerusform>
        </translation>
    </message>
    <message>
        <source>seed of the statistics %1</source>
        <translation>Startwert der Statistik %1</translation>
    </message>
    <message>
        <source>%1 of %2 held-out pairs in training: checked</source>
        <translation>%1 von %2 zurückgehaltenen Paaren im Training: geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n of them cold</source>
        <translation>
            <numerusform>%n davon kalt</numerusform>
            <numerusform>%n davon kalt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CurveText</name>
    <message>
        <source>Nothing measured yet. Choose algorithms on the left and start.</source>
        <translation>Noch nichts gemessen. Wählen Sie links Algorithmen und starten Sie.</translation>
    </message>
    <message>
        <source>%1
%2 %3
%4 %5</source>
        <translation>%1
%2 %3
%4 %5</translation>
    </message>
    <message>
        <source>%1 against the length of the list</source>
        <translation>%1 nach der Länge der Liste</translation>
    </message>
    <message>
        <source>Means over users. The table reads these curves at k = %1.</source>
        <translation>Mittel über Nutzer. Die Tabelle liest diese Kurven bei k = %1 ab.</translation>
    </message>
    <message>
        <source>%1 is not measured at other lengths. Choose NDCG, MAP, precision, recall, MRR, hit rate or coverage.</source>
        <translation>%1 wird bei anderen Längen nicht gemessen. Wählen Sie NDCG, MAP, Precision, Recall, MRR, Hit oder Abdeckung.</translation>
    </message>
    <message>
        <source>k, length of the list</source>
        <translation>k, Länge der Liste</translation>
    </message>
    <message>
        <source>%1 at k = %2: %3</source>
        <translation>%1 bei k = %2: %3</translation>
    </message>
    <message>
        <source>%1 against coverage and popularity</source>
        <translation>%1 gegen Abdeckung und Beliebtheit</translation>
    </message>
    <message>
        <source>Coverage and popularity describe, they do not judge: random lists cover everything. A lift of 0 shows films as popular as what the users like.</source>
        <translation>Abdeckung und Beliebtheit beschreiben, sie urteilen nicht: Zufällige Listen decken alles ab. Ein Lift von 0 zeigt Filme, die so beliebt sind wie die gemochten der Nutzer.</translation>
    </message>
    <message>
        <source>What is shown, by popularity of the films</source>
        <translation>Was gezeigt wird, nach Beliebtheit der Filme</translation>
    </message>
    <message>
        <source>Share of all places in the lists of %1 that went to each tenth of the catalogue, the most liked films on the left. Equal exposure would be 10 % each.</source>
        <translation>Anteil aller Plätze in den Listen der Länge %1, der auf jedes Zehntel des Katalogs entfiel, links die meistgemochten Filme. Gleiche Sichtbarkeit wäre je 10 %.</translation>
    </message>
    <message>
        <source>%1, tenth %2 of the films by popularity: %3 of what is shown</source>
        <translation>%1, Zehntel %2 der Filme nach Beliebtheit: %3 von allem Gezeigten</translation>
    </message>
    <message>
        <source>%1 by how much is known of the users</source>
        <translation>%1 danach, wie viel von den Nutzern bekannt ist</translation>
    </message>
    <message>
        <source>Users in four groups of equal size by their training likes.</source>
        <translation>Nutzer in vier gleich großen Gruppen nach ihren Trainings-Likes.</translation>
    </message>
    <message>
        <source>%1 has no value for single users.</source>
        <translation>%1 hat keinen Wert für einzelne Nutzer.</translation>
    </message>
    <message>
        <source>training likes of the users</source>
        <translation>Trainings-Likes der Nutzer</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>training likes</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 for the %n user(s) with %3 training likes</source>
        <translation>
            <numerusform>%1: %2 für den %n Nutzer mit %3 Trainings-Likes</numerusform>
            <numerusform>%1: %2 für die %n Nutzer mit %3 Trainings-Likes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abgebrochen. Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>The file or folder is missing or cannot be read. Check that it is still there and that you may read it.</source>
        <translation>Die Datei oder der Ordner fehlt oder ist nicht lesbar. Prüfen Sie, ob sie noch da ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>The file could not be written. Check the free space and your rights in that folder.</source>
        <translation>Die Datei konnte nicht geschrieben werden. Prüfen Sie den freien Platz und Ihre Rechte in diesem Ordner.</translation>
    </message>
    <message>
        <source>The file does not follow its format. The line below says where and why.</source>
        <translation>Die Datei hält ihr Format nicht ein. Die Zeile darunter sagt, wo und warum.</translation>
    </message>
    <message>
        <source>This is no data set that Recital knows. It reads every MovieLens folder or zip, and any CSV or TSV file of ratings.</source>
        <translation>Das ist kein Datensatz, den Recital kennt. Es liest jeden Ordner und jedes Zip von MovieLens sowie jede CSV- oder TSV-Datei mit Bewertungen.</translation>
    </message>
    <message>
        <source>A parameter is outside its limits. Correct it and start again.</source>
        <translation>Ein Parameter liegt außerhalb seiner Grenzen. Berichtigen Sie ihn und starten Sie erneut.</translation>
    </message>
    <message>
        <source>The data can be read but not used for this. The line below says why.</source>
        <translation>Die Daten sind lesbar, aber hierfür nicht brauchbar. Die Zeile darunter sagt, warum.</translation>
    </message>
    <message>
        <source>The data set has no such user or film.</source>
        <translation>Der Datensatz hat keinen solchen Nutzer oder Film.</translation>
    </message>
    <message>
        <source>The server could not be reached or the connection was cut. What has arrived is kept: try again to continue from there.</source>
        <translation>Der Server war nicht erreichbar oder die Verbindung brach ab. Was angekommen ist, bleibt: Versuchen Sie es erneut, dann geht es dort weiter.</translation>
    </message>
    <message>
        <source>The downloaded file is not the one its publisher describes, so it was deleted. Download it again.</source>
        <translation>Die geladene Datei ist nicht die, die der Herausgeber beschreibt, und wurde gelöscht. Laden Sie sie erneut.</translation>
    </message>
    <message>
        <source>The workspace could not be read or written. Your data sets are not affected.</source>
        <translation>Der Arbeitsbereich konnte nicht gelesen oder geschrieben werden. Ihre Datensätze sind nicht betroffen.</translation>
    </message>
    <message>
        <source>Something went wrong inside Recital. What you had before is still there.</source>
        <translation>In Recital ist etwas schiefgegangen. Was Sie vorher hatten, ist noch da.</translation>
    </message>
    <message>
        <source>Another job is running. Wait until it is done, or cancel it.</source>
        <translation>Eine andere Aufgabe läuft. Warten Sie, bis sie fertig ist, oder brechen Sie sie ab.</translation>
    </message>
</context>
<context>
    <name>EvaluateText</name>
    <message>
        <source>--compare-to names &quot;%1&quot;, which is not measured</source>
        <translation>--compare-to nennt „%1“, das nicht gemessen wird</translation>
    </message>
</context>
<context>
    <name>EvidenceText</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>95 % interval %1</source>
        <translation>95-%-Intervall %1</translation>
    </message>
    <message>
        <source>Difference to the exact re-solve</source>
        <translation>Differenz zur exakten Neulösung</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>Which rule finds what users liked next?</source>
        <translation>Welche Regel findet, was Nutzer danach mochten?</translation>
    </message>
    <message>
        <source>Not measured yet. Start plays held-out clicks to every rule.</source>
        <translation>Noch nicht gemessen. Starten spielt jeder Regel zurückgehaltene Klicks vor.</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s). Whiskers: 95 % intervals over users. Which rule is better is told by the differences, not by the overlap of the bars.</source>
        <translation>
            <numerusform>%n Nutzer. Striche: 95-%-Intervalle über Nutzer. Welche Regel besser ist, sagen die Differenzen, nicht die Überlappung der Balken.</numerusform>
            <numerusform>%n Nutzer. Striche: 95-%-Intervalle über Nutzer. Welche Regel besser ist, sagen die Differenzen, nicht die Überlappung der Balken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n user(s) so far: means without intervals, and they still move.</source>
        <translation>
            <numerusform>%1 von %n Nutzer bisher: Mittel ohne Intervalle, noch in Bewegung.</numerusform>
            <numerusform>%1 von %n Nutzern bisher: Mittel ohne Intervalle, noch in Bewegung.</numerusform>
        </translation>
    </message>
    <message>
        <source>How much of the list is new after some likes?</source>
        <translation>Wie viel der Liste ist nach einigen Likes neu?</translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation>Noch nicht gemessen.</translation>
    </message>
    <message>
        <source>Change alone is no learning: a ranker that draws films at random changes most.</source>
        <translation>Änderung allein ist kein Lernen: Wer Filme zufällig zieht, ändert am meisten.</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s), rule: %1</source>
        <translation>
            <numerusform>%n Nutzer, Regel: %1</numerusform>
            <numerusform>%n Nutzer, Regel: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>random</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>popular</source>
        <translation>Beliebteste</translation>
    </message>
    <message numerus="yes">
        <source>%1 after %n like(s): %2 of the list is new</source>
        <translation>
            <numerusform>%1 nach %n Like: %2 der Liste sind neu</numerusform>
            <numerusform>%1 nach %n Likes: %2 der Liste sind neu</numerusform>
        </translation>
    </message>
    <message>
        <source>likes</source>
        <translation>Likes</translation>
    </message>
    <message>
        <source>new in the list</source>
        <translation>neu in der Liste</translation>
    </message>
    <message>
        <source>Simulated users: was the next click on the list?</source>
        <translation>Simulierte Nutzer: War der nächste Klick auf der Liste?</translation>
    </message>
    <message>
        <source>Not measured yet. Start lets virtual users click what real ones liked.</source>
        <translation>Noch nicht gemessen. Starten lässt virtuelle Nutzer klicken, was echte mochten.</translation>
    </message>
    <message numerus="yes">
        <source>%n simulated user(s), rule: %1</source>
        <translation>
            <numerusform>%n simulierter Nutzer, Regel: %1</numerusform>
            <numerusform>%n simulierte Nutzer, Regel: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>with updates</source>
        <translation>mit Aktualisierung</translation>
    </message>
    <message>
        <source>no updates</source>
        <translation>ohne Aktualisierung</translation>
    </message>
    <message numerus="yes">
        <source>%1 after %n click(s): %2</source>
        <translation>
            <numerusform>%1 nach %n Klick: %2</numerusform>
            <numerusform>%1 nach %n Klicks: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>clicks</source>
        <translation>Klicks</translation>
    </message>
    <message>
        <source>hit rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Nobody has five likes in the test part of the split: nothing to click in front of the list.</source>
        <translation>Niemand hat fünf Likes im Testteil der Aufteilung: nichts, was vor der Liste geklickt werden könnte.</translation>
    </message>
    <message>
        <source>Hits in the top %1 of all clicks so far, drawn from click %2 on. Simulated: clicks are held-out ratings in their order.</source>
        <translation>Treffer unter den ersten %1 aller Klicks bisher, gezeichnet ab Klick %2. Simuliert: zurückgehaltene Bewertungen in ihrer Reihenfolge.</translation>
    </message>
</context>
<context>
    <name>FigureText</name>
    <message>
        <source>Nothing measured yet. Choose algorithms on the left and start.</source>
        <translation>Noch nichts gemessen. Wählen Sie links Algorithmen und starten Sie.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>95 % interval %1</source>
        <translation>95-%-Intervall %1</translation>
    </message>
    <message>
        <source>%1 − %2: %3 (95 % interval %4)
adjusted p %5: %6</source>
        <translation>%1 − %2: %3 (95-%-Intervall %4)
p adjustiert %5: %6</translation>
    </message>
    <message>
        <source>Difference to %1</source>
        <translation>Differenz zu %1</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>%1 of every algorithm</source>
        <translation>%1 jedes Algorithmus</translation>
    </message>
    <message>
        <source>Whiskers: 95 % intervals over users. Whether two rows differ is told by the differences, not by the overlap of the bars.</source>
        <translation>Antennen: 95-%-Intervalle über Nutzer. Ob sich zwei Zeilen unterscheiden, sagen die Differenzen, nicht die Überlappung der Balken.</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Nutzer %1</translation>
    </message>
    <message>
        <source>User number %1</source>
        <translation>Nutzer Nr. %1</translation>
    </message>
    <message>
        <source>%1 user by user</source>
        <translation>%1 Nutzer für Nutzer</translation>
    </message>
    <message>
        <source>Two measured algorithms are needed.</source>
        <translation>Zwei gemessene Algorithmen werden gebraucht.</translation>
    </message>
    <message>
        <source>%1 user by user: %2 − %3</source>
        <translation>%1 Nutzer für Nutzer: %2 − %3</translation>
    </message>
    <message>
        <source>%1 has no value for single users.</source>
        <translation>%1 hat keinen Wert für einzelne Nutzer.</translation>
    </message>
    <message>
        <source>%1: %2
%3 %4, %5 %6</source>
        <translation>%1: %2
%3 %4, %5 %6</translation>
    </message>
    <message>
        <source>users, largest difference first</source>
        <translation>Nutzer, größte Differenz zuerst</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message numerus="yes">
        <source>%1 higher for %2 of %n user(s), equal for %3, %4 higher for %5; mean difference %6.</source>
        <translation>
            <numerusform>%1 höher bei %2 von %n Nutzer, gleich bei %3, %4 höher bei %5; mittlere Differenz %6.</numerusform>
            <numerusform>%1 höher bei %2 von %n Nutzern, gleich bei %3, %4 höher bei %5; mittlere Differenz %6.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
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
</context>
<context>
    <name>HeatMapText</name>
    <message>
        <source>best</source>
        <translation>beste</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
</context>
<context>
    <name>MetricText</name>
    <message>
        <source>NDCG@%1</source>
        <translation>NDCG@%1</translation>
    </message>
    <message>
        <source>Recall@%1</source>
        <translation>Recall@%1</translation>
    </message>
    <message>
        <source>MAP@%1</source>
        <translation>MAP@%1</translation>
    </message>
    <message>
        <source>Hit@%1</source>
        <translation>Hit@%1</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Coverage@%1</source>
        <translation>Abdeckung@%1</translation>
    </message>
    <message>
        <source>Σ h_r ÷ log2(r + 1) over the ranks r ≤ %1, divided by Σ 1 ÷ log2(r + 1) over r ≤ min(n, %1); mean over users</source>
        <translation>Σ h_r ÷ log2(r + 1) über die Ränge r ≤ %1, geteilt durch Σ 1 ÷ log2(r + 1) über r ≤ min(n, %1); Mittel über Nutzer</translation>
    </message>
    <message>
        <source>hits among the first %1 ÷ n; mean over users</source>
        <translation>Treffer unter den ersten %1 ÷ n; Mittel über Nutzer</translation>
    </message>
    <message>
        <source>Σ h_r · (hits up to r) ÷ r over r ≤ %1, divided by min(n, %1); mean over users</source>
        <translation>Σ h_r · (Treffer bis r) ÷ r über r ≤ %1, geteilt durch min(n, %1); Mittel über Nutzer</translation>
    </message>
    <message>
        <source>1 if there is a hit among the first %1, else 0; mean over users</source>
        <translation>1, wenn unter den ersten %1 ein Treffer ist, sonst 0; Mittel über Nutzer</translation>
    </message>
    <message>
        <source>P(score of a relevant film &gt; score of another unseen one) + ½ P(equal); mean over users</source>
        <translation>P(Score eines relevanten Films &gt; Score eines anderen ungesehenen) + ½ P(gleich); Mittel über Nutzer</translation>
    </message>
    <message>
        <source>different films in anybody&apos;s first %1 ÷ films in the catalogue</source>
        <translation>verschiedene Filme in den ersten %1 von irgendjemandem ÷ Filme im Katalog</translation>
    </message>
    <message>
        <source>How well the hidden likes are placed near the top of a list of %1; 1 is ideal.</source>
        <translation>Wie weit oben in einer Liste von %1 die zurückgehaltenen Likes stehen; 1 ist ideal.</translation>
    </message>
    <message>
        <source>The share of a user&apos;s hidden likes that the list of %1 finds.</source>
        <translation>Der Anteil der zurückgehaltenen Likes eines Nutzers, den die Liste von %1 findet.</translation>
    </message>
    <message>
        <source>Precision averaged over the ranks of the hits; rewards early hits.</source>
        <translation>Präzision, gemittelt über die Ränge der Treffer; belohnt frühe Treffer.</translation>
    </message>
    <message>
        <source>The share of users with at least one hit in the list of %1.</source>
        <translation>Der Anteil der Nutzer mit mindestens einem Treffer in der Liste von %1.</translation>
    </message>
    <message>
        <source>How often a hidden like scores above a film the user has not seen; 0.5 is chance.</source>
        <translation>Wie oft ein zurückgehaltenes Like höher bewertet wird als ein ungesehener Film; 0,5 ist Zufall.</translation>
    </message>
    <message>
        <source>How much of the catalogue appears in the lists at all. High is not good by itself: random lists cover everything.</source>
        <translation>Wie viel vom Katalog überhaupt in den Listen vorkommt. Viel ist nicht an sich gut: Zufällige Listen decken alles ab.</translation>
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
        <source>less than a second left</source>
        <translation>noch weniger als eine Sekunde</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>noch etwa %n Sekunde</numerusform>
            <numerusform>noch etwa %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>newest %1 % of every user held out</source>
        <translation>neueste %1 % jedes Nutzers zurückgehalten</translation>
    </message>
    <message>
        <source>random %1 % of every user held out</source>
        <translation>zufällige %1 % jedes Nutzers zurückgehalten</translation>
    </message>
    <message>
        <source>official fold %1</source>
        <translation>offizieller Fold %1</translation>
    </message>
    <message>
        <source>newest %1 % of all ratings held out</source>
        <translation>neueste %1 % aller Bewertungen zurückgehalten</translation>
    </message>
    <message>
        <source>newest rating of every user held out</source>
        <translation>neueste Bewertung jedes Nutzers zurückgehalten</translation>
    </message>
    <message>
        <source>%1 % of the users held out</source>
        <translation>%1 % der Nutzer zurückgehalten</translation>
    </message>
    <message>
        <source>random fold %1</source>
        <translation>zufälliger Fold %1</translation>
    </message>
    <message>
        <source>%1 % of the training part (%2)</source>
        <comment>a validation split</comment>
        <translation>%1 % des Trainingsteils (%2)</translation>
    </message>
</context>
<context>
    <name>MetricWords</name>
    <message>
        <source>Σ h_r ÷ log2(r + 1) over r ≤ %1, divided by Σ 1 ÷ log2(r + 1) over r ≤ min(n, %1); mean over users</source>
        <translation>Σ h_r ÷ log2(r + 1) über r ≤ %1, geteilt durch Σ 1 ÷ log2(r + 1) über r ≤ min(n, %1); Mittel über Nutzer</translation>
    </message>
    <message>
        <source>Σ h_r ÷ log2(r + 1) over r ≤ %1, divided by Σ 1 ÷ log2(r + 1) over r ≤ n; mean over users</source>
        <translation>Σ h_r ÷ log2(r + 1) über r ≤ %1, geteilt durch Σ 1 ÷ log2(r + 1) über r ≤ n; Mittel über Nutzer</translation>
    </message>
    <message>
        <source>Σ h_r ÷ log2(r + 1) over r ≤ %1, divided by Σ 1 ÷ log2(r + 1) over r ≤ %1; mean over users</source>
        <translation>Σ h_r ÷ log2(r + 1) über r ≤ %1, geteilt durch Σ 1 ÷ log2(r + 1) über r ≤ %1; Mittel über Nutzer</translation>
    </message>
    <message>
        <source>Σ h_r · (hits up to r) ÷ r over r ≤ %1, divided by min(n, %1); mean over users</source>
        <translation>Σ h_r · (Treffer bis r) ÷ r über r ≤ %1, geteilt durch min(n, %1); Mittel über Nutzer</translation>
    </message>
    <message>
        <source>Σ h_r · (hits up to r) ÷ r over r ≤ %1, divided by n; mean over users</source>
        <translation>Σ h_r · (Treffer bis r) ÷ r über r ≤ %1, geteilt durch n; Mittel über Nutzer</translation>
    </message>
    <message>
        <source>hits among the first %1 ÷ %1; mean over users</source>
        <translation>Treffer unter den ersten %1 ÷ %1; Mittel über Nutzer</translation>
    </message>
    <message>
        <source>hits among the first %1 ÷ n; mean over users</source>
        <translation>Treffer unter den ersten %1 ÷ n; Mittel über Nutzer</translation>
    </message>
    <message>
        <source>hits among the first %1 ÷ min(n, %1); mean over users</source>
        <translation>Treffer unter den ersten %1 ÷ min(n, %1); Mittel über Nutzer</translation>
    </message>
    <message>
        <source>1 ÷ rank of the first hit, 0 without one in %1; mean over users</source>
        <translation>1 ÷ Rang des ersten Treffers, 0 ohne Treffer unter %1; Mittel über Nutzer</translation>
    </message>
    <message>
        <source>1 if there is a hit among the first %1, else 0; mean over users</source>
        <translation>1, wenn unter den ersten %1 ein Treffer ist, sonst 0; Mittel über Nutzer</translation>
    </message>
    <message>
        <source>P(score of a relevant film &gt; score of another unseen one) + ½ P(equal); mean over users</source>
        <translation>P(Score eines relevanten Films &gt; Score eines anderen ungesehenen) + ½ P(gleich); Mittel über Nutzer</translation>
    </message>
    <message>
        <source>P(a relevant film is listed before another unseen one), equal scores in order of id; mean over users</source>
        <translation>P(ein relevanter Film steht vor einem anderen ungesehenen), gleiche Scores nach der Nummer; Mittel über Nutzer</translation>
    </message>
    <message>
        <source>mean over all hidden likes of rank ÷ number of candidates; 0 is the top</source>
        <translation>Mittel über alle zurückgehaltenen Likes von Rang ÷ Zahl der Kandidaten; 0 ist ganz oben</translation>
    </message>
    <message>
        <source>mean number of training likes of the films in a list; mean over users</source>
        <translation>mittlere Zahl der Trainings-Likes der Filme einer Liste; Mittel über Nutzer</translation>
    </message>
    <message>
        <source>mean number of training likes of the films that a user liked; mean over users</source>
        <translation>mittlere Zahl der Trainings-Likes der Filme, die ein Nutzer mochte; Mittel über Nutzer</translation>
    </message>
    <message>
        <source>(popularity of the list − popularity of the profile) ÷ popularity of the profile; mean over users</source>
        <translation>(Beliebtheit der Liste − Beliebtheit des Profils) ÷ Beliebtheit des Profils; Mittel über Nutzer</translation>
    </message>
    <message>
        <source>1 − |genres in common| ÷ |genres of either|, mean over the pairs of a list; mean over users</source>
        <translation>1 − |gemeinsame Genres| ÷ |Genres von einem der beiden|, Mittel über die Paare einer Liste; Mittel über Nutzer</translation>
    </message>
    <message>
        <source>different films in anybody&apos;s first %1 ÷ films in the catalogue</source>
        <translation>verschiedene Filme in den ersten %1 von irgendjemandem ÷ Filme im Katalog</translation>
    </message>
    <message>
        <source>different films in anybody&apos;s first %1 ÷ films with a training like</source>
        <translation>verschiedene Filme in den ersten %1 von irgendjemandem ÷ Filme mit einem Trainings-Like</translation>
    </message>
    <message>
        <source>Σ (2r − I − 1) c_r ÷ (I Σ c), films in ascending order of how often they are shown; 0 equal, 1 concentrated</source>
        <translation>Σ (2r − I − 1) c_r ÷ (I Σ c), Filme aufsteigend danach geordnet, wie oft sie gezeigt werden; 0 gleich verteilt, 1 auf einen</translation>
    </message>
    <message>
        <source>−Σ p log2 p over the shares of exposure, in bits</source>
        <translation>−Σ p log2 p über die Anteile an allem Gezeigten, in Bit</translation>
    </message>
    <message>
        <source>mean over everything shown of −log2(users who liked it ÷ users), in bits</source>
        <translation>Mittel über alles Gezeigte von −log2(Nutzer, die es mochten ÷ Nutzer), in Bit</translation>
    </message>
    <message>
        <source>1 − mean over pairs of users of films in common ÷ %1</source>
        <translation>1 − Mittel über Paare von Nutzern von gemeinsamen Filmen ÷ %1</translation>
    </message>
    <message>
        <source>How well the hidden likes are placed near the top of a list of %1; 1 is ideal.</source>
        <translation>Wie weit oben in einer Liste von %1 die zurückgehaltenen Likes stehen; 1 ist ideal.</translation>
    </message>
    <message>
        <source>NDCG as another library defines it: the same lists, another ideal.</source>
        <translation>NDCG, wie eine andere Bibliothek es definiert: dieselben Listen, ein anderes Ideal.</translation>
    </message>
    <message>
        <source>Precision averaged over the ranks of the hits; rewards early hits.</source>
        <translation>Präzision, gemittelt über die Ränge der Treffer; belohnt frühe Treffer.</translation>
    </message>
    <message>
        <source>MAP as trec_eval and RecTools define it: the same lists, divided by n.</source>
        <translation>MAP, wie trec_eval und RecTools es definieren: dieselben Listen, geteilt durch n.</translation>
    </message>
    <message>
        <source>The share of the list of %1 that the user liked.</source>
        <translation>Der Anteil der Liste von %1, den der Nutzer mochte.</translation>
    </message>
    <message>
        <source>The share of a user&apos;s hidden likes that the list of %1 finds.</source>
        <translation>Der Anteil der zurückgehaltenen Likes eines Nutzers, den die Liste von %1 findet.</translation>
    </message>
    <message>
        <source>Recall that can reach 1 for users with more than %1 hidden likes.</source>
        <translation>Recall, der auch für Nutzer mit mehr als %1 zurückgehaltenen Likes 1 erreichen kann.</translation>
    </message>
    <message>
        <source>How early the first hit comes.</source>
        <translation>Wie früh der erste Treffer kommt.</translation>
    </message>
    <message>
        <source>The share of users with at least one hit in the list of %1.</source>
        <translation>Der Anteil der Nutzer mit mindestens einem Treffer in der Liste von %1.</translation>
    </message>
    <message>
        <source>How often a hidden like scores above a film the user has not seen; 0.5 is chance.</source>
        <translation>Wie oft ein zurückgehaltenes Like höher bewertet wird als ein ungesehener Film; 0,5 ist Zufall.</translation>
    </message>
    <message>
        <source>AUC with equal scores decided as the list decides them.</source>
        <translation>AUC, bei der gleiche Scores so entschieden werden wie in der Liste.</translation>
    </message>
    <message>
        <source>Where the hidden likes stand in the whole ranking; lower is better.</source>
        <translation>Wo die zurückgehaltenen Likes in der ganzen Rangfolge stehen; niedriger ist besser.</translation>
    </message>
    <message>
        <source>How well known the films are; neither high nor low is good by itself.</source>
        <translation>Wie bekannt die Filme sind; weder viel noch wenig ist an sich gut.</translation>
    </message>
    <message>
        <source>How much more popular the lists are than what the users liked themselves; 0 is as they are.</source>
        <translation>Wie viel beliebter die Listen sind als das, was die Nutzer selbst mochten; 0 ist genauso.</translation>
    </message>
    <message>
        <source>How different the genres within one list are. Similarity is that of genres, not of the model&apos;s own factors.</source>
        <translation>Wie verschieden die Genres in einer Liste sind. Ähnlichkeit ist die der Genres, nicht die der Faktoren des Modells.</translation>
    </message>
    <message>
        <source>How much of the catalogue appears in the lists at all. High is not good by itself: random lists cover everything.</source>
        <translation>Wie viel vom Katalog überhaupt in den Listen vorkommt. Viel ist nicht an sich gut: Zufällige Listen decken alles ab.</translation>
    </message>
    <message>
        <source>How unevenly films are shown. Random lists are the most even.</source>
        <translation>Wie ungleich Filme gezeigt werden. Zufällige Listen sind am gleichmäßigsten.</translation>
    </message>
    <message>
        <source>How little known the shown films are. Random lists are the most novel.</source>
        <translation>Wie wenig bekannt die gezeigten Filme sind. Zufällige Listen sind am neuesten.</translation>
    </message>
    <message>
        <source>How different two users&apos; lists are. Random lists are the most personal.</source>
        <translation>Wie verschieden die Listen zweier Nutzer sind. Zufällige Listen sind am persönlichsten.</translation>
    </message>
</context>
<context>
    <name>PageHelp</name>
    <message>
        <source>This page describes the data that everything else is computed from. Every number comes from the file that is open now.</source>
        <translation>Diese Seite beschreibt die Daten, aus denen alles andere berechnet wird. Jede Zahl kommt aus der Datei, die jetzt offen ist.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Density&lt;/b&gt; is the share of all pairs of user and film that have a rating. &lt;b&gt;Positives&lt;/b&gt; are ratings of 4 or more: what the models learn from and are tested on.</source>
        <translation>&lt;b&gt;Dichte&lt;/b&gt; ist der Anteil aller Paare aus Nutzer und Film, für die es eine Bewertung gibt. &lt;b&gt;Positive&lt;/b&gt; sind Bewertungen ab 4: Daraus lernen die Modelle und daran werden sie geprüft.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Gini&lt;/b&gt; says how unevenly ratings are spread over films: 0 when every film has as many as any other, close to 1 when a few films have almost all.</source>
        <translation>&lt;b&gt;Gini&lt;/b&gt; sagt, wie ungleich sich Bewertungen auf Filme verteilen: 0, wenn jeder Film gleich viele hat, nahe 1, wenn wenige Filme fast alle haben.</translation>
    </message>
    <message>
        <source>In the &lt;b&gt;long tail&lt;/b&gt; films stand in order of their number of ratings, both axes logarithmic: a straight fall means that few films are rated very often and most films rarely.</source>
        <translation>Im &lt;b&gt;Long Tail&lt;/b&gt; stehen die Filme nach der Zahl ihrer Bewertungen, beide Achsen logarithmisch: Ein gerader Abfall heißt, dass wenige Filme sehr oft und die meisten selten bewertet werden.</translation>
    </message>
    <message>
        <source>Open a MovieLens folder or zip, or any CSV or TSV of ratings, with the buttons or by dropping it on the window.</source>
        <translation>Öffnen Sie einen Ordner oder ein Zip von MovieLens oder eine CSV- oder TSV-Datei mit Bewertungen, mit den Knöpfen oder indem Sie sie auf das Fenster ziehen.</translation>
    </message>
    <message>
        <source>This page trains implicit ALS on a part of the data and measures it on the part that was held out, beside Random, Popular and ItemKNN on the same split.</source>
        <translation>Diese Seite trainiert implizites ALS auf einem Teil der Daten und misst es auf dem zurückgehaltenen Teil, neben Random, Popular und ItemKNN auf derselben Aufteilung.</translation>
    </message>
    <message>
        <source>The &lt;b&gt;loss&lt;/b&gt; is the full training objective after every half-step; it never rises. &lt;b&gt;NDCG&lt;/b&gt; is measured on held-out films of a sample of users while training runs.</source>
        <translation>Der &lt;b&gt;Verlust&lt;/b&gt; ist die volle Zielfunktion nach jedem Halbschritt; er steigt nie. &lt;b&gt;NDCG&lt;/b&gt; wird während des Trainings an zurückgehaltenen Filmen einer Stichprobe von Nutzern gemessen.</translation>
    </message>
    <message>
        <source>Training runs in the background. Cancel leaves the model you had untouched.</source>
        <translation>Das Training läuft im Hintergrund. Abbrechen lässt das bisherige Modell unberührt.</translation>
    </message>
    <message>
        <source>This page shows one simulated user. Click a film: the user&apos;s taste vector is computed anew from all clicked films, the list is ranked again and the user&apos;s marker moves on the map, all in the same moment.</source>
        <translation>Diese Seite zeigt einen simulierten Nutzer. Klicken Sie einen Film an: Der Geschmacksvektor wird aus allen angeklickten Filmen neu berechnet, die Liste neu geordnet und die Marke des Nutzers auf der Karte versetzt, alles im selben Augenblick.</translation>
    </message>
    <message>
        <source>Without clicks the list is the most popular films, and it says so. Click a film again to take it back; Ctrl+Z undoes, Ctrl+Shift+Z redoes.</source>
        <translation>Ohne Klicks zeigt die Liste die beliebtesten Filme und sagt das auch. Ein zweiter Klick nimmt einen Film zurück; Strg+Z macht rückgängig, Strg+Umschalt+Z stellt wieder her.</translation>
    </message>
    <message>
        <source>The map is a plane (PCA) through the films&apos; factors; the user&apos;s position in it is exact.</source>
        <translation>Die Karte ist eine Ebene (PCA) durch die Faktoren der Filme; der Ort des Nutzers darin ist exakt.</translation>
    </message>
    <message>
        <source>This page measures algorithms on the same hidden ratings and says which differences could be chance.</source>
        <translation>Diese Seite misst Algorithmen an denselben zurückgehaltenen Bewertungen und sagt, welche Unterschiede Zufall sein könnten.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Better&lt;/b&gt; and &lt;b&gt;worse&lt;/b&gt; are said against one reference, user by user: only if the sign-flip test, corrected for the number of rows (Holm), is below 5 % and the 95 % interval of the difference leaves out 0. Anything else is &lt;b&gt;no detectable difference&lt;/b&gt;, with the difference that this many users could have shown.</source>
        <translation>&lt;b&gt;Besser&lt;/b&gt; und &lt;b&gt;schlechter&lt;/b&gt; gelten gegen eine Referenz, Nutzer für Nutzer: nur wenn der Vorzeichenwechsel-Test, korrigiert für die Zahl der Zeilen (Holm), unter 5 % liegt und das 95-%-Intervall der Differenz die 0 ausschließt. Alles andere ist &lt;b&gt;kein nachweisbarer Unterschied&lt;/b&gt;, mit der Differenz, die sich mit so vielen Nutzern hätte zeigen können.</translation>
    </message>
    <message>
        <source>The interval of a single mean says little about a difference: two intervals may overlap although almost every user is served better by one of the models.</source>
        <translation>Das Intervall eines einzelnen Mittels sagt wenig über eine Differenz: Zwei Intervalle können sich überlappen, obwohl fast jeder Nutzer von einem der Modelle besser bedient wird.</translation>
    </message>
    <message>
        <source>Coverage, novelty and personalisation describe and do not judge: random lists have the highest of all.</source>
        <translation>Abdeckung, Neuheit und Personalisierung beschreiben und urteilen nicht: Zufällige Listen haben von allem am meisten.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Live lab&lt;/b&gt; trains anew while a slider is dragged and &lt;b&gt;Tune&lt;/b&gt; searches through settings. Both look at a part of the training ratings: who chooses parameters by the test part measures how well they were chosen for it.</source>
        <translation>Das &lt;b&gt;Live-Labor&lt;/b&gt; trainiert neu, während ein Regler gezogen wird, und &lt;b&gt;Tuning&lt;/b&gt; durchsucht Einstellungen. Beide sehen nur einen Teil der Trainingsbewertungen: Wer Parameter nach dem Testteil wählt, misst, wie gut sie auf ihn zugeschnitten sind.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Reproduce&lt;/b&gt; computes figures that others published for MovieLens 100K. If they agree, reader, splits, metrics and models mean here what they mean elsewhere.</source>
        <translation>&lt;b&gt;Nachrechnen&lt;/b&gt; berechnet Zahlen, die andere für MovieLens 100K veröffentlicht haben. Stimmen sie überein, bedeuten Leser, Aufteilungen, Metriken und Modelle hier dasselbe wie anderswo.</translation>
    </message>
</context>
<context>
    <name>ParameterText</name>
    <message>
        <source>Factors</source>
        <translation>Faktoren</translation>
    </message>
    <message>
        <source>factors</source>
        <translation>Faktoren</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Regularization, λ</source>
        <translation>Regularisierung, λ</translation>
    </message>
    <message>
        <source>Weight of the rest, α₀</source>
        <translation>Gewicht des Rests, α₀</translation>
    </message>
    <message>
        <source>Weight, α</source>
        <translation>Gewicht, α</translation>
    </message>
    <message>
        <source>Popularity penalty, β</source>
        <translation>Beliebtheitsstrafe, β</translation>
    </message>
    <message>
        <source>solver</source>
        <translation>Löser</translation>
    </message>
    <message>
        <source>Steps of CG</source>
        <translation>CG-Schritte</translation>
    </message>
    <message>
        <source>CG steps</source>
        <translation>CG-Schritte</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>Shrinkage</source>
        <translation>Schrumpfung</translation>
    </message>
    <message>
        <source>shrink</source>
        <translation>Schrumpfung</translation>
    </message>
    <message>
        <source>normalised</source>
        <translation>normiert</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Penalty l1</source>
        <translation>Strafe l1</translation>
    </message>
    <message>
        <source>Penalty l2</source>
        <translation>Strafe l2</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>sweeps</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>negatives</source>
        <translation>Negative</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>“%1” is no number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>Exponent, ν</source>
        <translation>Exponent, ν</translation>
    </message>
    <message>
        <source>Solver, 0 or 1</source>
        <translation>Löser, 0 oder 1</translation>
    </message>
    <message>
        <source>Normalised, 0 or 1</source>
        <translation>Normiert, 0 oder 1</translation>
    </message>
    <message>
        <source>Negatives, 0 or 1</source>
        <translation>Negative, 0 oder 1</translation>
    </message>
</context>
<context>
    <name>ReplayText</name>
    <message>
        <source>No update</source>
        <translation>Ohne Aktualisierung</translation>
    </message>
    <message>
        <source>Popular films</source>
        <translation>Beliebte Filme</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>%1 against the exact re-solve: %2 NDCG@%3 (95 % interval %4), adjusted p %5: %6.</source>
        <translation>%1 gegen die exakte Neulösung: %2 NDCG@%3 (95-%-Intervall %4), p angepasst %5: %6.</translation>
    </message>
    <message numerus="yes">
        <source>The model knows the first 80 % of every user&apos;s ratings. The next %n like(s) are clicked, and the list is held against what they liked after that.</source>
        <translation>
            <numerusform>Das Modell kennt die ersten 80 % der Bewertungen jedes Nutzers. Der nächste %n Like wird angeklickt, und die Liste wird an dem gemessen, was sie danach mochten.</numerusform>
            <numerusform>Das Modell kennt die ersten 80 % der Bewertungen jedes Nutzers. Die nächsten %n Likes werden angeklickt, und die Liste wird an dem gemessen, was sie danach mochten.</numerusform>
        </translation>
    </message>
    <message>
        <source>the newest fifth of their likes</source>
        <translation>das neueste Fünftel ihrer Likes</translation>
    </message>
    <message>
        <source>a random fifth of their likes</source>
        <translation>ein zufälliges Fünftel ihrer Likes</translation>
    </message>
    <message numerus="yes">
        <source>Users in %n part(s), each in turn unknown to the model. The rest of their likes is clicked in order of time, and the list is held against %1.</source>
        <translation>
            <numerusform>Nutzer in %n Teil, jeder der Reihe nach dem Modell unbekannt. Die übrigen Likes werden in zeitlicher Folge geklickt, und die Liste wird an %1 gemessen.</numerusform>
            <numerusform>Nutzer in %n Teilen, jeder der Reihe nach dem Modell unbekannt. Die übrigen Likes werden in zeitlicher Folge geklickt, und die Liste wird an %1 gemessen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReproductionText</name>
    <message>
        <source>SAR, quick start of Recommenders</source>
        <translation>SAR, Schnellstart von Recommenders</translation>
    </message>
    <message>
        <source>SAR on a split by user. It agrees only if NumPy&apos;s random numbers, the fading of old ratings, the exclusion of rated films and all four metrics are the same. MAP is divided by the number of relevant films, as in that library.</source>
        <translation>SAR auf einer Aufteilung je Nutzer. Es stimmt nur überein, wenn die Zufallszahlen von NumPy, das Verblassen alter Bewertungen, der Ausschluss bewerteter Filme und alle vier Metriken dieselben sind. MAP wird durch die Zahl der relevanten Filme geteilt, wie in jener Bibliothek.</translation>
    </message>
    <message>
        <source>SAR, benchmark of Recommenders</source>
        <translation>SAR, Benchmark von Recommenders</translation>
    </message>
    <message>
        <source>The same on a split by film: a quarter of the ratings of every film is held out, instead of a quarter of every user&apos;s.</source>
        <translation>Dasselbe auf einer Aufteilung je Film: Zurückgehalten wird ein Viertel der Bewertungen jedes Films statt ein Viertel von denen jedes Nutzers.</translation>
    </message>
    <message>
        <source>User mean, baselines of Recommenders</source>
        <translation>Nutzermittel, Vergleichsverfahren von Recommenders</translation>
    </message>
    <message>
        <source>Every rating is predicted by the mean of its user. The shuffle of scikit-learn has to be the same, and the arithmetic.</source>
        <translation>Jede Bewertung wird durch das Mittel ihres Nutzers vorhergesagt. Das Mischen von scikit-learn muss dasselbe sein und die Arithmetik auch.</translation>
    </message>
    <message>
        <source>Most popular, baselines of Recommenders</source>
        <translation>Beliebteste, Vergleichsverfahren von Recommenders</translation>
    </message>
    <message>
        <source>The films with the most ratings. Many have equally many, and the order among them is not published. It moves the fourth digit, so no more than three can be asked to agree.</source>
        <translation>Die Filme mit den meisten Bewertungen. Viele haben gleich viele, und die Reihenfolge unter ihnen ist nicht veröffentlicht. Sie verschiebt die vierte Stelle; mehr als drei müssen daher nicht übereinstimmen.</translation>
    </message>
    <message>
        <source>User average of MyMediaLite</source>
        <translation>Nutzermittel von MyMediaLite</translation>
    </message>
    <message>
        <source>The mean of every user in u1.base against the ratings of u1.test: reading files and arithmetic, nothing else.</source>
        <translation>Das Mittel jedes Nutzers in u1.base gegen die Bewertungen von u1.test: Dateien lesen und rechnen, sonst nichts.</translation>
    </message>
    <message>
        <source>Bias model of Surprise</source>
        <translation>Bias-Modell von Surprise</translation>
    </message>
    <message>
        <source>Biases of users and films, alternated ten times, on the five folds that Surprise shuffles with seed 0.</source>
        <translation>Abweichungen von Nutzern und Filmen, zehnmal im Wechsel bestimmt, auf den fünf Folds, die Surprise mit Startwert 0 mischt.</translation>
    </message>
    <message>
        <source>SVD of Surprise</source>
        <translation>SVD von Surprise</translation>
    </message>
    <message>
        <source>Matrix factorisation by gradient descent on the same five folds, with the ratings visited in the order of Surprise and start values out of NumPy&apos;s generator. The published figures belong to start seed 0.</source>
        <translation>Matrixfaktorisierung durch Gradientenabstieg auf denselben fünf Folds, mit den Bewertungen in der Reihenfolge von Surprise und Anfangswerten aus dem Generator von NumPy. Die veröffentlichten Zahlen gehören zum Startwert 0.</translation>
    </message>
    <message>
        <source>Ranking models on the official folds</source>
        <translation>Ranking-Modelle auf den offiziellen Folds</translation>
    </message>
    <message>
        <source>Five models without chance on the five official folds, against values that were computed without this program. Six metrics have to agree to six digits; the AUC to four, because scores are kept in single precision.</source>
        <translation>Fünf Modelle ohne Zufall auf den fünf offiziellen Folds, gegen Werte, die ohne dieses Programm berechnet wurden. Sechs Metriken müssen auf sechs Stellen übereinstimmen, die AUC auf vier, weil Scores in einfacher Genauigkeit gehalten werden.</translation>
    </message>
    <message numerus="yes">
        <source>Seed sensitivity: over %n start seed(s) the RMSE runs from %1 (seed %2) to %3 (seed %4). A program that draws its start values differently lands in that range, and is not wrong.</source>
        <translation>
            <numerusform>Einfluss des Startwerts: Bei %n Startwert reicht der RMSE von %1 (Startwert %2) bis %3 (Startwert %4). Ein Programm, das seine Anfangswerte anders zieht, landet in diesem Bereich und ist nicht falsch.</numerusform>
            <numerusform>Einfluss des Startwerts: Bei %n Startwerten reicht der RMSE von %1 (Startwert %2) bis %3 (Startwert %4). Ein Programm, das seine Anfangswerte anders zieht, landet in diesem Bereich und ist nicht falsch.</numerusform>
        </translation>
    </message>
    <message>
        <source>The published seed is the most favourable of them.</source>
        <translation>Der veröffentlichte Startwert ist der günstigste von ihnen.</translation>
    </message>
</context>
<context>
    <name>RetrainText</name>
    <message numerus="yes">
        <source>%n event(s) will be learned.</source>
        <translation>
            <numerusform>%n Ereignis wird gelernt.</numerusform>
            <numerusform>%n Ereignisse werden gelernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stand(s) in the hidden part that both models are tested on and stay(s) out.</source>
        <translation>
            <numerusform>%n gehört zum Testteil, an dem beide Modelle gemessen werden, und bleibt draußen.</numerusform>
            <numerusform>%n gehören zum Testteil, an dem beide Modelle gemessen werden, und bleiben draußen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n say(s) nothing: strength 0, or cancelled by another.</source>
        <translation>
            <numerusform>%n sagt nichts: Stärke 0 oder von einem anderen aufgehoben.</numerusform>
            <numerusform>%n sagen nichts: Stärke 0 oder von einem anderen aufgehoben.</numerusform>
        </translation>
    </message>
    <message>
        <source>New − old: %1 %2 (95 % interval %3), adjusted p %4: %5.</source>
        <translation>Neu − alt: %1 %2 (95-%-Intervall %3), p angepasst %4: %5.</translation>
    </message>
    <message>
        <source>%1: the same films</source>
        <translation>%1: dieselben Filme</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %n film(s) are new</source>
        <translation>
            <numerusform>%1: %2 von %n Film ist neu</numerusform>
            <numerusform>%1: %2 von %n Filmen sind neu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleText</name>
    <message>
        <source>Re-solve with recency</source>
        <translation>Neulösung mit Aktualität</translation>
    </message>
    <message>
        <source>Exact re-solve</source>
        <translation>Exakte Neulösung</translation>
    </message>
    <message>
        <source>Moving average</source>
        <translation>Gleitendes Mittel</translation>
    </message>
    <message>
        <source>%1, decay %2</source>
        <translation>%1, Abfall %2</translation>
    </message>
    <message>
        <source>%1, mix %2</source>
        <translation>%1, Anteil %2</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message numerus="yes">
        <source>%1, trained on ratings + %n event(s)</source>
        <translation>
            <numerusform>%1, gelernt aus Bewertungen + %n Ereignis</numerusform>
            <numerusform>%1, gelernt aus Bewertungen + %n Ereignissen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StageUserText</name>
    <message numerus="yes">
        <source>%n like(s) in the data</source>
        <translation>
            <numerusform>%n Like in den Daten</numerusform>
            <numerusform>%n Likes in den Daten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing known yet</source>
        <translation>Noch nichts bekannt</translation>
    </message>
    <message>
        <source>A taste for genres, no films yet</source>
        <translation>Geschmack für Genres, noch keine Filme</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>popular</source>
        <translation>beliebt</translation>
    </message>
    <message>
        <source>blended</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>personal</source>
        <translation>persönlich</translation>
    </message>
</context>
<context>
    <name>recital::AlgorithmList</name>
    <message>
        <source>Algorithms</source>
        <translation>Algorithmen</translation>
    </message>
    <message>
        <source>Change the parameters of %1</source>
        <translation>Parameter von %1 ändern</translation>
    </message>
    <message>
        <source>nothing to set</source>
        <translation>nichts einzustellen</translation>
    </message>
    <message numerus="yes">
        <source> · tuned, %n trial(s)</source>
        <translation>
            <numerusform> · getunt, %n Versuch</numerusform>
            <numerusform> · getunt, %n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>Not with these data: they name no genres.</source>
        <translation>Nicht mit diesen Daten: Sie nennen keine Genres.</translation>
    </message>
</context>
<context>
    <name>recital::AlgorithmText</name>
    <message>
        <source>--set needs ALGORITHM.PARAMETER=VALUE, not &quot;%1&quot;</source>
        <translation>--set braucht ALGORITHM.PARAMETER=VALUE, nicht „%1“</translation>
    </message>
    <message>
        <source>unknown algorithm &quot;%1&quot;; known are %2</source>
        <translation>unbekannter Algorithmus „%1“; bekannt sind %2</translation>
    </message>
    <message>
        <source>--%1: &quot;%2&quot; is no number</source>
        <translation>--%1: „%2“ ist keine Zahl</translation>
    </message>
    <message>
        <source>Which to measure, separated by commas: %1, or all. als is the form of ALS that is tested for the data.</source>
        <translation>Welche gemessen werden, durch Kommas getrennt: %1, oder all (alle). als ist die für die Daten erprobte Form von ALS.</translation>
    </message>
    <message>
        <source>Change parameters, for example itemknn.neighbours=50; more than one separated by commas.</source>
        <translation>Ändert Parameter, zum Beispiel itemknn.neighbours=50; mehrere durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>--set names &quot;%1&quot;, which is not measured</source>
        <translation>--set nennt „%1“, das nicht gemessen wird</translation>
    </message>
</context>
<context>
    <name>recital::AlsOptionText</name>
    <message>
        <source>--%1 is no parameter of the form %2</source>
        <translation>--%1 ist kein Parameter der Form %2</translation>
    </message>
    <message>
        <source>Objective: hkv (Hu, Koren, Volinsky 2008; confidence 1 + alpha), implicit (confidence alpha) or ials (frequency-scaled, Rendle et al. 2022). Default: implicit when --alpha is given, ials when --unobserved-weight is, else what is tested for the data.</source>
        <translation>Zielfunktion: hkv (Hu, Koren, Volinsky 2008; Gewicht 1 + alpha), implicit (Gewicht alpha) oder ials (nach Häufigkeit skaliert, Rendle u. a. 2022). Vorgabe: implicit mit --alpha, ials mit --unobserved-weight, sonst das für die Daten Erprobte.</translation>
    </message>
    <message>
        <source>Length of the vectors, 1 to 1024.</source>
        <translation>Länge der Vektoren, 1 bis 1024.</translation>
    </message>
    <message>
        <source>Sweeps over users and films, 1 to 1000.</source>
        <translation>Durchgänge über Nutzer und Filme, 1 bis 1000.</translation>
    </message>
    <message>
        <source>Lambda, above 0.</source>
        <translation>Lambda, über 0.</translation>
    </message>
    <message>
        <source>Weight of a like; forms hkv (from 0) and implicit (from 1).</source>
        <translation>Gewicht eines Likes; Formen hkv (ab 0) und implicit (ab 1).</translation>
    </message>
    <message>
        <source>Weight of everything else, alpha0; form ials.</source>
        <translation>Gewicht von allem anderen, alpha0; Form ials.</translation>
    </message>
    <message>
        <source>Nu, how lambda grows with the number of ratings; form ials.</source>
        <translation>Nu, wie Lambda mit der Zahl der Bewertungen wächst; Form ials.</translation>
    </message>
    <message>
        <source>cholesky (exact) or cg (conjugate gradient).</source>
        <translation>cholesky (exakt) oder cg (konjugierte Gradienten).</translation>
    </message>
    <message>
        <source>Steps of the conjugate gradient, 1 to 100.</source>
        <translation>Schritte der konjugierten Gradienten, 1 bis 100.</translation>
    </message>
    <message>
        <source>Start of the random numbers. The same seed gives the same model. Default: 42.</source>
        <translation>Startwert der Zufallszahlen. Derselbe ergibt dasselbe Modell. Vorgabe: 42.</translation>
    </message>
</context>
<context>
    <name>recital::Arguments</name>
    <message>
        <source>Show this text.</source>
        <translation>Zeigt diesen Text.</translation>
    </message>
    <message>
        <source>Language of the texts: en or de. Default: that of the system.</source>
        <translation>Sprache der Texte: en oder de. Vorgabe: die des Systems.</translation>
    </message>
    <message>
        <source>%1 Default: %2.</source>
        <translation>%1 Vorgabe: %2.</translation>
    </message>
    <message>
        <source>Folder or zip of a MovieLens set, or a CSV or TSV file of ratings.</source>
        <translation>Ordner oder Zip eines MovieLens-Satzes oder eine CSV- oder TSV-Datei mit Bewertungen.</translation>
    </message>
    <message>
        <source>Print one JSON document on standard output and nothing else there.</source>
        <translation>Schreibt ein JSON-Dokument auf die Standardausgabe und sonst nichts dorthin.</translation>
    </message>
    <message>
        <source>Threads to compute with; results do not depend on it. Default: one a core.</source>
        <translation>Threads zum Rechnen; Ergebnisse hängen nicht davon ab. Vorgabe: einer je Kern.</translation>
    </message>
    <message>
        <source>unexpected argument &quot;%1&quot;</source>
        <translation>unerwartetes Argument „%1“</translation>
    </message>
    <message>
        <source>--%1 is needed</source>
        <translation>--%1 wird gebraucht</translation>
    </message>
    <message>
        <source>--%1 needs at least one entry</source>
        <translation>--%1 braucht mindestens einen Eintrag</translation>
    </message>
    <message>
        <source>--%1 needs a whole number from %2 to %3, not &quot;%4&quot;</source>
        <translation>--%1 braucht eine ganze Zahl von %2 bis %3, nicht „%4“</translation>
    </message>
    <message>
        <source>--%1 needs a number from %2 to %3, not &quot;%4&quot;</source>
        <translation>--%1 braucht eine Zahl von %2 bis %3, nicht „%4“</translation>
    </message>
    <message>
        <source>--%1 needs a whole number of at least 0, not &quot;%2&quot;</source>
        <translation>--%1 braucht eine ganze Zahl ab 0, nicht „%2“</translation>
    </message>
    <message>
        <source>--%1 is one of %2, not &quot;%3&quot;</source>
        <translation>--%1 ist eines von %2, nicht „%3“</translation>
    </message>
    <message>
        <source>options</source>
        <translation>Optionen</translation>
    </message>
</context>
<context>
    <name>recital::BenchActions</name>
    <message>
        <source>Shows or folds away what is compared, to give the table the whole width.</source>
        <translation>Zeigt, was verglichen wird, oder klappt es weg, damit die Tabelle die ganze Breite bekommt.</translation>
    </message>
    <message>
        <source>The metric that is tested in the table and drawn in the charts.</source>
        <translation>Die Metrik, die in der Tabelle geprüft und in den Diagrammen gezeichnet wird.</translation>
    </message>
    <message>
        <source>&amp;Metric</source>
        <translation>&amp;Metrik</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xport</translation>
    </message>
    <message>
        <source>Tables and charts for a thesis (Ctrl+E)</source>
        <translation>Tabellen und Diagramme für eine Abschlussarbeit (Strg+E)</translation>
    </message>
    <message>
        <source>◂ &amp;Fold settings</source>
        <translation>◂ Einstell&amp;ungen</translation>
    </message>
    <message>
        <source>▸ &amp;Settings</source>
        <translation>▸ Einstell&amp;ungen</translation>
    </message>
</context>
<context>
    <name>recital::BenchResults</name>
    <message>
        <source>Table and charts</source>
        <translation>Tabelle und Diagramme</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>By user</source>
        <translation>Je Nutzer</translation>
    </message>
    <message>
        <source>By length</source>
        <translation>Je Länge</translation>
    </message>
    <message>
        <source>Trade-offs</source>
        <translation>Abwägungen</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Sichtbarkeit</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Frühere</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>First algorithm</source>
        <translation>Erster Algorithmus</translation>
    </message>
    <message>
        <source>Second algorithm</source>
        <translation>Zweiter Algorithmus</translation>
    </message>
    <message>
        <source>Earlier (%1)</source>
        <translation>Frühere (%1)</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>Click a user to see both lists.</source>
        <translation>Ein Klick auf einen Nutzer zeigt beide Listen.</translation>
    </message>
</context>
<context>
    <name>recital::BenchTable</name>
    <message>
        <source>Compared algorithms</source>
        <translation>Verglichene Algorithmen</translation>
    </message>
    <message>
        <source>★ highest mean of the column, and what the test cannot tell from it</source>
        <translation>★ höchstes Mittel der Spalte und was der Test nicht davon unterscheiden kann</translation>
    </message>
    <message>
        <source>&amp;Test against this row</source>
        <translation>Gegen &amp;diese Zeile prüfen</translation>
    </message>
    <message>
        <source>Makes the selected row the reference and tests the others anew.</source>
        <translation>Macht die gewählte Zeile zur Referenz und prüft die anderen neu.</translation>
    </message>
    <message>
        <source>Select a row to see what it is made of.</source>
        <translation>Wählen Sie eine Zeile, um zu sehen, woraus sie besteht.</translation>
    </message>
</context>
<context>
    <name>recital::BigNumber</name>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
</context>
<context>
    <name>recital::CardText</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Filme</translation>
    </message>
    <message>
        <source>%1, of which %2 rated</source>
        <translation>%1, davon %2 bewertet</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Mean rating</source>
        <translation>Mittlere Bewertung</translation>
    </message>
    <message>
        <source>Ratings by value</source>
        <translation>Bewertungen nach Wert</translation>
    </message>
    <message>
        <source>Ratings a user</source>
        <translation>Bewertungen je Nutzer</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <source>Ratings a film</source>
        <translation>Bewertungen je Film</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>Likes</translation>
    </message>
    <message>
        <source>%1 ratings of at least %2</source>
        <translation>%1 Bewertungen ab %2</translation>
    </message>
    <message>
        <source>Long tail</source>
        <translation>Long Tail</translation>
    </message>
    <message>
        <source>the most rated 20 % of films have %1 of the ratings; Gini %2</source>
        <translation>die meistbewerteten 20 % der Filme haben %1 der Bewertungen; Gini %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Ratings by genre</source>
        <translation>Bewertungen nach Genre</translation>
    </message>
    <message>
        <source>Official folds</source>
        <translation>Offizielle Folds</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>Ausgebessert</translation>
    </message>
</context>
<context>
    <name>recital::ClickStrip</name>
    <message>
        <source>Liked films</source>
        <translation>Gemochte Filme</translation>
    </message>
    <message>
        <source>Liked so far: nothing. Click a film on the map or in the list.</source>
        <translation>Bisher gemocht: nichts. Klicken Sie einen Film auf der Karte oder in der Liste an.</translation>
    </message>
    <message>
        <source>%1: click to take the like back</source>
        <translation>%1: Klick nimmt das Like zurück</translation>
    </message>
    <message>
        <source>Press to take the like back</source>
        <translation>Drücken nimmt das Like zurück</translation>
    </message>
    <message>
        <source>Liked film: %1</source>
        <translation>Gemochter Film: %1</translation>
    </message>
</context>
<context>
    <name>recital::ColumnDialog</name>
    <message>
        <source>Name the columns</source>
        <translation>Spalten benennen</translation>
    </message>
    <message>
        <source>Which column of %1 is what?</source>
        <translation>Welche Spalte von %1 ist was?</translation>
    </message>
    <message>
        <source>These are its first lines. Recital needs the column of the user and of the film; without ratings every line counts as a positive.</source>
        <translation>Das sind die ersten Zeilen. Recital braucht die Spalte des Nutzers und die des Films; ohne Bewertungen zählt jede Zeile als positiv.</translation>
    </message>
    <message>
        <source>First lines of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Separated by</source>
        <translation>Getrennt durch</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation>Komma ,</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation>Semikolon ;</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>Strich |</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>The first line names the columns</source>
        <translation>Die erste Zeile benennt die Spalten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number, name of a column</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>None: all positive</source>
        <translation>Keine: alles positiv</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>unbenutzt</translation>
    </message>
    <message>
        <source>Choose the column of the user.</source>
        <translation>Wählen Sie die Spalte des Nutzers.</translation>
    </message>
    <message>
        <source>Choose the column of the film.</source>
        <translation>Wählen Sie die Spalte des Films.</translation>
    </message>
    <message>
        <source>%1 cannot be two things at once.</source>
        <translation>%1 kann nicht zweierlei zugleich sein.</translation>
    </message>
    <message>
        <source>The file has no line of data.</source>
        <translation>Die Datei hat keine Datenzeile.</translation>
    </message>
    <message>
        <source>Line %1 has no column %2.</source>
        <translation>Zeile %1 hat keine Spalte %2.</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; is no whole number.</source>
        <translation>%1, Zeile %2: „%3“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; is no number.</source>
        <translation>%1, Zeile %2: „%3“ ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>recital::CommandLine</name>
    <message>
        <source>unknown command &quot;%1&quot;</source>
        <translation>unbekannter Befehl „%1“</translation>
    </message>
    <message>
        <source>there are no texts in the language &quot;%1&quot;; there are en and de</source>
        <translation>es gibt keine Texte in der Sprache „%1“; es gibt en und de</translation>
    </message>
    <message>
        <source>there is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set); &quot;recital tour&quot; and &quot;recital screenshot&quot; work without one</source>
        <translation>es gibt keinen Bildschirm für ein Fenster (weder DISPLAY noch WAYLAND_DISPLAY ist gesetzt); „recital tour“ und „recital screenshot“ kommen ohne aus</translation>
    </message>
    <message>
        <source>recital: explains a recommender to a room, live, on real data.

recital [--data DIR|ZIP] [--theme light|dark] [--language en|de]
    opens the window where it was left, or on the bundled MovieLens data at the first start

recital info          prints the card of a dataset
recital train         trains ALS and writes the model to a file
recital evaluate      measures algorithms on held-out ratings
recital tune          searches for parameters without looking at the test ratings
recital recommend     recommends films with a trained model
recital reproduce     puts figures published for MovieLens 100K beside ours
recital replay        measures which rule learns best from a user&apos;s clicks
recital numbers       prints the numbers of the live demo over all users
recital events        prints, exports or imports the log of the stage
recital screenshot    writes a picture of every page
recital tour          goes through the whole job without a display

recital COMMAND --help explains a command. --version prints the version.
Exit code: 0, 1 for trouble with files or data, 2 for a wrong command line, 130 for Ctrl+C.</source>
        <translation>recital: erklärt einem Raum ein Empfehlungssystem, live, mit echten Daten.

recital [--data ORDNER|ZIP] [--theme light|dark] [--language en|de]
    öffnet das Fenster, wie es verlassen wurde, beim ersten Start mit den mitgelieferten MovieLens-Daten

recital info          zeigt die Karte eines Datensatzes
recital train         trainiert ALS und schreibt das Modell in eine Datei
recital evaluate      misst Algorithmen an zurückgehaltenen Bewertungen
recital tune          sucht Parameter, ohne die Testbewertungen anzusehen
recital recommend     empfiehlt Filme mit einem trainierten Modell
recital reproduce     stellt für MovieLens 100K veröffentlichte Zahlen neben unsere
recital replay        misst, welche Regel aus Klicks am besten lernt
recital numbers       zeigt die Zahlen der Live-Vorführung über alle Nutzer
recital events        zeigt, exportiert oder importiert das Protokoll der Bühne
recital screenshot    schreibt ein Bild jeder Seite
recital tour          geht die ganze Aufgabe ohne Bildschirm durch

recital BEFEHL --help erklärt einen Befehl. --version nennt die Version.
Rückgabewert: 0, 1 bei Problemen mit Dateien oder Daten, 2 bei falscher Befehlszeile, 130 bei Strg+C.</translation>
    </message>
</context>
<context>
    <name>recital::CompareBench</name>
    <message>
        <source>Nothing compared yet</source>
        <translation>Noch nichts verglichen</translation>
    </message>
    <message>
        <source>No data set yet</source>
        <translation>Noch kein Datensatz</translation>
    </message>
    <message>
        <source>Open MovieLens on the Data page, or drop its folder or zip onto the window.</source>
        <translation>Öffnen Sie MovieLens auf der Seite Daten oder ziehen Sie Ordner oder Zip auf das Fenster.</translation>
    </message>
    <message>
        <source>The results stay on the screen, but are not stored.</source>
        <translation>Die Ergebnisse bleiben auf dem Bildschirm, sind aber nicht gespeichert.</translation>
    </message>
    <message>
        <source>Not exported.</source>
        <translation>Nicht exportiert.</translation>
    </message>
    <message>
        <source>Open a data set first.</source>
        <translation>Öffnen Sie zuerst einen Datensatz.</translation>
    </message>
    <message>
        <source>Another job is still running.</source>
        <translation>Eine andere Aufgabe läuft noch.</translation>
    </message>
    <message>
        <source>Every ticked algorithm is trained on the same part of %1 and measured on the part that was hidden. Start with the defaults; the rows appear one by one.</source>
        <translation>Jeder angekreuzte Algorithmus wird auf demselben Teil von %1 trainiert und am zurückgehaltenen Teil gemessen. Starten Sie mit den Vorgaben; die Zeilen erscheinen eine nach der anderen.</translation>
    </message>
    <message>
        <source>Measuring the rating predictors.</source>
        <translation>Die Vorhersageverfahren werden gemessen.</translation>
    </message>
    <message>
        <source>Testing the differences.</source>
        <translation>Die Differenzen werden geprüft.</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 fertig</translation>
    </message>
    <message>
        <source>Holding out the test part; %1.</source>
        <translation>Testteil wird zurückgehalten; %1.</translation>
    </message>
    <message>
        <source>Measuring %1; %2.</source>
        <translation>%1 wird gemessen; %2.</translation>
    </message>
    <message>
        <source>The split of an earlier comparison is not kept. Run it again to take a user to the stage.</source>
        <translation>Die Aufteilung eines früheren Vergleichs ist nicht aufgehoben. Starten Sie ihn erneut, um einen Nutzer auf die Bühne zu bringen.</translation>
    </message>
    <message>
        <source>The stage shows other data now.</source>
        <translation>Die Bühne zeigt jetzt andere Daten.</translation>
    </message>
</context>
<context>
    <name>recital::CompareExport</name>
    <message>
        <source>&amp;LaTeX table (booktabs)...</source>
        <translation>&amp;LaTeX-Tabelle (booktabs) …</translation>
    </message>
    <message>
        <source>&amp;CSV...</source>
        <translation>&amp;CSV …</translation>
    </message>
    <message>
        <source>&amp;Markdown...</source>
        <translation>&amp;Markdown …</translation>
    </message>
    <message>
        <source>&amp;JSON, every metric and variant...</source>
        <translation>&amp;JSON, jede Metrik und Variante …</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>This chart as &amp;SVG...</source>
        <translation>Dieses Diagramm als &amp;SVG …</translation>
    </message>
    <message>
        <source>This chart as &amp;PDF...</source>
        <translation>Dieses Diagramm als &amp;PDF …</translation>
    </message>
    <message>
        <source>This chart as P&amp;NG...</source>
        <translation>Dieses Diagramm als P&amp;NG …</translation>
    </message>
    <message>
        <source>&amp;All charts in all three formats...</source>
        <translation>&amp;Alle Diagramme in allen drei Formaten …</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1-Dateien (*.%2)</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>Export all charts</source>
        <translation>Alle Diagramme exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) written to %1</source>
        <translation>
            <numerusform>%n Bild geschrieben nach %1</numerusform>
            <numerusform>%n Bilder geschrieben nach %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The table is in the clipboard.</source>
        <translation>Die Tabelle liegt in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>recital::CompareLab</name>
    <message>
        <source>No data set yet</source>
        <translation>Noch kein Datensatz</translation>
    </message>
    <message>
        <source>Open MovieLens on the Data page. Then sliders here retrain the model while they are dragged.</source>
        <translation>Öffnen Sie MovieLens auf der Seite Daten. Dann trainieren hier Regler das Modell neu, während Sie daran ziehen.</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>Gemessen an</translation>
    </message>
    <message>
        <source>Part of the data that is measured on</source>
        <translation>Teil der Daten, an dem gemessen wird</translation>
    </message>
    <message>
        <source>&amp;Validation split</source>
        <translation>&amp;Validierungsteil</translation>
    </message>
    <message>
        <source>A part of the training ratings, set aside again: for choosing parameters.</source>
        <translation>Ein Teil der Trainingsbewertungen, noch einmal beiseitegelegt: um Parameter zu wählen.</translation>
    </message>
    <message>
        <source>T&amp;est part</source>
        <translation>T&amp;estteil</translation>
    </message>
    <message>
        <source>What is kept for the final measurement. Choosing parameters on it is cheating.</source>
        <translation>Was für die endgültige Messung bleibt. Parameter daran zu wählen ist Mogeln.</translation>
    </message>
    <message>
        <source>You are looking at the test part. Whoever moves sliders until this number is high has tuned on the test data: the number then says nothing about new users. That is cheating. Choose on the validation split, and measure once, on the Bench.</source>
        <translation>Sie sehen den Testteil. Wer an Reglern zieht, bis diese Zahl hoch ist, hat auf den Testdaten getunt: Die Zahl sagt dann nichts mehr über neue Nutzer. Das ist Mogeln. Wählen Sie am Validierungsteil und messen Sie einmal, auf dem Prüfstand.</translation>
    </message>
    <message>
        <source>Move a slider: every move trains a model from scratch.</source>
        <translation>Bewegen Sie einen Regler: Jede Bewegung trainiert ein Modell von Grund auf.</translation>
    </message>
    <message>
        <source>Another job is computing; the lab goes on when it is done.</source>
        <translation>Eine andere Aufgabe rechnet; das Labor macht weiter, wenn sie fertig ist.</translation>
    </message>
    <message>
        <source>The model was not retrained</source>
        <translation>Das Modell wurde nicht neu trainiert</translation>
    </message>
    <message>
        <source>The split is being made.</source>
        <translation>Die Aufteilung wird gemacht.</translation>
    </message>
    <message>
        <source>%1; no test rating is in it</source>
        <translation>%1; keine Testbewertung ist darin</translation>
    </message>
    <message>
        <source>the test part of: %1</source>
        <translation>der Testteil von: %1</translation>
    </message>
    <message>
        <source>validation split</source>
        <translation>Validierungsteil</translation>
    </message>
    <message>
        <source>test part</source>
        <translation>Testteil</translation>
    </message>
    <message>
        <source>training %1 ms, measuring %2 ms</source>
        <translation>Training %1 ms, Messen %2 ms</translation>
    </message>
    <message>
        <source>%1 retrainings a second; </source>
        <translation>%1 Trainings je Sekunde; </translation>
    </message>
</context>
<context>
    <name>recital::ComparePage</name>
    <message>
        <source>Views of the comparison</source>
        <translation>Ansichten des Vergleichs</translation>
    </message>
    <message>
        <source>&amp;Bench</source>
        <translation>&amp;Prüfstand</translation>
    </message>
    <message>
        <source>All algorithms on the same hidden ratings, with the statistics</source>
        <translation>Alle Algorithmen an denselben zurückgehaltenen Bewertungen, mit der Statistik</translation>
    </message>
    <message>
        <source>&amp;Reproduce</source>
        <translation>&amp;Nachrechnen</translation>
    </message>
    <message>
        <source>Figures that others published, computed anew here</source>
        <translation>Zahlen, die andere veröffentlicht haben, hier neu berechnet</translation>
    </message>
    <message>
        <source>&amp;Live lab</source>
        <translation>&amp;Live-Labor</translation>
    </message>
    <message>
        <source>Sliders that retrain the model while they are dragged</source>
        <translation>Regler, die das Modell neu trainieren, während Sie daran ziehen</translation>
    </message>
    <message>
        <source>&amp;Tune</source>
        <translation>&amp;Tuning</translation>
    </message>
    <message>
        <source>Search parameters without looking at the test part</source>
        <translation>Parameter suchen, ohne den Testteil anzusehen</translation>
    </message>
</context>
<context>
    <name>recital::ComparePanel</name>
    <message>
        <source>&amp;Length of the lists, k</source>
        <translation>Länge der Listen, &amp;k</translation>
    </message>
    <message>
        <source>How many films a list has. Published figures mostly use 10.</source>
        <translation>Wie viele Filme eine Liste hat. Veröffentlichte Zahlen nutzen meist 10.</translation>
    </message>
    <message>
        <source>S&amp;eeds</source>
        <translation>Start&amp;werte</translation>
    </message>
    <message>
        <source>How often algorithms that draw random numbers are trained, each time with the next seed. Fewer than 3 tell nothing about the spread.</source>
        <translation>Wie oft Algorithmen, die Zufallszahlen ziehen, trainiert werden, jedes Mal mit dem nächsten Startwert. Weniger als 3 sagen nichts über die Streuung.</translation>
    </message>
    <message>
        <source>Test a&amp;gainst</source>
        <translation>Prüfen &amp;gegen</translation>
    </message>
    <message>
        <source>The row that every other one is tested against. It can be changed afterwards in the table.</source>
        <translation>Die Zeile, gegen die jede andere geprüft wird. Sie lässt sich nachher in der Tabelle ändern.</translation>
    </message>
    <message>
        <source>More about the split</source>
        <translation>Mehr zur Aufteilung</translation>
    </message>
    <message>
        <source>▾ More about the split</source>
        <translation>▾ Mehr zur Aufteilung</translation>
    </message>
    <message>
        <source>▸ More about the split</source>
        <translation>▸ Mehr zur Aufteilung</translation>
    </message>
    <message>
        <source>Algorithms</source>
        <translation>Algorithmen</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>Ke&amp;ine</translation>
    </message>
    <message>
        <source>Reset to &amp;defaults</source>
        <translation>Auf &amp;Vorgaben zurücksetzen</translation>
    </message>
    <message>
        <source>The protocol and the tested parameters that suit the loaded data.</source>
        <translation>Das Protokoll und die erprobten Parameter, die zu den geladenen Daten passen.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Stops within half a second. Rows that are measured stay and are stored.</source>
        <translation>Hält in einer halben Sekunde an. Gemessene Zeilen bleiben und werden gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Start: %n algorithm(s)</source>
        <translation>
            <numerusform>Sta&amp;rten: %n Algorithmus</numerusform>
            <numerusform>Sta&amp;rten: %n Algorithmen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>Sta&amp;rten</translation>
    </message>
    <message>
        <source>Predict ratings too (RMSE)</source>
        <translation>Auch Bewertungen (RMSE)</translation>
    </message>
    <message>
        <source>Means, bias model, biased MF and explicit ALS on the same splits, in a table of their own: a predicted rating is no ranking.</source>
        <translation>Mittel, Bias-Modell, Biased MF und explizites ALS auf denselben Aufteilungen, in einer eigenen Tabelle: Eine vorhergesagte Bewertung ist keine Rangfolge.</translation>
    </message>
</context>
<context>
    <name>recital::CompareReproduce</name>
    <message>
        <source>This needs MovieLens 100K</source>
        <translation>Dafür wird MovieLens 100K gebraucht</translation>
    </message>
    <message>
        <source>&amp;Get MovieLens 100K...</source>
        <translation>&amp;MovieLens 100K holen …</translation>
    </message>
    <message>
        <source>&amp;Open folder...</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>Progress of the computations</source>
        <translation>Fortschritt der Berechnungen</translation>
    </message>
    <message>
        <source>Stops within half a second. The results that are there stay.</source>
        <translation>Hält in einer halben Sekunde an. Die vorhandenen Ergebnisse bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) so far</source>
        <translation>
            <numerusform>bisher %n Sekunde</numerusform>
            <numerusform>bisher %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is loaded. </source>
        <translation>%1 ist geladen. </translation>
    </message>
    <message>
        <source>The figures that are recomputed here were published for MovieLens 100K with its five folds (100,000 ratings of 943 users). Open its folder or zip, or download it: 5&#xa0;MB.</source>
        <translation>Die Zahlen, die hier nachgerechnet werden, wurden für MovieLens 100K mit seinen fünf Folds veröffentlicht (100.000 Bewertungen von 943 Nutzern). Öffnen Sie Ordner oder Zip oder laden Sie es herunter: 5&#xa0;MB.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message numerus="yes">
        <source>✓ %1 of %n figure(s) agree with the published ones</source>
        <translation>
            <numerusform>✓ %1 von %n Wert stimmt mit dem veröffentlichten überein</numerusform>
            <numerusform>✓ %1 von %n Werten stimmen mit den veröffentlichten überein</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✗ %1 of %n figure(s) agree with the published ones</source>
        <translation>
            <numerusform>✗ %1 von %n Wert stimmt mit dem veröffentlichten überein</numerusform>
            <numerusform>✗ %1 von %n Werten stimmen mit den veröffentlichten überein</numerusform>
        </translation>
    </message>
    <message>
        <source>Figures that others published for these ratings, computed anew from the files that are open. If they agree, our reader, splits, metrics and models mean what everyone else&apos;s mean.</source>
        <translation>Zahlen, die andere für diese Bewertungen veröffentlicht haben, aus den offenen Dateien neu berechnet. Stimmen sie überein, so bedeuten unser Lesen, unsere Aufteilungen, Metriken und Modelle dasselbe wie bei allen anderen.</translation>
    </message>
    <message>
        <source>Nothing recomputed yet</source>
        <translation>Noch nichts nachgerechnet</translation>
    </message>
    <message numerus="yes">
        <source>Run %n &amp;selected</source>
        <translation>
            <numerusform>%n &amp;gewähltes berechnen</numerusform>
            <numerusform>%n &amp;gewählte berechnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Computing target %1 of %2</source>
        <translation>Ziel %1 von %2 wird berechnet</translation>
    </message>
    <message>
        <source>Cancelled after %1. What was computed until then stays.</source>
        <translation>Abgebrochen nach %1. Was bis dahin berechnet wurde, bleibt.</translation>
    </message>
    <message>
        <source>Computed in %1, just now and from the files that are open.</source>
        <translation>Berechnet in %1, eben jetzt und aus den offenen Dateien.</translation>
    </message>
    <message>
        <source>What must be right</source>
        <translation>Was stimmen muss</translation>
    </message>
    <message>
        <source>Choose a target to read where its figures come from and what has to be right for them to agree.</source>
        <translation>Wählen Sie ein Ziel, um zu lesen, woher seine Zahlen kommen und was stimmen muss, damit sie übereinstimmen.</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>T1  name of the target</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Run &amp;all</source>
        <translation>Alle be&amp;rechnen</translation>
    </message>
</context>
<context>
    <name>recital::CompareService</name>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Testing the differences</source>
        <translation>Differenzen prüfen</translation>
    </message>
</context>
<context>
    <name>recital::CompareTune</name>
    <message>
        <source>Progress of the search</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>Stops within half a second. The trials that are done stay.</source>
        <translation>Hält in einer halben Sekunde an. Fertige Versuche bleiben.</translation>
    </message>
    <message>
        <source>Every trial learns from a part of the training ratings (%1) and is measured on the %2 % of them that were set aside. The test part is never looked at.</source>
        <translation>Jeder Versuch lernt aus einem Teil der Trainingsbewertungen (%1) und wird an den beiseitegelegten %2 % von ihnen gemessen. Der Testteil wird nie angesehen.</translation>
    </message>
    <message>
        <source>No data set yet</source>
        <translation>Noch kein Datensatz</translation>
    </message>
    <message>
        <source>Open MovieLens on the Data page, or drop its folder or zip onto the window.</source>
        <translation>Öffnen Sie MovieLens auf der Seite Daten oder ziehen Sie Ordner oder Zip auf das Fenster.</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>Nothing searched yet</source>
        <translation>Noch nichts gesucht</translation>
    </message>
    <message numerus="yes">
        <source>Best of %n trial(s): %1 %2</source>
        <translation>
            <numerusform>Bester von %n Versuch: %1 %2</numerusform>
            <numerusform>Bester von %n Versuchen: %1 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled; the trials that were done stay. </source>
        <translation>Abgebrochen; die fertigen Versuche bleiben. </translation>
    </message>
    <message>
        <source>Trial %1 of %2</source>
        <translation>Versuch %1 von %2</translation>
    </message>
</context>
<context>
    <name>recital::ComparisonModel</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>gescheitert: %1</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>%1 of %2 = %3</source>
        <translation>%1 von %2 = %3</translation>
    </message>
    <message numerus="yes">
        <source>spread over %n seed(s): ±%1</source>
        <translation>
            <numerusform>Streuung über %n Startwert: ±%1</numerusform>
            <numerusform>Streuung über %n Startwerte: ±%1</numerusform>
        </translation>
    </message>
    <message>
        <source>★ the highest mean, or not told apart from it by the test</source>
        <translation>★ das höchste Mittel oder vom Test nicht davon zu unterscheiden</translation>
    </message>
    <message>
        <source>Training %1, measuring %2</source>
        <translation>Training %1, Messen %2</translation>
    </message>
    <message>
        <source>The others are tested against this row.</source>
        <translation>Gegen diese Zeile werden die anderen geprüft.</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Nicht verglichen</translation>
    </message>
    <message numerus="yes">
        <source>%1 − %2, paired over %n user(s)</source>
        <translation>
            <numerusform>%1 − %2, gepaart über %n Nutzer</numerusform>
            <numerusform>%1 − %2, gepaart über %n Nutzer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>p %1 by sign flips, %2 after Holm over %n row(s)</source>
        <translation>
            <numerusform>p %1 durch Vorzeichenwechsel, %2 nach Holm über %n Zeile</numerusform>
            <numerusform>p %1 durch Vorzeichenwechsel, %2 nach Holm über %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>A true difference of %1 would be found four times out of five.</source>
        <translation>Ein wahrer Unterschied von %1 würde in vier von fünf Fällen gefunden.</translation>
    </message>
    <message>
        <source>Parameters, seeds and times are in the tool tip of each name.</source>
        <translation>Parameter, Startwerte und Zeiten stehen im Tooltip jedes Namens.</translation>
    </message>
    <message>
        <source>A row can be cancelled while it waits or runs; the others go on.</source>
        <translation>Eine Zeile lässt sich abbrechen, während sie wartet oder läuft; die anderen laufen weiter.</translation>
    </message>
    <message>
        <source>Mean over users of the row minus the reference, with its 95 % interval (paired bootstrap).</source>
        <translation>Mittel über Nutzer von Zeile minus Referenz, mit 95-%-Intervall (gepaarter Bootstrap).</translation>
    </message>
    <message>
        <source>Sign-flip test of the differences, corrected for the number of rows (Holm).</source>
        <translation>Vorzeichenwechsel-Test der Differenzen, korrigiert für die Zahl der Zeilen (Holm).</translation>
    </message>
    <message>
        <source>Better or worse only if the adjusted p is below 0.05 and the interval leaves out 0.</source>
        <translation>Besser oder schlechter nur, wenn das adjustierte p unter 0,05 liegt und das Intervall die 0 ausschließt.</translation>
    </message>
    <message>
        <source>Training and measuring on this machine, all folds of one seed.</source>
        <translation>Training und Messen auf diesem Rechner, alle Folds eines Startwerts.</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Adjusted p</source>
        <translation>p adjustiert</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>95 % interval over users: %1; each is averaged over the folds first, which gives a mean of %2</source>
        <translation>95-%-Intervall über Nutzer: %1; jeder wird zuerst über die Folds gemittelt, das ergibt im Mittel %2</translation>
    </message>
    <message>
        <source>95 % interval of the mean over users (bootstrap), each averaged over the folds first; the figure beside it is the mean of the folds. Two overlapping intervals do not mean that there is no difference: the test of the differences says that.</source>
        <translation>95-%-Intervall des Mittels über Nutzer (Bootstrap), jeder zuerst über die Folds gemittelt; die Zahl daneben ist das Mittel der Folds. Überlappen sich zwei Intervalle, heißt das nicht, dass es keinen Unterschied gibt: Das sagt der Test der Differenzen.</translation>
    </message>
</context>
<context>
    <name>recital::ComparisonOptionText</name>
    <message>
        <source>unknown metric &quot;%1&quot;; known are %2</source>
        <translation>unbekannte Metrik „%1“; bekannt sind %2</translation>
    </message>
    <message>
        <source>Layout of the output: %1.</source>
        <translation>Form der Ausgabe: %1.</translation>
    </message>
    <message>
        <source>--json and --format ask for different outputs</source>
        <translation>--json und --format verlangen verschiedene Ausgaben</translation>
    </message>
    <message>
        <source>Columns, separated by commas: %1, or all. JSON always has all.</source>
        <translation>Spalten, durch Kommas getrennt: %1, oder all (alle). JSON hat immer alle.</translation>
    </message>
</context>
<context>
    <name>recital::ComparisonText</name>
    <message>
        <source>%1 (full ideal)</source>
        <translation>%1 (volles Ideal)</translation>
    </message>
    <message>
        <source>%1 (ideal of %2)</source>
        <translation>%1 (Ideal aus %2)</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>Hit</translation>
    </message>
    <message>
        <source>AUC (list order)</source>
        <translation>AUC (Listenfolge)</translation>
    </message>
    <message>
        <source>Percentile rank</source>
        <translation>Perzentilrang</translation>
    </message>
    <message>
        <source>Popularity</source>
        <translation>Beliebtheit</translation>
    </message>
    <message>
        <source>Profile popularity</source>
        <translation>Profilbeliebtheit</translation>
    </message>
    <message>
        <source>Popularity lift</source>
        <translation>Beliebtheits-Lift</translation>
    </message>
    <message>
        <source>Genre diversity</source>
        <translation>Genrevielfalt</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>%1 (÷ trained)</source>
        <translation>%1 (÷ trainierte)</translation>
    </message>
    <message>
        <source>Gini</source>
        <translation>Gini</translation>
    </message>
    <message>
        <source>%1 (bits)</source>
        <translation>%1 (Bit)</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Novelty</source>
        <translation>Neuheit</translation>
    </message>
    <message>
        <source>Personalisation</source>
        <translation>Personalisierung</translation>
    </message>
    <message>
        <source>official folds</source>
        <translation>offizielle Folds</translation>
    </message>
    <message>
        <source>newest %1 % of every user held out</source>
        <translation>neueste %1 % jedes Nutzers zurückgehalten</translation>
    </message>
    <message>
        <source>random %1 % of every user held out</source>
        <translation>zufällige %1 % jedes Nutzers zurückgehalten</translation>
    </message>
    <message>
        <source>newest %1 % of all ratings held out</source>
        <translation>neueste %1 % aller Bewertungen zurückgehalten</translation>
    </message>
    <message>
        <source>newest rating of every user held out</source>
        <translation>neueste Bewertung jedes Nutzers zurückgehalten</translation>
    </message>
    <message>
        <source>%1 % of the users held out, folded in with 80 % of their ratings</source>
        <translation>%1 % der Nutzer zurückgehalten, mit 80 % ihrer Bewertungen eingefaltet</translation>
    </message>
    <message numerus="yes">
        <source>%n random fold(s)</source>
        <translation>
            <numerusform>%n zufälliger Fold</numerusform>
            <numerusform>%n zufällige Folds</numerusform>
        </translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>no detectable difference (would need ≥ %1)</source>
        <translation>kein nachweisbarer Unterschied (nötig wären ≥ %1)</translation>
    </message>
    <message>
        <source>Data: %1, fingerprint %2; likes are ratings of at least %3.</source>
        <translation>Daten: %1, Fingerabdruck %2; Likes sind Bewertungen ab %3.</translation>
    </message>
    <message numerus="yes">
        <source>users with at least %n rating(s)</source>
        <translation>
            <numerusform>Nutzer mit mindestens %n Bewertung</numerusform>
            <numerusform>Nutzer mit mindestens %n Bewertungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>items with at least %n rating(s)</source>
        <translation>
            <numerusform>Filme mit mindestens %n Bewertung</numerusform>
            <numerusform>Filme mit mindestens %n Bewertungen</numerusform>
        </translation>
    </message>
    <message>
        <source>no minimum activity</source>
        <translation>keine Mindestaktivität</translation>
    </message>
    <message>
        <source>%1 measured, %2 without a held-out like left out</source>
        <translation>%1 gemessen, %2 ohne zurückgehaltenes Like ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>%n of them cold</source>
        <translation>
            <numerusform>%n davon kalt</numerusform>
            <numerusform>%n davon kalt</numerusform>
        </translation>
    </message>
    <message>
        <source>Protocol: %1; %2.</source>
        <translation>Protokoll: %1; %2.</translation>
    </message>
    <message>
        <source>Seed of the split: %1.</source>
        <translation>Startwert der Aufteilung: %1.</translation>
    </message>
    <message>
        <source>Users: %1.</source>
        <translation>Nutzer: %1.</translation>
    </message>
    <message>
        <source>Leak check: of %1 held-out pairs of user and item, %2 were known before the test.</source>
        <translation>Leckprüfung: Von %1 zurückgehaltenen Paaren aus Nutzer und Film waren %2 vor dem Test bekannt.</translation>
    </message>
    <message>
        <source>Lists of k = %1 from all items that the user had not rated in training; equal scores: lower item number first.</source>
        <translation>Listen von k = %1 aus allen Filmen, die der Nutzer im Training nicht bewertet hat; gleiche Scores: niedrigere Nummer zuerst.</translation>
    </message>
    <message>
        <source>Seeds: none of these models draws random numbers.</source>
        <translation>Startwerte: Keines dieser Modelle zieht Zufallszahlen.</translation>
    </message>
    <message>
        <source>Seeds: %1; means over folds and seeds.</source>
        <translation>Startwerte: %1; Mittel über Folds und Startwerte.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n trial(s)</source>
        <translation>
            <numerusform>%1 %n Versuch</numerusform>
            <numerusform>%1 %n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>Tuning budget: none, every row with given or tested default parameters.</source>
        <translation>Tuning-Budget: keines, jede Zeile mit angegebenen oder erprobten Parametern.</translation>
    </message>
    <message>
        <source>Tuning budget on validation data: %1; the others none.</source>
        <translation>Tuning-Budget auf Validierungsdaten: %1; die anderen keines.</translation>
    </message>
    <message>
        <source>Statistics: unit is the user; paired bootstrap (%1 resamples, seed %2), sign-flip test (%3 flips), Holm over the rows tested against %4, level %5.</source>
        <translation>Statistik: Einheit ist der Nutzer; gepaarter Bootstrap (%1 Ziehungen, Startwert %2), Vorzeichenwechsel-Test (%3 Wechsel), Holm über die gegen %4 geprüften Zeilen, Niveau %5.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Ranking metrics on %1, %2, k = %3</source>
        <translation>Ranking-Metriken auf %1, %2, k = %3</translation>
    </message>
    <message>
        <source>RMSE and MAE are means over the folds, clipped to the scale; fallbacks are ratings of a user or item without a training rating.</source>
        <translation>RMSE und MAE sind Mittel über die Folds, auf die Skala begrenzt; Ersatzwerte sind Bewertungen von Nutzern oder Filmen ohne Trainingsbewertung.</translation>
    </message>
    <message>
        <source>Measured on %1 with Recital %2.</source>
        <translation>Gemessen am %1 mit Recital %2.</translation>
    </message>
    <message>
        <source>%1 was measured earlier, on %2.</source>
        <translation>%1 wurde früher gemessen, am %2.</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Tuned</source>
        <translation>Getunt</translation>
    </message>
    <message>
        <source>Training s</source>
        <translation>Training s</translation>
    </message>
    <message>
        <source>%1, difference to %2</source>
        <translation>%1, Differenz zu %2</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>%1 % from</source>
        <translation>%1 % von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>p (Holm)</source>
        <translation>p (Holm)</translation>
    </message>
    <message>
        <source>Detectable</source>
        <translation>Nachweisbar</translation>
    </message>
    <message>
        <source>no detectable difference</source>
        <translation>kein nachweisbarer Unterschied</translation>
    </message>
    <message>
        <source>Rating prediction, in stars</source>
        <translation>Vorhersage von Bewertungen, in Sternen</translation>
    </message>
    <message>
        <source>Predictor</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Seed spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>Ersatzwerte</translation>
    </message>
    <message>
        <source>%1: the best mean, and every other that the test cannot tell from it.</source>
        <translation>%1: das beste Mittel und jedes andere, das der Test nicht davon unterscheiden kann.</translation>
    </message>
    <message>
        <source>%1 better and %2 worse than %3; %4 no detectable difference.</source>
        <translation>%1 besser und %2 schlechter als %3; %4 kein nachweisbarer Unterschied.</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>no difference for any user</source>
        <translation>bei keinem Nutzer ein Unterschied</translation>
    </message>
</context>
<context>
    <name>recital::Console</name>
    <message>
        <source>Try &quot;%1&quot;.</source>
        <translation>Siehe „%1“.</translation>
    </message>
</context>
<context>
    <name>recital::CostText</name>
    <message>
        <source>counts %1 likes</source>
        <translation>zählt %1 Likes</translation>
    </message>
    <message>
        <source>counts %1 likes and learns nothing</source>
        <translation>zählt %1 Likes und lernt nichts</translation>
    </message>
    <message>
        <source>keeps the likes, and every list searches %1 users</source>
        <translation>behält die Likes, und jede Liste durchsucht %1 Nutzer</translation>
    </message>
    <message>
        <source>finds %1 singular vectors of a %2 × %3 matrix</source>
        <translation>sucht %1 Singulärvektoren einer Matrix %2 × %3</translation>
    </message>
    <message>
        <source>inverts a %1 × %2 matrix for weights between %3 films</source>
        <translation>invertiert eine Matrix %1 × %2 für Gewichte zwischen %3 Filmen</translation>
    </message>
    <message>
        <source>solves %1 regressions on the films that share a user</source>
        <translation>löst %1 Regressionen über Filme mit gemeinsamen Nutzern</translation>
    </message>
    <message>
        <source>%1 gradient steps, one after another</source>
        <translation>%1 Gradientenschritte nacheinander</translation>
    </message>
    <message>
        <source>solves %1 systems of %2 equations %3 times</source>
        <translation>löst %3-mal %1 Systeme mit %2 Gleichungen</translation>
    </message>
    <message>
        <source>nothing to train</source>
        <translation>nichts zu trainieren</translation>
    </message>
    <message>
        <source>%1: about %2, %3</source>
        <translation>%1: etwa %2, %3</translation>
    </message>
    <message>
        <source>EASE is not attempted above %1 films; here it %2</source>
        <translation>EASE wird über %1 Filmen nicht versucht; hier: %2</translation>
    </message>
    <message>
        <source>compares %1 films through the users they share</source>
        <translation>vergleicht %1 Filme über gemeinsame Nutzer</translation>
    </message>
</context>
<context>
    <name>recital::DataPage</name>
    <message>
        <source>Open a data set folder</source>
        <translation>Ordner eines Datensatzes öffnen</translation>
    </message>
    <message>
        <source>Open a zip or a file of ratings</source>
        <translation>Zip oder Datei mit Bewertungen öffnen</translation>
    </message>
    <message>
        <source>Data sets (*.zip *.csv *.tsv *.data *.dat *.txt);;All files (*)</source>
        <translation>Datensätze (*.zip *.csv *.tsv *.data *.dat *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Filme</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Get MovieLens...</source>
        <translation>MovieLens holen …</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <source>Loading was cancelled. Nothing was changed.</source>
        <translation>Das Laden wurde abgebrochen. Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>%1 was not opened.</source>
        <comment>file</comment>
        <translation>%1 wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Folder...</source>
        <translation>Ordner …</translation>
    </message>
    <message>
        <source>Zip or file...</source>
        <translation>Zip oder Datei …</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>recital::DatasetCard</name>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Films rated</source>
        <translation>Bewertete Filme</translation>
    </message>
    <message>
        <source>Notes of the reader</source>
        <translation>Anmerkungen des Lesers</translation>
    </message>
    <message>
        <source>Films in the list</source>
        <translation>Filme in der Liste</translation>
    </message>
    <message>
        <source>All films the data names, rated or not</source>
        <translation>Alle Filme, die die Daten nennen, bewertet oder nicht</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Ratings / (users × films)</source>
        <translation>Bewertungen / (Nutzer × Filme)</translation>
    </message>
    <message>
        <source>Time span</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Month of the first and of the last rating (UTC)</source>
        <translation>Monat der ersten und der letzten Bewertung (UTC)</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Lowest and highest rating that the layout allows</source>
        <translation>Niedrigste und höchste Bewertung des Formats</translation>
    </message>
    <message>
        <source>Mean rating</source>
        <translation>Mittlere Bewertung</translation>
    </message>
    <message>
        <source>Over all ratings</source>
        <translation>Über alle Bewertungen</translation>
    </message>
    <message>
        <source>Median per user</source>
        <translation>Median je Nutzer</translation>
    </message>
    <message>
        <source>Half of the users rated no more films</source>
        <translation>Die Hälfte der Nutzer bewertete nicht mehr Filme</translation>
    </message>
    <message>
        <source>Median per film</source>
        <translation>Median je Film</translation>
    </message>
    <message>
        <source>Over films with at least one rating</source>
        <translation>Über Filme mit mindestens einer Bewertung</translation>
    </message>
    <message>
        <source>What models learn from and are tested on</source>
        <translation>Woraus Modelle lernen und woran sie geprüft werden</translation>
    </message>
    <message>
        <source>Top 20 % of films</source>
        <translation>Obere 20 % der Filme</translation>
    </message>
    <message>
        <source>Share of ratings on the most rated 20 % of rated films</source>
        <translation>Anteil der Bewertungen für die meistbewerteten 20 % der bewerteten Filme</translation>
    </message>
    <message>
        <source>Gini of films</source>
        <translation>Gini der Filme</translation>
    </message>
    <message>
        <source>0: every rated film has equally many ratings; 1: one film has all</source>
        <translation>0: jeder bewertete Film hat gleich viele Bewertungen; 1: ein Film hat alle</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Over all ratings and film ids: equal data, equal fingerprint</source>
        <translation>Über alle Bewertungen und Filmnummern: gleiche Daten, gleicher Fingerabdruck</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>month, month</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>No times</source>
        <translation>Keine Zeiten</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>rating, rating</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 ratings</source>
        <translation>%1 Bewertungen</translation>
    </message>
    <message>
        <source>Positives, %1 or more</source>
        <translation>Positive, ab %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>count, share</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 of ratings</source>
        <comment>share</comment>
        <translation>%1 der Bewertungen</translation>
    </message>
    <message>
        <source>Nothing had to be mended.</source>
        <translation>Nichts musste ausgebessert werden.</translation>
    </message>
</context>
<context>
    <name>recital::DatasetCharts</name>
    <message>
        <source>Rating values</source>
        <translation>Bewertungswerte</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>Activity of users</source>
        <translation>Aktivität der Nutzer</translation>
    </message>
    <message>
        <source>Ratings of a user, logarithmic</source>
        <translation>Bewertungen eines Nutzers, logarithmisch</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Long tail of films</source>
        <translation>Long Tail der Filme</translation>
    </message>
    <message>
        <source>Rank of the film, logarithmic</source>
        <translation>Rang des Films, logarithmisch</translation>
    </message>
    <message>
        <source>Ratings, logarithmic</source>
        <translation>Bewertungen, logarithmisch</translation>
    </message>
    <message>
        <source>Ratings over time</source>
        <translation>Bewertungen im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Ratings a month</source>
        <translation>Bewertungen im Monat</translation>
    </message>
    <message>
        <source>The data has no times.</source>
        <translation>Die Daten haben keine Zeiten.</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>The data names no genres.</source>
        <translation>Die Daten nennen keine Genres.</translation>
    </message>
    <message>
        <source>%1: %2 ratings (%3)</source>
        <comment>rating value, count, share</comment>
        <translation>%1: %2 Bewertungen (%3)</translation>
    </message>
    <message>
        <source>Mean %1</source>
        <translation>Mittel %1</translation>
    </message>
    <message>
        <source>%1 to %2 ratings: %3 users</source>
        <translation>%1 bis %2 Bewertungen: %3 Nutzer</translation>
    </message>
    <message>
        <source>Median %1 ratings</source>
        <translation>Median %1 Bewertungen</translation>
    </message>
    <message>
        <source>Film of rank %1: %2 ratings</source>
        <translation>Film auf Rang %1: %2 Bewertungen</translation>
    </message>
    <message>
        <source>%1: %2 ratings</source>
        <comment>month, count</comment>
        <translation>%1: %2 Bewertungen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>month, month</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1: %2 ratings, %3 films</source>
        <translation>%1: %2 Bewertungen, %3 Filme</translation>
    </message>
    <message>
        <source>A film can have several</source>
        <translation>Ein Film kann mehrere haben</translation>
    </message>
    <message>
        <source>Top 20 % of films: %1 of ratings</source>
        <translation>Obere 20 % der Filme: %1 der Bewertungen</translation>
    </message>
</context>
<context>
    <name>recital::DatasetService</name>
    <message>
        <source>Loading %1</source>
        <translation>%1 wird geladen</translation>
    </message>
</context>
<context>
    <name>recital::DatasetUserDialog</name>
    <message>
        <source>User of the dataset</source>
        <translation>Nutzer des Datensatzes</translation>
    </message>
    <message>
        <source>&amp;On stage</source>
        <translation>&amp;Auf die Bühne</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Number of the user</source>
        <translation>Nummer des Nutzers</translation>
    </message>
    <message>
        <source>Most frequent genre</source>
        <translation>Häufigstes Genre</translation>
    </message>
    <message>
        <source>Any taste</source>
        <translation>Jeder Geschmack</translation>
    </message>
    <message>
        <source>Users of the dataset</source>
        <translation>Nutzer des Datensatzes</translation>
    </message>
</context>
<context>
    <name>recital::DatasetUserModel</name>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>Likes</translation>
    </message>
    <message>
        <source>Most frequent genre</source>
        <translation>Häufigstes Genre</translation>
    </message>
    <message>
        <source>Share of likes</source>
        <translation>Anteil der Likes</translation>
    </message>
</context>
<context>
    <name>recital::DemoNumbersPanel</name>
    <message>
        <source>Progress of the measurement</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>Stops within half a second. The numbers that are there stay.</source>
        <translation>Hält innerhalb einer halben Sekunde an. Die vorhandenen Zahlen bleiben.</translation>
    </message>
    <message>
        <source>Different lists</source>
        <translation>Verschiedene Listen</translation>
    </message>
    <message>
        <source>Overlap of two users</source>
        <translation>Überlappung zweier Nutzer</translation>
    </message>
    <message>
        <source>Newcomers served</source>
        <translation>Bediente Neulinge</translation>
    </message>
    <message>
        <source>From event to list</source>
        <translation>Vom Ereignis zur Liste</translation>
    </message>
    <message>
        <source>Measuring over all users</source>
        <translation>Messung über alle Nutzer</translation>
    </message>
    <message>
        <source>The numbers were not measured</source>
        <translation>Die Zahlen wurden nicht gemessen</translation>
    </message>
    <message>
        <source>The chart was not saved</source>
        <translation>Das Diagramm wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>Every user of the data with something to learn from gets a list by the rule of the stage: %1.</source>
        <translation>Jeder Nutzer der Daten, von dem es etwas zu lernen gibt, bekommt eine Liste nach der Regel der Bühne: %1.</translation>
    </message>
    <message>
        <source>Nothing can be measured yet</source>
        <translation>Noch kann nichts gemessen werden</translation>
    </message>
    <message>
        <source>Cancelled: nothing was measured</source>
        <translation>Abgebrochen: nichts gemessen</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message>
        <source>&amp;Measure now</source>
        <translation>Jetzt &amp;messen</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %Ln user(s) just now</source>
        <translation>
            <numerusform>Gerade an %Ln Nutzer gemessen</numerusform>
            <numerusform>Gerade an %Ln Nutzern gemessen</numerusform>
        </translation>
    </message>
    <message>
        <source>The stage has another rule by now: %1.</source>
        <translation>Die Bühne hat inzwischen eine andere Regel: %1.</translation>
    </message>
    <message>
        <source>&amp;Measure again</source>
        <translation>Noch einmal &amp;messen</translation>
    </message>
    <message>
        <source>Do different users get different lists?</source>
        <translation>Bekommen verschiedene Nutzer verschiedene Listen?</translation>
    </message>
    <message>
        <source>How much of two users&apos; lists is the same?</source>
        <translation>Wie viel haben die Listen zweier Nutzer gemeinsam?</translation>
    </message>
    <message>
        <source>Does somebody without any past get a full list?</source>
        <translation>Bekommt jemand ohne jede Vorgeschichte eine volle Liste?</translation>
    </message>
    <message>
        <source>How long does the room wait?</source>
        <translation>Wie lange wartet der Raum?</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln list(s) are unlike every other, in films or order.</source>
        <translation>
            <numerusform>von %Ln Liste gleicht keiner anderen, in Filmen oder Reihenfolge.</numerusform>
            <numerusform>von %Ln Listen gleichen keiner anderen, in Filmen oder Reihenfolge.</numerusform>
        </translation>
    </message>
    <message>
        <source>Random lists would be 100 % different, the popular list one for all. Being different is not being right: see the rule test.</source>
        <translation>Zufällige Listen wären zu 100 % verschieden, die beliebteste eine für alle. Verschieden heißt nicht richtig: siehe Regeltest.</translation>
    </message>
    <message>
        <source>of the top %1 do two users have in common, on average over all pairs.</source>
        <translation>der ersten %1 haben zwei Nutzer gemeinsam, im Mittel über alle Paare.</translation>
    </message>
    <message>
        <source>Two random lists of %1 out of %2 films have %3 in common, one list for all 100 %.</source>
        <translation>Zwei zufällige Listen mit %1 aus %2 Filmen haben %3 gemeinsam, eine Liste für alle 100 %.</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln newcomer(s) with 0 to 3 events get %1 films.</source>
        <translation>
            <numerusform>von %Ln Neuling mit 0 bis 3 Ereignissen bekommen %1 Filme.</numerusform>
            <numerusform>von %Ln Neulingen mit 0 bis 3 Ereignissen bekommen %1 Filme.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model alone gives none to somebody without events: the popular start does.</source>
        <translation>Das Modell allein gibt jemandem ohne Ereignisse keinen: das leistet der Start mit Beliebtem.</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>median; 95 % within %1 µs, 99 % within %2 µs, slowest %3 µs.</source>
        <translation>Median; 95 % innerhalb von %1 µs, 99 % innerhalb von %2 µs, am langsamsten %3 µs.</translation>
    </message>
    <message>
        <source>A frame at 60 Hz lasts %1 µs. Medians of the parts: vector %2, scores %3, filter %4, ranking %5.</source>
        <translation>Ein Bild bei 60 Hz dauert %1 µs. Mediane der Teile: Vektor %2, Scores %3, Filter %4, Rangfolge %5.</translation>
    </message>
    <message>
        <source>Nobody has three likes to start with.</source>
        <translation>Niemand hat drei Likes, um damit zu beginnen.</translation>
    </message>
</context>
<context>
    <name>recital::DemoNumbersService</name>
    <message>
        <source>Numbers of this demo</source>
        <translation>Zahlen dieser Vorführung</translation>
    </message>
</context>
<context>
    <name>recital::DownloadDialog</name>
    <message>
        <source>Use the data for research and teaching. Any commercial or revenue-bearing use needs the permission of a faculty member of GroupLens first.</source>
        <translation>Nutzen Sie die Daten für Forschung und Lehre. Jede kommerzielle oder Einnahmen bringende Nutzung braucht vorher die Erlaubnis eines Fakultätsmitglieds von GroupLens.</translation>
    </message>
    <message>
        <source>Do not pass the data on without permission, except where the README inside the zip allows it under the same conditions.</source>
        <translation>Geben Sie die Daten nicht ohne Erlaubnis weiter, außer wo das README im Zip es unter denselben Bedingungen gestattet.</translation>
    </message>
    <message>
        <source>Do not state or imply that the University of Minnesota or GroupLens endorses you.</source>
        <translation>Behaupten Sie nicht und legen Sie nicht nahe, dass die University of Minnesota oder GroupLens Sie unterstützt.</translation>
    </message>
    <message>
        <source>Acknowledge the data in publications that come from it, with the citation: F. M. Harper and J. A. Konstan, The MovieLens Datasets: History and Context, ACM TiiS 5(4), article 19, 2015.</source>
        <translation>Nennen Sie die Daten in Veröffentlichungen, die daraus entstehen, mit der Quelle: F. M. Harper and J. A. Konstan, The MovieLens Datasets: History and Context, ACM TiiS 5(4), article 19, 2015.</translation>
    </message>
    <message>
        <source>The data come as they are, without any guarantee or liability.</source>
        <translation>Die Daten kommen, wie sie sind, ohne Gewähr oder Haftung.</translation>
    </message>
    <message>
        <source>Get MovieLens</source>
        <translation>MovieLens holen</translation>
    </message>
    <message>
        <source>Ratings of films by volunteers, published by GroupLens, University of Minnesota. From %1</source>
        <translation>Bewertungen von Filmen durch Freiwillige, veröffentlicht von GroupLens, University of Minnesota. Von %1</translation>
    </message>
    <message>
        <source>Editions</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>%1  (%2)
%3</source>
        <comment>edition, size, what the publisher says of it</comment>
        <translation>%1  (%2)
%3</translation>
    </message>
    <message>
        <source>Conditions of use</source>
        <translation>Nutzungsbedingungen</translation>
    </message>
    <message>
        <source>I accept these conditions</source>
        <translation>Ich nehme diese Bedingungen an</translation>
    </message>
    <message>
        <source>Keep it in</source>
        <translation>Ablegen in</translation>
    </message>
    <message>
        <source>Folder for the download</source>
        <translation>Ordner für den Download</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Downloads</translation>
    </message>
    <message>
        <source>Cancel download</source>
        <translation>Download abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancelled. What has arrived is kept: start again to continue from there.</source>
        <translation>Abgebrochen. Was angekommen ist, bleibt: Starten Sie erneut, dann geht es dort weiter.</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>received, total</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Continue download</source>
        <translation>Download fortsetzen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Accept the conditions first</source>
        <translation>Nehmen Sie zuerst die Bedingungen an</translation>
    </message>
</context>
<context>
    <name>recital::DownloadService</name>
    <message>
        <source>100,836 ratings, 610 users, 9,742 films (2018)</source>
        <translation>100.836 Bewertungen, 610 Nutzer, 9.742 Filme (2018)</translation>
    </message>
    <message>
        <source>100,000 ratings, 943 users, 1,682 films (1998)</source>
        <translation>100.000 Bewertungen, 943 Nutzer, 1.682 Filme (1998)</translation>
    </message>
    <message>
        <source>1,000,209 ratings, 6,040 users, 3,900 films (2003)</source>
        <translation>1.000.209 Bewertungen, 6.040 Nutzer, 3.900 Filme (2003)</translation>
    </message>
    <message>
        <source>10,000,054 ratings, 71,567 users, 10,681 films (2009)</source>
        <translation>10.000.054 Bewertungen, 71.567 Nutzer, 10.681 Filme (2009)</translation>
    </message>
    <message>
        <source>20,000,263 ratings, 138,493 users, 27,278 films (2015)</source>
        <translation>20.000.263 Bewertungen, 138.493 Nutzer, 27.278 Filme (2015)</translation>
    </message>
    <message>
        <source>25,000,095 ratings, 162,541 users, 62,423 films (2019)</source>
        <translation>25.000.095 Bewertungen, 162.541 Nutzer, 62.423 Filme (2019)</translation>
    </message>
    <message>
        <source>32,000,204 ratings, 200,948 users, 87,585 films (2024)</source>
        <translation>32.000.204 Bewertungen, 200.948 Nutzer, 87.585 Filme (2024)</translation>
    </message>
</context>
<context>
    <name>recital::DropOverlay</name>
    <message>
        <source>Drop to open %1</source>
        <translation>Loslassen öffnet %1</translation>
    </message>
</context>
<context>
    <name>recital::EmptyState</name>
    <message>
        <source>Open a data set to begin</source>
        <translation>Öffnen Sie zu Beginn einen Datensatz</translation>
    </message>
    <message>
        <source>Recital reads every MovieLens set, as a folder or as the zip you downloaded, and any CSV or TSV of ratings. You can also drop it anywhere on this window.</source>
        <translation>Recital liest jeden MovieLens-Satz, als Ordner oder als geladenes Zip, und jede CSV- oder TSV-Datei mit Bewertungen. Sie können ihn auch irgendwo auf dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Get MovieLens...</source>
        <translation>MovieLens holen …</translation>
    </message>
    <message>
        <source>Open folder...</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open zip or file...</source>
        <translation>Zip oder Datei öffnen …</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>recital::EvaluateText</name>
    <message>
        <source>Length of the lists, 1 to 1000.</source>
        <translation>Länge der Listen, 1 bis 1000.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>unknown rating model &quot;%1&quot;; known are %2</source>
        <translation>unbekanntes Bewertungsmodell „%1“; bekannt sind %2</translation>
    </message>
    <message>
        <source>Trainings of every algorithm that draws random numbers, 1 to 100: with its seed, the next one, and so on.</source>
        <translation>Trainings jedes Algorithmus, der Zufallszahlen zieht, 1 bis 100: mit seinem Startwert, dem nächsten und so weiter.</translation>
    </message>
    <message>
        <source>Predictors of stars to measure as well, in a table of their own, separated by commas: %1, or all.</source>
        <translation>Verfahren, die Sterne vorhersagen und in einer eigenen Tabelle mitgemessen werden, durch Kommas getrennt: %1, oder all (alle).</translation>
    </message>
    <message>
        <source>Test every other algorithm against this one of the list: difference with its interval, Holm-adjusted p and verdict.</source>
        <translation>Prüft jeden anderen Algorithmus gegen diesen der Liste: Differenz mit Intervall, p nach Holm und Urteil.</translation>
    </message>
    <message>
        <source>Settings that were tried on validation data before, to be printed beside the results, for example als=16,itemknn=8.</source>
        <translation>Einstellungen, die zuvor auf Validierungsdaten versucht wurden; sie stehen bei den Ergebnissen, zum Beispiel als=16,itemknn=8.</translation>
    </message>
    <message>
        <source>--tuned names &quot;%1&quot;, which is not measured</source>
        <translation>--tuned nennt „%1“, das nicht gemessen wird</translation>
    </message>
    <message>
        <source>--tuned needs ALGORITHM=N, not &quot;%1&quot;</source>
        <translation>--tuned braucht ALGORITHM=N, nicht „%1“</translation>
    </message>
    <message>
        <source>%1 was not measured: %2</source>
        <translation>%1 wurde nicht gemessen: %2</translation>
    </message>
    <message>
        <source>%1: NDCG@%2 %3</source>
        <translation>%1: NDCG@%2 %3</translation>
    </message>
    <message>
        <source>The algorithm to compare to was not measured: there are no differences.</source>
        <translation>Der Algorithmus, mit dem verglichen werden soll, wurde nicht gemessen: Es gibt keine Differenzen.</translation>
    </message>
    <message>
        <source>Measures algorithms on held-out ratings: the mean over folds and seeds. Parameters that are not given are those tested for the dataset. Exits with 1 when an algorithm could not be measured.</source>
        <translation>Misst Algorithmen an zurückgehaltenen Bewertungen: das Mittel über Folds und Startwerte. Nicht angegebene Parameter sind die für den Datensatz erprobten. Endet mit 1, wenn ein Algorithmus nicht gemessen werden konnte.</translation>
    </message>
</context>
<context>
    <name>recital::EventLog</name>
    <message>
        <source>User %1</source>
        <translation>Nutzer %1</translation>
    </message>
    <message>
        <source>Newcomer</source>
        <translation>Neuling</translation>
    </message>
    <message>
        <source>%1 (imported)</source>
        <translation>%1 (importiert)</translation>
    </message>
    <message>
        <source>Replay of %1</source>
        <translation>Wiederholung von %1</translation>
    </message>
</context>
<context>
    <name>recital::EventLogModel</name>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Line %1 taken back</source>
        <translation>Zeile %1 zurückgenommen</translation>
    </message>
    <message>
        <source>Line %1 brought back</source>
        <translation>Zeile %1 wiederhergestellt</translation>
    </message>
    <message>
        <source>Taken back: it stands in the log, but does not count</source>
        <translation>Zurückgenommen: steht im Protokoll, zählt aber nicht</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>recital::EventLogPanel</name>
    <message>
        <source>Replay complete</source>
        <translation>Wiederholung vollständig</translation>
    </message>
    <message>
        <source>Events of</source>
        <translation>Ereignisse von</translation>
    </message>
    <message>
        <source>Type of event</source>
        <translation>Art des Ereignisses</translation>
    </message>
    <message>
        <source>Source of the events</source>
        <translation>Quelle der Ereignisse</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Alle Quellen</translation>
    </message>
    <message numerus="yes">
        <source>with the pauses there were, %n second(s) at most</source>
        <translation>
            <numerusform>mit den damaligen Pausen, höchstens %n Sekunde</numerusform>
            <numerusform>mit den damaligen Pausen, höchstens %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Replay 1×</source>
        <translation>Abspielen 1×</translation>
    </message>
    <message>
        <source>Plays the current user&apos;s events again to a new user, %1</source>
        <translation>Spielt die Ereignisse des Nutzers einem neuen Nutzer noch einmal vor, %1</translation>
    </message>
    <message>
        <source>4×</source>
        <translation>4×</translation>
    </message>
    <message>
        <source>The same, four times as fast</source>
        <translation>Dasselbe, viermal so schnell</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Export...</translation>
    </message>
    <message>
        <source>Writes what is shown: CSV or JSON lines</source>
        <translation>Schreibt, was gezeigt wird: CSV oder JSON-Zeilen</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Import...</translation>
    </message>
    <message>
        <source>Users of a file come on the stage</source>
        <translation>Nutzer aus einer Datei kommen auf die Bühne</translation>
    </message>
    <message>
        <source>Log of the events, the newest first</source>
        <translation>Protokoll der Ereignisse, neueste zuerst</translation>
    </message>
    <message>
        <source>All users</source>
        <translation>Alle Nutzer</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s); nothing is ever deleted</source>
        <translation>
            <numerusform>%n Zeile; nichts wird je gelöscht</numerusform>
            <numerusform>%n Zeilen; nichts wird je gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1: %2 of %3 events, %4×</source>
        <translation>%1: %2 von %3 Ereignissen, %4×</translation>
    </message>
    <message>
        <source>This user has no events to play again.</source>
        <translation>Dieser Nutzer hat keine Ereignisse zum Wiederholen.</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Ereignisse exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON lines (*.jsonl)</source>
        <translation>CSV (*.csv);;JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written to %1</source>
        <translation>
            <numerusform>%n Zeile in %1 geschrieben</numerusform>
            <numerusform>%n Zeilen in %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Import events</source>
        <translation>Ereignisse importieren</translation>
    </message>
    <message>
        <source>Events (*.csv *.jsonl *.json);;All files (*)</source>
        <translation>Ereignisse (*.csv *.jsonl *.json);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) imported, new users are on the stage</source>
        <translation>
            <numerusform>%n Zeile importiert, neue Nutzer sind auf der Bühne</numerusform>
            <numerusform>%n Zeilen importiert, neue Nutzer sind auf der Bühne</numerusform>
        </translation>
    </message>
    <message>
        <source>No line of the log passes these filters.</source>
        <translation>Keine Zeile des Protokolls passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Every event is written here before it is shown.</source>
        <translation>Noch ist nichts geschehen. Jedes Ereignis wird hier notiert, bevor es zu sehen ist.</translation>
    </message>
    <message>
        <source>Ends the replay; what was played stays</source>
        <translation>Beendet die Wiederholung; was gespielt wurde, bleibt</translation>
    </message>
    <message>
        <source>Four times as fast from the next event on, and back</source>
        <translation>Viermal so schnell ab dem nächsten Ereignis, und zurück</translation>
    </message>
    <message numerus="yes">
        <source>Replay stopped after %n event(s)</source>
        <translation>
            <numerusform>Wiedergabe nach %n Ereignis beendet</numerusform>
            <numerusform>Wiederholung nach %n Ereignissen beendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::EventsText</name>
    <message>
        <source>Prints the log, oldest first; so does the command alone.</source>
        <translation>Gibt das Protokoll aus, das Älteste zuerst; der Befehl allein tut dasselbe.</translation>
    </message>
    <message>
        <source>Writes the log to a file: JSON lines where it ends in .jsonl, else CSV.</source>
        <translation>Schreibt das Protokoll in eine Datei: JSON-Zeilen, wenn sie auf .jsonl endet, sonst CSV.</translation>
    </message>
    <message>
        <source>Takes the users of such a file onto the stage, with their events; all of it or nothing.</source>
        <translation>Holt die Nutzer einer solchen Datei mit ihren Ereignissen auf die Bühne; alles oder nichts.</translation>
    </message>
    <message>
        <source>Imports events of another dataset too; films are matched by their ids, others left out.</source>
        <translation>Importiert auch Ereignisse eines anderen Datensatzes; Filme werden nach ihrer Nummer zugeordnet, die übrigen ausgelassen.</translation>
    </message>
    <message>
        <source>Only events of this type: %1.</source>
        <translation>Nur Ereignisse dieser Art: %1.</translation>
    </message>
    <message>
        <source>Only lines from here: stage, import, replay or http.</source>
        <translation>Nur Zeilen von hier: stage, import, replay oder http.</translation>
    </message>
    <message>
        <source>Only lines from this time on, as 2026-01-31T12:00:00Z.</source>
        <translation>Nur Zeilen ab diesem Zeitpunkt, etwa 2026-01-31T12:00:00Z.</translation>
    </message>
    <message>
        <source>Only lines before this time.</source>
        <translation>Nur Zeilen vor diesem Zeitpunkt.</translation>
    </message>
    <message>
        <source>Only this many, the newest; 0: all.</source>
        <translation>Nur so viele, die neuesten; 0: alle.</translation>
    </message>
    <message>
        <source>--%1: &quot;%2&quot; is no time</source>
        <translation>--%1: „%2“ ist kein Zeitpunkt</translation>
    </message>
    <message>
        <source>takes back %1</source>
        <translation>nimmt %1 zurück</translation>
    </message>
    <message>
        <source>brings back %1</source>
        <translation>stellt %1 wieder her</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Nutzer %1</translation>
    </message>
    <message>
        <source>Newcomer</source>
        <translation>Neuling</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s).</source>
        <translation>
            <numerusform>%n Zeile.</numerusform>
            <numerusform>%n Zeilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) imported.</source>
        <translation>
            <numerusform>%n Zeile importiert.</numerusform>
            <numerusform>%n Zeilen importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new user(s) on the stage.</source>
        <translation>
            <numerusform>%n neuer Nutzer auf der Bühne.</numerusform>
            <numerusform>%n neue Nutzer auf der Bühne.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out, whose film is not in this dataset.</source>
        <translation>
            <numerusform>%n Zeile ausgelassen, deren Film dieser Datensatz nicht hat.</numerusform>
            <numerusform>%n Zeilen ausgelassen, deren Film dieser Datensatz nicht hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>Prints, exports or imports the log of what happened on the stage with a dataset. The log itself is only ever added to.</source>
        <translation>Gibt das Protokoll dessen aus, was mit einem Datensatz auf der Bühne geschah, exportiert oder importiert es. Dem Protokoll selbst wird nur hinzugefügt.</translation>
    </message>
    <message>
        <source>--data is needed: the bundled data are not there</source>
        <translation>--data fehlt: Die mitgelieferten Daten sind nicht da</translation>
    </message>
    <message>
        <source>one of --list, --export and --import at a time</source>
        <translation>nur eines von --list, --export und --import auf einmal</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) exported.</source>
        <translation>
            <numerusform>%n Zeile exportiert.</numerusform>
            <numerusform>%n Zeilen exportiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::FigureSaveButton</name>
    <message>
        <source>Sa&amp;ve chart</source>
        <translation>&amp;Diagramm speichern</translation>
    </message>
    <message>
        <source>Write this chart to a file, on white and in colours for print.</source>
        <translation>Schreibt dieses Diagramm in eine Datei, auf Weiß und in Farben für den Druck.</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
</context>
<context>
    <name>recital::FigureView</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
</context>
<context>
    <name>recital::FilmMap</name>
    <message>
        <source>Map of the films</source>
        <translation>Karte der Filme</translation>
    </message>
    <message>
        <source>Films in the plane of the two largest principal components. Arrow keys pan, Shift and arrow keys go from film to film, Enter likes the selected film, plus and minus zoom, 0 shows everything.</source>
        <translation>Filme in der Ebene der zwei größten Hauptkomponenten. Pfeiltasten verschieben, Umschalt und Pfeiltasten gehen von Film zu Film, Eingabe setzt ein Like, Plus und Minus zoomen, 0 zeigt alles.</translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n Bewertung</numerusform>
            <numerusform>%n Bewertungen</numerusform>
        </translation>
    </message>
    <message>
        <source>, mean %1</source>
        <translation>, im Mittel %1</translation>
    </message>
    <message>
        <source>Click: take the like back</source>
        <translation>Klick: Like zurücknehmen</translation>
    </message>
    <message>
        <source>Click: the user likes it</source>
        <translation>Klick: Der Nutzer mag ihn</translation>
    </message>
    <message>
        <source>PC%1 (%2 % of variance)</source>
        <translation>PC%1 (%2 % der Varianz)</translation>
    </message>
</context>
<context>
    <name>recital::FilmMatchModel</name>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n Bewertung</numerusform>
            <numerusform>%n Bewertungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, liked already</source>
        <translation>%1, %2, schon gemocht</translation>
    </message>
</context>
<context>
    <name>recital::FilmSearch</name>
    <message>
        <source>Find a film</source>
        <translation>Film suchen</translation>
    </message>
    <message>
        <source>Find a film and press Enter: the simulated user likes it</source>
        <translation>Suchen Sie einen Film und drücken Sie Eingabe: Der simulierte Nutzer mag ihn</translation>
    </message>
    <message>
        <source>Films found</source>
        <translation>Gefundene Filme</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) found</source>
        <translation>
            <numerusform>%n Film gefunden</numerusform>
            <numerusform>%n Filme gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>die ersten %1</translation>
    </message>
</context>
<context>
    <name>recital::FilmTable</name>
    <message>
        <source>Title, year or genre</source>
        <translation>Titel, Jahr oder Genre</translation>
    </message>
    <message>
        <source>Filter films by title, year or genre</source>
        <translation>Filme nach Titel, Jahr oder Genre filtern</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Filme</translation>
    </message>
    <message>
        <source>No film matches.</source>
        <translation>Kein Film passt.</translation>
    </message>
    <message>
        <source>%1 films</source>
        <translation>%1 Filme</translation>
    </message>
    <message>
        <source>%1 of %2 films</source>
        <translation>%1 von %2 Filmen</translation>
    </message>
</context>
<context>
    <name>recital::FilmTableModel</name>
    <message>
        <source>–</source>
        <comment>not rated, so no mean</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Positives</source>
        <translation>Positive</translation>
    </message>
</context>
<context>
    <name>recital::HeatMap</name>
    <message>
        <source>%1 by %2 and %3</source>
        <translation>%1 nach %2 und %3</translation>
    </message>
    <message>
        <source>%1 %2, %3 %4</source>
        <translation>%1 %2, %3 %4</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Nicht versucht</translation>
    </message>
    <message>
        <source>The best of this search</source>
        <translation>Der beste dieser Suche</translation>
    </message>
</context>
<context>
    <name>recital::HelpDialog</name>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open a zip or file</source>
        <translation>Zip oder Datei öffnen</translation>
    </message>
    <message>
        <source>Find a film on the stage</source>
        <translation>Film auf der Bühne suchen</translation>
    </message>
    <message>
        <source>Undo, redo a click</source>
        <translation>Klick rückgängig, wiederholen</translation>
    </message>
    <message>
        <source>Larger, smaller, usual size</source>
        <translation>Größer, kleiner, übliche Größe</translation>
    </message>
    <message>
        <source>Light or dark theme</source>
        <translation>Helles oder dunkles Thema</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>Hilfe: %1</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Data, Train, Compare, Stage</source>
        <translation>Daten, Training, Vergleich, Bühne</translation>
    </message>
</context>
<context>
    <name>recital::HistoryModel</name>
    <message>
        <source>%1, the present state</source>
        <translation>%1, der jetzige Stand</translation>
    </message>
    <message>
        <source>%1, undone</source>
        <translation>%1, zurückgenommen</translation>
    </message>
    <message>
        <source>Click: bring this back</source>
        <translation>Klick: wiederherstellen</translation>
    </message>
    <message>
        <source>Click: go back to this state</source>
        <translation>Klick: zu diesem Stand zurück</translation>
    </message>
</context>
<context>
    <name>recital::HistoryPanel</name>
    <message>
        <source>History; Enter goes to an entry</source>
        <translation>Verlauf; Eingabe geht zu einem Eintrag</translation>
    </message>
</context>
<context>
    <name>recital::InfoText</name>
    <message>
        <source>Reads a dataset and prints its card: counts, distribution of ratings, long tail, times and genres, computed from the file.</source>
        <translation>Liest einen Datensatz und zeigt seine Karte: Anzahlen, Verteilung der Bewertungen, Long Tail, Zeiten und Genres, berechnet aus der Datei.</translation>
    </message>
</context>
<context>
    <name>recital::JobText</name>
    <message>
        <source>Columns taken as: user %1, item %2, value %3, time %4</source>
        <translation>Spalten gelesen als: Nutzer %1, Film %2, Wert %3, Zeit %4</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
</context>
<context>
    <name>recital::LabCharts</name>
    <message>
        <source>The last retrainings</source>
        <translation>Die letzten Trainings</translation>
    </message>
    <message>
        <source>Training loss of the newest</source>
        <translation>Verlust des neuesten Trainings</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 = %2
%3
%4
%5</source>
        <translation>%1 = %2
%3
%4
%5</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) counted</source>
        <translation>
            <numerusform>%n Nutzer gezählt</numerusform>
            <numerusform>%n Nutzer gezählt</numerusform>
        </translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>▲ +%1</source>
        <translation>▲ +%1</translation>
    </message>
    <message>
        <source>▼ −%1</source>
        <translation>▼ −%1</translation>
    </message>
    <message>
        <source>highest here %1</source>
        <translation>hier höchstens %1</translation>
    </message>
    <message>
        <source>Retraining %1: %2 %3
%4</source>
        <translation>Training %1: %2 %3
%4</translation>
    </message>
    <message>
        <source>Objective after every half-step, logarithmic</source>
        <translation>Zielfunktion nach jedem Halbschritt, logarithmisch</translation>
    </message>
    <message>
        <source>Objective after every half-step</source>
        <translation>Zielfunktion nach jedem Halbschritt</translation>
    </message>
    <message>
        <source>Loss %1 after iteration %2</source>
        <translation>Verlust %1 nach Iteration %2</translation>
    </message>
    <message>
        <source>%1 after each retraining; hover for parameters</source>
        <translation>%1 je Training; Parameter beim Zeigen</translation>
    </message>
</context>
<context>
    <name>recital::LabControls</name>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>&amp;Factors</source>
        <translation>&amp;Faktoren</translation>
    </message>
    <message>
        <source>The length of every taste vector, 1 to 1024. The slider reaches 256.</source>
        <translation>Die Länge jedes Geschmacksvektors, 1 bis 1024. Der Regler reicht bis 256.</translation>
    </message>
    <message>
        <source>&amp;Weight of the rest, α₀</source>
        <translation>&amp;Gewicht des Rests, α₀</translation>
    </message>
    <message>
        <source>How strongly every pair, rated or not, is pulled towards 0; above 0.</source>
        <translation>Wie stark jedes Paar, bewertet oder nicht, zu 0 gezogen wird; über 0.</translation>
    </message>
    <message>
        <source>&amp;Weight of a like, α</source>
        <translation>&amp;Gewicht eines Likes, α</translation>
    </message>
    <message>
        <source>How much more a liked film counts than one that was not rated. With the library&apos;s form at least 1.</source>
        <translation>Wie viel mehr ein gemochter Film zählt als ein nicht bewerteter. In der Form der Bibliothek mindestens 1.</translation>
    </message>
    <message>
        <source>Regularization, &amp;λ</source>
        <translation>Regularisierung, &amp;λ</translation>
    </message>
    <message>
        <source>Keeps vectors short; above 0. Too small memorises, too large forgets.</source>
        <translation>Hält Vektoren kurz; über 0. Zu klein lernt auswendig, zu groß vergisst.</translation>
    </message>
    <message>
        <source>&amp;Iterations</source>
        <translation>&amp;Iterationen</translation>
    </message>
    <message>
        <source>How often users, then films, are solved, 1 to 1000. The slider reaches 40.</source>
        <translation>Wie oft Nutzer, dann Filme gelöst werden, 1 bis 1000. Der Regler reicht bis 40.</translation>
    </message>
    <message>
        <source>The parameters that were tested on this data set.</source>
        <translation>Die auf diesem Datensatz erprobten Parameter.</translation>
    </message>
    <message>
        <source>&amp;Use these on the Train page</source>
        <translation>Auf Seite Training ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Fills in these parameters there; training starts when you say so.</source>
        <translation>Trägt diese Parameter dort ein; das Training startet erst, wenn Sie es sagen.</translation>
    </message>
    <message>
        <source>Not trained: %1</source>
        <translation>Nicht trainiert: %1</translation>
    </message>
    <message>
        <source>Reset to the &amp;defaults</source>
        <translation>Auf Vorgaben &amp;zurücksetzen</translation>
    </message>
</context>
<context>
    <name>recital::LabService</name>
    <message>
        <source>Preparing the live lab</source>
        <translation>Live-Labor wird vorbereitet</translation>
    </message>
    <message>
        <source>Live lab</source>
        <translation>Live-Labor</translation>
    </message>
</context>
<context>
    <name>recital::LabUser</name>
    <message>
        <source>User, as the data set numbers them</source>
        <translation>Nutzer, wie der Datensatz sie nummeriert</translation>
    </message>
    <message>
        <source>Type a user&apos;s number and press Enter.</source>
        <translation>Nummer eines Nutzers eingeben und Eingabe drücken.</translation>
    </message>
    <message>
        <source>The user with the most likes to learn from.</source>
        <translation>Der Nutzer mit den meisten Likes zum Lernen.</translation>
    </message>
    <message>
        <source>Ra&amp;ndom</source>
        <translation>Z&amp;ufällig</translation>
    </message>
    <message>
        <source>Any user who has likes on both sides of the split.</source>
        <translation>Irgendein Nutzer mit Likes auf beiden Seiten der Aufteilung.</translation>
    </message>
    <message>
        <source>A user is a whole number, as in the file of ratings.</source>
        <translation>Ein Nutzer ist eine ganze Zahl, wie in der Datei der Bewertungen.</translation>
    </message>
    <message>
        <source>This data set has no user %1.</source>
        <translation>Dieser Datensatz hat keinen Nutzer %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n like(s) to learn from</source>
        <translation>
            <numerusform>%n Like zum Lernen</numerusform>
            <numerusform>%n Likes zum Lernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden</source>
        <comment>likes that the model must find</comment>
        <translation>
            <numerusform>%n zurückgehalten</numerusform>
            <numerusform>%n zurückgehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ %1 of the first %2 found</source>
        <translation>✓ %1 der ersten %2 gefunden</translation>
    </message>
    <message>
        <source>List &amp;of user</source>
        <translation>Liste v&amp;on Nutzer</translation>
    </message>
    <message>
        <source>Busie&amp;st</source>
        <translation>&amp;Aktivster</translation>
    </message>
</context>
<context>
    <name>recital::ListCard</name>
    <message>
        <source>List: %1</source>
        <translation>Liste: %1</translation>
    </message>
</context>
<context>
    <name>recital::LiveText</name>
    <message>
        <source>%1 · %2</source>
        <comment>user, what was done</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>taken back, %n event(s) of one film: %1</source>
        <translation>
            <numerusform>zurückgenommen, %n Ereignis eines Films: %1</numerusform>
            <numerusform>zurückgenommen, %n Ereignisse eines Films: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>taken back: %1</source>
        <translation>zurückgenommen: %1</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>weggelassen: %1</translation>
    </message>
    <message>
        <source>counted again: %1</source>
        <translation>zählt wieder: %1</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Nutzer %1</translation>
    </message>
    <message>
        <source>Newcomer</source>
        <translation>Neuling</translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n Like</numerusform>
            <numerusform>%n Likes</numerusform>
        </translation>
    </message>
    <message>
        <source>Heavy viewer, %1</source>
        <translation>Vielseher, %1</translation>
    </message>
    <message>
        <source>One genre: %1 is %2 of %3</source>
        <translation>Ein Genre: %1 ist %2 von %3</translation>
    </message>
    <message>
        <source>Typical viewer, %1</source>
        <translation>Typischer Zuschauer, %1</translation>
    </message>
    <message>
        <source>Hardly known, %1</source>
        <translation>Kaum bekannt, %1</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Like</translation>
    </message>
    <message>
        <source>Dislike</source>
        <translation>Ablehnung</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Kauf</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Teilen</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n Stern</numerusform>
            <numerusform>%n Sterne</numerusform>
        </translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event: film</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A look: says little, and the film may still be recommended</source>
        <translation>Ein Blick: sagt wenig, und der Film darf weiter empfohlen werden</translation>
    </message>
    <message>
        <source>Opened the film</source>
        <translation>Hat den Film geöffnet</translation>
    </message>
    <message>
        <source>Liked it: as strong as one positive rating of the data</source>
        <translation>Mochte ihn: so stark wie eine positive Bewertung der Daten</translation>
    </message>
    <message>
        <source>Real negative feedback: holds this film and its neighbours down</source>
        <translation>Echte Ablehnung: hält diesen Film und seine Nachbarn unten</translation>
    </message>
    <message>
        <source>Paid for it</source>
        <translation>Hat dafür bezahlt</translation>
    </message>
    <message>
        <source>Told others about it</source>
        <translation>Hat anderen davon erzählt</translation>
    </message>
    <message>
        <source>One or two stars are negative feedback</source>
        <translation>Ein oder zwei Sterne sind Ablehnung</translation>
    </message>
    <message>
        <source>u ← %1 u + %2 y for an event of strength 1, y being the film&apos;s vector.
No objective behind it; the last events count most.</source>
        <translation>u ← %1 u + %2 y für ein Ereignis der Stärke 1, y ist der Vektor des Films.
Dahinter steht kein Ziel; die letzten Ereignisse zählen am meisten.</translation>
    </message>
    <message>
        <source>u = (YᵀY + Σ (c − 1) y yᵀ + λI)⁻¹ Σ c y over everything known.
The exact half-step of training: the order of events does not matter.</source>
        <translation>u = (YᵀY + Σ (c − 1) y yᵀ + λI)⁻¹ Σ c y über alles Bekannte.
Der exakte Halbschritt des Trainings: Die Reihenfolge der Ereignisse ist gleich.</translation>
    </message>
    <message>
        <source>u = (YᵀY + Σ (c − 1) y yᵀ + λI)⁻¹ Σ c y, each weight times %1 to the power of its age.
The newest event has age 0; the history ages as well.</source>
        <translation>u = (YᵀY + Σ (c − 1) y yᵀ + λI)⁻¹ Σ c y, jedes Gewicht mal %1 hoch sein Alter.
Das neueste Ereignis hat Alter 0; die Vorgeschichte altert mit.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) taken back</source>
        <translation>
            <numerusform>%n Ereignis zurückgenommen</numerusform>
            <numerusform>%n Ereignisse zurückgenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>Regel: %1</translation>
    </message>
    <message>
        <source>Strengths of the events changed</source>
        <translation>Stärken der Ereignisse geändert</translation>
    </message>
    <message>
        <source>taste for genres</source>
        <translation>Geschmack für Genres</translation>
    </message>
    <message>
        <source>%1 comes on the stage</source>
        <translation>%1 kommt auf die Bühne</translation>
    </message>
    <message>
        <source>%1 leaves the stage</source>
        <translation>%1 verlässt die Bühne</translation>
    </message>
    <message>
        <source>Switched to %1</source>
        <translation>Gewechselt zu %1</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) imported</source>
        <translation>
            <numerusform>%n Ereignis importiert</numerusform>
            <numerusform>%n Ereignisse importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) replayed</source>
        <translation>
            <numerusform>%n Ereignis wiederholt</numerusform>
            <numerusform>%n Ereignisse wiederholt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>No dataset</source>
        <translation>Kein Datensatz</translation>
    </message>
    <message>
        <source>Popular – %1</source>
        <translation>Beliebt – %1</translation>
    </message>
    <message>
        <source>no events yet</source>
        <translation>noch keine Ereignisse</translation>
    </message>
    <message>
        <source>no training data for these events</source>
        <translation>keine Trainingsdaten zu diesen Ereignissen</translation>
    </message>
    <message>
        <source>no trained model</source>
        <translation>kein trainiertes Modell</translation>
    </message>
    <message>
        <source>Personal – %1</source>
        <translation>Persönlich – %1</translation>
    </message>
    <message>
        <source>By taste – %1</source>
        <comment>genres</comment>
        <translation>Nach Geschmack – %1</translation>
    </message>
    <message>
        <source>Blended %2 – %1</source>
        <comment>counts, share of the model</comment>
        <translation>Gemischt %2 – %1</translation>
    </message>
</context>
<context>
    <name>recital::LoadPanel</name>
    <message>
        <source>Progress of loading</source>
        <translation>Fortschritt des Ladens</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>percent, time so far</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 so far, about %3 left</source>
        <comment>percent, time, time</comment>
        <translation>%1, bisher %2, noch etwa %3</translation>
    </message>
</context>
<context>
    <name>recital::LookText</name>
    <message>
        <source>--size is WIDTHxHEIGHT from 800x560 to 7680x4320, not &quot;%1&quot;</source>
        <translation>--size ist BREITExHÖHE von 800x560 bis 7680x4320, nicht „%1“</translation>
    </message>
    <message>
        <source>Size of the window in pixels.</source>
        <translation>Größe des Fensters in Pixeln.</translation>
    </message>
    <message>
        <source>light or dark.</source>
        <translation>light (hell) oder dark (dunkel).</translation>
    </message>
</context>
<context>
    <name>recital::LossText</name>
    <message>
        <source>closing user step</source>
        <translation>Schlussschritt</translation>
    </message>
    <message>
        <source>iteration %1</source>
        <translation>Iteration %1</translation>
    </message>
    <message>
        <source>%1   loss %2   %3 s</source>
        <translation>%1   Verlust %2   %3 s</translation>
    </message>
    <message numerus="yes">
        <source>NDCG %1 over %n user(s)</source>
        <translation>
            <numerusform>NDCG %1 über %n Nutzer</numerusform>
            <numerusform>NDCG %1 über %n Nutzer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::MainWindow</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
    <message>
        <source>Open folder...</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open zip or file...</source>
        <translation>Zip oder Datei öffnen …</translation>
    </message>
    <message>
        <source>Get MovieLens...</source>
        <translation>MovieLens holen …</translation>
    </message>
    <message>
        <source>Find a film</source>
        <translation>Film suchen</translation>
    </message>
    <message>
        <source>Light or dark theme</source>
        <translation>Helles oder dunkles Thema</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>Übliche Größe</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Explain this page</source>
        <translation>Diese Seite erklären</translation>
    </message>
    <message>
        <source>About Recital</source>
        <translation>Über Recital</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Recital %1&lt;/h3&gt;&lt;p&gt;Explains a recommender to a room, live, on real data.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;&lt;p&gt;MovieLens data: F. M. Harper and J. A. Konstan, The MovieLens Datasets: History and Context, ACM TiiS 5(4), 2015.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Recital %1&lt;/h3&gt;&lt;p&gt;Erklärt einem Saal ein Empfehlungssystem, live, auf echten Daten.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;&lt;p&gt;MovieLens-Daten: F. M. Harper and J. A. Konstan, The MovieLens Datasets: History and Context, ACM TiiS 5(4), 2015.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 – Recital</source>
        <comment>data set</comment>
        <translation>%1 – Recital</translation>
    </message>
    <message>
        <source>Recital</source>
        <translation>Recital</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>recital::MapKey</name>
    <message>
        <source>liked</source>
        <translation>gemocht</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) not drawn</source>
        <translation>
            <numerusform>%n Film nicht gezeichnet</numerusform>
            <numerusform>%n Filme nicht gezeichnet</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody rated them 4 or higher in the training part: the model knows no position.</source>
        <translation>Niemand hat sie im Trainingsteil mit 4 oder mehr bewertet: Das Modell kennt keinen Ort.</translation>
    </message>
    <message>
        <source>Scores are dot products: the order of the films follows the direction of the user&apos;s vector. The line shows that direction; in PCA it and the user&apos;s position are exact.</source>
        <translation>Scores sind Skalarprodukte: Die Reihenfolge der Filme folgt der Richtung des Nutzervektors. Die Linie zeigt diese Richtung; in der PCA sind sie und der Ort des Nutzers exakt.</translation>
    </message>
    <message>
        <source>Signs on the map: star, liked; ring with a number, recommended with its rank; double ring, selected; diamond, the simulated user, whose position is exact in PCA; line, the direction of the user&apos;s vector</source>
        <translation>Zeichen auf der Karte: Stern, gemocht; Ring mit Zahl, empfohlen mit Rang; Doppelring, ausgewählt; Raute, der simulierte Nutzer, dessen Ort in der PCA exakt ist; Linie, die Richtung des Nutzervektors</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>empfohlen</translation>
    </message>
    <message>
        <source>user (exact in PCA)</source>
        <translation>Nutzer (exakt in PCA)</translation>
    </message>
    <message>
        <source>taste points this way</source>
        <translation>Richtung des Geschmacks</translation>
    </message>
    <message>
        <source>disliked</source>
        <translation>abgelehnt</translation>
    </message>
</context>
<context>
    <name>recital::MapLegend</name>
    <message>
        <source>Genres on the map</source>
        <translation>Genres auf der Karte</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n Film</numerusform>
            <numerusform>%n Filme</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 with none of these genres. Click to single them out.</source>
        <translation>%1 ohne eines dieser Genres. Ein Klick hebt sie hervor.</translation>
    </message>
    <message>
        <source>%1: %2. A film with several of these genres has the colour of the rarest. Click to single them out.</source>
        <translation>%1: %2. Ein Film mit mehreren dieser Genres hat die Farbe des seltensten. Ein Klick hebt sie hervor.</translation>
    </message>
</context>
<context>
    <name>recital::NewUserDialog</name>
    <message>
        <source>New user</source>
        <translation>Neuer Nutzer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;On stage</source>
        <translation>&amp;Auf die Bühne</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Starts with</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>&amp;nothing</source>
        <translation>&amp;nichts</translation>
    </message>
    <message>
        <source>three &amp;films</source>
        <translation>drei &amp;Filmen</translation>
    </message>
    <message>
        <source>&amp;genres</source>
        <translation>&amp;Genres</translation>
    </message>
    <message>
        <source>Find a film and press Enter</source>
        <translation>Film suchen und Eingabe drücken</translation>
    </message>
    <message>
        <source>Chosen films; Delete takes one back</source>
        <translation>Gewählte Filme; Entf nimmt einen zurück</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Ein Name fehlt.</translation>
    </message>
    <message>
        <source>%1 is on the stage already.</source>
        <translation>%1 ist schon auf der Bühne.</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) still to choose.</source>
        <translation>
            <numerusform>Noch %n Film zu wählen.</numerusform>
            <numerusform>Noch %n Filme zu wählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise at least one genre.</source>
        <translation>Mindestens ein Genre anheben.</translation>
    </message>
    <message>
        <source>The first list is the one that everybody gets: the films that most users like. With every event more of it comes from the model, and the stage says how much.</source>
        <translation>Die erste Liste ist die, die alle bekommen: die Filme, die den meisten gefallen. Mit jedem Ereignis kommt mehr davon vom Modell, und die Bühne sagt, wie viel.</translation>
    </message>
</context>
<context>
    <name>recital::Notice</name>
    <message>
        <source>Put away</source>
        <translation>Weglegen</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>Diese Meldung weglegen</translation>
    </message>
</context>
<context>
    <name>recital::NumbersText</name>
    <message>
        <source>How an event moves the vector: %1.</source>
        <translation>Wie ein Ereignis den Vektor bewegt: %1.</translation>
    </message>
    <message>
        <source>Length of the lists, 1 to 1000.</source>
        <translation>Länge der Listen, 1 bis 1000.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>New in the top %1</source>
        <translation>Neu in den ersten %1</translation>
    </message>
    <message>
        <source>Live list</source>
        <translation>Live-Liste</translation>
    </message>
    <message>
        <source>Random list</source>
        <translation>Zufällige Liste</translation>
    </message>
    <message>
        <source>Popular list</source>
        <translation>Beliebteste</translation>
    </message>
    <message numerus="yes">
        <source>after %n like(s)</source>
        <translation>
            <numerusform>nach %n Like</numerusform>
            <numerusform>nach %n Likes</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists of all users</source>
        <translation>Listen aller Nutzer</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>different lists</source>
        <translation>verschiedene Listen</translation>
    </message>
    <message>
        <source>shared by two users, mean</source>
        <translation>zwei Nutzern gemeinsam, im Mittel</translation>
    </message>
    <message>
        <source>newcomers with a full list</source>
        <translation>Neulinge mit voller Liste</translation>
    </message>
    <message>
        <source>Time from state to list</source>
        <translation>Zeit vom Zustand zur Liste</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>95 % of users within</source>
        <translation>95 % der Nutzer innerhalb von</translation>
    </message>
    <message>
        <source>99 % of users within</source>
        <translation>99 % der Nutzer innerhalb von</translation>
    </message>
    <message>
        <source>slowest</source>
        <translation>am langsamsten</translation>
    </message>
    <message numerus="yes">
        <source>Rule: %1. The likes are held out of the training (%2), of %n user(s) with at least five of them.</source>
        <translation>
            <numerusform>Regel: %1. Die Likes sind aus dem Training herausgehalten (%2), von %n Nutzer mit mindestens fünf davon.</numerusform>
            <numerusform>Regel: %1. Die Likes sind aus dem Training herausgehalten (%2), von %n Nutzern mit mindestens fünf davon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newcomer(s): the first 0 to 3 likes of every user with three, and nothing else.</source>
        <translation>
            <numerusform>%n Neuling: die ersten 0 bis 3 Likes jedes Nutzers, der drei hat, und sonst nichts.</numerusform>
            <numerusform>%n Neulinge: die ersten 0 bis 3 Likes jedes Nutzers, der drei hat, und sonst nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Data: %1, fingerprint %2. ALS: %3.</source>
        <translation>Daten: %1, Fingerabdruck %2. ALS: %3.</translation>
    </message>
    <message>
        <source>Trains on a part of the ratings and prints the numbers of the live demo over all users: how different their lists are, how much of a list changes after one, three and five likes (beside a random and a popular list), whether newcomers get one, and how long it takes.</source>
        <translation>Trainiert auf einem Teil der Bewertungen und zeigt die Zahlen der Live-Vorführung über alle Nutzer: wie verschieden ihre Listen sind, wie viel sich nach einem, drei und fünf Likes an einer Liste ändert (neben einer zufälligen und der beliebtesten), ob Neulinge eine bekommen und wie lange es dauert.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
</context>
<context>
    <name>recital::PairMap</name>
    <message>
        <source>Both users on the map of the films</source>
        <translation>Beide Nutzer auf der Karte der Filme</translation>
    </message>
</context>
<context>
    <name>recital::ParameterDialog</name>
    <message>
        <source>Cholesky</source>
        <translation>Cholesky</translation>
    </message>
    <message>
        <source>Conjugate gradient</source>
        <translation>Konjugierte Gradienten</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Gleichverteilt</translation>
    </message>
    <message>
        <source>By popularity</source>
        <translation>Nach Beliebtheit</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Factors</source>
        <translation>Faktoren</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Regularization, λ</source>
        <translation>Regularisierung, λ</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>Popularity penalty, β</source>
        <translation>Beliebtheitsstrafe, β</translation>
    </message>
    <message>
        <source>Weight of the rest, α₀</source>
        <translation>Gewicht des Rests, α₀</translation>
    </message>
    <message>
        <source>Exponent of the scaling, ν</source>
        <translation>Exponent der Skalierung, ν</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>Löser</translation>
    </message>
    <message>
        <source>Steps of the solver</source>
        <translation>Schritte des Lösers</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>Shrinkage</source>
        <translation>Schrumpfung</translation>
    </message>
    <message>
        <source>Normalise the rows</source>
        <translation>Zeilen normieren</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1-Strafe</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2-Strafe</translation>
    </message>
    <message>
        <source>Sweeps at most</source>
        <translation>Durchgänge, höchstens</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Negative samples</source>
        <translation>Negative Stichproben</translation>
    </message>
    <message>
        <source>Genres that count</source>
        <translation>Genres, die zählen</translation>
    </message>
    <message>
        <source>Parameters of %1</source>
        <translation>Parameter von %1</translation>
    </message>
    <message>
        <source>Nothing can be set here.</source>
        <translation>Hier gibt es nichts einzustellen.</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Defaults</source>
        <translation>&amp;Vorgaben</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>Erster Startwert</translation>
    </message>
    <message>
        <source>With several seeds the next ones are this one plus 1, plus 2...</source>
        <translation>Bei mehreren Startwerten folgen dieser plus 1, plus 2 …</translation>
    </message>
</context>
<context>
    <name>recital::ParameterPanel</name>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>Three objective functions are all called “ALS”. They weigh missing ratings and long vectors differently, so their α and λ are different numbers.</source>
        <translation>Drei Zielfunktionen heißen alle „ALS“. Sie gewichten fehlende Bewertungen und lange Vektoren verschieden, daher sind ihre α und λ verschiedene Zahlen.</translation>
    </message>
    <message>
        <source>&amp;Objective</source>
        <translation>&amp;Zielfunktion</translation>
    </message>
    <message>
        <source>Weight of a like, &amp;α</source>
        <translation>Gewicht eines Likes, &amp;α</translation>
    </message>
    <message>
        <source>How much more a liked film counts than one that was not rated. Usual values: 1 to 40. With the library&apos;s form at least 1, else a like would count less than no rating.</source>
        <translation>Wie viel mehr ein gemochter Film zählt als ein nicht bewerteter. Üblich: 1 bis 40. In der Form der Bibliothek mindestens 1, sonst zählte ein Like weniger als keine Bewertung.</translation>
    </message>
    <message>
        <source>Weight of the rest, α₀</source>
        <translation>Gewicht des Rests, α₀</translation>
    </message>
    <message>
        <source>How strongly every pair, rated or not, is pulled towards 0. Usual values: 0.03 to 1; above 0.</source>
        <translation>Wie stark jedes Paar, bewertet oder nicht, zu 0 gezogen wird. Üblich: 0,03 bis 1; über 0.</translation>
    </message>
    <message>
        <source>Regularization, &amp;λ</source>
        <translation>Regularisierung, &amp;λ</translation>
    </message>
    <message>
        <source>Keeps vectors short so that few ratings cannot say too much; above 0. Too small memorises, too large forgets. More factors need more of it.</source>
        <translation>Hält Vektoren kurz, damit wenige Bewertungen nicht zu viel sagen; über 0. Zu klein lernt auswendig, zu groß vergisst. Mehr Faktoren brauchen mehr davon.</translation>
    </message>
    <message>
        <source>&amp;Factors</source>
        <translation>&amp;Faktoren</translation>
    </message>
    <message>
        <source>The length of every taste vector.</source>
        <translation>Die Länge jedes Geschmacksvektors.</translation>
    </message>
    <message>
        <source>1 to 1024. More can tell finer tastes apart, but take longer (about the square) and need a stronger λ.</source>
        <translation>1 bis 1024. Mehr unterscheiden feinere Geschmäcker, dauern aber länger (etwa quadratisch) und brauchen ein stärkeres λ.</translation>
    </message>
    <message>
        <source>&amp;Iterations</source>
        <translation>&amp;Iterationen</translation>
    </message>
    <message>
        <source>How often users, then films, are solved.</source>
        <translation>Wie oft Nutzer, dann Filme gelöst werden.</translation>
    </message>
    <message>
        <source>1 to 1000. The loss falls every time; 10 to 20 are usually enough.</source>
        <translation>1 bis 1000. Der Verlust sinkt jedes Mal; 10 bis 20 genügen meist.</translation>
    </message>
    <message>
        <source>Cholesky</source>
        <translation>Cholesky</translation>
    </message>
    <message>
        <source>Conjugate gradient</source>
        <translation>Konjugierte Gradienten</translation>
    </message>
    <message>
        <source>Exponent of the scaling, ν</source>
        <translation>Exponent der Skalierung, ν</translation>
    </message>
    <message>
        <source>0: the same λ for all. 1: in proportion to activity.</source>
        <translation>0: gleiches λ für alle. 1: im Verhältnis zur Aktivität.</translation>
    </message>
    <message>
        <source>λ of a user is λ (likes + α₀ · films)^ν, of a film accordingly; 0 to 2.</source>
        <translation>λ eines Nutzers ist λ (Likes + α₀ · Filme)^ν, eines Films entsprechend; 0 bis 2.</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>Löser</translation>
    </message>
    <message>
        <source>Exact, or a few steps that pay off from 128 factors.</source>
        <translation>Exakt, oder wenige Schritte, die sich ab 128 Faktoren lohnen.</translation>
    </message>
    <message>
        <source>Cholesky solves every half-step exactly, so the loss can never rise. Conjugate gradient takes a fixed number of steps from the previous vector.</source>
        <translation>Cholesky löst jeden Halbschritt exakt, daher kann der Verlust nie steigen. Konjugierte Gradienten machen eine feste Zahl von Schritten vom vorigen Vektor aus.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps a row and half-step, 1 to 100; 3 is usual.</source>
        <translation>Schritte je Zeile und Halbschritt, 1 bis 100; üblich sind 3.</translation>
    </message>
    <message>
        <source>Seed of the start</source>
        <translation>Startwert des Anfangs</translation>
    </message>
    <message>
        <source>The same seed gives the same model.</source>
        <translation>Derselbe Startwert ergibt dasselbe Modell.</translation>
    </message>
    <message>
        <source>Start values of the film vectors. Same data, parameters and seed: the same bytes.</source>
        <translation>Anfangswerte der Filmvektoren. Gleiche Daten, Parameter und Startwert: dieselben Bytes.</translation>
    </message>
    <message>
        <source>▾ Advanced</source>
        <translation>▾ Erweitert</translation>
    </message>
    <message>
        <source>▸ Advanced</source>
        <translation>▸ Erweitert</translation>
    </message>
    <message>
        <source>Advanced parameters</source>
        <translation>Erweiterte Parameter</translation>
    </message>
    <message>
        <source>Training cannot start: %1</source>
        <translation>Das Training kann nicht starten: %1</translation>
    </message>
</context>
<context>
    <name>recital::ProtocolText</name>
    <message>
        <source>What is held out to measure with: %1. Default: none, the model learns from every like.</source>
        <translation>Was zum Messen zurückgehalten wird: %1. Vorgabe: none, das Modell lernt aus jedem Like.</translation>
    </message>
    <message>
        <source>What is held out to measure with: %1. Default: official-folds where the data has them, else user-temporal with times, else user-random.</source>
        <translation>Was zum Messen zurückgehalten wird: %1. Vorgabe: official-folds, wo die Daten sie haben, sonst user-temporal mit Zeiten, sonst user-random.</translation>
    </message>
    <message>
        <source>Share held out, between 0 and 1: of every user&apos;s ratings, of all ratings (global-temporal) or of the users (held-out-users).</source>
        <translation>Zurückgehaltener Anteil, zwischen 0 und 1: der Bewertungen jedes Nutzers, aller Bewertungen (global-temporal) oder der Nutzer (held-out-users).</translation>
    </message>
    <message>
        <source>Seed of user-random, held-out-users and random-folds.</source>
        <translation>Startwert von user-random, held-out-users und random-folds.</translation>
    </message>
    <message>
        <source>Number of folds of random-folds, 2 to 100.</source>
        <translation>Zahl der Folds von random-folds, 2 bis 100.</translation>
    </message>
    <message>
        <source>A rating of at least this is a like. Default: 4 of 5 stars, whatever the scale.</source>
        <translation>Eine Bewertung ab diesem Wert ist ein Like. Vorgabe: 4 von 5 Sternen, auf jeder Skala.</translation>
    </message>
    <message>
        <source>Leave users with fewer ratings out, on both sides.</source>
        <translation>Lässt Nutzer mit weniger Bewertungen aus, auf beiden Seiten.</translation>
    </message>
    <message>
        <source>Leave items with fewer ratings out, on both sides.</source>
        <translation>Lässt Filme mit weniger Bewertungen aus, auf beiden Seiten.</translation>
    </message>
</context>
<context>
    <name>recital::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Explain this page (F1)</source>
        <translation>Diese Seite erklären (F1)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page name (shortcut)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark theme, for dark rooms (Ctrl+T)</source>
        <translation>Dunkles Thema, für dunkle Räume (Strg+T)</translation>
    </message>
    <message>
        <source>Light theme, for bright rooms (Ctrl+T)</source>
        <translation>Helles Thema, für helle Räume (Strg+T)</translation>
    </message>
</context>
<context>
    <name>recital::RatingsTable</name>
    <message>
        <source>Rating predictors</source>
        <translation>Vorhersageverfahren</translation>
    </message>
    <message>
        <source>Predictor</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>Ersatzwerte</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>How far predicted ratings are from the hidden ones, on the same splits. Nothing here says how good a list is: predictors with a low error can rank badly.</source>
        <translation>Wie weit vorhergesagte Bewertungen von den zurückgehaltenen entfernt sind, auf denselben Aufteilungen. Nichts hier sagt, wie gut eine Liste ist: Verfahren mit kleinem Fehler können schlecht ordnen.</translation>
    </message>
    <message>
        <source>Measured %1</source>
        <translation>Gemessen am %1</translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s) from %1</source>
        <translation>
            <numerusform>%n Startwert ab %1</numerusform>
            <numerusform>%n Startwerte ab %1</numerusform>
        </translation>
    </message>
    <message>
        <source>deterministic: no seed</source>
        <translation>deterministisch: kein Startwert</translation>
    </message>
    <message>
        <source>√ of the mean of (rating − prediction)²; mean over folds</source>
        <translation>√ des Mittels von (Bewertung − Vorhersage)²; Mittel über Folds</translation>
    </message>
    <message>
        <source>mean of |rating − prediction|; mean over folds</source>
        <translation>Mittel von |Bewertung − Vorhersage|; Mittel über Folds</translation>
    </message>
    <message>
        <source>predicted without a training rating of the user or the film</source>
        <translation>vorhergesagt ohne Trainingsbewertung des Nutzers oder des Films</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Standard deviation of the RMSE over the seeds</source>
        <translation>Standardabweichung des RMSE über die Seeds</translation>
    </message>
</context>
<context>
    <name>recital::RecommendText</name>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Mostly because of</source>
        <translation>Vor allem wegen</translation>
    </message>
    <message>
        <source>--%1 needs ids of the dataset, which are whole numbers, not &quot;%2&quot;</source>
        <translation>--%1 braucht Nummern des Datensatzes, also ganze Zahlen, nicht „%2“</translation>
    </message>
    <message>
        <source>Model file of recital train.</source>
        <translation>Modelldatei von recital train.</translation>
    </message>
    <message>
        <source>Id of a user of the dataset.</source>
        <translation>Nummer eines Nutzers des Datensatzes.</translation>
    </message>
    <message>
        <source>Ids of films that a new user liked, separated by commas.</source>
        <translation>Nummern von Filmen, die ein neuer Nutzer mochte, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Length of the list, 1 to 1000.</source>
        <translation>Länge der Liste, 1 bis 1000.</translation>
    </message>
    <message>
        <source>Recommends films with a trained model: to a user of its dataset, or to a new user who liked some films.</source>
        <translation>Empfiehlt Filme mit einem trainierten Modell: einem Nutzer seines Datensatzes oder einem neuen, der einige Filme mochte.</translation>
    </message>
    <message>
        <source>either --user or --items is needed, and not both</source>
        <translation>entweder --user oder --items wird gebraucht, nicht beide</translation>
    </message>
</context>
<context>
    <name>recital::RecommendationDelegate</name>
    <message>
        <source>new</source>
        <comment>marker of a film that was not in the list before</comment>
        <translation>neu</translation>
    </message>
    <message>
        <source>out</source>
        <comment>marker of a film that would leave the list</comment>
        <translation>raus</translation>
    </message>
</context>
<context>
    <name>recital::RecommendationModel</name>
    <message>
        <source>new in the list</source>
        <translation>neu in der Liste</translation>
    </message>
    <message numerus="yes">
        <source>up %n rank(s)</source>
        <translation>
            <numerusform>%n Rang hinauf</numerusform>
            <numerusform>%n Ränge hinauf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>down %n rank(s)</source>
        <translation>
            <numerusform>%n Rang hinab</numerusform>
            <numerusform>%n Ränge hinab</numerusform>
        </translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Rank %1: %2, score %3</source>
        <translation>Rang %1: %2, Score %3</translation>
    </message>
    <message>
        <source>a hidden like, found</source>
        <translation>ein zurückgehaltenes Like, gefunden</translation>
    </message>
    <message>
        <source>score changed by %1</source>
        <translation>Wert geändert um %1</translation>
    </message>
</context>
<context>
    <name>recital::RecommendationView</name>
    <message>
        <source>Recommendations</source>
        <translation>Empfehlungen</translation>
    </message>
    <message>
        <source>Nothing to recommend</source>
        <translation>Nichts zu empfehlen</translation>
    </message>
</context>
<context>
    <name>recital::ReplayCommandText</name>
    <message>
        <source>new: users whom the model does not know, in five parts; known: users whose first 80 % of ratings it learned from.</source>
        <translation>new: Nutzer, die das Modell nicht kennt, in fünf Teilen; known: Nutzer, aus deren ersten 80 % der Bewertungen es gelernt hat.</translation>
    </message>
    <message>
        <source>What is the test of new users: the newest fifth of their likes, or a random fifth.</source>
        <translation>Was bei neuen Nutzern der Test ist: das neueste Fünftel ihrer Likes (newest) oder ein zufälliges (random).</translation>
    </message>
    <message>
        <source>How many later likes known users click, 1 to 100.</source>
        <translation>Wie viele spätere Likes bekannte Nutzer anklicken, 1 bis 100.</translation>
    </message>
    <message>
        <source>Rules to compare, separated by commas: %1.</source>
        <translation>Regeln, die verglichen werden, durch Kommas getrennt: %1.</translation>
    </message>
    <message>
        <source>Length of the lists, 1 to 1000.</source>
        <translation>Länge der Listen, 1 bis 1000.</translation>
    </message>
    <message>
        <source>Clicks answered by</source>
        <translation>Antwort auf Klicks</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>First clicks</source>
        <translation>Erste Klicks</translation>
    </message>
    <message>
        <source>Popular</source>
        <translation>Beliebt</translation>
    </message>
    <message>
        <source>Blended</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>Persönlich</translation>
    </message>
    <message>
        <source>Blended against popular</source>
        <translation>Gemischt gegen beliebt</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) were measured.</source>
        <translation>
            <numerusform>%n Nutzer wurde gemessen.</numerusform>
            <numerusform>%n Nutzer wurden gemessen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Data: %1, fingerprint %2. ALS: %3.</source>
        <translation>Daten: %1, Fingerabdruck %2. ALS: %3.</translation>
    </message>
    <message>
        <source>Differences and verdicts are against: %1. Paired bootstrap with %2 resamples, sign-flip test, Holm; seed %3; %4 s.</source>
        <translation>Differenzen und Urteile beziehen sich auf: %1. Gepaarter Bootstrap mit %2 Wiederholungen, Vorzeichentest, Holm; Startwert %3; %4 s.</translation>
    </message>
    <message numerus="yes">
        <source>A newcomer&apos;s first clicks: NDCG@%1 of the next five likes, mean of %n user(s).</source>
        <translation>
            <numerusform>Die ersten Klicks eines Neulings: NDCG@%1 der nächsten fünf Likes, %n Nutzer.</numerusform>
            <numerusform>Die ersten Klicks eines Neulings: NDCG@%1 der nächsten fünf Likes, Mittel über %n Nutzer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Plays held-out likes of real users to the rules that move a user&apos;s vector, and measures whose list finds what they liked next. Prints NDCG with intervals and verdicts.</source>
        <translation>Spielt zurückgehaltene Likes echter Nutzer den Regeln vor, die den Vektor eines Nutzers bewegen, und misst, wessen Liste findet, was sie danach mochten. Zeigt NDCG mit Intervallen und Urteilen.</translation>
    </message>
    <message>
        <source>Replaying</source>
        <translation>Abspielen</translation>
    </message>
</context>
<context>
    <name>recital::ReplayPanel</name>
    <message>
        <source>Progress of the rule test</source>
        <translation>Fortschritt des Regeltests</translation>
    </message>
    <message>
        <source>Stops within half a second. What was measured so far stays, marked as incomplete.</source>
        <translation>Hält innerhalb einer halben Sekunde an. Was gemessen wurde, bleibt und heißt unvollständig.</translation>
    </message>
    <message>
        <source>Users who are tested on</source>
        <translation>Nutzer, an denen getestet wird</translation>
    </message>
    <message>
        <source>The model has never seen them.</source>
        <translation>Das Modell hat sie nie gesehen.</translation>
    </message>
    <message>
        <source>&amp;Known users</source>
        <translation>Be&amp;kannte Nutzer</translation>
    </message>
    <message>
        <source>The model has learned from their earlier likes.</source>
        <translation>Das Modell hat aus ihren früheren Likes gelernt.</translation>
    </message>
    <message>
        <source>Likes that must be found</source>
        <translation>Likes, die gefunden werden müssen</translation>
    </message>
    <message>
        <source>What a user liked last.</source>
        <translation>Was Nutzer zuletzt mochten.</translation>
    </message>
    <message>
        <source>R&amp;andom likes hidden</source>
        <translation>Zuf&amp;ällige Likes versteckt</translation>
    </message>
    <message>
        <source>Any of the user&apos;s likes: time then tells nothing.</source>
        <translation>Irgendwelche Likes: die Zeit sagt dann nichts.</translation>
    </message>
    <message>
        <source>Clicks before the test</source>
        <translation>Klicks vor dem Test</translation>
    </message>
    <message>
        <source>Films in the list</source>
        <translation>Filme in der Liste</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>Klicks</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>NDCG</source>
        <translation>NDCG</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>To the re-solve</source>
        <translation>Zur Neulösung</translation>
    </message>
    <message>
        <source>p, adjusted</source>
        <translation>p, angepasst</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Results of the rule test</source>
        <translation>Ergebnisse des Regeltests</translation>
    </message>
    <message>
        <source>The rules were not tested</source>
        <translation>Die Regeln wurden nicht getestet</translation>
    </message>
    <message>
        <source>The chart was not saved</source>
        <translation>Das Diagramm wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>The rules cannot be tested on these data</source>
        <translation>Mit diesen Daten lassen sich die Regeln nicht testen</translation>
    </message>
    <message>
        <source>Cancelled before anything was measured</source>
        <translation>Abgebrochen, bevor etwas gemessen war</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n user(s)</source>
        <translation>
            <numerusform>An %n Nutzer gemessen</numerusform>
            <numerusform>An %n Nutzern gemessen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Incomplete: %1 of %n user(s) measured</source>
        <translation>
            <numerusform>Unvollständig: %1 von %n Nutzer gemessen</numerusform>
            <numerusform>Unvollständig: %1 von %n Nutzern gemessen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Playing clicks: %1 of %n user(s)</source>
        <translation>
            <numerusform>Klicks werden gespielt: %1 von %n Nutzer</numerusform>
            <numerusform>Klicks werden gespielt: %1 von %n Nutzern</numerusform>
        </translation>
    </message>
    <message>
        <source>Training on the other users first</source>
        <translation>Zuerst wird auf den anderen Nutzern trainiert</translation>
    </message>
    <message>
        <source>Start t&amp;he test</source>
        <translation>&amp;Test starten</translation>
    </message>
    <message>
        <source>Ne&amp;w users</source>
        <translation>N&amp;eue Nutzer</translation>
    </message>
    <message>
        <source>Newest likes hi&amp;dden</source>
        <translation>Neueste Likes verste&amp;ckt</translation>
    </message>
</context>
<context>
    <name>recital::ReplayService</name>
    <message>
        <source>Rule test</source>
        <translation>Regeltest</translation>
    </message>
</context>
<context>
    <name>recital::ReproduceText</name>
    <message>
        <source>unknown target &quot;%1&quot;; known are %2</source>
        <translation>unbekanntes Ziel „%1“; bekannt sind %2</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publiziert</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Reproducing %1</source>
        <translation>%1 wird nachgerechnet</translation>
    </message>
    <message>
        <source>%1 agrees</source>
        <translation>%1 stimmt überein</translation>
    </message>
    <message>
        <source>%1 does not agree</source>
        <translation>%1 stimmt nicht überein</translation>
    </message>
    <message>
        <source>Computes figures that others published for MovieLens 100K, and puts ours beside them: the test that reading, splitting, models and metrics agree with everyone else&apos;s. The exit code is 0 when all agree, 1 when one does not.</source>
        <translation>Rechnet Werte nach, die andere für MovieLens 100K veröffentlicht haben, und stellt unsere daneben: die Probe, dass Lesen, Aufteilen, Modelle und Metriken mit denen aller anderen übereinstimmen. Der Rückgabewert ist 0, wenn alle übereinstimmen, 1, wenn einer abweicht.</translation>
    </message>
    <message>
        <source>Which to compute, separated by commas: %1.</source>
        <translation>Was nachzurechnen ist, durch Kommas getrennt: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n further figure(s) agree as well; --json lists them.</source>
        <translation>
            <numerusform>%n weiterer Wert stimmt ebenfalls überein; --json zeigt ihn.</numerusform>
            <numerusform>%n weitere Werte stimmen ebenfalls überein; --json zeigt sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n target(s) agree.</source>
        <translation>
            <numerusform>%1 von %n Ziel stimmt überein.</numerusform>
            <numerusform>%1 von %n Zielen stimmen überein.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::ReproductionModel</name>
    <message>
        <source>✗ no value</source>
        <translation>✗ kein Wert</translation>
    </message>
    <message>
        <source>✗ off by %1</source>
        <translation>✗ Abstand %1</translation>
    </message>
    <message numerus="yes">
        <source>✓ equal to %n digit(s)</source>
        <translation>
            <numerusform>✓ gleich auf %n Stelle</numerusform>
            <numerusform>✓ gleich auf %n Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ within ±%1</source>
        <translation>✓ innerhalb ±%1</translation>
    </message>
    <message numerus="yes">
        <source>✓ %1 of %n agree</source>
        <translation>
            <numerusform>✓ %1 von %n stimmt</numerusform>
            <numerusform>✓ %1 von %n stimmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✗ %1 of %n agree</source>
        <translation>
            <numerusform>✗ %1 von %n stimmt</numerusform>
            <numerusform>✗ %1 von %n stimmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Target and metric</source>
        <translation>Ziel und Metrik</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publiziert</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>T1  name of the target</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>noch nicht berechnet</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>… computing</source>
        <translation>… rechnet</translation>
    </message>
    <message>
        <source>✗ could not be computed</source>
        <translation>✗ nicht berechenbar</translation>
    </message>
    <message>
        <source>%1: published %2, here %3
Allowed: ±%4</source>
        <translation>%1: publiziert %2, hier %3
Erlaubt: ±%4</translation>
    </message>
</context>
<context>
    <name>recital::ReproductionService</name>
    <message>
        <source>Reproduction</source>
        <translation>Reproduktion</translation>
    </message>
</context>
<context>
    <name>recital::ReproductionTable</name>
    <message>
        <source>Published figures and ours</source>
        <translation>Veröffentlichte Zahlen und unsere</translation>
    </message>
    <message numerus="yes">
        <source>✓ equal to %n digit(s)</source>
        <translation>
            <numerusform>✓ gleich auf %n Stelle</numerusform>
            <numerusform>✓ gleich auf %n Stellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::ResultsModel</name>
    <message>
        <source>Run %1, %2</source>
        <translation>Lauf %1, %2</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>This run (not stored)</source>
        <translation>Dieser Lauf (nicht gespeichert)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, seed %1</source>
        <translation>, Startwert %1</translation>
    </message>
    <message>
        <source>, no random choice in it</source>
        <translation>, ohne Zufall</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) measured</source>
        <translation>
            <numerusform>%n Nutzer gemessen</numerusform>
            <numerusform>%n Nutzer gemessen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n skipped: nothing they liked is in the test part</source>
        <translation>
            <numerusform>, %n übergangen: nichts Gemochtes im Testteil</numerusform>
            <numerusform>, %n übergangen: nichts Gemochtes im Testteil</numerusform>
        </translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Nicht gemessen</translation>
    </message>
    <message>
        <source>Training took %1, measuring %2.
%3</source>
        <translation>Das Training dauerte %1, das Messen %2.
%3</translation>
    </message>
    <message>
        <source>%1 of %2 = %3
%4
%5</source>
        <translation>%1 von %2 = %3
%4
%5</translation>
    </message>
    <message>
        <source>Users with at least one liked film in the test part; the others cannot be measured.</source>
        <translation>Nutzer mit mindestens einem gemochten Film im Testteil; die anderen sind nicht messbar.</translation>
    </message>
    <message>
        <source>Measured training time on this machine.</source>
        <translation>Gemessene Trainingszeit auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
</context>
<context>
    <name>recital::RetrainService</name>
    <message>
        <source>Retraining</source>
        <translation>Neu lernen</translation>
    </message>
</context>
<context>
    <name>recital::RowProgress</name>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Leave out %1; the others go on</source>
        <translation>%1 auslassen; die anderen laufen weiter</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
</context>
<context>
    <name>recital::RuleBar</name>
    <message>
        <source>How the user&apos;s vector moves</source>
        <translation>Wie sich der Vektor des Nutzers bewegt</translation>
    </message>
    <message>
        <source>Recency</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>Re-solve</source>
        <translation>Neu lösen</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>decay %1</source>
        <translation>Abfall %1</translation>
    </message>
    <message>
        <source>mix %1</source>
        <translation>Anteil %1</translation>
    </message>
    <message>
        <source>Mix of the moving average</source>
        <translation>Anteil des gleitenden Mittels</translation>
    </message>
    <message>
        <source>Decay per event</source>
        <translation>Abfall je Ereignis</translation>
    </message>
</context>
<context>
    <name>recital::RuleOptionText</name>
    <message>
        <source>recency or recency=DECAY, resolve, average or average=MIX</source>
        <translation>recency oder recency=ABNAHME, resolve, average oder average=MISCHUNG</translation>
    </message>
    <message>
        <source>--%1: unknown rule &quot;%2&quot;; known are %3</source>
        <translation>--%1: unbekannte Regel „%2“; bekannt sind %3</translation>
    </message>
    <message>
        <source>--%1: &quot;%2&quot; is no rule; known are %3</source>
        <translation>--%1: „%2“ ist keine Regel; bekannt sind %3</translation>
    </message>
</context>
<context>
    <name>recital::RulesEvidence</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>What each can and cannot do</source>
        <translation>Was jedes kann und was nicht</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Find what was hidden</source>
        <translation>Verstecktes finden</translation>
    </message>
    <message>
        <source>Tell users apart</source>
        <translation>Nutzer unterscheiden</translation>
    </message>
    <message>
        <source>React to one more like</source>
        <translation>Auf ein weiteres Like reagieren</translation>
    </message>
    <message>
        <source>Find likes outside the user&apos;s genres</source>
        <translation>Likes außerhalb der Genres des Nutzers finden</translation>
    </message>
    <message>
        <source>Reach the catalogue</source>
        <translation>Den Katalog erreichen</translation>
    </message>
    <message>
        <source>Be ready without training</source>
        <translation>Ohne Training bereit sein</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>Regeln: %1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Mean %1. Model − rules: %2 (95 % interval %3), p %4: %5.</source>
        <translation>Mittel %1. Modell − Regeln: %2 (95-%-Intervall %3), p %4: %5.</translation>
    </message>
    <message numerus="yes">
        <source>Different lists for %Ln user(s), before what each has seen is left out. Rules give one list to everybody with the same genres.</source>
        <translation>
            <numerusform>Verschiedene Listen für %Ln Nutzer, bevor Gesehenes wegfällt. Regeln geben allen mit denselben Genres eine Liste.</numerusform>
            <numerusform>Verschiedene Listen für %Ln Nutzer, bevor Gesehenes wegfällt. Regeln geben allen mit denselben Genres eine Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the lists are different after one more like, apart from that film.</source>
        <translation>Der Listen sind nach einem weiteren Like anders, von diesem Film abgesehen.</translation>
    </message>
    <message numerus="yes">
        <source>Found of %Ln hidden like(s) without any of the user&apos;s top genres (%1 of all).</source>
        <translation>
            <numerusform>Gefunden von %Ln versteckten Like ohne eines der Hauptgenres des Nutzers (%1 von allen).</numerusform>
            <numerusform>Gefunden von %Ln versteckten Likes ohne eines der Hauptgenres des Nutzers (%1 von allen).</numerusform>
        </translation>
    </message>
    <message>
        <source>Of all films stand on somebody&apos;s list.</source>
        <translation>Aller Filme stehen auf jemandes Liste.</translation>
    </message>
    <message>
        <source>To count, or to train. Rules can be read and changed by hand; the model&apos;s factors cannot.</source>
        <translation>Zum Zählen oder Trainieren. Regeln lassen sich von Hand lesen und ändern, die Faktoren des Modells nicht.</translation>
    </message>
</context>
<context>
    <name>recital::RulesService</name>
    <message>
        <source>Rules against learning</source>
        <translation>Regeln gegen Lernen</translation>
    </message>
</context>
<context>
    <name>recital::RunStatus</name>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stops within half a second. The model that is in use stays.</source>
        <translation>Hält in einer halben Sekunde an. Das benutzte Modell bleibt.</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>Hält an …</translation>
    </message>
</context>
<context>
    <name>recital::RunTables</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>Frühere Läufe</translation>
    </message>
    <message>
        <source>Results of the models</source>
        <translation>Ergebnisse der Modelle</translation>
    </message>
    <message>
        <source>Results of run %1</source>
        <translation>Ergebnisse von Lauf %1</translation>
    </message>
    <message>
        <source>Earlier runs (%1)</source>
        <translation>Frühere Läufe (%1)</translation>
    </message>
    <message>
        <source>Means over users. Whether a difference could be chance is not tested here.</source>
        <translation>Mittel über Nutzer. Ob ein Unterschied Zufall sein könnte, wird hier nicht geprüft.</translation>
    </message>
    <message>
        <source>No run has been stored yet.</source>
        <translation>Noch ist kein Lauf gespeichert.</translation>
    </message>
    <message>
        <source>Select a run to see its curves, press Enter to see its results.</source>
        <translation>Wählen Sie einen Lauf für seine Kurven, drücken Sie Eingabe für seine Ergebnisse.</translation>
    </message>
</context>
<context>
    <name>recital::RunsModel</name>
    <message>
        <source>Run %1 on %2, %3
%4</source>
        <translation>Lauf %1 auf %2, %3
%4</translation>
    </message>
    <message>
        <source>Seed of the split: %1</source>
        <translation>Startwert der Aufteilung: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) measured</source>
        <translation>
            <numerusform>%n Nutzer gemessen</numerusform>
            <numerusform>%n Nutzer gemessen</numerusform>
        </translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
</context>
<context>
    <name>recital::ScreenshotText</name>
    <message>
        <source>Folder to write to; it is made.</source>
        <translation>Ordner, in den geschrieben wird; er wird angelegt.</translation>
    </message>
    <message>
        <source>--data is needed: the bundled data are not there</source>
        <translation>--data wird gebraucht: Die mitgelieferten Daten sind nicht da</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Pictures written to %1</source>
        <translation>Bilder geschrieben nach %1</translation>
    </message>
    <message>
        <source>Loads a dataset, trains on it, clicks three films and writes a picture of every page: data.png, train.png, compare.png, stage.png. Needs no display and leaves your workspace alone.</source>
        <translation>Lädt einen Datensatz, trainiert darauf, klickt drei Filme an und schreibt ein Bild jeder Seite: data.png, train.png, compare.png, stage.png. Braucht keinen Bildschirm und lässt Ihren Arbeitsbereich in Ruhe.</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Also every view of the stage with all of it measured, every panel of its drawer and its dialogs: stage-history.png...</source>
        <translation>Auch jede Ansicht der Bühne mit allem gemessen, jede Tafel ihrer Schublade und ihre Dialoge: stage-history.png...</translation>
    </message>
    <message>
        <source>Measuring what the stage claims</source>
        <translation>Messe nach, was die Bühne behauptet</translation>
    </message>
</context>
<context>
    <name>recital::SessionService</name>
    <message>
        <source>Opening run %1</source>
        <translation>Lauf %1 wird geöffnet</translation>
    </message>
</context>
<context>
    <name>recital::SimilarPanel</name>
    <message>
        <source>Similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>The angle between the two vectors</source>
        <translation>Der Winkel zwischen den beiden Vektoren</translation>
    </message>
    <message>
        <source>Dot product</source>
        <translation>Skalarprodukt</translation>
    </message>
    <message>
        <source>The angle times the lengths: favours popular films</source>
        <translation>Der Winkel mal die Längen: bevorzugt beliebte Filme</translation>
    </message>
    <message>
        <source>For this user</source>
        <translation>Für diesen Nutzer</translation>
    </message>
    <message>
        <source>What a like of the film would add to the score of the other, for this user</source>
        <translation>Was ein Like des Films zum Wert des anderen beitrüge, für diesen Nutzer</translation>
    </message>
    <message>
        <source>Similar films with their rank under each similarity</source>
        <translation>Ähnliche Filme mit ihrem Rang unter jeder Ähnlichkeit</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Needs a trained model</source>
        <translation>Braucht ein trainiertes Modell</translation>
    </message>
    <message>
        <source>Select a film</source>
        <translation>Einen Film wählen</translation>
    </message>
    <message>
        <source>%1: nobody rated it in training</source>
        <translation>%1: im Training von niemandem bewertet</translation>
    </message>
    <message>
        <source>More like %1</source>
        <translation>Mehr wie %1</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>rank</comment>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>recital::SimulatorPanel</name>
    <message>
        <source>St&amp;op</source>
        <translation>St&amp;opp</translation>
    </message>
    <message>
        <source>Ends this run; what was measured stays.</source>
        <translation>Beendet diesen Lauf; Gemessenes bleibt.</translation>
    </message>
    <message>
        <source>Simulated users, at most</source>
        <translation>Simulierte Nutzer, höchstens</translation>
    </message>
    <message>
        <source>&amp;Clicks a second</source>
        <translation>&amp;Klicks pro Sekunde</translation>
    </message>
    <message>
        <source>How many simulated clicks happen in a second: %1 to %2.</source>
        <translation>Wie viele simulierte Klicks pro Sekunde geschehen: %1 bis %2.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>With updates</source>
        <translation>Mit Aktualisierung</translation>
    </message>
    <message>
        <source>No updates</source>
        <translation>Ohne Aktualisierung</translation>
    </message>
    <message>
        <source>Popular list</source>
        <translation>Beliebteste Liste</translation>
    </message>
    <message>
        <source>The simulation did not run</source>
        <translation>Die Simulation lief nicht</translation>
    </message>
    <message>
        <source>The chart was not saved</source>
        <translation>Das Diagramm wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>Virtual users click the held-out likes of real ones in their order. Rule: %1.</source>
        <translation>Virtuelle Nutzer klicken die zurückgehaltenen Likes echter in deren Reihenfolge. Regel: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln click(s)</source>
        <translation>
            <numerusform>%1 von %Ln Klick</numerusform>
            <numerusform>%1 von %Ln Klicks</numerusform>
        </translation>
    </message>
    <message>
        <source>list in %1 µs (median)</source>
        <translation>Liste in %1 µs (Median)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message numerus="yes">
        <source>%n simulated user(s), clicking</source>
        <translation>
            <numerusform>%n simulierter Nutzer, klickt</numerusform>
            <numerusform>%n simulierte Nutzer, klicken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n simulated user(s), paused</source>
        <translation>
            <numerusform>%n simulierter Nutzer, Pause</numerusform>
            <numerusform>%n simulierte Nutzer, Pause</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n simulated user(s), finished</source>
        <translation>
            <numerusform>%n simulierter Nutzer, fertig</numerusform>
            <numerusform>%n simulierte Nutzer, fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>Simulated users, not started</source>
        <translation>Simulierte Nutzer, nicht gestartet</translation>
    </message>
    <message>
        <source>The list after every click so far.</source>
        <translation>Die Liste nach jedem Klick bisher.</translation>
    </message>
    <message>
        <source>The list as it was before the first click.</source>
        <translation>Die Liste wie vor dem ersten Klick.</translation>
    </message>
    <message>
        <source>The same films for everybody.</source>
        <translation>Dieselben Filme für alle.</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln click(s) were on the list.</source>
        <translation>
            <numerusform>von %Ln Klick auf der Liste.</numerusform>
            <numerusform>von %Ln Klicks auf der Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the updates must beat.</source>
        <translation>Muss übertroffen werden.</translation>
    </message>
    <message>
        <source>What any model must beat.</source>
        <translation>Muss jedes Modell schlagen.</translation>
    </message>
    <message>
        <source>Last %1: %2.</source>
        <translation>Letzte %1: %2.</translation>
    </message>
    <message>
        <source>St&amp;art</source>
        <translation>&amp;Starten</translation>
    </message>
</context>
<context>
    <name>recital::SimulatorService</name>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
</context>
<context>
    <name>recital::SliderRow</name>
    <message>
        <source>%1, slider</source>
        <translation>%1, Regler</translation>
    </message>
</context>
<context>
    <name>recital::SplitFields</name>
    <message>
        <source>Official fold</source>
        <translation>Offizieller Fold</translation>
    </message>
    <message>
        <source>Newest per user</source>
        <translation>Neueste je Nutzer</translation>
    </message>
    <message>
        <source>Random per user</source>
        <translation>Zufällige je Nutzer</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Hidden for the test</source>
        <translation>Testt&amp;eil</translation>
    </message>
    <message>
        <source>Measured only on ratings the model never saw.</source>
        <translation>Gemessen wird nur an Bewertungen, die das Modell nie sah.</translation>
    </message>
    <message>
        <source>Official fold: a division that the data set ships, for numbers others can compare.
Newest per user: predicts what each user liked last; the most realistic.
Random per user: a random part of each user&apos;s ratings; easier, because it may look ahead.</source>
        <translation>Offizieller Fold: eine Teilung, die der Datensatz mitbringt, für vergleichbare Zahlen.
Neueste je Nutzer: sagt voraus, was jeder Nutzer zuletzt mochte; am wirklichkeitsnächsten.
Zufällige je Nutzer: ein zufälliger Teil der Bewertungen jedes Nutzers; leichter, weil es vorausschauen darf.</translation>
    </message>
    <message>
        <source>F&amp;old</source>
        <translation>F&amp;old</translation>
    </message>
    <message>
        <source>u1 to u5 divide MovieLens 100K into five parts; one is the test.</source>
        <translation>u1 bis u5 teilen MovieLens 100K in fünf Teile; einer ist der Test.</translation>
    </message>
    <message>
        <source>&amp;Share held out</source>
        <translation>Zurückge&amp;haltener Anteil</translation>
    </message>
    <message>
        <source>Part of every user&apos;s ratings that is kept for the test, 5 % to 50 %.</source>
        <translation>Teil der Bewertungen jedes Nutzers für den Test, 5 % bis 50 %.</translation>
    </message>
    <message>
        <source>Liked from &amp;rating</source>
        <translation>Gemocht ab &amp;Bewertung</translation>
    </message>
    <message>
        <source>Lower ratings count as seen, not liked.</source>
        <translation>Niedrigere gelten als gesehen, nicht gemocht.</translation>
    </message>
    <message>
        <source>A rating at or above it is a like to learn from and to predict. Films rated lower are never recommended either, because the user has seen them.</source>
        <translation>Eine Bewertung ab diesem Wert ist ein Like, aus dem gelernt und das vorhergesagt wird. Auch niedriger bewertete Filme werden nie empfohlen, denn der Nutzer hat sie gesehen.</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>Startwert der Aufteilung</translation>
    </message>
    <message>
        <source>Which ratings the random division picks.</source>
        <translation>Welche Bewertungen die zufällige Teilung wählt.</translation>
    </message>
    <message>
        <source>The same seed holds out the same ratings. Used by the random division only.</source>
        <translation>Derselbe Startwert hält dieselben Bewertungen zurück. Nur für die zufällige Teilung.</translation>
    </message>
    <message>
        <source>This data set ships no folds.</source>
        <translation>Dieser Datensatz bringt keine Folds mit.</translation>
    </message>
    <message>
        <source>This data set has no times.</source>
        <translation>Dieser Datensatz hat keine Zeiten.</translation>
    </message>
    <message>
        <source>Official folds</source>
        <translation>Offizielle Folds</translation>
    </message>
    <message>
        <source>Part of the ratings, or of the users, that is kept for the test, 5 % to 50 %.</source>
        <translation>Teil der Bewertungen oder der Nutzer, der für den Test bleibt, 5 % bis 50 %.</translation>
    </message>
    <message>
        <source>From a date on</source>
        <translation>Ab einem Datum</translation>
    </message>
    <message>
        <source>Last one of each user</source>
        <translation>Letzte je Nutzer</translation>
    </message>
    <message>
        <source>Unknown users</source>
        <translation>Unbekannte Nutzer</translation>
    </message>
    <message>
        <source>Random folds</source>
        <translation>Zufällige Folds</translation>
    </message>
    <message>
        <source>Number of f&amp;olds</source>
        <translation>Zahl der F&amp;olds</translation>
    </message>
    <message>
        <source>The ratings in so many equal random parts; each is the test once, 2 to 100.</source>
        <translation>Die Bewertungen in so vielen gleichen zufälligen Teilen; jeder ist einmal der Test, 2 bis 100.</translation>
    </message>
    <message>
        <source>Ratings of a user, at least</source>
        <translation>Mindestzahl je Nutzer</translation>
    </message>
    <message>
        <source>Users and films below are left out on both sides.</source>
        <translation>Nutzer und Filme darunter bleiben auf beiden Seiten weg.</translation>
    </message>
    <message>
        <source>Counted over all ratings of any value, again and again until everybody left has enough. 0 leaves nobody out.</source>
        <translation>Gezählt über alle Bewertungen jedes Werts, immer wieder, bis alle Übrigen genug haben. 0 lässt niemanden weg.</translation>
    </message>
    <message>
        <source>Ratings of a film, at least</source>
        <translation>Mindestzahl je Film</translation>
    </message>
    <message>
        <source>Films below are no candidates either. 0 leaves none out.</source>
        <translation>Filme darunter sind auch keine Kandidaten. 0 lässt keinen weg.</translation>
    </message>
    <message>
        <source>The five divisions u1 to u5 that the data set ships: figures that others can compare.</source>
        <translation>Die fünf Teilungen u1 bis u5, die der Datensatz mitbringt: vergleichbare Zahlen.</translation>
    </message>
    <message>
        <source>The newest ratings of each user are hidden: predicts what each liked last.</source>
        <translation>Die neuesten Bewertungen jedes Nutzers sind zurückgehalten: sagt voraus, was jeder zuletzt mochte.</translation>
    </message>
    <message>
        <source>A random part of each user&apos;s ratings is hidden: easier, because it may look ahead.</source>
        <translation>Ein zufälliger Teil der Bewertungen jedes Nutzers ist zurückgehalten: leichter, weil es vorausschauen darf.</translation>
    </message>
    <message>
        <source>Everything from one day on is hidden, whoever rated it: closest to running a service. Users who come later are cold and told apart.</source>
        <translation>Alles von einem Tag an ist zurückgehalten, von wem es auch kommt: am nächsten am Betrieb eines Dienstes. Nutzer, die später kommen, sind kalt und werden getrennt ausgewiesen.</translation>
    </message>
    <message>
        <source>Only the newest rating of each user is hidden, as many papers do.</source>
        <translation>Nur die neueste Bewertung jedes Nutzers ist zurückgehalten, wie in vielen Artikeln.</translation>
    </message>
    <message>
        <source>A part of the users is unknown to the model and folded in by four fifths of their ratings.</source>
        <translation>Ein Teil der Nutzer ist dem Modell unbekannt und wird mit vier Fünfteln seiner Bewertungen eingefaltet.</translation>
    </message>
    <message>
        <source>All ratings in equal random parts, each hidden once: every user is measured.</source>
        <translation>Alle Bewertungen in gleichen zufälligen Teilen, jeder einmal zurückgehalten: Jeder Nutzer wird gemessen.</translation>
    </message>
</context>
<context>
    <name>recital::StageDrawer</name>
    <message>
        <source>Details of the stage</source>
        <translation>Einzelheiten der Bühne</translation>
    </message>
    <message>
        <source>Panels of the drawer</source>
        <translation>Tafeln der Schublade</translation>
    </message>
    <message>
        <source>Close (Ctrl+D)</source>
        <translation>Schließen (Strg+D)</translation>
    </message>
    <message>
        <source>Close the drawer</source>
        <translation>Die Schublade schließen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Everything that changed the stage; go to any entry</source>
        <translation>Alles, was die Bühne verändert hat; zu jedem Eintrag zurück</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What is known of this user, and how the vector moved</source>
        <translation>Was von diesem Nutzer bekannt ist und wie sich der Vektor bewegt hat</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>The append-only log: filter, export, import, play again</source>
        <translation>Das fortlaufende Protokoll: filtern, exportieren, importieren, wiederholen</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Ähnliche</translation>
    </message>
    <message>
        <source>Films like the selected one, by three measures</source>
        <translation>Filme wie der gewählte, nach drei Maßen</translation>
    </message>
    <message>
        <source>Taste</source>
        <translation>Geschmack</translation>
    </message>
    <message>
        <source>What this user says about genres before any event</source>
        <translation>Was dieser Nutzer vor jedem Ereignis über Genres sagt</translation>
    </message>
</context>
<context>
    <name>recital::StageEvidence</name>
    <message>
        <source>Kinds of evidence</source>
        <translation>Arten von Belegen</translation>
    </message>
    <message>
        <source>Which of the three rules finds what users liked next: measured, with intervals</source>
        <translation>Welche der drei Regeln findet, was Nutzer danach mochten: gemessen, mit Intervallen</translation>
    </message>
    <message>
        <source>What the demo claims, over all users, and what it must be held against</source>
        <translation>Was die Vorführung behauptet, über alle Nutzer, und woran es sich messen lassen muss</translation>
    </message>
    <message>
        <source>S&amp;imulator</source>
        <translation>S&amp;imulator</translation>
    </message>
    <message>
        <source>Simulated users at a set rate, and the hit rate as it goes</source>
        <translation>Simulierte Nutzer mit fester Rate und die Trefferquote im Verlauf</translation>
    </message>
    <message>
        <source>No data set yet</source>
        <translation>Noch kein Datensatz</translation>
    </message>
    <message>
        <source>Open MovieLens first. Then the claims of the stage can be tested on its users.</source>
        <translation>Öffnen Sie zuerst MovieLens. Dann lassen sich die Behauptungen der Bühne an dessen Nutzern prüfen.</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>No trained model yet</source>
        <translation>Noch kein trainiertes Modell</translation>
    </message>
    <message>
        <source>These figures are about the model on the stage. Train one; the rule test works without.</source>
        <translation>Diese Zahlen handeln vom Modell der Bühne. Trainieren Sie eines; der Regeltest geht auch ohne.</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>Zum Training</translation>
    </message>
    <message>
        <source>Num&amp;bers of this demo</source>
        <translation>Zahlen dieser Vor&amp;führung</translation>
    </message>
    <message>
        <source>Rule te&amp;st</source>
        <translation>&amp;Regeltest</translation>
    </message>
</context>
<context>
    <name>recital::StageLive</name>
    <message>
        <source>No dataset yet</source>
        <translation>Noch kein Datensatz</translation>
    </message>
    <message>
        <source>Load MovieLens first; then films can be found and clicked here.</source>
        <translation>Zuerst MovieLens laden; dann lassen sich hier Filme suchen und anklicken.</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>Training draws the map</source>
        <translation>Das Training zeichnet die Karte</translation>
    </message>
    <message>
        <source>The map shows where the model puts each film. No model has been trained on this dataset yet: until then the list shows what is popular.</source>
        <translation>Die Karte zeigt, wohin das Modell jeden Film setzt. Mit diesem Datensatz wurde noch kein Modell trainiert: Bis dahin zeigt die Liste, was beliebt ist.</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>Zum Training</translation>
    </message>
    <message>
        <source>This model has no plane</source>
        <translation>Dieses Modell hat keine Ebene</translation>
    </message>
    <message>
        <source>A map needs at least two factors. The list works all the same.</source>
        <translation>Eine Karte braucht mindestens zwei Faktoren. Die Liste funktioniert trotzdem.</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Zurücknehmen: %1</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Ähnliche</translation>
    </message>
    <message>
        <source>If %1 were liked – nothing has happened yet</source>
        <translation>Mit einem Like für %1 – noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>No other film would enter the list</source>
        <translation>Kein anderer Film käme in die Liste</translation>
    </message>
    <message>
        <source>Would enter: %1</source>
        <translation>Kämen hinein: %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Take all events of this user back (Ctrl+R); can be undone</source>
        <translation>Alle Ereignisse dieses Nutzers zurücknehmen (Strg+R); lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>History, state, similar films, taste and the log (Ctrl+D)</source>
        <translation>Verlauf, Zustand, ähnliche Filme, Geschmack und Protokoll (Strg+D)</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>What left the list</source>
        <translation>Was die Liste verließ</translation>
    </message>
    <message>
        <source>Where this list comes from</source>
        <translation>Woher diese Liste kommt</translation>
    </message>
    <message>
        <source>How long it took</source>
        <translation>Wie lange es dauerte</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Compute the list again without an event: the same state gives the same list</source>
        <translation>Die Liste ohne Ereignis neu berechnen: derselbe Zustand ergibt dieselbe Liste</translation>
    </message>
    <message>
        <source>What the list is made of: the popular list for a user nobody knows, a blend for the first events, then the model alone. Every user gets a list.</source>
        <translation>Woraus die Liste besteht: das Beliebte für einen Unbekannten, eine Mischung bei den ersten Ereignissen, dann allein das Modell. Jeder bekommt eine Liste.</translation>
    </message>
    <message>
        <source>score: u · y</source>
        <translation>Wert: u · y</translation>
    </message>
    <message>
        <source>score: blend</source>
        <translation>Wert: Mischung</translation>
    </message>
    <message>
        <source>score: popularity</source>
        <translation>Wert: Beliebtheit</translation>
    </message>
    <message>
        <source>score: taste</source>
        <translation>Wert: Geschmack</translation>
    </message>
    <message>
        <source>Share of the model times u · y (the raw dot product), and for the rest the start: popularity, or the taste for genres</source>
        <translation>Anteil des Modells mal u · y (das rohe Skalarprodukt), für den Rest der Start: Beliebtheit oder der Geschmack für Genres</translation>
    </message>
    <message>
        <source>NOT identical</source>
        <translation>NICHT identisch</translation>
    </message>
    <message>
        <source>unchanged: the same films in the same order</source>
        <translation>unverändert: dieselben Filme in derselben Reihenfolge</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n verschoben</numerusform>
            <numerusform>%n verschoben</numerusform>
        </translation>
    </message>
    <message>
        <source>Left the list: %1</source>
        <translation>Nicht mehr in der Liste: %1</translation>
    </message>
    <message>
        <source>Asked again without an event</source>
        <translation>Ohne Ereignis noch einmal gefragt</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>Stand %1</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) used</source>
        <translation>
            <numerusform>%n Ereignis verwendet</numerusform>
            <numerusform>%n Ereignisse verwendet</numerusform>
        </translation>
    </message>
    <message>
        <source>fold-in</source>
        <translation>Einrechnen</translation>
    </message>
    <message>
        <source>search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>ranking</source>
        <translation>Rangfolge</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <comment>times in microseconds</comment>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>Where this list comes from, and how long it took just now:</source>
        <translation>Woher diese Liste kommt und wie lange sie eben dauerte:</translation>
    </message>
    <message numerus="yes">
        <source>%n more film(s) of the history</source>
        <translation>
            <numerusform>%n weiterer Film der Vorgeschichte</numerusform>
            <numerusform>%n weitere Filme der Vorgeschichte</numerusform>
        </translation>
    </message>
    <message>
        <source>Start: what is popular</source>
        <translation>Start: was beliebt ist</translation>
    </message>
    <message>
        <source>Start: the taste for genres</source>
        <translation>Start: der Geschmack für Genres</translation>
    </message>
    <message>
        <source>Nothing to explain.</source>
        <translation>Nichts zu erklären.</translation>
    </message>
    <message>
        <source>Preview of “%1” – nothing has happened yet</source>
        <translation>Vorschau auf „%1“ – noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>identisch</translation>
    </message>
    <message>
        <source>The same state gives the same list.</source>
        <translation>Derselbe Zustand gibt dieselbe Liste.</translation>
    </message>
</context>
<context>
    <name>recital::StagePage</name>
    <message>
        <source>Views of the stage</source>
        <translation>Ansichten der Bühne</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>Click a film: vector, list and reason move at once</source>
        <translation>Einen Film anklicken: Vektor, Liste und Grund bewegen sich sofort</translation>
    </message>
    <message>
        <source>&amp;Two users</source>
        <translation>&amp;Zwei Nutzer</translation>
    </message>
    <message>
        <source>Side by side over the same films, and what lies between them</source>
        <translation>Nebeneinander über denselben Filmen, und was zwischen ihnen liegt</translation>
    </message>
    <message>
        <source>Rules written by hand beside what was learned, for the same history</source>
        <translation>Von Hand geschriebene Regeln neben dem Gelernten, für dieselbe Vorgeschichte</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>&amp;Belege</translation>
    </message>
    <message>
        <source>What the stage claims, measured: rules, numbers, simulated users</source>
        <translation>Was die Bühne behauptet, gemessen: Regeln, Zahlen, simulierte Nutzer</translation>
    </message>
    <message>
        <source>Retrai&amp;n</source>
        <translation>&amp;Neu lernen</translation>
    </message>
    <message>
        <source>Train again with what happened here, compare, accept or reject</source>
        <translation>Mit dem Geschehenen neu trainieren, vergleichen, annehmen oder verwerfen</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>Re&amp;geln</translation>
    </message>
</context>
<context>
    <name>recital::StagePair</name>
    <message>
        <source>No data set yet</source>
        <translation>Noch kein Datensatz</translation>
    </message>
    <message>
        <source>Open MovieLens first. Then two users can be put side by side.</source>
        <translation>Öffnen Sie zuerst MovieLens. Dann lassen sich zwei Nutzer nebeneinanderstellen.</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>Only one user is on the stage</source>
        <translation>Nur ein Nutzer ist auf der Bühne</translation>
    </message>
    <message>
        <source>Two are needed: make a second one here, or choose a user of the data in the bar above.</source>
        <translation>Zwei sind nötig: Legen Sie hier einen zweiten an, oder wählen Sie oben einen Nutzer der Daten.</translation>
    </message>
    <message>
        <source>A+B</source>
        <comment>on the lists of both users</comment>
        <translation>A+B</translation>
    </message>
    <message>
        <source>A</source>
        <comment>on the list of user A only</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <comment>on the list of user B only</comment>
        <translation>B</translation>
    </message>
    <message>
        <source>on neither list</source>
        <translation>auf keiner Liste</translation>
    </message>
    <message>
        <source>on both lists</source>
        <translation>auf beiden Listen</translation>
    </message>
    <message>
        <source>only on the list of %1</source>
        <translation>nur auf der Liste von %1</translation>
    </message>
    <message>
        <source>%1 list, made in %2 µs</source>
        <translation>Liste %1, gemacht in %2 µs</translation>
    </message>
    <message>
        <source>%1 of %2 in common</source>
        <translation>%1 von %2 gemeinsam</translation>
    </message>
    <message>
        <source>%1 only for A, %2 only for B. What either has seen is on no list, so every difference is one of taste.</source>
        <translation>%1 nur für A, %2 nur für B. Was einer gesehen hat, steht auf keiner Liste: jeder Unterschied ist einer des Geschmacks.</translation>
    </message>
    <message>
        <source>%1 A, %2 B</source>
        <translation>%1 A, %2 B</translation>
    </message>
    <message>
        <source>scores blended, ranked in %1 µs</source>
        <translation>Scores gemischt, geordnet in %1 µs</translation>
    </message>
    <message>
        <source>A score is linear in the user&apos;s vector: blending scores is blending vectors.</source>
        <translation>Ein Score ist linear im Vektor des Nutzers: Scores mischen heißt Vektoren mischen.</translation>
    </message>
    <message>
        <source>The event was not written</source>
        <translation>Das Ereignis wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>User A</source>
        <translation>Nutzer A</translation>
    </message>
    <message>
        <source>User B</source>
        <translation>Nutzer B</translation>
    </message>
    <message>
        <source>Who is shown here: the users on the stage.</source>
        <translation>Wer hier gezeigt wird: die Nutzer auf der Bühne.</translation>
    </message>
    <message>
        <source>New...</source>
        <translation>Neu...</translation>
    </message>
    <message>
        <source>%1: new user</source>
        <translation>%1: neuer Nutzer</translation>
    </message>
    <message>
        <source>Make a new user and show them here.</source>
        <translation>Einen neuen Nutzer anlegen und hier zeigen.</translation>
    </message>
    <message>
        <source>Click a film: this user likes it.</source>
        <translation>Klick auf einen Film: dieser Nutzer mag ihn.</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Dazwischen</translation>
    </message>
    <message>
        <source>Blend from A to B</source>
        <translation>Mischung von A bis B</translation>
    </message>
    <message>
        <source>From A on the left to B on the right; the list below follows.</source>
        <translation>Von A links bis B rechts; die Liste darunter folgt.</translation>
    </message>
    <message>
        <source>List or map</source>
        <translation>Liste oder Karte</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>The films between the two users</source>
        <translation>Die Filme zwischen den beiden Nutzern</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Both users and the way between them among the films</source>
        <translation>Beide Nutzer und der Weg zwischen ihnen unter den Filmen</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>New u&amp;ser...</source>
        <translation>N&amp;euer Nutzer...</translation>
    </message>
</context>
<context>
    <name>recital::StageRetrain</name>
    <message>
        <source>Cancelled. The model in use stays.</source>
        <translation>Abgebrochen. Das Modell in Gebrauch bleibt.</translation>
    </message>
    <message>
        <source>Nothing was retrained</source>
        <translation>Es wurde nicht neu trainiert</translation>
    </message>
    <message>
        <source>Rejected. The model in use stays, and so do the events.</source>
        <translation>Verworfen. Das Modell in Gebrauch bleibt, die Ereignisse auch.</translation>
    </message>
    <message>
        <source>Run %1 is in use again.</source>
        <translation>Lauf %1 ist wieder in Gebrauch.</translation>
    </message>
    <message>
        <source>The earlier model was not opened</source>
        <translation>Das frühere Modell wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>No data set yet</source>
        <translation>Noch kein Datensatz</translation>
    </message>
    <message>
        <source>Open MovieLens first, train a model, and do something on the stage.</source>
        <translation>Öffnen Sie zuerst MovieLens, trainieren Sie ein Modell, und tun Sie etwas auf der Bühne.</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>No trained model yet</source>
        <translation>Noch kein trainiertes Modell</translation>
    </message>
    <message>
        <source>Retraining starts from a model: train one first.</source>
        <translation>Neu trainieren geht von einem Modell aus: trainieren Sie zuerst eines.</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>Zum Training</translation>
    </message>
    <message>
        <source>Nothing has happened on the stage yet: there is nothing to learn. Like a film in the live view first.</source>
        <translation>Auf der Bühne ist noch nichts geschehen: es gibt nichts zu lernen. Mögen Sie zuerst einen Film in der Live-Ansicht.</translation>
    </message>
    <message>
        <source>A retrained model waits for your decision</source>
        <translation>Ein neu trainiertes Modell wartet auf Ihre Entscheidung</translation>
    </message>
    <message numerus="yes">
        <source>The model in use has learned %n event(s) of the stage. Retraining starts from the ratings again, with everything that has happened until now.</source>
        <translation>
            <numerusform>Das Modell in Gebrauch hat %n Ereignis der Bühne gelernt. Neu trainieren beginnt wieder bei den Bewertungen, mit allem, was bis jetzt geschah.</numerusform>
            <numerusform>Das Modell in Gebrauch hat %n Ereignisse der Bühne gelernt. Neu trainieren beginnt wieder bei den Bewertungen, mit allem, was bis jetzt geschah.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model in use has learned nothing from the stage: events only move the user&apos;s vector. Retraining learns from them, compares, and asks you before anything changes.</source>
        <translation>Das Modell in Gebrauch hat nichts von der Bühne gelernt: Ereignisse bewegen nur den Vektor des Nutzers. Neu trainieren lernt aus ihnen, vergleicht und fragt Sie, bevor sich etwas ändert.</translation>
    </message>
    <message>
        <source>Ready to retrain</source>
        <translation>Bereit zum neuen Training</translation>
    </message>
    <message>
        <source>Nothing to retrain with yet</source>
        <translation>Noch nichts, womit neu trainiert werden kann</translation>
    </message>
    <message>
        <source>Go to the live view</source>
        <translation>Zur Live-Ansicht</translation>
    </message>
    <message>
        <source>Training with what happened</source>
        <translation>Training mit dem Geschehenen</translation>
    </message>
    <message>
        <source>Measuring both models</source>
        <translation>Beide Modelle werden gemessen</translation>
    </message>
    <message>
        <source>Comparing user by user</source>
        <translation>Vergleich Nutzer für Nutzer</translation>
    </message>
    <message>
        <source>Saving the new model</source>
        <translation>Das neue Modell wird gespeichert</translation>
    </message>
    <message>
        <source>The model in use goes on working; nothing changes before you accept.</source>
        <translation>Das Modell in Gebrauch arbeitet weiter; nichts ändert sich, bevor Sie annehmen.</translation>
    </message>
    <message>
        <source>No retrained model waits. After retraining, old and new stand here side by side on the same hidden likes, with intervals and verdict.</source>
        <translation>Kein neu trainiertes Modell wartet. Danach stehen alt und neu hier nebeneinander, an denselben versteckten Likes, mit Intervallen und Urteil.</translation>
    </message>
    <message numerus="yes">
        <source>Both on the hidden likes of %n user(s), from the same histories.</source>
        <translation>
            <numerusform>Beide an den versteckten Likes von %n Nutzer, aus denselben Vorgeschichten.</numerusform>
            <numerusform>Beide an den versteckten Likes von %n Nutzern, aus denselben Vorgeschichten.</numerusform>
        </translation>
    </message>
    <message>
        <source>In use: run %1.</source>
        <translation>In Gebrauch: Lauf %1.</translation>
    </message>
    <message>
        <source>The model in use is not stored.</source>
        <translation>Das Modell in Gebrauch ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>The new model was not taken</source>
        <translation>Das neue Modell wurde nicht übernommen</translation>
    </message>
    <message>
        <source>The retrained model is in use. The earlier one is in the list below.</source>
        <translation>Das neu trainierte Modell ist in Gebrauch. Das frühere steht unten in der Liste.</translation>
    </message>
    <message>
        <source>Progress of the retraining</source>
        <translation>Fortschritt des neuen Trainings</translation>
    </message>
    <message>
        <source>Stops within half a second. The model that is in use stays.</source>
        <translation>Hält innerhalb einer halben Sekunde an. Das Modell in Gebrauch bleibt.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>What happened on the stage</source>
        <translation>Was auf der Bühne geschah</translation>
    </message>
    <message>
        <source>What will be learned</source>
        <translation>Was gelernt wird</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New − old (95 % interval)</source>
        <translation>Neu − alt (95-%-Intervall)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Old and new model on the same users</source>
        <translation>Altes und neues Modell an denselben Nutzern</translation>
    </message>
    <message>
        <source>&amp;Accept the new model</source>
        <translation>Neues Modell &amp;annehmen</translation>
    </message>
    <message>
        <source>Stores it as a run of its own and puts it on the stage.</source>
        <translation>Speichert es als eigenen Lauf und stellt es auf die Bühne.</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Throws the new model away; the one in use and the events stay.</source>
        <translation>Wirft das neue Modell weg; das in Gebrauch und die Ereignisse bleiben.</translation>
    </message>
    <message>
        <source>Old against new</source>
        <translation>Alt gegen neu</translation>
    </message>
    <message>
        <source>Earlier models of these data</source>
        <translation>Frühere Modelle dieser Daten</translation>
    </message>
    <message>
        <source>Opens the selected run; users and events on the stage stay.</source>
        <translation>Öffnet den gewählten Lauf; Nutzer und Ereignisse auf der Bühne bleiben.</translation>
    </message>
    <message>
        <source>Earlier models</source>
        <translation>Frühere Modelle</translation>
    </message>
    <message>
        <source>Retrain a&amp;gain</source>
        <translation>Noch einmal neu t&amp;rainieren</translation>
    </message>
    <message>
        <source>Retrain and &amp;compare</source>
        <translation>Neu t&amp;rainieren und vergleichen</translation>
    </message>
    <message>
        <source>Go &amp;back to this model</source>
        <translation>Zu diesem M&amp;odell zurück</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Sign-flip test, adjusted by Holm over all metrics</source>
        <translation>Vorzeichentest, nach Holm über alle Metriken angepasst</translation>
    </message>
</context>
<context>
    <name>recital::StageRules</name>
    <message>
        <source>Progress of the measurement over all users</source>
        <translation>Fortschritt der Messung über alle Nutzer</translation>
    </message>
    <message>
        <source>Stops within half a second. The lists stay.</source>
        <translation>Hält innerhalb einer halben Sekunde an. Die Listen bleiben.</translation>
    </message>
    <message>
        <source>Rules by hand</source>
        <translation>Regeln von Hand</translation>
    </message>
    <message>
        <source>Learned model</source>
        <translation>Gelerntes Modell</translation>
    </message>
    <message>
        <source>Measuring both over all users</source>
        <translation>Beide werden über alle Nutzer gemessen</translation>
    </message>
    <message>
        <source>Lists of every user with hidden likes, by both, and what differs.</source>
        <translation>Listen aller Nutzer mit versteckten Likes, von beiden, und was sich unterscheidet.</translation>
    </message>
    <message>
        <source>Nothing was measured</source>
        <translation>Nichts wurde gemessen</translation>
    </message>
    <message>
        <source>No data set yet</source>
        <translation>Noch kein Datensatz</translation>
    </message>
    <message>
        <source>Open MovieLens first. Then rules and model can be compared on its users.</source>
        <translation>Öffnen Sie zuerst MovieLens. Dann lassen sich Regeln und Modell an dessen Nutzern vergleichen.</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>No trained model yet</source>
        <translation>Noch kein trainiertes Modell</translation>
    </message>
    <message>
        <source>There is nothing to hold the rules against: train a model first.</source>
        <translation>Es gibt nichts, woran die Regeln gemessen werden: trainieren Sie zuerst ein Modell.</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>Zum Training</translation>
    </message>
    <message>
        <source>No rules for these data</source>
        <translation>Keine Regeln für diese Daten</translation>
    </message>
    <message>
        <source>The rules go by genres, and these data name none. The model does without.</source>
        <translation>Die Regeln gehen nach Genres, und diese Daten nennen keine. Das Modell kommt ohne aus.</translation>
    </message>
    <message>
        <source>No hidden likes to check this list with</source>
        <translation>Keine versteckten Likes zum Prüfen</translation>
    </message>
    <message numerus="yes">
        <source>✓ %1 of %n hidden like(s) found</source>
        <translation>
            <numerusform>✓ %1 von %n versteckten Like gefunden</numerusform>
            <numerusform>✓ %1 von %n versteckten Likes gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>No history, no genres: the popular films</source>
        <translation>Keine Vorgeschichte, keine Genres: die beliebten Filme</translation>
    </message>
    <message>
        <source>Popular films of %1 first</source>
        <translation>Beliebte Filme aus %1 zuerst</translation>
    </message>
    <message>
        <source>Score: likes in the training part. Made in %1 µs.</source>
        <translation>Score: Likes im Trainingsteil. Gemacht in %1 µs.</translation>
    </message>
    <message>
        <source>%1, %2 list</source>
        <translation>Liste %2, %1</translation>
    </message>
    <message>
        <source>The list of the stage for the same history. Made in %1 µs.</source>
        <translation>Die Liste der Bühne für dieselbe Vorgeschichte. Gemacht in %1 µs.</translation>
    </message>
    <message>
        <source>Both lists are for %1, from the same history. Over all users of the split: which finds more, and what can each do at all?</source>
        <translation>Beide Listen sind für %1, aus derselben Vorgeschichte. Über alle Nutzer des Testteils: Wer findet mehr, und was kann jedes überhaupt?</translation>
    </message>
    <message>
        <source>This cannot be measured over all users</source>
        <translation>Das lässt sich nicht über alle Nutzer messen</translation>
    </message>
    <message>
        <source>Cancelled: nothing was measured over all users</source>
        <translation>Abgebrochen: nichts über alle Nutzer gemessen</translation>
    </message>
    <message>
        <source>Not measured over all users yet</source>
        <translation>Noch nicht über alle Nutzer gemessen</translation>
    </message>
    <message>
        <source>&amp;Measure now</source>
        <translation>Jetzt &amp;messen</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %Ln user(s): model − rules %1 NDCG, %2</source>
        <translation>
            <numerusform>An %Ln Nutzer gemessen: Modell − Regeln %1 NDCG, %2</numerusform>
            <numerusform>An %Ln Nutzern gemessen: Modell − Regeln %1 NDCG, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Measure again</source>
        <translation>Noch einmal &amp;messen</translation>
    </message>
</context>
<context>
    <name>recital::StatePanel</name>
    <message>
        <source>Recent events with what they weigh now</source>
        <translation>Letzte Ereignisse mit ihrem jetzigen Gewicht</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Weight now</source>
        <translation>Gewicht jetzt</translation>
    </message>
    <message>
        <source>Re-solve: strength; with recency times the decay for every later event. Moving average: the share of the vector that is this film</source>
        <translation>Neu lösen: Stärke; mit Aktualität mal dem Abfall für jedes spätere Ereignis. Gleitendes Mittel: der Anteil dieses Films am Vektor</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Noch keine Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>%n known like(s) of the data</source>
        <translation>
            <numerusform>%n bekannter Like der Daten</numerusform>
            <numerusform>%n bekannte Likes der Daten</numerusform>
        </translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>length %1</source>
        <translation>Länge %1</translation>
    </message>
    <message>
        <source>length %1 → %2, moved by %3</source>
        <translation>Länge %1 → %2, bewegt um %3</translation>
    </message>
    <message numerus="yes">
        <source>%n factor(s)</source>
        <translation>
            <numerusform>%n Faktor</numerusform>
            <numerusform>%n Faktoren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::StoredComparisons</name>
    <message>
        <source>Earlier comparisons</source>
        <translation>Frühere Vergleiche</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>NDCG</source>
        <translation>NDCG</translation>
    </message>
    <message>
        <source>No comparison has been stored yet.</source>
        <translation>Noch ist kein Vergleich gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Add row to the table</source>
        <translation>&amp;Zeile in die Tabelle</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation>Löschen …</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n row(s)</source>
        <translation>
            <numerusform>%1, %n Zeile</numerusform>
            <numerusform>%1, %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure or open a comparison first.</source>
        <translation>Messen oder öffnen Sie zuerst einen Vergleich.</translation>
    </message>
    <message>
        <source>This row stands in the table already.</source>
        <translation>Diese Zeile steht schon in der Tabelle.</translation>
    </message>
    <message>
        <source>Measured on other data.</source>
        <translation>An anderen Daten gemessen.</translation>
    </message>
    <message>
        <source>Measured on lists of another length.</source>
        <translation>An Listen anderer Länge gemessen.</translation>
    </message>
    <message>
        <source>Measured on another split.</source>
        <translation>Auf einer anderen Aufteilung gemessen.</translation>
    </message>
    <message>
        <source>Unfold a comparison to add one of its rows to the table, with its date.</source>
        <translation>Klappen Sie einen Vergleich auf, um eine seiner Zeilen mit ihrem Datum in die Tabelle zu nehmen.</translation>
    </message>
    <message>
        <source>Delete a comparison</source>
        <translation>Vergleich löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete the comparison of %1 on %2 with %n row(s)?</source>
        <translation>
            <numerusform>Den Vergleich vom %1 auf %2 mit %n Zeile löschen?</numerusform>
            <numerusform>Den Vergleich vom %1 auf %2 mit %n Zeilen löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>recital::StrengthsDialog</name>
    <message>
        <source>Strengths of the events</source>
        <translation>Stärken der Ereignisse</translation>
    </message>
    <message>
        <source>In units of one positive rating of the training data. Negative: real negative feedback. 0 says nothing. The stage, the HTTP server and retraining read this same table.</source>
        <translation>In Einheiten einer positiven Bewertung der Trainingsdaten. Negativ: echte Ablehnung. 0 sagt nichts. Bühne, HTTP-Server und Nachtraining lesen dieselbe Tabelle.</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>Ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Defaults</source>
        <translation>&amp;Vorgaben</translation>
    </message>
    <message>
        <source>A strength is at most %1 in magnitude.</source>
        <translation>Eine Stärke ist dem Betrag nach höchstens %1.</translation>
    </message>
</context>
<context>
    <name>recital::TableText</name>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Gini</source>
        <translation>Gini</translation>
    </message>
    <message>
        <source>MIUF bits</source>
        <translation>MIUF Bit</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Training s</source>
        <translation>Training s</translation>
    </message>
</context>
<context>
    <name>recital::TastePanel</name>
    <message>
        <source>Taste for genres</source>
        <translation>Geschmack für Genres</translation>
    </message>
    <message>
        <source>Taste for %1</source>
        <translation>Geschmack für %1</translation>
    </message>
</context>
<context>
    <name>recital::TopLine</name>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Find a film   Ctrl+K</source>
        <translation>Film suchen   Strg+K</translation>
    </message>
    <message>
        <source>Find a film on the stage</source>
        <translation>Film auf der Bühne suchen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <comment>what runs, percent</comment>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keiner</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n factor(s)</source>
        <comment>model name</comment>
        <translation>
            <numerusform>%1, %n Faktor</numerusform>
            <numerusform>%1, %n Faktoren</numerusform>
        </translation>
    </message>
    <message>
        <source>Not trained yet</source>
        <translation>Noch nicht trainiert</translation>
    </message>
    <message>
        <source>%1, no events</source>
        <translation>%1, keine Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n event(s)</source>
        <translation>
            <numerusform>%1, %n Ereignis</numerusform>
            <numerusform>%1, %n Ereignisse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::TourText</name>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Zuvor</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>A new user, before the first click: the most liked films</source>
        <translation>Ein neuer Nutzer vor dem ersten Klick: die meistgemochten Filme</translation>
    </message>
    <message>
        <source>
Click: %1   (new list after %2 µs)</source>
        <translation>
Klick: %1   (neue Liste nach %2 µs)</translation>
    </message>
    <message numerus="yes">
        <source>The same user after %n click(s); the columns on the right add up to the score</source>
        <translation>
            <numerusform>Derselbe Nutzer nach %n Klick; die Spalten rechts ergeben zusammen den Score</numerusform>
            <numerusform>Derselbe Nutzer nach %n Klicks; die Spalten rechts ergeben zusammen den Score</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured on held-out ratings</source>
        <translation>Gemessen an zurückgehaltenen Bewertungen</translation>
    </message>
    <message>
        <source>Split %1, seed %2: %3 users measured, %4 without a held-out like left out.</source>
        <translation>Aufteilung %1, Startwert %2: %3 Nutzer gemessen, %4 ohne zurückgehaltenes Like ausgelassen.</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>Die Daten</translation>
    </message>
    <message>
        <source>Training: ALS, %1</source>
        <translation>Training: ALS, %1</translation>
    </message>
    <message>
        <source>The pages</source>
        <translation>Die Seiten</translation>
    </message>
    <message>
        <source>Goes through the program&apos;s whole job without a display: the dataset card, the loss of every iteration, the metrics beside the baselines, one user&apos;s list before and after three clicks, and a picture of every page.</source>
        <translation>Zeigt den ganzen Ablauf des Programms ohne Bildschirm: die Karte des Datensatzes, den Verlust jeder Iteration, die Metriken neben den Vergleichsverfahren, die Liste eines Nutzers vor und nach drei Klicks und ein Bild jeder Seite.</translation>
    </message>
    <message>
        <source>Folder for the pictures; it is made.</source>
        <translation>Ordner für die Bilder; er wird angelegt.</translation>
    </message>
    <message>
        <source>--data is needed: the bundled data are not there</source>
        <translation>--data wird gebraucht: Die mitgelieferten Daten sind nicht da</translation>
    </message>
    <message>
        <source>data.png, train.png, compare.png and stage.png are in %1</source>
        <translation>data.png, train.png, compare.png und stage.png liegen in %1</translation>
    </message>
    <message>
        <source>Popular</source>
        <translation>Beliebt</translation>
    </message>
</context>
<context>
    <name>recital::TrainPage</name>
    <message>
        <source>&amp;Defaults for this data set</source>
        <translation>&amp;Vorgaben für diesen Datensatz</translation>
    </message>
    <message>
        <source>Values that were tested on this data set, or those that suit data of unknown size.</source>
        <translation>Auf diesem Datensatz erprobte Werte oder solche, die zu Daten unbekannter Größe passen.</translation>
    </message>
    <message>
        <source>Start &amp;training</source>
        <translation>&amp;Training starten</translation>
    </message>
    <message>
        <source>The loss appears here after every half-step.</source>
        <translation>Der Verlust erscheint hier nach jedem Halbschritt.</translation>
    </message>
    <message>
        <source>How well held-out likes are found appears here after every iteration.</source>
        <translation>Wie gut zurückgehaltene Likes gefunden werden, erscheint hier nach jeder Iteration.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No curve was stored with this run.</source>
        <translation>Zu diesem Lauf ist keine Kurve gespeichert.</translation>
    </message>
    <message>
        <source>Run %1 of %2</source>
        <translation>Lauf %1 von %2</translation>
    </message>
    <message>
        <source>%1 on %2, %3. Stored; %4</source>
        <translation>%1 auf %2, %3. Gespeichert; %4</translation>
    </message>
    <message>
        <source>Back to the present model</source>
        <translation>Zurück zum jetzigen Modell</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Take its parameters</source>
        <translation>Seine Parameter übernehmen</translation>
    </message>
    <message>
        <source>No data set yet</source>
        <translation>Noch kein Datensatz</translation>
    </message>
    <message>
        <source>Open MovieLens on the Data page, or drop its folder or zip onto the window.</source>
        <translation>Öffnen Sie MovieLens auf der Seite Daten oder ziehen Sie Ordner oder Zip auf das Fenster.</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>Not trained yet</source>
        <translation>Noch nicht trainiert</translation>
    </message>
    <message>
        <source>%1 is loaded. Check the parameters on the left, then start; a first run with the defaults is a good beginning.</source>
        <translation>%1 ist geladen. Prüfen Sie links die Parameter und starten Sie; ein erster Lauf mit den Vorgaben ist ein guter Anfang.</translation>
    </message>
    <message>
        <source>%1 on %2, %3.</source>
        <translation>%1 auf %2, %3.</translation>
    </message>
    <message>
        <source>The model is in use, but the run was not stored: %1</source>
        <translation>Das Modell ist in Benutzung, aber der Lauf wurde nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Trained in %1</source>
        <translation>Trainiert in %1</translation>
    </message>
    <message>
        <source>Go to Stage</source>
        <translation>Zur Bühne</translation>
    </message>
    <message>
        <source>The first half-step is being computed.</source>
        <translation>Der erste Halbschritt wird berechnet.</translation>
    </message>
    <message>
        <source>Measured after every iteration.</source>
        <translation>Gemessen nach jeder Iteration.</translation>
    </message>
    <message>
        <source>%1 on %2, %3</source>
        <translation>%1 auf %2, %3</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Holding out the test part</source>
        <translation>Testteil wird zurückgehalten</translation>
    </message>
    <message>
        <source>Training, iteration %1 of %2</source>
        <translation>Training, Iteration %1 von %2</translation>
    </message>
    <message>
        <source>Measuring beside the baselines</source>
        <translation>Messen neben den Vergleichsverfahren</translation>
    </message>
    <message>
        <source>Drawing the map of films</source>
        <translation>Karte der Filme wird gezeichnet</translation>
    </message>
    <message>
        <source>Storing the run</source>
        <translation>Lauf wird gespeichert</translation>
    </message>
    <message>
        <source>no model is in use.</source>
        <translation>kein Modell ist in Benutzung.</translation>
    </message>
    <message>
        <source>the model of run %1 is in use.</source>
        <translation>das Modell von Lauf %1 ist in Benutzung.</translation>
    </message>
    <message>
        <source>the model trained before is in use.</source>
        <translation>das zuvor trainierte Modell ist in Benutzung.</translation>
    </message>
    <message>
        <source>Cancelled after %1 of %2</source>
        <translation>Abgebrochen nach %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s)</source>
        <translation>
            <numerusform>%n Iteration</numerusform>
            <numerusform>%n Iterationen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>Nichts wurde verändert: %1</translation>
    </message>
    <message>
        <source>Training...</source>
        <translation>Training …</translation>
    </message>
    <message>
        <source>Open a data set first.</source>
        <translation>Öffnen Sie zuerst einen Datensatz.</translation>
    </message>
    <message>
        <source>Another job is still running.</source>
        <translation>Eine andere Aufgabe läuft noch.</translation>
    </message>
    <message>
        <source>A parameter is outside its limits.</source>
        <translation>Ein Parameter liegt außerhalb seiner Grenzen.</translation>
    </message>
    <message>
        <source>Open this run</source>
        <translation>Diesen Lauf öffnen</translation>
    </message>
</context>
<context>
    <name>recital::TrainText</name>
    <message>
        <source>File to write the model to, for recital recommend.</source>
        <translation>Datei für das Modell, für recital recommend.</translation>
    </message>
    <message>
        <source>Algorithm to train: als.</source>
        <translation>Algorithmus: als.</translation>
    </message>
    <message>
        <source>%1 is a baseline that recital evaluate measures; only als is trained into a model file</source>
        <translation>%1 ist ein Vergleichsverfahren, das recital evaluate misst; nur als wird in eine Modelldatei trainiert</translation>
    </message>
    <message>
        <source>unknown algorithm &quot;%1&quot;; known is als</source>
        <translation>unbekannter Algorithmus „%1“; bekannt ist als</translation>
    </message>
    <message>
        <source>Trains implicit ALS on the ratings of 4 and more, prints the loss of every iteration and writes the model to a file. Parameters that are not given are those tested for the dataset.</source>
        <translation>Trainiert implizites ALS auf den Bewertungen ab 4, zeigt den Verlust jeder Iteration und schreibt das Modell in eine Datei. Nicht angegebene Parameter sind die für den Datensatz erprobten.</translation>
    </message>
    <message>
        <source>%1 likes of %2 users; %3</source>
        <translation>%1 Likes von %2 Nutzern; %3</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Model written to %1</source>
        <translation>Modell geschrieben nach %1</translation>
    </message>
</context>
<context>
    <name>recital::TrainingCharts</name>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>Objective after every half-step, logarithmic</source>
        <translation>Zielfunktion nach jedem Halbschritt, logarithmisch</translation>
    </message>
    <message>
        <source>Objective after every half-step</source>
        <translation>Zielfunktion nach jedem Halbschritt</translation>
    </message>
    <message>
        <source>users solved</source>
        <translation>Nutzer gelöst</translation>
    </message>
    <message>
        <source>films solved</source>
        <translation>Filme gelöst</translation>
    </message>
    <message>
        <source>Half-step %1 of %2, %3
Loss %4 after %5</source>
        <translation>Halbschritt %1 von %2, %3
Verlust %4 nach %5</translation>
    </message>
    <message>
        <source>Held-out %1</source>
        <translation>%1 auf Zurückgehaltenem</translation>
    </message>
    <message>
        <source>Popular %1</source>
        <translation>Popular %1</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) counted</source>
        <translation>
            <numerusform>%n Nutzer gezählt</numerusform>
            <numerusform>%n Nutzer gezählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; Popular over %n</source>
        <translation>
            <numerusform>; Popular über %n</numerusform>
            <numerusform>; Popular über %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 = %2 after iteration %3
%n user(s) counted</source>
        <translation>
            <numerusform>%1 = %2 nach Iteration %3
%n Nutzer gezählt</numerusform>
            <numerusform>%1 = %2 nach Iteration %3
%n Nutzer gezählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::TrainingService</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
</context>
<context>
    <name>recital::TrialsModel</name>
    <message>
        <source>%1: failed</source>
        <translation>%1: gescheitert</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>%1, trial %2, %3
%4</source>
        <translation>%1, Versuch %2, %3
%4</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
</context>
<context>
    <name>recital::TuneControls</name>
    <message>
        <source>The values that are worth trying first for this algorithm.</source>
        <translation>Die Werte, die bei diesem Algorithmus zuerst einen Versuch lohnen.</translation>
    </message>
    <message>
        <source>&amp;Algorithm</source>
        <translation>Algo&amp;rithmus</translation>
    </message>
    <message>
        <source>What is trained.</source>
        <translation>Was trainiert wird.</translation>
    </message>
    <message>
        <source>One value is fixed, several values are searched: “0.03 0.1 0.3”.</source>
        <translation>Ein Wert ist fest, mehrere Werte werden durchsucht: „0.03 0.1 0.3“.</translation>
    </message>
    <message>
        <source>All combinations</source>
        <translation>Alle Kombinationen</translation>
    </message>
    <message>
        <source>Random draws</source>
        <translation>Zufällige Ziehung</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Wie</translation>
    </message>
    <message>
        <source>All combinations: a grid, every value with every other.
Random draws: between the smallest and the largest value of each; better with more than two parameters.</source>
        <translation>Alle Kombinationen: ein Raster, jeder Wert mit jedem anderen.
Zufällige Ziehung: zwischen kleinstem und größtem Wert jedes Parameters; besser bei mehr als zwei Parametern.</translation>
    </message>
    <message>
        <source>How many settings are drawn and measured: the budget.</source>
        <translation>Wie viele Einstellungen gezogen und gemessen werden: das Budget.</translation>
    </message>
    <message>
        <source>&amp;Decided by</source>
        <translation>&amp;Entscheidend</translation>
    </message>
    <message>
        <source>The best value of this metric on the validation split wins.</source>
        <translation>Der beste Wert dieser Metrik auf dem Validierungsteil gewinnt.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Of the random draws and of the validation split: the same seed gives the same search.</source>
        <translation>Der Ziehungen und des Validierungsteils: Derselbe Startwert ergibt dieselbe Suche.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Whole numbers, %1</source>
        <translation>Ganze Zahlen, %1</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No data set is open.</source>
        <translation>Kein Datensatz ist offen.</translation>
    </message>
    <message>
        <source>Give at least one parameter several values to choose from.</source>
        <translation>Geben Sie mindestens einem Parameter mehrere Werte zur Auswahl.</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) drawn at random</source>
        <translation>
            <numerusform>%n Versuch, zufällig gezogen</numerusform>
            <numerusform>%n Versuche, zufällig gezogen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 = %n trial(s)</source>
        <comment>4 × 4 = 16 trials</comment>
        <translation>
            <numerusform>%1 = %n Versuch</numerusform>
            <numerusform>%1 = %n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>De&amp;fault search</source>
        <translation>Vor&amp;gaben der Suche</translation>
    </message>
    <message>
        <source>Start sear&amp;ch</source>
        <translation>&amp;Suche starten</translation>
    </message>
    <message>
        <source>Trial&amp;s</source>
        <translation>&amp;Versuche</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s)</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::TuneResults</name>
    <message>
        <source>The values that are searched appear here as a picture, trial by trial.</source>
        <translation>Die gesuchten Werte erscheinen hier als Bild, Versuch für Versuch.</translation>
    </message>
    <message>
        <source>Parameter across</source>
        <translation>Parameter waagerecht</translation>
    </message>
    <message>
        <source>Parameter up</source>
        <translation>Parameter senkrecht</translation>
    </message>
    <message>
        <source>up</source>
        <translation>senkrecht</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Waagerecht</translation>
    </message>
    <message>
        <source>All trials, the best first</source>
        <translation>Alle Versuche, der beste zuerst</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>One trial a dot; the best has a ring</source>
        <translation>Ein Punkt je Versuch; der beste hat einen Ring</translation>
    </message>
    <message>
        <source>One trial a dot, the other parameters vary; the best has a ring</source>
        <translation>Ein Punkt je Versuch, die anderen Parameter wechseln; der beste hat einen Ring</translation>
    </message>
    <message>
        <source>No trial could be measured.</source>
        <translation>Kein Versuch konnte gemessen werden.</translation>
    </message>
    <message>
        <source>A&amp;pply the best to the Bench</source>
        <translation>Besten auf &amp;den Prüfstand</translation>
    </message>
    <message numerus="yes">
        <source>Searched on %1, %n user(s). The test part was never looked at.</source>
        <translation>
            <numerusform>Gesucht auf %1, %n Nutzer. Der Testteil wurde nie angesehen.</numerusform>
            <numerusform>Gesucht auf %1, %n Nutzer. Der Testteil wurde nie angesehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Budget: %n trial(s); it is printed beside the row.</source>
        <translation>
            <numerusform>Budget: %n Versuch; es steht bei der Zeile.</numerusform>
            <numerusform>Budget: %n Versuche; es steht bei der Zeile.</numerusform>
        </translation>
    </message>
    <message>
        <source>A&amp;pply rank %1 to the Bench</source>
        <translation>Rang %1 auf &amp;den Prüfstand</translation>
    </message>
</context>
<context>
    <name>recital::TuneService</name>
    <message>
        <source>Tuning</source>
        <translation>Tuning</translation>
    </message>
</context>
<context>
    <name>recital::TuneText</name>
    <message>
        <source>What to tune: %1. als is the form that the grid&apos;s parameters belong to, first the one tested for the data.</source>
        <translation>Was getunt wird: %1. als ist die Form, zu der die Parameter des Rasters gehören, zuerst die für die Daten erprobte.</translation>
    </message>
    <message>
        <source>Parameters and their values, for example unobservedWeight=.03,.1,.3,1;regularization=.003,.01,.03,.1 (1 to 4 of them). Default: a grid that suits the algorithm.</source>
        <translation>Parameter und ihre Werte, zum Beispiel unobservedWeight=.03,.1,.3,1;regularization=.003,.01,.03,.1 (1 bis 4 davon). Vorgabe: ein Raster, das zum Algorithmus passt.</translation>
    </message>
    <message>
        <source>Draw N settings between the ends of the grid&apos;s values instead of trying all.</source>
        <translation>Zieht N Einstellungen zwischen den Enden der Werte des Rasters, statt alle zu versuchen.</translation>
    </message>
    <message>
        <source>What is to become best: %1.</source>
        <translation>Was am besten werden soll: %1.</translation>
    </message>
    <message>
        <source>Length of the lists, 1 to 1000.</source>
        <translation>Länge der Listen, 1 bis 1000.</translation>
    </message>
    <message>
        <source>Share of every user&apos;s training ratings to validate on, between 0 and 1.</source>
        <translation>Anteil der Trainingsbewertungen jedes Nutzers zum Validieren, zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>Seed of the draws and of the inner split.</source>
        <translation>Startwert der Ziehungen und der inneren Aufteilung.</translation>
    </message>
    <message>
        <source>Official fold whose training part is searched on.</source>
        <translation>Offizieller Fold, auf dessen Trainingsteil gesucht wird.</translation>
    </message>
    <message>
        <source>--grid needs PARAMETER=VALUE,VALUE;..., not &quot;%1&quot;</source>
        <translation>--grid braucht PARAMETER=VALUE,VALUE;..., nicht „%1“</translation>
    </message>
    <message>
        <source>unknown algorithm &quot;%1&quot;; known are %2</source>
        <translation>unbekannter Algorithmus „%1“; bekannt sind %2</translation>
    </message>
    <message>
        <source>%1 describes lists but does not judge them, so nothing can be tuned to it</source>
        <translation>%1 beschreibt Listen, beurteilt sie aber nicht; darauf lässt sich nichts tunen</translation>
    </message>
    <message>
        <source>Searched on %1: %2 users, of the training part only; the test part was not looked at.</source>
        <translation>Gesucht auf %1: %2 Nutzer, nur vom Trainingsteil; der Testteil wurde nicht angesehen.</translation>
    </message>
    <message>
        <source>Data: %1, fingerprint %2; likes are ratings of at least %3; seed %4.</source>
        <translation>Daten: %1, Fingerabdruck %2; Likes sind Bewertungen ab %3; Startwert %4.</translation>
    </message>
    <message numerus="yes">
        <source>Budget: %n trial(s), %1 s.</source>
        <translation>
            <numerusform>Budget: %n Versuch, %1 s.</numerusform>
            <numerusform>Budget: %n Versuche, %1 s.</numerusform>
        </translation>
    </message>
    <message>
        <source>Best: %1, %2 %3.</source>
        <translation>Bester: %1, %2 %3.</translation>
    </message>
    <message>
        <source>To measure it on the test part: %1</source>
        <translation>Zum Messen am Testteil: %1</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Searches for the parameters of an algorithm on a part of the training ratings; the test part is never looked at. Prints every trial, the budget and the best setting.</source>
        <translation>Sucht die Parameter eines Algorithmus auf einem Teil der Trainingsbewertungen; der Testteil wird nie angesehen. Zeigt jeden Versuch, das Budget und die beste Einstellung.</translation>
    </message>
    <message>
        <source>recital tune prints as table, json or csv</source>
        <translation>recital tune schreibt table, json oder csv</translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation>Tuning</translation>
    </message>
    <message>
        <source>%1 of %2: %3: %4</source>
        <translation>%1 von %2: %3: %4</translation>
    </message>
</context>
<context>
    <name>recital::UserBar</name>
    <message>
        <source>User and rule</source>
        <translation>Nutzer und Regel</translation>
    </message>
    <message>
        <source>Strengths of the events</source>
        <translation>Stärken der Ereignisse</translation>
    </message>
    <message>
        <source>How much each event says: the one table of strengths</source>
        <translation>Wie viel jedes Ereignis sagt: die eine Tabelle der Stärken</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change back (Ctrl+Z)</source>
        <translation>Die letzte Änderung zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Do it again (Ctrl+Shift+Z)</source>
        <translation>Noch einmal ausführen (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Everything that was done; go to any entry</source>
        <translation>Alles, was getan wurde; zu jedem Eintrag zurück</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z): %1</source>
        <translation>Rückgängig (Strg+Z): %1</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z): %1</source>
        <translation>Wiederholen (Strg+Umschalt+Z): %1</translation>
    </message>
</context>
<context>
    <name>recital::UserChooser</name>
    <message>
        <source>Who is on the stage (Alt+U)</source>
        <translation>Wer auf der Bühne ist (Alt+U)</translation>
    </message>
    <message>
        <source>User on the stage: %1</source>
        <translation>Nutzer auf der Bühne: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known like(s)</source>
        <translation>
            <numerusform>%n bekannter Like</numerusform>
            <numerusform>%n bekannte Likes</numerusform>
        </translation>
    </message>
    <message>
        <source>Found in the data</source>
        <translation>In den Daten gefunden</translation>
    </message>
    <message>
        <source>&amp;New user...</source>
        <translation>&amp;Neuer Nutzer...</translation>
    </message>
    <message>
        <source>&amp;User of the dataset...</source>
        <translation>N&amp;utzer des Datensatzes...</translation>
    </message>
    <message>
        <source>&amp;Take %1 off the stage</source>
        <translation>%1 von der Bühne ne&amp;hmen</translation>
    </message>
    <message>
        <source>Can be undone; what they did stays in the log</source>
        <translation>Lässt sich rückgängig machen; was geschah, bleibt im Protokoll</translation>
    </message>
</context>
<context>
    <name>recital::UserListsPanel</name>
    <message>
        <source>Fold of the lists</source>
        <translation>Fold der Listen</translation>
    </message>
    <message>
        <source>Open this user on the &amp;stage</source>
        <translation>Nutzer auf &amp;der Bühne öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Nutzer %1</translation>
    </message>
    <message>
        <source>User number %1</source>
        <translation>Nutzer Nr. %1</translation>
    </message>
    <message>
        <source>The lists of this comparison were not kept. Run it again to see them.</source>
        <translation>Die Listen dieses Vergleichs sind nicht aufgehoben. Starten Sie ihn erneut, um sie zu sehen.</translation>
    </message>
    <message>
        <source>Only the lists were kept: run the comparison again to see which films are hits.</source>
        <translation>Nur die Listen wurden aufbewahrt: Den Vergleich erneut ausführen, um die Treffer zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n training like(s)</source>
        <translation>
            <numerusform>%n Trainings-Like</numerusform>
            <numerusform>%n Trainings-Likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden like(s)</source>
        <translation>
            <numerusform>%n zurückgehaltenes Like</numerusform>
            <numerusform>%n zurückgehaltene Likes</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ a hidden like that the list finds.</source>
        <translation>✓ ein zurückgehaltenes Like, das die Liste findet.</translation>
    </message>
    <message>
        <source>List of %1</source>
        <translation>Liste von %1</translation>
    </message>
    <message>
        <source>Film number %1</source>
        <translation>Film Nr. %1</translation>
    </message>
    <message>
        <source>%1: a hidden like of this user</source>
        <translation>%1: ein zurückgehaltenes Like dieses Nutzers</translation>
    </message>
    <message>
        <source>The stage then shows this user: all training likes, the map and the list.</source>
        <translation>Die Bühne zeigt dann diesen Nutzer: alle Trainings-Likes, die Karte und die Liste.</translation>
    </message>
    <message>
        <source>Recommended films</source>
        <translation>Empfohlene Filme</translation>
    </message>
</context>
<context>
    <name>recital::VectorChart</name>
    <message>
        <source>Factors of the vector</source>
        <translation>Faktoren des Vektors</translation>
    </message>
    <message>
        <source>One bar a factor: filled now, hollow before the last change</source>
        <translation>Ein Balken je Faktor: gefüllt jetzt, hohl vor der letzten Änderung</translation>
    </message>
    <message>
        <source>No vector yet: the list is everybody&apos;s</source>
        <translation>Noch kein Vektor: die Liste ist die für alle</translation>
    </message>
</context>
<context>
    <name>recital::WhyDelegate</name>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
</context>
<context>
    <name>recital::WhyModel</name>
    <message>
        <source>%1, left out</source>
        <translation>%1, weggelassen</translation>
    </message>
    <message>
        <source>Untick: the list as if this had not happened; can be undone</source>
        <translation>Haken weg: die Liste, als wäre es nicht geschehen; lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Tick: this counts again</source>
        <translation>Haken: zählt wieder</translation>
    </message>
</context>
<context>
    <name>recital::WhyPanel</name>
    <message>
        <source>Why this recommendation</source>
        <translation>Warum diese Empfehlung</translation>
    </message>
    <message>
        <source>Why %1</source>
        <translation>Warum %1</translation>
    </message>
    <message>
        <source>The shares below add up to the score printed in the list</source>
        <translation>Die Anteile ergeben zusammen den Wert in der Liste</translation>
    </message>
    <message>
        <source>Shares of the score; Space leaves one out</source>
        <translation>Anteile am Wert; Leertaste lässt einen weg</translation>
    </message>
    <message>
        <source>sum %1 = score %2</source>
        <translation>Summe %1 = Wert %2</translation>
    </message>
</context>
<context>
    <name>recital::WindowText</name>
    <message>
        <source>Recital cannot start</source>
        <translation>Recital kann nicht starten</translation>
    </message>
</context>
</TS>
