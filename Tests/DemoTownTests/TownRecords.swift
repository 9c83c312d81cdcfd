import DemoTown
import JourneyModel

/// Keeps everything that a town emits.
final class TownRecords: RecordSink {
    private(set) var events: [EventRecord] = []
    private(set) var side: [JourneyRecord] = []
    private(set) var rejects = 0

    func take(_ record: JourneyRecord) throws {
        if case .event(let event) = record { events.append(event) } else { side.append(record) }
    }

    func reject(_ reject: Reject) throws {
        rejects += 1
    }

    static func of(_ town: DemoTown) throws -> TownRecords {
        let records = TownRecords()
        try town.emit(into: records) { _ in }
        return records
    }
}

/// A hash of everything that a town emits, in order (FNV-1a over the records' descriptions).
final class RecordHash: RecordSink {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var records = 0

    func take(_ record: JourneyRecord) throws {
        records += 1
        for byte in String(describing: record).utf8 {
            value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
    }

    func reject(_ reject: Reject) throws {}

    static func of(_ town: DemoTown) throws -> RecordHash {
        let hash = RecordHash()
        try town.emit(into: hash) { _ in }
        return hash
    }
}
