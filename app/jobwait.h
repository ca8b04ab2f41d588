#pragma once

#include "app/interrupt.h"
#include "core/recsys/result.h"

#include <QEventLoop>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>

namespace recital {

/// Runs an event loop until a job of `service` has told its outcome: by its signal `finished`, by failed(),
/// or by cancelled() where it has that. An interrupt stops the job.
template<typename Service, typename Finished>
Status waitFor(Service& service, Finished finished, const Interrupt& interrupt,
               const std::function<void()>& start) {
    QEventLoop loop;
    std::optional<Error> error;
    QObject::connect(&service, finished, &loop, &QEventLoop::quit);
    if constexpr (requires { &Service::cancelled; })
        QObject::connect(&service, &Service::cancelled, &loop, &QEventLoop::quit);
    QObject::connect(&service, &Service::failed, &loop, [&](ErrorCode code, const QString& detail) {
        error = Error{code, detail.toStdString()};
        loop.quit();
    });
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &service, [&] {
        if (!interrupt.token().stop_requested())
            return;
        if constexpr (requires { service.cancel(); })
            service.cancel();
        else
            service.stop();
    });
    timer.start(50);
    // Started from inside the loop: an outcome that comes at once must find it running.
    QTimer::singleShot(0, &loop, start);
    loop.exec();
    if (!error && interrupt.token().stop_requested())
        error = Error{ErrorCode::Cancelled, {}};
    return error ? Status(*error) : success();
}

} // namespace recital
