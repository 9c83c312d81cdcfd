import JourneyModel

/// Gives rows their shape, one after another. Nothing is allocated for a row but where its values are told by other words that
/// are no plain names.
struct RowShaper: ~Copyable {
    /// The words of a column, by hashes of what they stand for.
    private struct Table {
        var column: Int
        var entries: [UInt64: [(key: [UInt8], meaning: CSVScanner.Field)]]
    }

    let shape: RowShape
    private let fields: UnsafeMutablePointer<CSVScanner.Field>
    private let tables: [Table]
    private let meanings = PaddedBytes(capacity: 0)
    private let scratch = PaddedBytes(capacity: 256)
    /// The parts of all columns that are made.
    private let parts: [Int]

    init(_ shape: RowShape) {
        self.shape = shape
        fields = .allocate(capacity: shape.names.count + 1)
        parts = shape.made.flatMap(\.parts)
        // It must not move any more once fields lie in it.
        meanings.reserve(shape.words.flatMap(\.meanings).reduce(0) { $0 + $1.value.count })
        var tables: [Table] = []
        for words in shape.words {
            var table = Table(column: words.column, entries: [:])
            for (key, meaning) in words.meanings {
                let start = meanings.count
                meaning.withUnsafeBytes(meanings.append)
                let field = meanings.field(start..<meanings.count)
                let bytes = Array(key.utf8)
                let hash = bytes.withUnsafeBytes { XXHash64.hash($0, seed: 0) }
                table.entries[hash, default: []].append((bytes, field))
            }
            tables.append(table)
        }
        self.tables = tables
    }

    deinit { fields.deallocate() }

    /// The fields of a row and those that are made of them; good until the next call, and as long as `own` is.
    @inline(__always)
    mutating func shaped(_ own: UnsafePointer<CSVScanner.Field>) -> UnsafePointer<CSVScanner.Field> {
        shape.isPlain ? own : made(own)
    }

    @inline(never)
    private mutating func made(_ own: UnsafePointer<CSVScanner.Field>) -> UnsafePointer<CSVScanner.Field> {
        fields.update(from: own, count: shape.ownCount)
        for table in tables {
            if let meaning = RowShaper.meaning(of: fields[table.column], table) { fields[table.column] = meaning }
        }
        scratch.removeAll()
        // It must not move while fields lie in it.
        scratch.reserve(parts.reduce(0) { $0 + fields[$1].count + 1 })
        for index in shape.made.indices {
            let column = shape.made[index]
            fields[shape.ownCount + index] = column.way == .joined ? joined(column.parts) : first(column.parts)
        }
        return UnsafePointer(fields)
    }

    private static func meaning(of field: CSVScanner.Field, _ table: Table) -> CSVScanner.Field? {
        if field.count > 0, !FoldedName.isPlain(field.bytes) {
            return Array(FoldedName.of(field.string).utf8).withUnsafeBufferPointer { meaning(of: $0, table) }
        }
        return meaning(of: field.bytes, table)
    }

    private static func meaning(of bytes: UnsafeBufferPointer<UInt8>, _ table: Table) -> CSVScanner.Field? {
        let hash = XXHash64.hash(UnsafeRawBufferPointer(bytes), seed: 0)
        return table.entries[hash]?.first { $0.key.elementsEqual(bytes) }?.meaning
    }

    private func first(_ parts: [Int]) -> CSVScanner.Field {
        for part in parts where !shape.missing.matches(fields[part]) { return fields[part] }
        return CSVScanner.Field(base: scratch.base, count: 0)
    }

    /// The date and the clock with a space between them; nothing where there is no date.
    private func joined(_ parts: [Int]) -> CSVScanner.Field {
        let start = scratch.count
        for (index, part) in parts.enumerated() where !shape.missing.matches(fields[part]) {
            var text = ByteCursor.trimmed(fields[part].bytes)
            if index == 0 {
                let hasClock = parts.dropFirst().contains { !shape.missing.matches(fields[$0]) }
                if hasClock { text = RowShaper.withoutMidnight(text) }
            } else {
                text = RowShaper.withoutNoDate(text)
            }
            if scratch.count > start { RowShaper.space.withUnsafeBytes(scratch.append) }
            scratch.append(UnsafeRawBufferPointer(text))
        }
        let hasDate = parts.first.map { !shape.missing.matches(fields[$0]) } ?? false
        return scratch.field(hasDate ? start..<scratch.count : start..<start)
    }

    private static let space = [UInt8(ascii: " ")]

    /// Spreadsheets write a date as its midnight.
    private static func withoutMidnight(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        for end in midnights where text.count > end.count && text.suffix(end.count).elementsEqual(end) {
            return UnsafeBufferPointer(rebasing: text.dropLast(end.count))
        }
        return text
    }

    private static let midnights = [
        "T00:00:00.000", " 00:00:00.000", "T00:00:00", " 00:00:00", "T00:00", " 00:00", " 0:00",
    ]
    .map { Array($0.utf8) }

    /// And a clock as that of the day before their first.
    private static func withoutNoDate(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        for start in noDates where text.count > start.count && text.starts(with: start) {
            return UnsafeBufferPointer(rebasing: text.dropFirst(start.count))
        }
        return text
    }

    private static let noDates = [
        "1899-12-30 ", "1899-12-30T", "1899-12-31 ", "1899-12-31T", "1900-01-01 ", "1900-01-01T",
    ]
    .map { Array($0.utf8) }
}
