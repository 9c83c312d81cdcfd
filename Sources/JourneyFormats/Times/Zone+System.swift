import Foundation
public import JourneyModel
import Spelling

extension Zone {
    /// The zone called `name` in the system's zone data, `UTC`, or a fixed offset such as `+02:00`. Offsets are known from
    /// 1970 to 2100; before and after, the nearest known one holds.
    ///
    /// - Throws: `ImportError` where there is no such zone, with the names most like it.
    public static func named(_ name: String) throws -> Zone {
        let upper = name.uppercased()
        if ["UTC", "Z", "GMT", "ETC/UTC"].contains(upper) { return .utc }
        if let offset = fixedOffset(name) { return Zone(name: name, initialOffsetSeconds: offset) }
        let known = TimeZone.knownTimeZoneIdentifiers
        let exact = known.first { $0 == name } ?? known.first { $0.uppercased() == upper } ?? name
        guard exact.contains("/") || known.contains(exact), let zone = TimeZone(identifier: exact) else {
            throw ImportError("there is no time zone called \"\(name)\"", hint: suggestion(name, known))
        }
        return table(zone, name: exact)
    }

    private static func fixedOffset(_ name: String) -> Int? {
        guard name.first == "+" || name.first == "-" else { return nil }
        var text = name
        // `+2` is written as often as `+02`.
        if text.count == 2 || text.dropFirst(2).first == ":" {
            text.insert("0", at: text.index(after: text.startIndex))
        }
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { pointer in
            var cursor = ByteCursor(pointer)
            guard let offset = cursor.zoneOffset(), cursor.isAtEnd else { return nil }
            return offset
        }
    }

    private static func suggestion(_ name: String, _ known: [String]) -> String {
        let plain = name.replacingOccurrences(of: " ", with: "_").lowercased()
        let cities = known.filter { $0.lowercased().split(separator: "/").last.map(String.init) == plain }
        let near = cities.isEmpty ? Spelling.nearest(to: name, among: known, count: 3) : cities
        let names = near.isEmpty ? ["Europe/Amsterdam"] : near
        return "Try \(names.joined(separator: ", ")), UTC, or an offset such as +02:00"
    }

    /// Offsets are compared week by week and each change is then found to the second: no zone has changed twice within a
    /// week and ended where it began.
    private static func table(_ zone: TimeZone, name: String) -> Zone {
        let end = Int64(CivilDateBounds.end2100)
        let week: Int64 = 7 * 86_400
        var offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: 0))
        var result = Zone(name: name, initialOffsetSeconds: offset)
        var start: Int64 = 0
        while start < end {
            let next = min(start + week, end)
            let later = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(next)))
            if later != offset {
                var low = start
                var high = next
                while high - low > 1 {
                    let middle = (low + high) / 2
                    let found = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(middle)))
                    if found == offset { low = middle } else { high = middle }
                }
                offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(high)))
                let from = Timestamp(milliseconds: high * .second)
                result.transitions.append(Transition(from: from, offsetSeconds: offset))
                start = high
            } else {
                start = next
            }
        }
        return result
    }

    private enum CivilDateBounds {
        /// 2101-01-01T00:00Z in seconds since 1970.
        static let end2100 = 4_133_980_800
    }
}
