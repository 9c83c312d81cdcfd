import Foundation
import TestSupport
import Testing

/// Small inputs with the right answers to them, which lie beside the checkout: what once gave a wrong one.
extension EndToEnd {
    @Suite("Cases", .enabled(if: SharedCase.folder != nil))
    struct CaseTests {
        /// Cases that do not hold yet, and what they wait for. One that begins to hold fails, so that this list only shrinks.
        private static let open: [String: String] = [
            "a-file-is-no-store": "what is no store is refused in words"
        ]

        @Test("gives the right answer", arguments: SharedCase.names)
        func holds(name: String) throws {
            let problems = try SharedCase(name).problems()
            if let reason = Self.open[name] {
                #expect(!problems.isEmpty, "\(name) holds now: take it off the list of what waits for \(reason)")
            } else {
                #expect(problems.isEmpty, "\(name): \(problems.joined(separator: "; "))")
            }
        }
    }
}
