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
    <name>EvidenceText</name>
    <message numerus="yes">
        <source>%n user(s). Whiskers: 95 % intervals over users. Which rule is better is told by the differences, not by the overlap of the bars.</source>
        <translation>
            <numerusform>%n user. Whiskers: 95 % intervals over users. Which rule is better is told by the differences, not by the overlap of the bars.</numerusform>
            <numerusform>%n users. Whiskers: 95 % intervals over users. Which rule is better is told by the differences, not by the overlap of the bars.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n user(s) so far: means without intervals, and they still move.</source>
        <translation>
            <numerusform>%1 of %n user so far: means without intervals, and they still move.</numerusform>
            <numerusform>%1 of %n users so far: means without intervals, and they still move.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s), rule: %1</source>
        <translation>
            <numerusform>%n user, rule: %1</numerusform>
            <numerusform>%n users, rule: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 after %n like(s): %2 of the list is new</source>
        <translation>
            <numerusform>%1 after %n like: %2 of the list is new</numerusform>
            <numerusform>%1 after %n likes: %2 of the list is new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n simulated user(s), rule: %1</source>
        <translation>
            <numerusform>%n simulated user, rule: %1</numerusform>
            <numerusform>%n simulated users, rule: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 after %n click(s): %2</source>
        <translation>
            <numerusform>%1 after %n click: %2</numerusform>
            <numerusform>%1 after %n clicks: %2</numerusform>
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
    <name>ReplayText</name>
    <message numerus="yes">
        <source>The model knows the first 80 % of every user&apos;s ratings. The next %n like(s) are clicked, and the list is held against what they liked after that.</source>
        <translation>
            <numerusform>The model knows the first 80 % of every user&apos;s ratings. The next %n like are clicked, and the list is held against what they liked after that.</numerusform>
            <numerusform>The model knows the first 80 % of every user&apos;s ratings. The next %n likes are clicked, and the list is held against what they liked after that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Users in %n part(s), each in turn unknown to the model. The rest of their likes is clicked in order of time, and the list is held against %1.</source>
        <translation>
            <numerusform>Users in %n part, each in turn unknown to the model. The rest of their likes is clicked in order of time, and the list is held against %1.</numerusform>
            <numerusform>Users in %n parts, each in turn unknown to the model. The rest of their likes is clicked in order of time, and the list is held against %1.</numerusform>
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
    <name>RetrainText</name>
    <message numerus="yes">
        <source>%n event(s) will be learned.</source>
        <translation>
            <numerusform>%n event will be learned.</numerusform>
            <numerusform>%n events will be learned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stand(s) in the hidden part that both models are tested on and stay(s) out.</source>
        <translation>
            <numerusform>%n stands in the hidden part that both models are tested on and stays out.</numerusform>
            <numerusform>%n stand in the hidden part that both models are tested on and stay out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n say(s) nothing: strength 0, or cancelled by another.</source>
        <translation>
            <numerusform>%n says nothing: strength 0, or cancelled by another.</numerusform>
            <numerusform>%n say nothing: strength 0, or cancelled by another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %n film(s) are new</source>
        <translation>
            <numerusform>%1: %2 of %n film are new</numerusform>
            <numerusform>%1: %2 of %n films are new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message numerus="yes">
        <source>%1, trained on ratings + %n event(s)</source>
        <translation>
            <numerusform>%1, trained on ratings + %n event</numerusform>
            <numerusform>%1, trained on ratings + %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StageUserText</name>
    <message numerus="yes">
        <source>%n like(s) in the data</source>
        <translation>
            <numerusform>%n like in the data</numerusform>
            <numerusform>%n likes in the data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
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
    <name>recital::DemoNumbersPanel</name>
    <message numerus="yes">
        <source>Measured on %Ln user(s) just now</source>
        <translation>
            <numerusform>Measured on %Ln user just now</numerusform>
            <numerusform>Measured on %Ln users just now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln list(s) are unlike every other, in films or order.</source>
        <translation>
            <numerusform>of %Ln list are unlike every other, in films or order.</numerusform>
            <numerusform>of %Ln lists are unlike every other, in films or order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln newcomer(s) with 0 to 3 events get %1 films.</source>
        <translation>
            <numerusform>of %Ln newcomer with 0 to 3 events get %1 films.</numerusform>
            <numerusform>of %Ln newcomers with 0 to 3 events get %1 films.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::EventLogPanel</name>
    <message numerus="yes">
        <source>with the pauses there were, %n second(s) at most</source>
        <translation>
            <numerusform>with the pauses there were, %n second at most</numerusform>
            <numerusform>with the pauses there were, %n seconds at most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s); nothing is ever deleted</source>
        <translation>
            <numerusform>%n line; nothing is ever deleted</numerusform>
            <numerusform>%n lines; nothing is ever deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written to %1</source>
        <translation>
            <numerusform>%n line written to %1</numerusform>
            <numerusform>%n lines written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) imported, new users are on the stage</source>
        <translation>
            <numerusform>%n line imported, new users are on the stage</numerusform>
            <numerusform>%n lines imported, new users are on the stage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replay stopped after %n event(s)</source>
        <translation>
            <numerusform>Replay stopped after %n event</numerusform>
            <numerusform>Replay stopped after %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::EventsText</name>
    <message numerus="yes">
        <source>%n line(s).</source>
        <translation>
            <numerusform>%n line.</numerusform>
            <numerusform>%n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) imported.</source>
        <translation>
            <numerusform>%n line imported.</numerusform>
            <numerusform>%n lines imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new user(s) on the stage.</source>
        <translation>
            <numerusform>%n new user on the stage.</numerusform>
            <numerusform>%n new users on the stage.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out, whose film is not in this dataset.</source>
        <translation>
            <numerusform>%n line left out, whose film is not in this dataset.</numerusform>
            <numerusform>%n lines left out, whose film is not in this dataset.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) exported.</source>
        <translation>
            <numerusform>%n line exported.</numerusform>
            <numerusform>%n lines exported.</numerusform>
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
    <name>recital::LiveText</name>
    <message numerus="yes">
        <source>taken back, %n event(s) of one film: %1</source>
        <translation>
            <numerusform>taken back, %n event of one film: %1</numerusform>
            <numerusform>taken back, %n events of one film: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n like</numerusform>
            <numerusform>%n likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) taken back</source>
        <translation>
            <numerusform>%n event taken back</numerusform>
            <numerusform>%n events taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) imported</source>
        <translation>
            <numerusform>%n event imported</numerusform>
            <numerusform>%n events imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) replayed</source>
        <translation>
            <numerusform>%n event replayed</numerusform>
            <numerusform>%n events replayed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
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
    <name>recital::NewUserDialog</name>
    <message numerus="yes">
        <source>%n film(s) still to choose.</source>
        <translation>
            <numerusform>%n film still to choose.</numerusform>
            <numerusform>%n films still to choose.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::NumbersText</name>
    <message numerus="yes">
        <source>after %n like(s)</source>
        <translation>
            <numerusform>after %n like</numerusform>
            <numerusform>after %n likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rule: %1. The likes are held out of the training (%2), of %n user(s) with at least five of them.</source>
        <translation>
            <numerusform>Rule: %1. The likes are held out of the training (%2), of %n user with at least five of them.</numerusform>
            <numerusform>Rule: %1. The likes are held out of the training (%2), of %n users with at least five of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newcomer(s): the first 0 to 3 likes of every user with three, and nothing else.</source>
        <translation>
            <numerusform>%n newcomer: the first 0 to 3 likes of every user with three, and nothing else.</numerusform>
            <numerusform>%n newcomers: the first 0 to 3 likes of every user with three, and nothing else.</numerusform>
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
    <name>recital::ReplayCommandText</name>
    <message numerus="yes">
        <source>%n user(s) were measured.</source>
        <translation>
            <numerusform>%n user were measured.</numerusform>
            <numerusform>%n users were measured.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A newcomer&apos;s first clicks: NDCG@%1 of the next five likes, mean of %n user(s).</source>
        <translation>
            <numerusform>A newcomer&apos;s first clicks: NDCG@%1 of the next five likes, mean of %n user.</numerusform>
            <numerusform>A newcomer&apos;s first clicks: NDCG@%1 of the next five likes, mean of %n users.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::ReplayPanel</name>
    <message numerus="yes">
        <source>Measured on %n user(s)</source>
        <translation>
            <numerusform>Measured on %n user</numerusform>
            <numerusform>Measured on %n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Incomplete: %1 of %n user(s) measured</source>
        <translation>
            <numerusform>Incomplete: %1 of %n user measured</numerusform>
            <numerusform>Incomplete: %1 of %n users measured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Playing clicks: %1 of %n user(s)</source>
        <translation>
            <numerusform>Playing clicks: %1 of %n user</numerusform>
            <numerusform>Playing clicks: %1 of %n users</numerusform>
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
    <name>recital::RulesEvidence</name>
    <message numerus="yes">
        <source>Different lists for %Ln user(s), before what each has seen is left out. Rules give one list to everybody with the same genres.</source>
        <translation>
            <numerusform>Different lists for %Ln user, before what each has seen is left out. Rules give one list to everybody with the same genres.</numerusform>
            <numerusform>Different lists for %Ln users, before what each has seen is left out. Rules give one list to everybody with the same genres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Found of %Ln hidden like(s) without any of the user&apos;s top genres (%1 of all).</source>
        <translation>
            <numerusform>Found of %Ln hidden like without any of the user&apos;s top genres (%1 of all).</numerusform>
            <numerusform>Found of %Ln hidden likes without any of the user&apos;s top genres (%1 of all).</numerusform>
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
    <name>recital::SimulatorPanel</name>
    <message numerus="yes">
        <source>%1 of %Ln click(s)</source>
        <translation>
            <numerusform>%1 of %Ln click</numerusform>
            <numerusform>%1 of %Ln clicks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n simulated user(s), clicking</source>
        <translation>
            <numerusform>%n simulated user, clicking</numerusform>
            <numerusform>%n simulated users, clicking</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n simulated user(s), paused</source>
        <translation>
            <numerusform>%n simulated user, paused</numerusform>
            <numerusform>%n simulated users, paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n simulated user(s), finished</source>
        <translation>
            <numerusform>%n simulated user, finished</numerusform>
            <numerusform>%n simulated users, finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln click(s) were on the list.</source>
        <translation>
            <numerusform>of %Ln click were on the list.</numerusform>
            <numerusform>of %Ln clicks were on the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::StageLive</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n moved</numerusform>
            <numerusform>%n moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) used</source>
        <translation>
            <numerusform>%n event used</numerusform>
            <numerusform>%n events used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more film(s) of the history</source>
        <translation>
            <numerusform>%n more film of the history</numerusform>
            <numerusform>%n more films of the history</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::StageRetrain</name>
    <message numerus="yes">
        <source>The model in use has learned %n event(s) of the stage. Retraining starts from the ratings again, with everything that has happened until now.</source>
        <translation>
            <numerusform>The model in use has learned %n event of the stage. Retraining starts from the ratings again, with everything that has happened until now.</numerusform>
            <numerusform>The model in use has learned %n events of the stage. Retraining starts from the ratings again, with everything that has happened until now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both on the hidden likes of %n user(s), from the same histories.</source>
        <translation>
            <numerusform>Both on the hidden likes of %n user, from the same histories.</numerusform>
            <numerusform>Both on the hidden likes of %n users, from the same histories.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::StageRules</name>
    <message numerus="yes">
        <source>✓ %1 of %n hidden like(s) found</source>
        <translation>
            <numerusform>✓ %1 of %n hidden like found</numerusform>
            <numerusform>✓ %1 of %n hidden likes found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured on %Ln user(s): model − rules %1 NDCG, %2</source>
        <translation>
            <numerusform>Measured on %Ln user: model − rules %1 NDCG, %2</numerusform>
            <numerusform>Measured on %Ln users: model − rules %1 NDCG, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::StatePanel</name>
    <message numerus="yes">
        <source>%n known like(s) of the data</source>
        <translation>
            <numerusform>%n known like of the data</numerusform>
            <numerusform>%n known likes of the data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n factor(s)</source>
        <translation>
            <numerusform>%n factor</numerusform>
            <numerusform>%n factors</numerusform>
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
        <source>%1, %n event(s)</source>
        <translation>
            <numerusform>%1, %n event</numerusform>
            <numerusform>%1, %n events</numerusform>
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
    <name>recital::UserChooser</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known like(s)</source>
        <translation>
            <numerusform>%n known like</numerusform>
            <numerusform>%n known likes</numerusform>
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
</TS>
