/// What a staged row is; its first byte.
enum StagedKind: UInt8 {
    case event, side, trait, role, channelKind
}

/// The type of a staged side value; its first byte.
enum StagedType: UInt8 {
    case null, integer, real, text, person
}

/// Which of an event's optional fields follow.
struct StagedFields: OptionSet {
    let rawValue: UInt8

    static let end = StagedFields(rawValue: 1)
    static let recorded = StagedFields(rawValue: 2)
    static let sequence = StagedFields(rawValue: 4)
    static let duration = StagedFields(rawValue: 8)
    static let cost = StagedFields(rawValue: 16)
    static let eventID = StagedFields(rawValue: 32)
    static let attributes = StagedFields(rawValue: 64)
}

/// An event's fixed part.
struct StagedEvent: BitwiseCopyable {
    var time: Int64
    var person: Int32
    var caseID: Int32
    var session: Int32
    var dimensions: UInt16
    var traits: UInt16
    var fields: UInt8
}

/// A dimension or trait, by its place among the import's, with the code of its value.
struct StagedValue: BitwiseCopyable {
    var dimension: Int32
    var code: Int32
}
