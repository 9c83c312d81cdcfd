/// Something in a file of the user's that is not as it should be, and is passed over: it never keeps the program from
/// starting.
struct FileWarning: Hashable {
    var file: String
    /// Nil where the file as a whole is meant.
    var line: Int?
    var message: String

    var text: String { line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)" }
}
