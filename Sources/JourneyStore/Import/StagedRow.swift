/// What a staged row is; its first byte.
enum StagedKind: UInt8 {
    case side, trait, role, channelKind
}

/// The type of a staged side value; its first byte.
enum StagedType: UInt8 {
    case null, integer, real, text, person
}

/// A trait of a person, told by a row of its own.
struct StagedTrait: BitwiseCopyable {
    var person: Int32
    /// The trait's place among the import's dimensions.
    var dimension: Int32
    var code: Int32
    /// How many events the file has before the row.
    var events: UInt32
}
