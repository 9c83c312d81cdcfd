/// The text of a view file in its parts: each `[[view]]` with its lines, and what stands before and between. Changing one
/// view leaves every other line as somebody wrote it: comments, order, and entries that this version does not understand.
struct ViewFileText {
    struct Part {
        var isView: Bool
        /// Of the part's first line, from 1.
        var line: Int
        var lines: [Substring]

        var text: String { lines.joined(separator: "\n") }

        /// The line of the file that a line of the part is; both count from 1.
        func line(_ own: Int) -> Int { line + own - 1 }

        /// The blank lines and comments after the last line that sets anything: they are not about the view.
        fileprivate var tail: [Substring] {
            let isEmpty = { (line: Substring) in Self.trimmed(line).first.map { $0 == "#" } ?? true }
            return lines.reversed().prefix(while: isEmpty).reversed()
        }

        fileprivate static func beginsView(_ line: Substring) -> Bool { trimmed(line).hasPrefix("[[view]]") }

        fileprivate static func trimmed(_ line: Substring) -> Substring { line.drop { $0 == " " || $0 == "\t" } }
    }

    private(set) var parts: [Part] = []

    init(_ text: String) {
        var part = Part(isView: false, line: 1, lines: [])
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let isView = Part.beginsView(line)
            let trimmed = Part.trimmed(line)
            let isOther = trimmed.first == "[" && trimmed.dropFirst().first.map { $0.isLetter || $0 == "[" } == true
            if isView || isOther {
                // A comment that stands right above a view is about it.
                var comments: [Substring] = []
                while let last = part.lines.last, Part.trimmed(last).first == "#" {
                    comments.insert(part.lines.removeLast(), at: 0)
                }
                parts.append(part)
                part = Part(isView: isView, line: index + 1 - comments.count, lines: comments)
            }
            part.lines.append(line)
        }
        parts.append(part)
    }

    /// There is nothing in it, not even a line's end.
    var isEmpty: Bool { text.isEmpty }

    var text: String { parts.flatMap(\.lines).joined(separator: "\n") }

    /// Puts `lines` in place of the part at `index`, whose comments and blank lines around it stay; nil: at the end.
    mutating func put(_ lines: [String], at index: Int?) {
        let new = lines.map { $0[...] }
        if let index {
            let comments = parts[index].lines.prefix { Part.trimmed($0).first == "#" }
            parts[index].lines = comments + new + parts[index].tail
        } else {
            let end = parts.count - 1
            while let last = parts[end].lines.last, last.isEmpty { parts[end].lines.removeLast() }
            let isFirst = parts.allSatisfy(\.lines.isEmpty)
            parts.append(Part(isView: true, line: 0, lines: (isFirst ? [] : [""]) + new + [""]))
        }
    }

    mutating func remove(at index: Int) {
        let tail = parts[index].tail
        parts[index].lines = tail.allSatisfy { Part.trimmed($0).isEmpty } ? [] : tail
        parts[index].isView = false
    }
}
