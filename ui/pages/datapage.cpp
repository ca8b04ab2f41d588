#include "ui/pages/datapage.h"

#include "core/services/services.h"
#include "ui/dialogs/filedialogs.h"

#include <QDir>

namespace recital {

using namespace Qt::StringLiterals;

DataPage::DataPage(Services& services, Theme&, QWidget* parent)
    : QWidget(parent)
    , m_services(services) {
    setObjectName(u"dataPage"_s);
}

void DataPage::load(const QString& location) {
    m_services.datasets.load(location);
}

void DataPage::openFolder() {
    const QString folder = filedialogs::chooseFolder(this, tr("Open a data set folder"), QDir::homePath());
    if (!folder.isEmpty())
        load(folder);
}

void DataPage::openFile() {
    const QString file =
        filedialogs::chooseFile(this, tr("Open a zip or a file of ratings"), QDir::homePath(),
                                tr("Data sets (*.zip *.csv *.tsv *.data *.dat *.txt);;All files (*)"));
    if (!file.isEmpty())
        load(file);
}

void DataPage::openDownloads() {}

} // namespace recital
