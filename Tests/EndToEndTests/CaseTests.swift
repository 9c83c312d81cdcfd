import Foundation
import TestSupport
import Testing

/// Small inputs with the right answers to them, which lie beside the checkout: what once gave a wrong one.
extension EndToEnd {
    @Suite("Cases", .enabled(if: SharedCase.folder != nil))
    struct CaseTests {
        @Test("gives the right answer", arguments: SharedCase.names)
        func holds(name: String) throws {
            let problems = try SharedCase(name).problems()
            #expect(problems.isEmpty, "\(name): \(problems.joined(separator: "; "))")
        }
    }
}
