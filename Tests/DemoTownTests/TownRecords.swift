import DemoTown
import JourneyModel
import TestSupport

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

/// A hash of every field that a town emits, in order (FNV-1a), made without `description`, which a compiler may change.
final class RecordHash: RecordSink {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    func take(_ record: JourneyRecord) throws {
        for text in RecordText.fields(of: record) {
            for byte in text.utf8 { mix(byte) }
            mix(0)
        }
    }

    func reject(_ reject: Reject) throws {
        mix(1)
    }

    private func mix(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    static func of(_ town: DemoTown) throws -> UInt64 {
        let hash = RecordHash()
        try town.emit(into: hash) { _ in }
        return hash.value
    }
}

enum RecordText {
    static func fields(of record: JourneyRecord) -> [String] {
        switch record {
        case .event(let row):
            [text(row.eventID), text(row.person), text(row.caseID), text(row.session), text(row.time)]
                + [text(row.recorded), text(row.duration)]
                + (row.dimensions + row.traits + row.attributes).flatMap { [$0.name, $0.value] }
        case .side(let side):
            fields(of: side)
        case .personTrait(let person, let trait):
            [person, trait.name, trait.value]
        case .touchpointRole(let touchpoint, let service, let role):
            [touchpoint, text(service), role.rawValue]
        case .channelKind(let channel, let kind):
            [channel, kind.rawValue]
        }
    }

    /// Grounds of consent and sources of costs have never been part of it.
    private static func fields(of record: SideRecord) -> [String] {
        zip(record.kind.fields, record.values).filter { $0.0 != .consentBasis && $0.0 != .costSource }.map { _, value in
            switch value {
            case .none, .person: "-"
            case .text(let value): value
            case .whole(let value): text(value)
            case .real(let value): text(value)
            }
        }
    }

    private static func text(_ value: String?) -> String { value ?? "-" }
    private static func text(_ value: Int) -> String { String(value) }
    private static func text(_ value: Int64?) -> String { value.map { String($0) } ?? "-" }
    private static func text(_ value: Timestamp?) -> String { text(value?.milliseconds) }
    /// The bits, so that the hash does not lean on how a number is printed.
    private static func text(_ value: Double?) -> String { value.map { String($0.bitPattern) } ?? "-" }
}
