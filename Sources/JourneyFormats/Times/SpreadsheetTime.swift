import JourneyModel

/// Times as spreadsheets keep them: whole days since 30 December 1899 and the part of a day, to the nearest millisecond. A
/// second number behind a space is the part of a day that another cell has.
enum SpreadsheetTime {
    /// 1 March 1900, before which spreadsheets do not agree, to the end of 9999.
    private static let days = 61...2_958_465
    /// 1970-01-01.
    private static let epoch = 25_569

    static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> WallTime? {
        let parts = bytes.split(separator: 32)
        guard (1...2).contains(parts.count), let date = number(parts[0]) else { return nil }
        var part = date - date.rounded(.down)
        if parts.count == 2 {
            guard part == 0, let clock = number(parts[1]), clock < 1 else { return nil }
            part = clock
        }
        let day = Int(date.rounded(.down))
        guard days.contains(day) else { return nil }
        return WallTime(
            date: CivilDate(daysSinceEpoch: day - epoch),
            millisecondsOfDay: Int64((part * 86_400_000).rounded()),
            offsetSeconds: nil
        )
    }

    private static func number(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
        guard bytes.count <= 24, bytes.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }) else {
            return nil
        }
        guard let value = Double(String(decoding: bytes, as: UTF8.self)), value < 3_000_000 else { return nil }
        return value
    }
}
