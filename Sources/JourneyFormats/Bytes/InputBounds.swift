/// How long what is read may be, in bytes of UTF-8, the same in every format. docs/BOUNDS.md says them to people, and a
/// test compares.
enum InputBounds {
    /// One value: a quote that is never closed cannot take the rest of a big file with it.
    static let value = 1 << 20
    /// A row, or an event with its attributes: the memory that one takes.
    static let row = 8 << 20
    /// What becomes a name: of a column or an attribute, a touchpoint, a channel and any other value of a dimension.
    static let name = 4096
    /// Columns of a table, or different attributes of a log.
    static let columns = 2000
    /// As much of a rejected row as is kept.
    static let rejectedText = 64 << 10
}
