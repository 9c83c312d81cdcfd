import Foundation
import Testing

/// docs/WORDS.md: what becomes of people has one word each, and no text says it in another.
@Suite("docs/WORDS.md")
struct WordsTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The words that the list has others for, by the word to use.
    private static func banned() throws -> [(word: String, instead: String)] {
        let text = try String(contentsOf: root.appendingPathComponent("docs/WORDS.md"), encoding: .utf8)
        return text.split(separator: "\n").filter { $0.hasPrefix("| ") }.flatMap { row in
            let cells = row.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            let words = cells.count > 4 ? cells[4].matches(of: /`([^`]+)`/).map { String($0.1) } : []
            return words.map { ($0, cells[1]) }
        }
    }

    /// Texts in the sources of a module: what stands in quotes, without what is put in.
    private static func texts(of module: String) throws -> [(place: String, text: String)] {
        let folder = root.appendingPathComponent("Sources/" + module)
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var found: [(place: String, text: String)] = []
        for file in files.compactMap({ $0 as? URL }) where file.pathExtension == "swift" {
            // A style sheet, in which left is a side.
            if file.lastPathComponent == "HTMLStyle.swift" { continue }
            var isInside = false
            let lines = try String(contentsOf: file, encoding: .utf8).split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
            for (number, line) in lines.enumerated() {
                let place = "\(file.lastPathComponent):\(number + 1)"
                if line.contains("\"\"\"") {
                    isInside.toggle()
                } else if isInside {
                    found.append((place, String(line)))
                } else if !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") {
                    let plain = line.replacing(/\\\([^()]*(\([^()]*\)[^()]*)*\)/, with: "…")
                    found += plain.matches(of: /"([^"]*)"/).map { (place, String($0.1)) }
                }
            }
        }
        return found
    }

    private static func says(_ text: String, _ words: String) throws -> Bool {
        try text.firstMatch(of: Regex("\\b\(words)\\b").ignoresCase()) != nil
    }

    @Test(
        "No text on a screen, in a report or a remark says another word",
        arguments: ["Wording", "Dashboard", "Reports"]
    )
    func sources(module: String) throws {
        let banned = try Self.banned()
        #expect(banned.count > 10)
        let texts = try Self.texts(of: module)
        #expect(texts.count > 50)
        for (place, text) in texts {
            for (word, instead) in banned where try Self.says(text, word) {
                Issue.record("\(place): '\(word)' is called '\(instead)'")
            }
            if try Self.says(text, "lost"), !text.contains(/attempt|online/) {
                Issue.record("\(place): only attempts are lost")
            }
            // By itself it is a key.
            if text != "left", try Self.says(text, "left"), !text.contains(/[Ll]eft out|online/) {
                Issue.record("\(place): left is said of services online, and of what is left out")
            }
        }
    }

    @Test(
        "No document for users does",
        arguments: [
            "README.md", "docs/DEMO.md", "docs/DISCLOSURE.md", "docs/KEYS.md", "docs/REMARKS.md", "docs/TOUR.md",
            "docs/VIEWS.md",
        ]
    )
    func documents(name: String) throws {
        // Ids and command lines are a contract.
        let text = try String(contentsOf: Self.root.appendingPathComponent(name), encoding: .utf8)
            .replacing(/`[^`\n]*`/, with: "")
        for (word, instead) in try Self.banned() where try Self.says(text, word) {
            Issue.record("\(name): '\(word)' is called '\(instead)'")
        }
    }
}
