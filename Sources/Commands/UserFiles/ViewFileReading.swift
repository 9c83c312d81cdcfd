import Dashboard
import TOML

/// What the text of a file of views says: its views, and what in it is none. Every part is read by itself, so that what is
/// wrong with one view does not take the others away.
struct ViewFileReading {
    private let file: String
    private let entries: [Entry]

    /// - Parameter file: as warnings call it.
    init(_ text: ViewFileText, file: String) {
        self.file = file
        var names: Set<String> = []
        entries = text.parts.enumerated().map { index, part in
            var entry = Self.entry(part, at: index, file)
            if let name = entry.view?.name, !names.insert(name).inserted {
                let message = "the view '\(name)' is there twice: the first counts"
                entry.warnings.append(TextProblem(file, line: part.line(entry.nameLine), message))
                entry.view = nil
            }
            return entry
        }
    }

    /// In the order of the file.
    var views: [NamedView] { entries.compactMap(\.view) }

    var warnings: [TextProblem] { entries.flatMap(\.warnings) }

    /// Which part of the text is the view of this name; nil where none is.
    func part(of name: String) -> Int? { entries.first { $0.view?.name == name }?.part }

    private struct Entry {
        /// Which part of the text it is.
        var part: Int
        var view: NamedView?
        /// Of the part, from 1.
        var nameLine = 1
        var warnings: [TextProblem] = []
    }

    private static func entry(_ part: ViewFileText.Part, at index: Int, _ file: String) -> Entry {
        do {
            let document = try TOMLDocument(part.text, name: file, firstLine: part.line)
            guard part.isView, let value = document.table["view"]?.array?.first, let view = value.table else {
                let unknown = document.table.entries.map {
                    document.problem($0.line, "unknown '\($0.key)': each view begins with [[view]]")
                }
                return Entry(part: index, warnings: unknown)
            }
            return read(view, from: value.place.line, document, at: index)
        } catch {
            return Entry(part: index, warnings: [error])
        }
    }

    /// - Parameter line: where in the part the view's header stands.
    private static func read(
        _ table: TOMLTable,
        from line: Int,
        _ document: TOMLDocument,
        at index: Int
    ) -> Entry {
        var entry = ViewEntry()
        var warnings: [TextProblem] = []
        for said in table.entries {
            guard let key = ViewEntry.Key(rawValue: said.key) else {
                let keys = ViewEntry.Key.allCases.map(\.rawValue).joined(separator: ", ")
                warnings.append(document.problem(said.line, "unknown key '\(said.key)'; keys are: \(keys)"))
                continue
            }
            entry.values[key] = value(said.value)
        }
        // An unknown key may be what makes the view what it is.
        guard warnings.isEmpty else { return Entry(part: index, warnings: warnings) }
        do {
            let view = try NamedView(entry)
            return Entry(part: index, view: view, nameLine: table.line(of: "name") ?? line)
        } catch {
            let place = error.key.flatMap { table.line(of: $0) } ?? line
            return Entry(part: index, warnings: [document.problem(place, error.message)])
        }
    }

    private static func value(_ value: TOMLValue) -> ViewEntry.Value {
        switch value.kind {
        case .string(let text): return .text(text)
        case .integer(let number): return .number(number)
        case .bool(let flag): return .flag(flag)
        case .array(let values):
            let texts = values.compactMap(\.string)
            return texts.count == values.count ? .texts(texts) : .other
        case .float, .time, .table: return .other
        }
    }
}
