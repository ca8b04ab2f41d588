#include "ui/pagehelp.h"

#include <QCoreApplication>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct PageHelp {
    Q_DECLARE_TR_FUNCTIONS(PageHelp)
};

QString paragraphs(std::initializer_list<QString> texts) {
    QString html;
    for (const QString& text : texts)
        html += u"<p>"_s + text + u"</p>"_s;
    return html;
}

QString dataHelp() {
    return paragraphs({
        PageHelp::tr("This page describes the data that everything else is computed from. Every number comes "
                     "from the file that is open now."),
        PageHelp::tr("<b>Density</b> is the share of all pairs of user and film that have a rating. "
                     "<b>Positives</b> are ratings of 4 or more: what the models learn from and are tested "
                     "on."),
        PageHelp::tr("<b>Gini</b> says how unevenly ratings are spread over films: 0 when every film has as "
                     "many as any other, close to 1 when a few films have almost all."),
        PageHelp::tr("In the <b>long tail</b> films stand in order of their number of ratings, both axes "
                     "logarithmic: a straight fall means that few films are rated very often and most films "
                     "rarely."),
        PageHelp::tr("Open a MovieLens folder or zip, or any CSV or TSV of ratings, with the buttons or by "
                     "dropping it on the window."),
    });
}

QString trainHelp() {
    return paragraphs({
        PageHelp::tr("This page trains implicit ALS on a part of the data and measures it on the part that "
                     "was held out, beside Random, Popular and ItemKNN on the same split."),
        PageHelp::tr("The <b>loss</b> is the full training objective after every half-step; it never rises. "
                     "<b>NDCG</b> is measured on held-out films of a sample of users while training runs."),
        PageHelp::tr("Training runs in the background. Cancel leaves the model you had untouched."),
    });
}

QString compareHelp() {
    return paragraphs({
        PageHelp::tr("This page measures algorithms on the same hidden ratings and says which differences "
                     "could be chance."),
        PageHelp::tr("<b>Better</b> and <b>worse</b> are said against one reference, user by user: only if "
                     "the sign-flip test, corrected for the number of rows (Holm), is below 5 % and the 95 % "
                     "interval of the difference leaves out 0. Anything else is <b>no detectable "
                     "difference</b>, with the difference that this many users could have shown."),
        PageHelp::tr("The interval of a single mean says little about a difference: two intervals may "
                     "overlap although almost every user is served better by one of the models."),
        PageHelp::tr("Coverage, novelty and personalisation describe and do not judge: random lists have "
                     "the highest of all."),
        PageHelp::tr("<b>Live lab</b> trains anew while a slider is dragged and <b>Tune</b> searches through "
                     "settings. Both look at a part of the training ratings: who chooses parameters by the "
                     "test part measures how well they were chosen for it."),
        PageHelp::tr("<b>Reproduce</b> computes figures that others published for MovieLens 100K. If they "
                     "agree, reader, splits, metrics and models mean here what they mean elsewhere."),
    });
}

QString stageHelp() {
    return paragraphs({
        PageHelp::tr("This page shows one simulated user. Click a film: the user's taste vector is computed "
                     "anew from all clicked films, the list is ranked again and the user's marker moves on "
                     "the map, all in the same moment."),
        PageHelp::tr("Without clicks the list is the most popular films, and it says so. Click a film again "
                     "to take it back; Ctrl+Z undoes, Ctrl+Shift+Z redoes."),
        PageHelp::tr("The map is a plane (PCA) through the films' factors; the user's position in it is "
                     "exact."),
    });
}

} // namespace

QString pageHelp(const QString& page) {
    if (page == u"train"_s)
        return trainHelp();
    if (page == u"compare"_s)
        return compareHelp();
    if (page == u"stage"_s)
        return stageHelp();
    return dataHelp();
}

} // namespace recital
