import JourneyModel

/// One block of events as it waits: columns in the smallest width for the block, events in the order of the partitions of
/// their subjects, and within a partition as they came. The last partition is of events without a subject.
struct StagedBlock {
    /// Subjects that are put in order together: few enough that what they touch stays near the processor.
    static let partitionBits = 15

    struct Column {
        var id: ColumnID
        var width: Int
        var place: Staging.Place
    }

    private(set) var columns: [Column] = []
    /// Partition `p` has the rows `starts[p] ..< starts[p + 1]`.
    let starts: [Int]

    /// Partitions of subjects, that of nobody left out.
    var partitions: Int { starts.count - 2 }
    var loose: Range<Int> { starts[partitions]..<starts[partitions + 1] }

    func rows(of partition: Int) -> Range<Int> {
        partition < partitions ? starts[partition]..<starts[partition + 1] : 0..<0
    }

    func column(_ id: ColumnID) -> Column? { columns.first { $0.id == id } }

    /// - Parameter dimensions: the index's place of each dimension of the block.
    /// - Throws: `IndexFault.notWritable`.
    init(_ events: StoredEvents, subjects: [Int32], dimensions: [Int], into staging: Staging) throws {
        let highest = Int(subjects.max() ?? -1)
        let partitions = (highest >> StagedBlock.partitionBits) + 1
        var starts = [Int](repeating: 0, count: partitions + 2)
        for subject in subjects { starts[StagedBlock.partition(subject, partitions) + 1] += 1 }
        for partition in 0...partitions { starts[partition + 1] += starts[partition] }
        self.starts = starts
        var order = [Int32](repeating: 0, count: subjects.count)
        for (row, subject) in subjects.enumerated() {
            let partition = StagedBlock.partition(subject, partitions)
            order[starts[partition]] = Int32(row)
            starts[partition] += 1
        }
        let table = events.events
        try put(.slotSubject, codes: subjects, order, staging)
        try put(.time, table.time, order, staging)
        try put(.number, events.numbers, order, staging)
        try put(.recorded, table.recorded, order, staging)
        try put(.sequence, table.sequence, order, staging)
        try put(.duration, table.duration.map { $0 + 1 }, order, staging)
        try put(.cost, table.cost.map { Int64(bitPattern: $0.bitPattern) }, order, staging)
        if table.caseID.contains(where: { $0 >= 0 }) { try put(.caseID, codes: table.caseID, order, staging) }
        if table.session.contains(where: { $0 >= 0 }) { try put(.session, codes: table.session, order, staging) }
        for (column, place) in zip(table.dimensions, dimensions) {
            try put(.dimension(place), codes: column.codes, order, staging)
        }
    }

    private static func partition(_ subject: Int32, _ partitions: Int) -> Int {
        subject < 0 ? partitions : Int(subject) >> partitionBits
    }

    private mutating func put(_ id: ColumnID, codes: [Int32], _ order: [Int32], _ staging: Staging) throws {
        guard !codes.isEmpty else { return }
        let highest = Int64(codes.max() ?? -1) + 1
        try codes.withUnsafeBufferPointer { codes in
            try put(id, highest: highest, order, staging) { Int64(codes[$0]) &+ 1 }
        }
    }

    private mutating func put(_ id: ColumnID, _ cells: [Int64], _ order: [Int32], _ staging: Staging) throws {
        guard !cells.isEmpty else { return }
        let isUnsigned = (cells.min() ?? 0) >= 0
        try cells.withUnsafeBufferPointer { cells in
            let highest = isUnsigned ? cells.max() ?? 0 : -1
            try put(id, highest: highest, order, staging) { cells[$0] }
        }
    }

    @inline(__always)
    private mutating func put(
        _ id: ColumnID,
        highest: Int64,
        _ order: [Int32],
        _ staging: Staging,
        _ cell: (Int) -> Int64
    ) throws {
        let width = Cells.width(for: highest)
        let place =
            switch width {
            case 1: try staging.append(packed(order, UInt8.self, cell))
            case 2: try staging.append(packed(order, UInt16.self, cell))
            case 4: try staging.append(packed(order, UInt32.self, cell))
            default: try staging.append(packed(order, Int64.self, cell))
            }
        columns.append(Column(id: id, width: width, place: place))
    }

    @inline(__always)
    private func packed<Word: FixedWidthInteger>(
        _ order: [Int32],
        _ type: Word.Type,
        _ cell: (Int) -> Int64
    ) -> [Word] {
        [Word](unsafeUninitializedCapacity: order.count) { buffer, count in
            order.withUnsafeBufferPointer { order in
                for index in 0..<order.count { buffer[index] = Word(truncatingIfNeeded: cell(Int(order[index]))) }
            }
            count = order.count
        }
    }
}

extension Staging {
    fileprivate func append<Word: FixedWidthInteger>(_ words: [Word]) throws -> Place {
        try words.withUnsafeBytes { try append($0) }
    }

    /// Adds the cells of `rows` of a staged column to `cells`.
    func read(_ column: StagedBlock.Column, _ rows: Range<Int>, into cells: Cells) throws {
        let place = Place(
            offset: column.place.offset + rows.lowerBound * column.width,
            count: rows.count * column.width
        )
        try read(place) { cells.append($0, width: column.width) }
    }
}
