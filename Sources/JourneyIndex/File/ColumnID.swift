import JourneyModel
import OwnFiles

/// What a column of the index holds; its file is called after it.
enum ColumnID: Hashable, Sendable {
    // One value an event.
    case time, recorded, sequence, number, caseID, session, duration, cost
    /// The id by which the event calls its person, where another one stands for it (D26).
    case ownPerson
    /// By the dimension's place in the index.
    case dimension(Int)
    // One value a slot of events.
    case slotStart, slotSubject
    // One value a person or case, by its code.
    case personTrait(Int), caseTrait(Int)
    case personNames, personNameEnds, caseNames, caseNameEnds
    /// One value a record beside the events.
    case record(RecordField)

    var fileName: String {
        switch self {
        case .time: "time"
        case .recorded: "recorded"
        case .sequence: "sequence"
        case .number: "number"
        case .caseID: "case"
        case .session: "session"
        case .duration: "duration"
        case .cost: "cost"
        case .dimension(let place): "dimension-\(place)"
        case .ownPerson: "own-person"
        case .slotStart: "slot-start"
        case .slotSubject: "slot-subject"
        case .personTrait(let place): "person-trait-\(place)"
        case .caseTrait(let place): "case-trait-\(place)"
        case .personNames: "person-names"
        case .personNameEnds: "person-name-ends"
        case .caseNames: "case-names"
        case .caseNameEnds: "case-name-ends"
        case .record(let field): field.path
        }
    }

    /// A number for the manifest, from which `init(code:)` makes the same column again.
    var code: UInt32 {
        switch self {
        case .time: 0
        case .recorded: 1
        case .sequence: 2
        case .number: 3
        case .caseID: 4
        case .session: 5
        case .duration: 6
        case .cost: 7
        case .slotStart: 8
        case .slotSubject: 9
        case .personNames: 10
        case .personNameEnds: 11
        case .caseNames: 12
        case .caseNameEnds: 13
        case .ownPerson: 14
        case .dimension(let place): 1 << 24 | UInt32(place)
        case .personTrait(let place): 2 << 24 | UInt32(place)
        case .caseTrait(let place): 3 << 24 | UInt32(place)
        case .record(let field): 4 << 24 | field.code
        }
    }

    init?(code: UInt32) {
        let place = Int(code & 0xFF_FFFF)
        switch code >> 24 {
        case 0:
            guard place < ColumnID.plain.count else { return nil }
            self = ColumnID.plain[place]
        case 1: self = .dimension(place)
        case 2: self = .personTrait(place)
        case 3: self = .caseTrait(place)
        case 4:
            guard let field = RecordField.of(code: UInt32(place)) else { return nil }
            self = .record(field)
        default: return nil
        }
    }

    /// Those of which there is one, by code.
    private static let plain: [ColumnID] = [
        .time, .recorded, .sequence, .number, .caseID, .session, .duration, .cost, .slotStart, .slotSubject,
        .personNames, .personNameEnds, .caseNames, .caseNameEnds, .ownPerson,
    ]

    /// Whether a column's file may be called `stem`, before a width: after the column, and after a state where files of
    /// one column follow one another.
    static func isFileName(_ stem: Substring) -> Bool {
        let single = plain + RecordKind.indexed.flatMap(\.indexedFields).map { .record($0) }
        if single.contains(where: { $0.fileName == stem }) { return true }
        for one in [ColumnID.dimension(0), .personTrait(0), .caseTrait(0)] {
            let prefix = one.fileName.dropLast()
            guard stem.hasPrefix(prefix) else { continue }
            let parts = stem.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
            return parts.count <= 2 && Int(parts[0]) != nil && parts.dropFirst().allSatisfy(RandomName.isHexadecimal)
        }
        return false
    }

    /// Whether it has a value for each event.
    var isOfEvents: Bool {
        switch self {
        case .time, .recorded, .sequence, .number, .caseID, .session, .duration, .cost, .ownPerson, .dimension: true
        default: false
        }
    }
}
