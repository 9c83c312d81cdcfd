import Foundation
import JourneyModel

/// The names of a table's columns, each one once.
struct CSVHeader: Hashable, Sendable {
    var names: [String]
    /// What was changed to make the names usable.
    var notes: [ImportNote] = []

    /// Reads the first row of `reader` as the header and makes it expect as many fields in every row.
    ///
    /// - Throws: `ImportError` where the file is empty or its first row is broken.
    init(_ reader: CSVReader, fileName: String) throws {
        switch try reader.next() {
        case nil:
            throw ImportError.empty(fileName, .csv)
        case .reject(let reject):
            throw ImportError(
                "\(fileName), line \(reject.line): the header cannot be read: \(reject.reason)",
                hint: "The first line must name the columns, separated by commas, semicolons, tabs or bars."
            )
        case .row:
            guard reader.fieldCount <= InputBounds.columns else {
                throw ImportError(
                    "\(fileName): has \(reader.fieldCount) columns, and at most \(InputBounds.columns) are read",
                    hint:
                        "Nothing was stored. Is it a table with one row a line? Leave out columns that nobody asks about."
                )
            }
            if let long = (0..<reader.fieldCount).first(where: { reader.field($0).count > InputBounds.name }) {
                throw ImportError(
                    "\(fileName): the name of column \(long + 1) is longer than \(InputBounds.name) bytes",
                    hint: "Nothing was stored. The first line must name the columns."
                )
            }
            self.init((0..<reader.fieldCount).map(reader.text))
            try reader.passOverRowsBelow()
            reader.expect(fieldCount: names.count)
        }
    }

    /// Makes every name distinct: an empty one becomes `column N`, a repeated one gets ` (2)`, ` (3)` …
    init(_ raw: [String]) {
        var taken = Set(raw)
        var seen: Set<String> = []
        names = []
        for (index, name) in raw.enumerated() {
            var unique = name
            if name.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty { unique = "column \(index + 1)" }
            var copy = 2
            let base = unique
            while seen.contains(unique) || (unique != name && taken.contains(unique)) {
                unique = "\(base) (\(copy))"
                copy += 1
            }
            if unique != name {
                let shown = base == name ? "\"\(name)\" again" : "without a name"
                notes.append(
                    ImportNote("column-name", "column \(index + 1) is \(shown); it is called \"\(unique)\"")
                )
            }
            seen.insert(unique)
            taken.insert(unique)
            names.append(unique)
        }
    }
}
