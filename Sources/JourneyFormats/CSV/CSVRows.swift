/// Walks over the rows of a table, of which one part after another is known. Where a part ends, and with it what is known,
/// makes no difference to what is found.
struct CSVRows: ~Copyable {
    enum Item {
        /// A row; its fields are had with `fields` until the next call of `next`.
        case row
        case faulty(FaultyRow)
        /// No further row of this part is complete; go on with one that begins at `position`.
        case end
    }

    private let dialect: CSVDialect
    private var scanner: CSVScanner
    /// From now on a row must have this many fields.
    var expectedCount: Int?
    /// Where the next row begins in the part.
    var position = 0
    /// Its line.
    var line: Int
    /// A row that is rejected; its line's end is being looked for.
    var skipped: FaultyRow?
    private var rowStart = 0
    private var rowEnd = 0
    /// The current row's line.
    private(set) var rowLine = 0

    init(_ dialect: CSVDialect, firstLine: Int) {
        self.dialect = dialect
        scanner = CSVScanner(dialect)
        line = firstLine
    }

    var fieldCount: Int { scanner.fieldCount }
    var fields: UnsafePointer<CSVScanner.Field> { UnsafePointer(scanner.fields) }

    /// The current row as it stands in `region`, without its line end.
    func rawRow(_ region: CSVRegion) -> String { kept(region, rowStart..<rowEnd) }

    /// The next row that begins before the region's limit. Empty lines are passed over.
    mutating func next(_ region: CSVRegion) -> Item {
        if skipped != nil, let faulty = finishSkipping(region) { return .faulty(faulty) }
        while skipped == nil, position < region.limit {
            if region.base[position] == CSVRows.ownMark[0], isOwnLine(region) {
                guard let next = region.lineEnd(from: position)?.next else { return .end }
                position = next
                line += 1
                continue
            }
            switch scanner.scan(region, from: position) {
            case .row(let end, let next):
                if end - position > dialect.maximumRowBytes {
                    return skip(region, .rowTooLong(maximum: dialect.maximumRowBytes))
                }
                (rowStart, rowEnd, rowLine) = (position, end, line)
                position = next
                line += 1 + scanner.innerLineBreaks
                if rowStart == rowEnd { continue }
                if let fault = fault(region) {
                    return .faulty(FaultyRow(line: rowLine, fault: fault, raw: rawRow(region)))
                }
                return .row
            case .incomplete:
                // One byte more than the longest row may be needed to tell a line end from another.
                guard region.count - position > dialect.maximumRowBytes + 1 else { return .end }
                return skip(region, .rowTooLong(maximum: dialect.maximumRowBytes))
            case .malformed(let malformed):
                return reject(malformed, region)
            }
        }
        return .end
    }

    /// What lines begin with that the program itself wrote between the rows of a table: they are no rows.
    static let ownMark = Array("#cxm: ".utf8)

    @inline(never)
    private func isOwnLine(_ region: CSVRegion) -> Bool {
        // The region can be read a little beyond its end.
        (0..<CSVRows.ownMark.count).allSatisfy { region.base[position + $0] == CSVRows.ownMark[$0] }
    }

    /// What is wrong with a row that could be taken apart; nil where nothing is.
    @inline(__always)
    private func fault(_ region: CSVRegion) -> RowFault? {
        if let expectedCount, fieldCount != expectedCount {
            return .fieldCount(expected: expectedCount, found: fieldCount)
        }
        if region.isASCII || dialect.encoding != .utf8 || region.isASCII(rowStart..<rowEnd) { return nil }
        for index in 0..<fieldCount where !UTF8Check.isWellFormed(fields[index].bytes) {
            return .encoding(field: index + 1)
        }
        return nil
    }

    /// Rejects a broken row up to the end of the line on which the broken field began.
    private mutating func reject(_ malformed: CSVScanner.Malformed, _ region: CSVRegion) -> Item {
        let maximum = dialect.maximumRowBytes
        // A reader that gets the bytes one by one would have given up before.
        if malformed.known - position > maximum + 2 { return skip(region, .rowTooLong(maximum: maximum)) }
        let opened = line + region.lineBreaks(position..<malformed.fieldStart)
        let field = malformed.fieldNumber
        let fault: RowFault =
            switch malformed.reason {
            case .unclosedQuote: .unclosedQuote(field: field, line: opened)
            case .textAfterQuote: .textAfterQuote(field: field, line: opened)
            case .fieldTooLong: .fieldTooLong(field: field, line: opened, maximum: dialect.maximumFieldBytes)
            }
        guard let end = region.lineEnd(from: malformed.fieldStart) else {
            return region.count - position > maximum ? skip(region, fault) : .end
        }
        if end.text - position > maximum { return skip(region, fault) }
        guard let next = end.next else { return .end }
        let faulty = FaultyRow(line: line, fault: fault, raw: kept(region, position..<end.text))
        position = next
        line = opened + 1
        return .faulty(faulty)
    }

    /// Rejects everything up to the next line break, without keeping more than the beginning of it.
    private mutating func skip(_ region: CSVRegion, _ fault: RowFault) -> Item {
        let end = min(region.count, position + dialect.maximumRowBytes)
        skipped = FaultyRow(line: line, fault: fault, raw: kept(region, position..<end))
        return finishSkipping(region).map(Item.faulty) ?? .end
    }

    private mutating func finishSkipping(_ region: CSVRegion) -> FaultyRow? {
        let end = region.lineEnd(from: position)
        guard let next = end?.next else {
            // A carriage return is looked at again, with what comes after it.
            position = end?.text ?? region.count
            return nil
        }
        position = next
        line += 1
        defer { skipped = nil }
        return skipped
    }

    private func kept(_ region: CSVRegion, _ range: Range<Int>) -> String {
        region.text(range.prefix(InputBounds.rejectedText))
    }
}
