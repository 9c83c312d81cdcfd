import Foundation
import Testing

@Suite("Links in the documents")
struct LinksTests {
    @Test("each leads to a file that is there, and to a heading that it has")
    func leadSomewhere() throws {
        let documents =
            ["README.md"]
            + ["docs", "Benchmarks", "Tests"].flatMap { Repository.paths(below: $0) }.filter { $0.hasSuffix(".md") }
        var count = 0
        for document in documents {
            let folder = document.split(separator: "/").dropLast().joined(separator: "/")
            for match in try Repository.text(document).matches(of: /\]\(([^)\s]+)\)/) where !match.1.contains("://") {
                count += 1
                let parts = match.1.split(separator: "#", omittingEmptySubsequences: false)
                let path = parts[0].isEmpty ? document : folder.isEmpty ? String(parts[0]) : "\(folder)/\(parts[0])"
                guard Repository.exists(path) else {
                    Issue.record("\(document): \(match.1) leads nowhere")
                    continue
                }
                guard parts.count > 1 else { continue }
                let headings = try Repository.text(path).matches(of: /(?m)^#+ (.+)$/).map { Self.anchor($0.1) }
                #expect(headings.contains(String(parts[1])), "\(document): no heading for \(match.1)")
            }
        }
        #expect(count > 200)
    }

    /// As GitHub names headings.
    private static func anchor(_ heading: Substring) -> String {
        heading.lowercased().filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }.replacing(" ", with: "-")
    }
}
