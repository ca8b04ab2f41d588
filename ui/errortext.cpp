#include "ui/errortext.h"

#include <QCoreApplication>

namespace recital {

namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

} // namespace

QString errorSentence(ErrorCode code) {
    switch (code) {
    case ErrorCode::Cancelled:
        return ErrorText::tr("Cancelled. Nothing was changed.");
    case ErrorCode::FileNotFound:
        return ErrorText::tr("The file or folder is missing or cannot be read. Check that it is still there "
                             "and that you may read it.");
    case ErrorCode::FileWrite:
        return ErrorText::tr("The file could not be written. Check the free space and your rights in that "
                             "folder.");
    case ErrorCode::BadFormat:
        return ErrorText::tr("The file does not follow its format. The line below says where and why.");
    case ErrorCode::UnknownLayout:
        return ErrorText::tr(
            "This is no data set that Recital knows. It reads every MovieLens folder or zip, "
            "and any CSV or TSV file of ratings.");
    case ErrorCode::InvalidParameters:
        return ErrorText::tr("A parameter is outside its limits. Correct it and start again.");
    case ErrorCode::InvalidData:
        return ErrorText::tr("The data can be read but not used for this. The line below says why.");
    case ErrorCode::UnknownId:
        return ErrorText::tr("The data set has no such user or film.");
    case ErrorCode::Network:
        return ErrorText::tr("The server could not be reached or the connection was cut. What has arrived is "
                             "kept: try again to continue from there.");
    case ErrorCode::Checksum:
        return ErrorText::tr("The downloaded file is not the one its publisher describes, so it was deleted. "
                             "Download it again.");
    case ErrorCode::Database:
        return ErrorText::tr("The workspace could not be read or written. Your data sets are not affected.");
    case ErrorCode::Busy:
        return ErrorText::tr("Another job is running. Wait until it is done, or cancel it.");
    case ErrorCode::Internal:
        return ErrorText::tr("Something went wrong inside Recital. What you had before is still there.");
    }
    Q_UNREACHABLE();
}

} // namespace recital
