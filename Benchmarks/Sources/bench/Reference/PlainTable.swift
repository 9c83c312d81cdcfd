import Foundation

/// A table in a file, read at once; fields may stand in quotes, and hold neither commas nor line ends.
struct PlainTable {
    private let path: String
    private let heads: [String]
    let rows: [Substring]

    /// - Throws: what the file system says.
    init(path: String) throws {
        self.path = path
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        heads = lines.first.map(Self.fields) ?? []
        rows = Array(lines.dropFirst())
    }

    /// The place of the column of that name.
    ///
    /// - Throws: `Complaint` where there is none.
    func column(_ name: String) throws -> Int {
        guard let place = heads.firstIndex(of: name) else { throw Complaint("\(path): there is no column \(name)") }
        return place
    }

    static func fields(_ row: Substring) -> [String] {
        row.split(separator: ",", omittingEmptySubsequences: false).map { field in
            field.hasPrefix("\"") ? String(field.dropFirst().dropLast()) : String(field)
        }
    }
}
