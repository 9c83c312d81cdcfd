internal import JourneyModel

/// Gives the events of batches their codes and keys, and gathers them in blocks. Reads the store's names, changes nothing
/// in it.
final class BlockCoding {
    private let names: ImportNames
    private let hash: EventHash
    private let rows: Int
    private(set) var block: EventBlock
    private var json = JSONText()

    /// - Parameter rows: how many events a block has room for before it grows.
    init(names: ImportNames, hash: EventHash, rows: Int) {
        self.names = names
        self.hash = hash
        self.rows = rows
        block = EventBlock(reserving: rows)
    }

    /// The block so far; a new one is begun.
    func takeBlock() -> EventBlock {
        let full = block
        block = EventBlock(reserving: rows)
        return full
    }

    func append(_ batch: EventBatch) throws {
        let before = block.count
        block.time.append(contentsOf: batch.time)
        append(batch.end, to: \.end, batch.count)
        append(batch.recorded, to: \.recorded, batch.count)
        append(batch.sequence, to: \.sequence, batch.count)
        append(batch.duration, to: \.duration, batch.count)
        BlockCoding.append(batch.cost, to: &block.cost, before: before, count: batch.count, missing: .nan)
        try appendCodes(batch.person, names.people, to: &block.person, count: batch.count)
        try appendCodes(batch.caseID, names.cases, to: &block.caseID, count: batch.count)
        try appendCodes(batch.session, names.sessions, to: &block.session, count: batch.count)
        try appendColumns(batch.dimensions, to: \.dimensions, count: batch.count)
        try appendColumns(batch.traits, to: \.traits, count: batch.count)
        appendIDs(batch)
        appendAttributes(batch)
        block.grow(by: batch.count)
    }

    private func append(_ values: [Int64], to path: ReferenceWritableKeyPath<EventBlock, [Int64]>, _ count: Int) {
        BlockCoding.append(
            values,
            to: &block[keyPath: path],
            before: block.count,
            count: count,
            missing: EventBatch.none
        )
    }

    private static func append<Value>(
        _ values: [Value],
        to column: inout [Value],
        before: Int,
        count: Int,
        missing: Value
    ) {
        if values.isEmpty && column.isEmpty { return }
        if column.isEmpty { column = [Value](repeating: missing, count: before) }
        if values.isEmpty {
            column.append(contentsOf: repeatElement(missing, count: count))
        } else {
            column.append(contentsOf: values)
        }
    }

    private func appendCodes(_ texts: TextColumn, _ codes: NameCodes, to column: inout [Int32], count: Int) throws {
        guard !texts.isEmpty else {
            column.append(contentsOf: repeatElement(-1, count: count))
            return
        }
        var before = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        var code: Int32 = -1
        try texts.bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for end in texts.ends {
                let text = UnsafeBufferPointer(rebasing: bytes[start..<Int(end)])
                start = Int(end)
                if text.isEmpty {
                    column.append(-1)
                    continue
                }
                // Rows of one person often come together.
                if !text.isSame(as: before) {
                    code = try codes.code(text) - 1
                    before = text
                }
                column.append(code)
            }
        }
    }

    private func appendColumns(
        _ columns: [EventBatch.Column],
        to path: ReferenceWritableKeyPath<EventBlock, [EventBlock.Column]>,
        count: Int
    ) throws {
        for column in columns {
            let place = try names.dimensions.index(column.name)
            let values = names.dimensions.all[place].values
            let map = try column.values.map { try values.code($0) - 1 }
            while block[keyPath: path].count <= place {
                let next = names.dimensions.all[block[keyPath: path].count]
                block[keyPath: path].append(EventBlock.Column(dimension: next))
            }
            append(column.codes, map, to: &block[keyPath: path][place].codes)
        }
        for place in block[keyPath: path].indices where !block[keyPath: path][place].codes.isEmpty {
            let missing = block.count + count - block[keyPath: path][place].codes.count
            block[keyPath: path][place].codes.append(contentsOf: repeatElement(-1, count: missing))
        }
    }

    private func append(_ codes: [Int32], _ map: [Int32], to column: inout [Int32]) {
        let before = block.count
        if column.count < before { column.append(contentsOf: repeatElement(-1, count: before - column.count)) }
        if column.count == before {
            column.reserveCapacity(max(rows, before + codes.count))
            map.withUnsafeBufferPointer { map in
                for code in codes { column.append(code < 0 ? -1 : map[Int(code)]) }
            }
        } else {
            // The batch names it twice: the first holds.
            for (index, code) in codes.enumerated() where code >= 0 && column[before + index] < 0 {
                column[before + index] = map[Int(code)]
            }
        }
    }

    /// Ids that are plain numbers tell events apart as they are; other ids, and rows without one, do so by keys.
    private func appendIDs(_ batch: EventBatch) {
        let ids = batch.eventID
        let before = block.count
        // Taken out of the block while they grow: a class checks every access to what it holds.
        var numbers = block.eventNumber
        var keyed = block.keyed
        block.eventNumber = []
        block.keyed = KeyedEvents()
        if !ids.isEmpty {
            numbers.reserveCapacity(max(rows, before + batch.count))
            numbers.append(contentsOf: repeatElement(EventBatch.none, count: before - numbers.count))
        }
        ids.bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<batch.count {
                let id = UnsafeBufferPointer(rebasing: bytes[ids.isEmpty ? 0..<0 : ids.range(index)])
                let number = PlainNumber.read(id)
                if !ids.isEmpty || !numbers.isEmpty { numbers.append(number ?? EventBatch.none) }
                if number != nil { continue }
                let isRow = id.isEmpty && !batch.rowHash.isEmpty
                let key = isRow ? hash.key(row: batch.rowHash[index]) : hash.key(id: UnsafeRawBufferPointer(id))
                keyed.append(key, of: before + index, isOfRow: isRow)
                if !id.isEmpty {
                    block.eventText.pad(to: before + index)
                    block.eventText.append(id)
                }
            }
        }
        block.eventNumber = numbers
        block.keyed = keyed
        if !block.eventText.isEmpty { block.eventText.pad(to: before + batch.count) }
    }

    private func appendAttributes(_ batch: EventBatch) {
        guard !batch.attributes.isEmpty else {
            if !block.attributes.isEmpty { block.attributes.pad(to: block.count + batch.count) }
            return
        }
        json.prepare(batch.attributes.map(\.name))
        for index in 0..<batch.count {
            if json.read(batch.attributes, at: index) {
                block.attributes.pad(to: block.count + index)
                json.withBytes { block.attributes.append($0) }
            }
        }
        if !block.attributes.isEmpty { block.attributes.pad(to: block.count + batch.count) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    @inline(__always)
    fileprivate func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in 0..<count where self[index] != other[index] { return false }
        return true
    }
}
