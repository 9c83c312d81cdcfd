import Foundation
import Testing

/// What the two documents that lead into the code call by name is there under this name.
@Suite("Names in backquotes")
struct NamesTests {
    /// Read once: all sources are.
    private static let code = Result { try CodeNames() }

    private static func names(in document: String) -> [Substring] {
        document.replacing(/(?s)```.*?```/, with: "").matches(of: /`([^`\n]+)`/).map(\.1)
    }

    @Test(
        "each is a type, a member, a file, a command, an option or a variable of the repository",
        arguments: [
            "docs/CONTRIBUTING.md", "docs/ARCHITECTURE.md",
        ]
    )
    func areThere(document: String) throws {
        let names = try Self.names(in: Repository.text(document))
        #expect(names.count > 50)
        let code = try Self.code.get()
        for name in names { #expect(code.know(name), "\(document): there is no \(name)") }
    }

    @Test(
        "one that is not there is seen",
        arguments: [
            "FunnelQuestionnaire", "InputFormat.every", "Nowhere.all", "DashboardState.rewind(action)",
            "Sources/Nowhere",
            "JourneyModel/Questions/Funnels.swift", "Charting/", "FunnelQuery+Answers.swift", "Scripts/dance",
            "Scripts/dance 5",
            "Scripts/test --filter FunnelledTests", "sudo Scripts/dance", "cxm themes dance", "cxm dance", "--dance",
            "CXM_DANCE=1", "dance", "swift dance", "shelldance -x",
        ]
    )
    func areNotThere(name: String) throws {
        #expect(try !Self.code.get().know(name[...]))
    }
}
