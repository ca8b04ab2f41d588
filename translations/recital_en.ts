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
