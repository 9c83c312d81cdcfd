import Foundation
import Testing

/// The decisions are a file a chapter; the index has a line for each.
@Suite("docs/decisions")
struct DecisionsTests {
    private static let folder = "docs/decisions"

    /// What begins an entry of `chapter`: its words in bold, or in a table its first cells.
    private static func entries(_ chapter: String) -> [String] {
        chapter.matches(of: /(?m)^(?:- )?\*\*(.+?)\*\*|^\| (.+?) \| (.+?) \|/).compactMap { match in
            if let bold = match.1 { return String(bold.last == "." ? bold.dropLast() : bold) }
            guard let name = match.2, let use = match.3, name != "library" else { return nil }
            return "\(name) for \(use)"
        }
    }

    /// The index with the lines that its chapters give; chapters and their order are its own.
    private static func made(from index: String) throws -> String {
        var parts: [String] = []
        for part in index.split(separator: /(?m)^##\s/).enumerated() {
            guard part.offset > 0 else {
                parts.append(String(part.element))
                continue
            }
            let heading = part.element.prefix { $0 != "\n" }
            let match = try #require(heading.wholeMatch(of: /\[(.+)\]\((.+)\)/), "\(heading)")
            let chapter = try Repository.text("\(folder)/\(match.2)")
            #expect(chapter.hasPrefix("# \(match.1)\n"))
            #expect(match.2 == match.1.lowercased().replacing(" ", with: "-") + ".md")
            let lines = entries(chapter).map { "- [\($0)](\(match.2))\n" }
            #expect(Set(lines).count == lines.count, "two entries of \(match.2) begin alike")
            parts.append("\(heading)\n\n\(lines.joined())")
        }
        return parts[0] + parts.dropFirst().map { "## \($0)" }.joined(separator: "\n")
    }

    @Test("each decision has its line in the index")
    func index() throws {
        let path = "\(Self.folder)/README.md"
        let text = try Self.made(from: Repository.text(path))
        if Repository.writesGolden {
            try Data(text.utf8).write(to: Repository.root.appendingPathComponent(path))
        }
        #expect(try Repository.text(path) == text)
        #expect(text.matches(of: /(?m)^-\s/).count > 150)
    }

    @Test("each chapter is in the index, and each of its entries begins with what is decided")
    func chapters() throws {
        let index = try Repository.text("\(Self.folder)/README.md")
        let files = Repository.paths(below: Self.folder).filter { !$0.hasSuffix("/README.md") }
        #expect(files.count == index.matches(of: /(?m)^##\s/).count)
        for file in files {
            #expect(index.contains("](\(file.dropFirst(Self.folder.count + 1)))"), "\(file)")
            for line in try Repository.text(file).split(separator: "\n") where line.hasPrefix("- ") {
                #expect(line.hasPrefix("- **"), "\(file): \(line)")
            }
        }
    }
}
