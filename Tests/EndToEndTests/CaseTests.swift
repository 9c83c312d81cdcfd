import Foundation
import TestSupport
import Testing

/// Small inputs with the right answers to them, which lie beside the checkout: what once gave a wrong one.
extension EndToEnd {
    @Suite("Cases", .enabled(if: SharedCase.folder != nil))
    struct CaseTests {
        /// Cases that do not hold yet, and what they wait for. One that begins to hold fails, so that this list only shrinks.
        private static let open: [String: String] = [
            "a-date-in-the-far-future-moves-nobody": "the horizon takes no time later than its own import (D28)",
            "a-file-is-no-store": "what is no store is refused in words",
            "a-known-id-with-other-content": "an id that comes again with other content",
            "an-overlapping-export": "exports that overlap",
            "calls-after-completion-are-no-hand-off": "hand-offs end with the journey (D20)",
            "captured-content-is-no-question-about-channels": "what a service asks for (D16)",
            "every-row-rejected": "an import of which every row is rejected",
            "hand-offs-within-one-journey": "hand-offs are those of a journey (D20)",
            "look-alike-names": "names that only look alike",
            "merged-with-one-who-withdrew": "consent on merging (D17)",
            "microseconds-since-1970": "times in microseconds",
            "money-and-decimal-comma": "numbers with a decimal comma",
            "months-without-events": "periods without events (D27)",
            "one-column-for-two-fields": "a column for two fields",
            "repeated-hour-in-the-order-of-the-file": "the hour that comes twice",
            "the-same-bytes-under-another-name": "a file that is known under another name",
            "the-same-file-under-another-mapping": "a file that is known under another mapping",
            "three-at-one-instant-are-one-group": "groups of ties (D1)",
            "ties-over-two-sources": "groups of ties over sources (D1)",
            "title-and-separator-lines": "lines above the header",
            "volumes-without-subjects": "volumes without persons or cases",
            "withdrawn-for-marketing-then-marketed-to": "consent by purpose (D17)",
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
