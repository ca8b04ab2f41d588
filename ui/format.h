#pragma once

#include <QString>

namespace recital {

/// Numbers as the user's locale writes them. Nothing here rounds so far that two different values of one
/// table look the same by accident: counts are exact, the rest says its digits.
QString formatCount(qint64 count);                ///< 100,004; an en dash for a negative count (not measured)
QString formatNumber(double value, int decimals); ///< 3.54
QString formatPercent(double fraction, int decimals); ///< 1.64 %
QString formatCompact(double value);                  ///< axis labels: 950, 2k, 1.5M
QString formatBytes(qint64 bytes);                    ///< 5 MB, as download pages count: powers of 1000
QString formatDuration(double seconds);               ///< 0.4 s, 12 s, 3 min 20 s, 1 h 5 min

} // namespace recital
