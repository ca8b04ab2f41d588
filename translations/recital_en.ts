<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AlsText</name>
    <message numerus="yes">
        <source>λ for the average user here (%n like(s), λᵤ = %1)</source>
        <translation>
            <numerusform>λ for the average user here (%n like, λᵤ = %1)</numerusform>
            <numerusform>λ for the average user here (%n likes, λᵤ = %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n factor(s)</source>
        <translation>
            <numerusform>%n factor</numerusform>
            <numerusform>%n factors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s)</source>
        <translation>
            <numerusform>%n iteration</numerusform>
            <numerusform>%n iterations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CG, %n step(s)</source>
        <translation>
            <numerusform>CG, %n step</numerusform>
            <numerusform>CG, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message numerus="yes">
        <source>%n seed(s): %1 to %2</source>
        <translation>
            <numerusform>%n seed: %1 to %2</numerusform>
            <numerusform>%n seeds: %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) measured</source>
        <translation>
            <numerusform>%n user measured</numerusform>
            <numerusform>%n users measured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tuned on validation data: %n setting(s) tried</source>
        <translation>
            <numerusform>tuned on validation data: %n setting tried</numerusform>
            <numerusform>tuned on validation data: %n settings tried</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cold</source>
        <translation>
            <numerusform>%n of them cold</numerusform>
            <numerusform>%n of them cold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CurveText</name>
    <message numerus="yes">
        <source>%1: %2 for the %n user(s) with %3 training likes</source>
        <translation>
            <numerusform>%1: %2 for the %n user with %3 training likes</numerusform>
            <numerusform>%1: %2 for the %n users with %3 training likes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureText</name>
    <message numerus="yes">
        <source>%1 higher for %2 of %n user(s), equal for %3, %4 higher for %5; mean difference %6.</source>
        <translation>
            <numerusform>%1 higher for %2 of %n user, equal for %3, %4 higher for %5; mean difference %6.</numerusform>
            <numerusform>%1 higher for %2 of %n users, equal for %3, %4 higher for %5; mean difference %6.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricText</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReproductionText</name>
    <message numerus="yes">
        <source>Seed sensitivity: over %n start seed(s) the RMSE runs from %1 (seed %2) to %3 (seed %4). A program that draws its start values differently lands in that range, and is not wrong.</source>
        <translation>
            <numerusform>Seed sensitivity: over %n start seed the RMSE runs from %1 (seed %2) to %3 (seed %4). A program that draws its start values differently lands in that range, and is not wrong.</numerusform>
            <numerusform>Seed sensitivity: over %n start seeds the RMSE runs from %1 (seed %2) to %3 (seed %4). A program that draws its start values differently lands in that range, and is not wrong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::AlgorithmList</name>
    <message numerus="yes">
        <source> · tuned, %n trial(s)</source>
        <translation>
            <numerusform> · tuned, %n trial</numerusform>
            <numerusform> · tuned, %n trials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::CompareExport</name>
    <message numerus="yes">
        <source>%n picture(s) written to %1</source>
        <translation>
            <numerusform>%n picture written to %1</numerusform>
            <numerusform>%n pictures written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::ComparePanel</name>
    <message numerus="yes">
        <source>&amp;Start: %n algorithm(s)</source>
        <translation>
            <numerusform>&amp;Start: %n algorithm</numerusform>
            <numerusform>&amp;Start: %n algorithms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::CompareReproduce</name>
    <message numerus="yes">
        <source>%n second(s) so far</source>
        <translation>
            <numerusform>%n second so far</numerusform>
            <numerusform>%n seconds so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ %1 of %n figure(s) agree with the published ones</source>
        <translation>
            <numerusform>✓ %1 of %n figure agrees with the published one</numerusform>
            <numerusform>✓ %1 of %n figures agree with the published ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✗ %1 of %n figure(s) agree with the published ones</source>
        <translation>
            <numerusform>✗ %1 of %n figure agrees with the published one</numerusform>
            <numerusform>✗ %1 of %n figures agree with the published ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %n &amp;selected</source>
        <translation>
            <numerusform>Run %n &amp;selected</numerusform>
            <numerusform>Run %n &amp;selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::CompareTune</name>
    <message numerus="yes">
        <source>Best of %n trial(s): %1 %2</source>
        <translation>
            <numerusform>Best of %n trial: %1 %2</numerusform>
            <numerusform>Best of %n trials: %1 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::ComparisonModel</name>
    <message numerus="yes">
        <source>spread over %n seed(s): ±%1</source>
        <translation>
            <numerusform>spread over %n seed: ±%1</numerusform>
            <numerusform>spread over %n seeds: ±%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 − %2, paired over %n user(s)</source>
        <translation>
            <numerusform>%1 − %2, paired over %n user</numerusform>
            <numerusform>%1 − %2, paired over %n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>p %1 by sign flips, %2 after Holm over %n row(s)</source>
        <translation>
            <numerusform>p %1 by sign flips, %2 after Holm over %n row</numerusform>
            <numerusform>p %1 by sign flips, %2 after Holm over %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::ComparisonText</name>
    <message numerus="yes">
        <source>%n random fold(s)</source>
        <translation>
            <numerusform>%n random fold</numerusform>
            <numerusform>%n random folds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>users with at least %n rating(s)</source>
        <translation>
            <numerusform>users with at least %n rating</numerusform>
            <numerusform>users with at least %n ratings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>items with at least %n rating(s)</source>
        <translation>
            <numerusform>items with at least %n rating</numerusform>
            <numerusform>items with at least %n ratings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cold</source>
        <translation>
            <numerusform>%n of them cold</numerusform>
            <numerusform>%n of them cold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n trial(s)</source>
        <translation>
            <numerusform>%1 %n trial</numerusform>
            <numerusform>%1 %n trials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::FilmMap</name>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n rating</numerusform>
            <numerusform>%n ratings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::FilmMatchModel</name>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n rating</numerusform>
            <numerusform>%n ratings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::FilmSearch</name>
    <message numerus="yes">
        <source>%n film(s) found</source>
        <translation>
            <numerusform>%n film found</numerusform>
            <numerusform>%n films found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::LabCharts</name>
    <message numerus="yes">
        <source>%n user(s) counted</source>
        <translation>
            <numerusform>%n user counted</numerusform>
            <numerusform>%n users counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::LabUser</name>
    <message numerus="yes">
        <source>%n like(s) to learn from</source>
        <translation>
            <numerusform>%n like to learn from</numerusform>
            <numerusform>%n likes to learn from</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden</source>
        <comment>likes that the model must find</comment>
        <translation>
            <numerusform>%n hidden</numerusform>
            <numerusform>%n hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::LossText</name>
    <message numerus="yes">
        <source>NDCG %1 over %n user(s)</source>
        <translation>
            <numerusform>NDCG %1 over %n user</numerusform>
            <numerusform>NDCG %1 over %n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::MapKey</name>
    <message numerus="yes">
        <source>%n film(s) not drawn</source>
        <translation>
            <numerusform>%n film not drawn</numerusform>
            <numerusform>%n films not drawn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::MapLegend</name>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n films</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::RatingsTable</name>
    <message numerus="yes">
        <source>%n seed(s) from %1</source>
        <translation>
            <numerusform>%n seed from %1</numerusform>
            <numerusform>%n seeds from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::RecommendationModel</name>
    <message numerus="yes">
        <source>up %n rank(s)</source>
        <translation>
            <numerusform>up %n rank</numerusform>
            <numerusform>up %n ranks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>down %n rank(s)</source>
        <translation>
            <numerusform>down %n rank</numerusform>
            <numerusform>down %n ranks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::ReproduceText</name>
    <message numerus="yes">
        <source>%n further figure(s) agree as well; --json lists them.</source>
        <translation>
            <numerusform>%n further figure agrees as well; --json lists it.</numerusform>
            <numerusform>%n further figures agree as well; --json lists them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n target(s) agree.</source>
        <translation>
            <numerusform>%1 of %n target agrees.</numerusform>
            <numerusform>%1 of %n targets agree.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::ReproductionModel</name>
    <message numerus="yes">
        <source>✓ equal to %n digit(s)</source>
        <translation>
            <numerusform>✓ equal to %n digit</numerusform>
            <numerusform>✓ equal to %n digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ %1 of %n agree</source>
        <translation>
            <numerusform>✓ %1 of %n agrees</numerusform>
            <numerusform>✓ %1 of %n agree</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✗ %1 of %n agree</source>
        <translation>
            <numerusform>✗ %1 of %n agrees</numerusform>
            <numerusform>✗ %1 of %n agree</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::ReproductionTable</name>
    <message numerus="yes">
        <source>✓ equal to %n digit(s)</source>
        <translation>
            <numerusform>✓ equal to %n digit</numerusform>
            <numerusform>✓ equal to %n digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::ResultsModel</name>
    <message numerus="yes">
        <source>%n user(s) measured</source>
        <translation>
            <numerusform>%n user measured</numerusform>
            <numerusform>%n users measured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n skipped: nothing they liked is in the test part</source>
        <translation>
            <numerusform>, %n skipped: nothing they liked is in the test part</numerusform>
            <numerusform>, %n skipped: nothing they liked is in the test part</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::RunsModel</name>
    <message numerus="yes">
        <source>%n user(s) measured</source>
        <translation>
            <numerusform>%n user measured</numerusform>
            <numerusform>%n users measured</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::StagePage</name>
    <message numerus="yes">
        <source>%n click(s) used</source>
        <translation>
            <numerusform>%n click used</numerusform>
            <numerusform>%n clicks used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Personal – %n click(s)</source>
        <translation>
            <numerusform>Personal – %n click</numerusform>
            <numerusform>Personal – %n clicks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::StoredComparisons</name>
    <message numerus="yes">
        <source>%1, %n row(s)</source>
        <translation>
            <numerusform>%1, %n row</numerusform>
            <numerusform>%1, %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the comparison of %1 on %2 with %n row(s)?</source>
        <translation>
            <numerusform>Delete the comparison of %1 on %2 with %n row?</numerusform>
            <numerusform>Delete the comparison of %1 on %2 with %n rows?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::TopLine</name>
    <message numerus="yes">
        <source>%1, %n factor(s)</source>
        <comment>model name</comment>
        <translation>
            <numerusform>%1, %n factor</numerusform>
            <numerusform>%1, %n factors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Simulated, %n film(s) clicked</source>
        <translation>
            <numerusform>Simulated, %n film clicked</numerusform>
            <numerusform>Simulated, %n films clicked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::TourText</name>
    <message numerus="yes">
        <source>The same user after %n click(s); the columns on the right add up to the score</source>
        <translation>
            <numerusform>The same user after %n click; the columns on the right add up to the score</numerusform>
            <numerusform>The same user after %n clicks; the columns on the right add up to the score</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::TrainPage</name>
    <message numerus="yes">
        <source>%n iteration(s)</source>
        <translation>
            <numerusform>%n iteration</numerusform>
            <numerusform>%n iterations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::TrainingCharts</name>
    <message numerus="yes">
        <source>%n user(s) counted</source>
        <translation>
            <numerusform>%n user counted</numerusform>
            <numerusform>%n users counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; Popular over %n</source>
        <translation>
            <numerusform>; Popular over %n</numerusform>
            <numerusform>; Popular over %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 = %2 after iteration %3
