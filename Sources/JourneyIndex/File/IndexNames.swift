import OwnFiles

/// The names that this program gives to what is in an index folder, now and in earlier versions. What bears another name is
/// somebody else's, and is never removed.
enum IndexNames {
    static let lock = "lock"
    static let manifest = "manifest"
    private static let columns = "columns-"
    private static let after = "after-"
    private static let answers = "answers-"
    /// Of earlier versions.
    private static let records = "records-"

    static func answers(of state: UInt64) -> String { answers + String(state, radix: 16) }

    /// A folder of columns: `columns-5f3c`, `columns-after-5f3c`, and `-2` behind it where that was taken.
    static func isColumns(_ name: String) -> Bool {
        guard var rest = rest(of: name, after: columns) else { return false }
        if rest.hasPrefix(after) { rest = rest.dropFirst(after.count) }
        let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
        guard let state = parts.first, RandomName.isHexadecimal(state), parts.count <= 2 else { return false }
        return parts.count == 1 || isNumber(parts[1])
    }

    /// A file beside the folders of columns that is of one state of the index, or was on its way into its place.
    static func isFile(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard let stem = parts.first, parts.count == 1 || parts.count == 2 && isOnItsWay(parts[1]) else { return false }
        if let state = rest(of: String(stem), after: answers) { return RandomName.isHexadecimal(state) }
        return stem == manifest || parts.count == 2 && stem == IndexMark.name
    }

    /// A file in a folder of columns: `time.8`, `person-trait-2-5f3c`, `records-5f3c`.
    static func isColumnFile(_ name: String) -> Bool {
        if let state = rest(of: name, after: records) { return RandomName.isHexadecimal(state) }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard let stem = parts.first, parts.count == 1 || parts.count == 2 && ["1", "2", "4", "8"].contains(parts[1])
        else {
            return false
        }
        return ColumnID.isFileName(stem)
    }

    private static func rest(of name: String, after prefix: String) -> Substring? {
        name.hasPrefix(prefix) ? name.dropFirst(prefix.count) : nil
    }

    /// What a file has behind its name before it is in its place; earlier versions took the process's number.
    private static func isOnItsWay(_ ending: Substring) -> Bool { RandomName.isOne(ending) || isNumber(ending) }

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.count <= 9 && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }
}
