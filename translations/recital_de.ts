<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>ErrorText</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file or folder is missing or cannot be read. Check that it is still there and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written. Check the free space and your rights in that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not follow its format. The line below says where and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no data set that Recital knows. It reads every MovieLens folder or zip, and any CSV or TSV file of ratings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parameter is outside its limits. Correct it and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data can be read but not used for this. The line below says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set has no such user or film.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not be reached or the connection was cut. What has arrived is kept: try again to continue from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The downloaded file is not the one its publisher describes, so it was deleted. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace could not be read or written. Your data sets are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Recital. What you had before is still there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageHelp</name>
    <message>
        <source>This page describes the data that everything else is computed from. Every number comes from the file that is open now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Density&lt;/b&gt; is the share of all pairs of user and film that have a rating. &lt;b&gt;Positives&lt;/b&gt; are ratings of 4 or more: what the models learn from and are tested on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Gini&lt;/b&gt; says how unevenly ratings are spread over films: 0 when every film has as many as any other, close to 1 when a few films have almost all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the &lt;b&gt;long tail&lt;/b&gt; films stand in order of their number of ratings, both axes logarithmic: a straight fall means that few films are rated very often and most films rarely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a MovieLens folder or zip, or any CSV or TSV of ratings, with the buttons or by dropping it on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page trains implicit ALS on a part of the data and measures it on the part that was held out, beside Random, Popular and ItemKNN on the same split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &lt;b&gt;loss&lt;/b&gt; is the full training objective after every half-step; it never rises. &lt;b&gt;NDCG&lt;/b&gt; is measured on held-out films of a sample of users while training runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training runs in the background. Cancel leaves the model you had untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page shows one simulated user. Click a film: the user&apos;s taste vector is computed anew from all clicked films, the list is ranked again and the user&apos;s marker moves on the map, all in the same moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without clicks the list is the most popular films, and it says so. Click a film again to take it back; Ctrl+Z undoes, Ctrl+Shift+Z redoes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map is a plane (PCA) through the films&apos; factors; the user&apos;s position in it is exact.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::AlsOptionText</name>
    <message>
        <source>--%1 is no parameter of the form %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective: hkv (Hu, Koren, Volinsky 2008; confidence 1 + alpha), implicit (confidence alpha) or ials (frequency-scaled, Rendle et al. 2022). Default: implicit when --alpha is given, ials when --unobserved-weight is, else what is tested for the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the vectors, 1 to 1024.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweeps over users and films, 1 to 1000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lambda, above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of a like; forms hkv (from 0) and implicit (from 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of everything else, alpha0; form ials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nu, how lambda grows with the number of ratings; form ials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cholesky (exact) or cg (conjugate gradient).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the conjugate gradient, 1 to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the random numbers. The same seed gives the same model. Default: 42.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::Arguments</name>
    <message>
        <source>Show this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the texts: en or de. Default: that of the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Default: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder or zip of a MovieLens set, or a CSV or TSV file of ratings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print one JSON document on standard output and nothing else there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads to compute with; results do not depend on it. Default: one a core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unexpected argument &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 needs at least one entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 needs a whole number from %2 to %3, not &quot;%4&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 needs a number from %2 to %3, not &quot;%4&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 needs a whole number of at least 0, not &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is one of %2, not &quot;%3&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>options</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::CardText</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, of which %2 rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings by value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings a user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ratings of at least %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long tail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the most rated 20 % of films have %1 of the ratings; Gini %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings by genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::CommandLine</name>
    <message>
        <source>unknown command &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no texts in the language &quot;%1&quot;; there are en and de</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set); &quot;recital tour&quot; and &quot;recital screenshot&quot; work without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recital: explains a recommender to a room, live, on real data.

recital [--data DIR|ZIP] [--theme light|dark] [--language en|de]
    opens the window where it was left, or on the bundled MovieLens data at the first start

recital info          prints the card of a dataset
recital train         trains ALS and writes the model to a file
recital evaluate      measures algorithms on held-out ratings
recital recommend     recommends films with a trained model
recital screenshot    writes a picture of every page
recital tour          goes through the whole job without a display

