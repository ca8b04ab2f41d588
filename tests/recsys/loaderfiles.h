#pragma once

#include "core/recsys/io/loader.h"
#include "tests/recsys/memorysource.h"

#include <QTest>

#include <map>
#include <string>

using Files = std::map<std::string, std::string>;

Q_DECLARE_METATYPE(Files)

namespace recital::test {

inline const std::string csvHeader = "userId,movieId,rating,timestamp\n";
inline const std::string movies =
    "movieId,title,genres\n1,Toy Story (1995),Animation|Comedy\n2,\"Matrix, The (1999)\",Action\n";

/// Small valid sets of every layout with the same five ratings; the last file named is the one with ratings.
inline Files latest() {
    return {{"movies.csv", movies},
            {"ratings.csv", csvHeader +
                                "1,1,4.0,964982703\n1,2,3.5,964981247\n2,1,5.0,964982224\n2,2,0.5,964983815\n"
                                "3,1,2.0,964982931\n"}};
}

inline Files oneMillion() {
    return {{"movies.dat", "1::Toy Story (1995)::Animation|Comedy\n2::Caf\xE9, The (1999)::Action\n"},
            {"users.dat", "1::F::1::10::48067\n2::M::56::16::70072\n3::M::25::0::55117\n"},
            {"ratings.dat", "1::1::4::978300760\n1::2::3::978302109\n2::1::5::978301968\n2::2::1::978300275\n"
                            "3::1::2::978824291\n"}};
}

inline Files tenMillion() {
    return {{"movies.dat", "1::Toy Story (1995)::Animation|Comedy\n2::Caf\xC3\xA9, The (1999)::Action\n"},
            {"ratings.dat",
             "1::1::4::978300760\n1::2::3.5::978302109\n2::1::5::978301968\n2::2::0.5::978300275\n"
             "3::1::2::978824291\n"}};
}

inline Files hundredThousand() {
    const std::string data =
        "1\t1\t4\t881250949\n1\t2\t3\t891717742\n2\t1\t5\t878887116\n2\t2\t1\t880606923\n"
        "3\t1\t2\t886397596\n";
    return {{"u.genre", "unknown|0\nAction|1\nComedy|2\n\n"},
            {"u.item", "1|Toy Story (1995)|01-Jan-1995||http://x|0|0|1\n2|Caf\xE9, The "
                       "(1999)|01-Jan-1999||http://x|0|1|0\n"},
            {"u.user", "1|24|M|technician|85711\n2|53|F|other|94043\n3|23|M|writer|32067\n"},
            {"u1.base", data.substr(0, data.find("3\t1\t2"))},
            {"u1.test", "3\t1\t2\t886397596\n"},
            {"u.data", data}};
}

inline Result<std::shared_ptr<const Dataset>>
loadFiles(const Files& files, const std::optional<ColumnMapping>& columns = std::nullopt) {
    return loadDataset(MemorySource(files), {}, columns);
}

inline Files changed(Files files, const std::string& name, const std::string& text) {
    files[name] = text;
    return files;
}

inline std::string joined(const std::vector<std::string>& notes) {
    std::string text;
    for (const std::string& note : notes)
        text += (text.empty() ? "" : "; ") + note;
    return text;
}

/// What a Dataset promises, whatever it was made of.
inline void checkInvariants(const Dataset& data) {
    const auto users = static_cast<std::size_t>(data.userCount());
    QVERIFY(data.ratingCount() > 0);
    QCOMPARE(data.users().size(), data.ratingCount());
    QCOMPARE(data.times().size(), data.ratingCount());
    std::size_t rows = 0;
    std::vector<bool> seen(static_cast<std::size_t>(data.itemCount()));
    for (std::size_t u = 0; u < users; ++u) {
        const auto user = static_cast<UserIndex>(u);
        for (const std::uint32_t row : data.rowsOfUser(user)) {
            QCOMPARE(data.users()[row], user);
            const auto item = static_cast<std::size_t>(data.items()[row]);
            QVERIFY(item < seen.size());
            QVERIFY(!seen[item]);
            seen[item] = true;
            QVERIFY(data.values()[row] >= data.info().minRating &&
                    data.values()[row] <= data.info().maxRating);
        }
        for (const std::uint32_t row : data.rowsOfUser(user))
            seen[static_cast<std::size_t>(data.items()[row])] = false;
        rows += data.rowsOfUser(user).size();
    }
    QCOMPARE(rows, data.ratingCount());
    QCOMPARE(data.info().fingerprint.size(), 16U);
    for (const OfficialFold& fold : data.folds())
        for (const auto* part : {&fold.trainRows, &fold.testRows})
            for (const std::uint32_t row : *part)
                QVERIFY(row < data.ratingCount());
}

} // namespace recital::test
