internal import JourneyModel

/// The tables of rows that are no events.
enum SideTable: UInt8, CaseIterable {
    case aliases, preferences, consents, feedback, costs, assessments, annotations, rejects

    var name: String {
        switch self {
        case .aliases: "aliases"
        case .preferences: "preferences"
        case .consents: "consents"
        case .feedback: "feedback"
        case .costs: "costs"
        case .assessments: "assessments"
        case .annotations: "annotations"
        case .rejects: "rejects"
        }
    }

    /// In the order of `SideRow.values`.
    var columns: [String] {
        switch self {
        case .aliases: ["alias", "person", "time", "reason"]
        case .preferences: ["person", "time", "kind", "purpose", "service", "value", "rank"]
        case .consents: ["person", "time", "status", "purpose", "channel", "until", "basis"]
        case .feedback:
            ["time", "person", "service", "channel", "touchpoint", "outcome", "score", "scale", "comment"]
        case .costs: ["service", "channel", "amount", "currency", "valid_from", "valid_to", "source"]
        case .assessments: ["criterion", "kind", "score", "statement", "owner", "date", "expires"]
        case .annotations: ["time", "service", "text"]
        case .rejects: ["line", "reason", "raw"]
        }
    }
}

enum SideValue {
    case integer(Int64?)
    case real(Double?)
    case text(String?)
    case person(String?)

    static func time(_ time: Timestamp?) -> SideValue { .integer(time?.milliseconds) }
}

/// A side record as its table keeps it.
struct SideRow {
    var table: SideTable
    var values: [SideValue]

    /// Nil for events, traits and declarations, which have their own ways.
    init?(_ record: JourneyRecord) {
        switch record {
        case .event, .personTrait, .touchpointRole, .channelKind: return nil
        case .alias(let row):
            table = .aliases
            values = [.person(row.alias), .person(row.person), .time(row.time), .text(row.reason)]
        case .preference(let row):
            table = .preferences
            values = [
                .person(row.person), .time(row.time), .text(row.kind.rawValue), .text(row.purpose.rawValue),
                .text(row.service), .text(row.value), .integer(Int64(row.rank)),
            ]
        case .consent(let row):
            table = .consents
            values = [
                .person(row.person), .time(row.time), .text(row.status.rawValue), .text(row.purpose),
                .text(row.channel), .time(row.until), .text(row.basis),
            ]
        case .feedback(let row):
            table = .feedback
            values = [
                .time(row.time), .person(row.person), .text(row.service), .text(row.channel), .text(row.touchpoint),
                .text(row.outcome), .real(row.score), .real(row.scale), .text(row.comment),
            ]
        case .cost(let row):
            table = .costs
            values = [
                .text(row.service), .text(row.channel), .real(row.amount), .text(row.currency), .time(row.from),
                .time(row.to), .text(row.source),
            ]
        case .assessment(let row):
            table = .assessments
            values = [
                .text(row.criterion), .text(row.kind.rawValue), .real(row.score), .text(row.statement),
                .text(row.owner), .time(row.date), .time(row.expires),
            ]
        case .annotation(let row):
            table = .annotations
            values = [.time(row.time), .text(row.service), .text(row.text)]
        }
    }

    init(_ reject: Reject) {
        table = .rejects
        values = [.integer(Int64(reject.line)), .text(reject.reason), .text(reject.raw)]
    }

    /// The same for the same fields of the same source.
    func key(source: StableHash) -> RecordKey {
        var hash = source
        hash.add(UInt64(table.rawValue))
        for value in values {
            switch value {
            case .integer(let value): hash.add(value)
            case .real(let value): hash.add(value)
            case .text(let value), .person(let value): hash.add(value)
            }
        }
        return hash.key
    }
}
