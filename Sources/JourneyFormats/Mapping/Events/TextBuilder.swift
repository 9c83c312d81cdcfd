import Foundation
import JourneyModel

/// A text for each row of a batch that grows. What is put into a row counts once the next row is begun: a row that is
/// rejected is written over.
struct TextBuilder: ~Copyable {
    let field: EventPlan.TextField
    private let source: RowSource
    private let suffix: [UInt8]
    private let name: CanonicalRow.Name?
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private let ends: UnsafeMutablePointer<UInt32>

    init(_ text: EventPlan.Text, constants: PaddedBytes, rows: Int) {
        field = text.field
        source = RowSource(text.source, constants: constants)
        suffix = text.suffix
        name = text.field.canonicalName
        capacity = 1 << 14
        bytes = .allocate(capacity: capacity + 16)
        ends = .allocate(capacity: rows)
    }

    deinit {
        bytes.deallocate()
        ends.deallocate()
    }

    /// Sets the text of `row`, the first that is not yet kept.
    @inline(__always)
    mutating func set(_ row: Int, _ fields: UnsafePointer<CSVScanner.Field>, _ missing: borrowing MissingWords) {
        let text = source.field(fields, missing)
        let start = start(row)
        var end = start &+ text.count
        if end &+ suffix.count > capacity { grow(to: end + suffix.count, keeping: start) }
        if text.count <= 16 {
            // Sixteen bytes are moved faster than as many as there are; there is room for them on both sides.
            UnsafeMutableRawPointer(bytes + start).copyMemory(from: text.base, byteCount: 16)
        } else {
            memcpy(bytes + start, text.base, text.count)
        }
        if !suffix.isEmpty, text.count > 0 {
            suffix.withUnsafeBufferPointer {
                (bytes + end).update(from: $0.baseAddress ?? UnsafePointer(bytes), count: $0.count)
            }
            end += suffix.count
        }
        ends[row] = UInt32(truncatingIfNeeded: end)
    }

    @inline(__always)
    func hasText(_ row: Int) -> Bool { Int(ends[row]) > start(row) }

    /// Adds the text of `row` to its canonical hash; an id is no part of it.
    func add(_ row: Int, to sum: inout EventBatch.RowHash) {
        guard let name, hasText(row) else { return }
        let start = start(row)
        sum.add(name.hash(UnsafeBufferPointer(start: bytes + start, count: Int(ends[row]) - start)))
    }

    /// Puts the texts of the batch's rows where they belong; nothing where all are empty.
    func put(into batch: inout EventBatch) {
        guard batch.count > 0, ends[batch.count - 1] > 0 else { return }
        let column = TextColumn(
            bytes: Array(UnsafeBufferPointer(start: bytes, count: Int(ends[batch.count - 1]))),
            ends: Array(UnsafeBufferPointer(start: ends, count: batch.count))
        )
        switch field {
        case .person: batch.person = column
        case .caseID: batch.caseID = column
        case .session: batch.session = column
        case .eventID: batch.eventID = column
        case .attribute(let name):
            var attribute = EventBatch.Attribute(name: name)
            attribute.texts = column
            batch.attributes.append(attribute)
        }
    }

    @inline(__always)
    private func start(_ row: Int) -> Int { row == 0 ? 0 : Int(ends[row &- 1]) }

    private mutating func grow(to wanted: Int, keeping count: Int) {
        capacity = max(wanted, 2 * capacity)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 16)
        larger.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = larger
    }
}

extension EventPlan.TextField {
    /// What the text is called in a row's hash; nil for the id, which is no part of it.
    fileprivate var canonicalName: CanonicalRow.Name? {
        switch self {
        case .person: .person
        case .caseID: .caseID
        case .session: .session
        case .eventID: nil
        case .attribute(let name): CanonicalRow.Name(name)
        }
    }
}
