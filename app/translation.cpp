#include "app/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

bool install(const QLocale& locale, const QString& name, const QString& folder) {
    auto* translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, name, u"_"_s, folder) && QCoreApplication::installTranslator(translator))
        return true;
    delete translator;
    return false;
}

} // namespace

bool installTranslation(const QString& language) {
    // The language of the system decides about texts, its region about numbers.
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!language.isEmpty()) {
        if (locale.language() != QLocale::English && locale.language() != QLocale::German)
            return false;
        QLocale::setDefault(locale);
    }
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (!install(locale, u"recital"_s, u":/i18n"_s))
        install(QLocale(QLocale::English), u"recital"_s, u":/i18n"_s); // English plurals
    return true;
}

} // namespace recital