recital COMMAND --help explains a command. --version prints the version.
Exit code: 0, 1 for trouble with files or data, 2 for a wrong command line, 130 for Ctrl+C.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::Console</name>
    <message>
        <source>Try &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::DataPage</name>
    <message>
        <source>Open a data set folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a zip or a file of ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data sets (*.zip *.csv *.tsv *.data *.dat *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::DropOverlay</name>
    <message>
        <source>Drop to open %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::EvaluateText</name>
    <message>
        <source>unknown algorithm &quot;%1&quot;; known are %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2: NDCG@%3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 users measured, %3 without a held-out like left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likes are ratings of at least %1; rated films are never recommended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the split: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures algorithms on held-out ratings: per split, and the mean over official folds. The parameters of ALS are those tested for the dataset unless given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which to measure, separated by commas: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the lists, 1 to 1000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::HelpDialog</name>
    <message>
        <source>Data, Train, Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a zip or file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a film on the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo, redo a click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger, smaller, usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::InfoText</name>
    <message>
        <source>Reads a dataset and prints its card: counts, distribution of ratings, long tail, times and genres, computed from the file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::JobText</name>
    <message>
        <source>Columns taken as: user %1, item %2, value %3, time %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::LookText</name>
    <message>
        <source>--size is WIDTHxHEIGHT from 800x560 to 7680x4320, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the window in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light or dark.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::LossText</name>
    <message>
        <source>closing user step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   loss %2   %3 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>NDCG %1 over %n user(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::MainWindow</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open zip or file...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get MovieLens...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Recital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Recital %1&lt;/h3&gt;&lt;p&gt;Explains a recommender to a room, live, on real data.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;&lt;p&gt;MovieLens data: F. M. Harper and J. A. Konstan, The MovieLens Datasets: History and Context, ACM TiiS 5(4), 2015.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Recital</source>
        <comment>data set</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recital</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::ProtocolText</name>
    <message>
        <source>What is held out to measure with: %1. Default: none, the model learns from every like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is held out to measure with: %1. Default: official-folds where the data has them, else user-temporal with times, else user-random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of every user&apos;s ratings held out, between 0 and 1; not for official folds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of user-random.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain this page (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page name (shortcut)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme, for dark rooms (Ctrl+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme, for bright rooms (Ctrl+T)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::RecommendText</name>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mostly because of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 needs ids of the dataset, which are whole numbers, not &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model file of recital train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of a user of the dataset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ids of films that a new user liked, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the list, 1 to 1000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommends films with a trained model: to a user of its dataset, or to a new user who liked some films.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>either --user or --items is needed, and not both</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::ScreenshotText</name>
    <message>
        <source>Loads a dataset, trains on it, clicks three films and writes a picture of every page: data.png, train.png, stage.png. Needs no display and leaves your workspace alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to write to; it is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--data is needed: the bundled data are not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::TableText</name>
    <message>
        <source>Algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIUF bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::TopLine</name>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a film   Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a film on the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <comment>what runs, percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n factor(s)</source>
        <comment>model name</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not trained yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated, no clicks</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Simulated, %n film(s) clicked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recital::TourText</name>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new user, before the first click: the most liked films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
Click: %1   (new list after %2 µs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The same user after %n click(s); the columns on the right add up to the score</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Measured on held-out ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split %1, seed %2: %3 users measured, %4 without a held-out like left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training: ALS, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data.png, train.png and stage.png are in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes through the program&apos;s whole job without a display: the dataset card, the loss of every iteration, the metrics beside the baselines, one user&apos;s list before and after three clicks, and a picture of every page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the pictures; it is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--data is needed: the bundled data are not there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::TrainText</name>
    <message>
        <source>File to write the model to, for recital recommend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Algorithm to train: als.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a baseline that recital evaluate measures; only als is trained into a model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown algorithm &quot;%1&quot;; known is als</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains implicit ALS on the ratings of 4 and more, prints the loss of every iteration and writes the model to a file. Parameters that are not given are those tested for the dataset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 likes of %2 users; %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recital::WindowText</name>
    <message>
        <source>Recital cannot start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
