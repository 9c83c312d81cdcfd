import Foundation
import JourneyModel

extension IndexManifest {
    /// Grows when the files mean something else than before.
    static let format: UInt32 = 4
    /// "cxmindex".
    private static let mark: UInt64 = 0x7865_646E_696D_7863

    /// Mark, format, the rest, and a sum over all that.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.put(IndexManifest.mark)
        writer.put(IndexManifest.format)
        writer.put(stamp.store)
        writer.put(stamp.generation)
        writer.put(stamp.state)
        writer.put(folder)
        writer.put(unit.rawValue)
        writer.put(lastEvent)
        for number in [events, slots, people, cases, sessions, subjects, reach.later] {
            writer.put(Int64(number))
        }
        writer.put(costScale)
        for time in [first, last, reach.horizon?.milliseconds, reach.imported?.milliseconds] {
            writer.put(optional: time) { $0.put($1) }
        }
        writer.put(all: dead) { $0.put($1) }
        writer.put(all: loose) { writer, range in
            writer.put(Int64(range.lowerBound))
            writer.put(Int64(range.upperBound))
        }
        writer.put(all: columns) { writer, column in
            writer.put(column.id.code)
            writer.put(column.file)
            writer.put(UInt8(column.width))
            writer.put(Int64(column.count))
            writer.put(all: column.sums) { $0.put($1) }
        }
        for list in [dimensions, personTraits, caseTraits] {
            writer.put(all: list) { writer, dimension in
                writer.put(dimension.name)
                writer.put(all: dimension.values) { $0.put($1) }
                writer.put(all: dimension.counts) { $0.put(Int64($1)) }
            }
        }
        writer.put(all: aliases) { writer, alias in
            writer.put(alias.alias)
            writer.put(alias.person)
            writer.put(alias.other)
            writer.put(alias.since)
        }
        writer.put(all: roles) { writer, role in
            writer.put(role.touchpoint)
            writer.put(optional: role.service) { $0.put($1) }
            writer.put(role.role.rawValue)
        }
        writer.put(all: channelKinds.sorted { $0.key < $1.key }) { writer, entry in
            writer.put(entry.key)
            writer.put(entry.value.rawValue)
        }
        writer.put(isDemo)
        // By number, so that a kind which is new has no records yet and is no reason to make the index anew.
        writer.put(all: RecordKind.indexed) { writer, kind in
            writer.put(UInt32(kind.number))
            put(records[kind] ?? Records(), of: kind, to: &writer)
        }
        // Last, so that an index from before anything could be declared is none that has to be made anew.
        if let declared = declared.flatMap({ try? JSONEncoder().encode($0) }) {
            writer.put(String(decoding: declared, as: UTF8.self))
        }
        let sum = writer.bytes.withUnsafeBytes(BlockSum.of)
        writer.put(sum)
        return writer.bytes
    }

    /// - Throws: `IndexFault` where the bytes are not all there, have been changed, or are of another format.
    init(bytes: UnsafeRawBufferPointer) throws {
        guard bytes.count > 20 else { throw IndexFault.damaged("the manifest is too short") }
        var header = ByteReader(bytes)
        guard try header.take(UInt64.self) == IndexManifest.mark else { throw IndexFault.damaged("it is no index") }
        guard try header.take(UInt32.self) == IndexManifest.format else { throw IndexFault.otherFormat }
        let body = UnsafeRawBufferPointer(rebasing: bytes.dropLast(8))
        var tail = ByteReader(UnsafeRawBufferPointer(rebasing: bytes.suffix(8)))
        guard try tail.take(UInt64.self) == BlockSum.of(body) else {
            throw IndexFault.damaged("the manifest has been changed")
        }
        do {
            var reader = ByteReader(UnsafeRawBufferPointer(rebasing: body.dropFirst(12)))
            try self.init(from: &reader)
        } catch {
            throw IndexFault.damaged("the manifest makes no sense")
        }
    }

    /// The number of the store that a manifest is of, whatever its format; nil where the bytes are none.
    static func store(_ bytes: UnsafeRawBufferPointer) -> UInt64? {
        var header = ByteReader(bytes)
        guard (try? header.take(UInt64.self)) == mark, (try? header.take(UInt32.self)) != nil else { return nil }
        return try? header.take(UInt64.self)
    }

    private init(from reader: inout ByteReader) throws {
        let stamp = StoreStamp(store: try reader.take(), generation: try reader.take(), state: try reader.take())
        self.init(folder: try reader.text())
        self.stamp = stamp
        unit = try reader.word(CountingUnit.self)
        lastEvent = try reader.take()
        events = try reader.int()
        slots = try reader.int()
        people = try reader.int()
        cases = try reader.int()
        sessions = try reader.int()
        subjects = try reader.int()
        reach.later = try reader.int()
        costScale = try reader.take()
        first = try reader.optional { try $0.take() }
        last = try reader.optional { try $0.take() }
        reach.horizon = try reader.optional { Timestamp(milliseconds: try $0.take()) }
        reach.imported = try reader.optional { Timestamp(milliseconds: try $0.take()) }
        dead = try reader.all { try $0.take() }
        loose = try reader.all { reader in
            let (low, high) = (try reader.int(), try reader.int())
            guard low <= high else { throw ByteReader.Malformed() }
            return low..<high
        }
        columns = try reader.all { reader in
            guard let id = ColumnID(code: try reader.take()) else { throw ByteReader.Malformed() }
            return Column(
                id: id,
                file: try reader.text(),
                width: Int(try reader.take(UInt8.self)),
                count: try reader.int(),
                sums: try reader.all { try $0.take() }
            )
        }
        func dimensions() throws -> [Dimension] {
            try reader.all { reader in
                Dimension(
                    name: try reader.text(),
                    values: try reader.all { try $0.text() },
                    counts: try reader.all { try $0.int() }
                )
            }
        }
        self.dimensions = try dimensions()
        personTraits = try dimensions()
        caseTraits = try dimensions()
        aliases = try reader.all {
            MergedID(alias: try $0.take(), person: try $0.take(), other: try $0.take(), since: try $0.take())
        }
        roles = try reader.all { reader in
            JourneySnapshot.RoleDeclaration(
                touchpoint: try reader.text(),
                service: try reader.optional { try $0.text() },
                role: try reader.word(TouchpointRole.self)
            )
        }
        let kinds = try reader.all { (try $0.text(), try $0.word(Channel.Kind.self)) }
        channelKinds = Dictionary(kinds, uniquingKeysWith: { first, _ in first })
        isDemo = try reader.flag()
        let known = try reader.all { reader in
            guard let number = UInt8(exactly: try reader.take(UInt32.self)), let kind = RecordKind.of(number: number)
            else { throw ByteReader.Malformed() }
            return (kind, try IndexManifest.records(kind, from: &reader))
        }
        records = Dictionary(known, uniquingKeysWith: { first, _ in first })
        if reader.rest > 0 {
            declared = try JSONDecoder().decode(Declared.self, from: Data(try reader.text().utf8))
        }
        for column in columns {
            guard case .record(let field) = column.id else { continue }
            guard column.count == field.kind.flatMap({ records[$0] })?.count else { throw ByteReader.Malformed() }
        }
    }

    private func put(_ records: Records, of kind: RecordKind, to writer: inout ByteWriter) {
        writer.put(Int64(records.count))
        writer.put(records.lastRow)
        for field in kind.indexedFields where field.form == .text {
            writer.put(all: records.texts[field] ?? []) { $0.put($1) }
        }
    }

    private static func records(_ kind: RecordKind, from reader: inout ByteReader) throws -> Records {
        var records = Records(count: try reader.int(), lastRow: try reader.take())
        guard records.count >= 0 else { throw ByteReader.Malformed() }
        for field in kind.indexedFields where field.form == .text {
            records.texts[field] = try reader.all { try $0.text() }
        }
        return records
    }
}

extension ByteReader {
    /// A value that was written by its word.
    fileprivate mutating func word<Value: RawRepresentable>(_ type: Value.Type) throws(Malformed) -> Value
    where Value.RawValue == String {
        guard let value = Value(rawValue: try text()) else { throw Malformed() }
        return value
    }

    fileprivate mutating func int() throws(Malformed) -> Int { Int(try take(Int64.self)) }
}
