#include "app/lossline.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace recital {

namespace {

struct LossText {
    Q_DECLARE_TR_FUNCTIONS(recital::LossText)
};

/// Odd half-steps solve the users; the last one closes the training.
bool closesTraining(const TrainingPoint& point) {
    return point.halfStep == point.halfSteps && point.halfStep % 2 != 0;
}

} // namespace

bool endsIteration(const TrainingPoint& point) {
    return point.halfStep % 2 == 0 || closesTraining(point);
}

QString lossLine(const TrainingPoint& point) {
    const QString step = closesTraining(point) ? LossText::tr("closing user step")
                                               : LossText::tr("iteration %1").arg(point.halfStep / 2, 3);
    const QLocale locale;
    QString line = LossText::tr("%1   loss %2   %3 s")
                       .arg(step.leftJustified(17), locale.toString(point.loss, 'f', 3).rightJustified(14),
                            locale.toString(point.seconds, 'f', 3));
    if (std::isfinite(point.validationNdcg))
        line +=
            QStringLiteral("   ") + LossText::tr("NDCG %1 over %n user(s)", nullptr, point.validationUsers)
                                        .arg(locale.toString(point.validationNdcg, 'f', 4));
    return line;
}

} // namespace recital