%n user(s) counted</source>
        <translation>
            <numerusform>%1 = %2 after iteration %3
%n user counted</numerusform>
            <numerusform>%1 = %2 after iteration %3
%n users counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::TuneControls</name>
    <message numerus="yes">
        <source>%n trial(s) drawn at random</source>
        <translation>
            <numerusform>%n trial drawn at random</numerusform>
            <numerusform>%n trials drawn at random</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 = %n trial(s)</source>
        <comment>4 × 4 = 16 trials</comment>
        <translation>
            <numerusform>%1 = %n trial</numerusform>
            <numerusform>%1 = %n trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s)</source>
        <translation>
            <numerusform>%n trial</numerusform>
            <numerusform>%n trials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::TuneResults</name>
    <message numerus="yes">
        <source>Searched on %1, %n user(s). The test part was never looked at.</source>
        <translation>
            <numerusform>Searched on %1, %n user. The test part was never looked at.</numerusform>
            <numerusform>Searched on %1, %n users. The test part was never looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Budget: %n trial(s); it is printed beside the row.</source>
        <translation>
            <numerusform>Budget: %n trial; it is printed beside the row.</numerusform>
            <numerusform>Budget: %n trials; it is printed beside the row.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::TuneText</name>
    <message numerus="yes">
        <source>Budget: %n trial(s), %1 s.</source>
        <translation>
            <numerusform>Budget: %n trial, %1 s.</numerusform>
            <numerusform>Budget: %n trials, %1 s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::UserListsPanel</name>
    <message numerus="yes">
        <source>%n training like(s)</source>
        <translation>
            <numerusform>%n training like</numerusform>
            <numerusform>%n training likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden like(s)</source>
        <translation>
            <numerusform>%n hidden like</numerusform>
            <numerusform>%n hidden likes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::WhyPanel</name>
    <message numerus="yes">
        <source>%n more film(s)</source>
        <translation>
            <numerusform>%n more film</numerusform>
            <numerusform>%n more films</numerusform>
        </translation>
    </message>
</context>
</TS>
