import JourneyModel
import TestSupport
import Testing

@testable import Reports

/// A name that tries to write the clipboard, turn the reading direction, end the table, start HTML and be a formula.
private let hostile = "=x\u{1B}]52;c;aGk=\u{7}\u{202E}|`<b>&\u{9B}2J\u{0}\r\n# _*["

private let answer = PathsResult(
    query: PathsQuery(),
    transitions: [
        .init(from: hostile, to: "b", count: 1, subjects: 1, share: .rate(1, of: 1, .d9), medianGap: nil)
    ],
    transitionTotal: 1,
    distinctTransitions: 1,
    starts: [.init(name: hostile, count: 1)],
    ends: [],
    handOffs: nil,
    rework: [],
    receipt: Receipt(
        definitions: [.d9],
        scope: Scope(filters: [Filter(dimension: "service", values: [hostile])]),
        unit: .person,
        events: 2,
        subjects: 1,
        eventsWithoutSubject: 0,
        horizon: nil,
        notes: [.names([hostile])]
    )
)

@Test(arguments: OutputFormat.all(holding: .answer))
func hostileTextCannotAct(format: OutputFormat) {
    for scalar in answer.rendered(as: format).unicodeScalars {
        let isControl = scalar.value < 0x20 && !"\n\r\t".unicodeScalars.contains(scalar)
        #expect(!isControl && !(0x7F...0x9F).contains(scalar.value) && scalar != "\u{202E}")
    }
}

@Test func markdownKeepsMarksFromData() {
    let text = answer.rendered(as: .markdown)
    #expect(!text.contains("<b>"))
    // Every row of a table has as many bars of the table's own as its head; one that stands for itself has a backslash before it.
    var head: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        guard line.hasPrefix("|") else {
            head = nil
            continue
        }
        let own = line.replacing("\\|", with: "").count { $0 == "|" }
        #expect(own == head ?? own, "\(line)")
        head = own
    }
}

@Test(arguments: [
    ("a|b", "a\\|b"), ("`x`", "\\`x\\`"), ("<script>&amp;", "&lt;script&gt;&amp;amp;"), ("a\\|b", "a\\\\\\|b"),
    ("*_[]#~$", "\\*\\_\\[\\]\\#\\~\\$"), ("line\nbreak", "line\u{FFFD}break"),
])
func markdownEscapes(text: String, expected: String) {
    #expect(MarkdownRenderer.escaped(text) == expected)
}

@Test func csvFromDataIsNoFormula() {
    let lines = answer.rendered(as: .csv)
    #expect(lines.contains("\"'=x\u{FFFD}]52"))
}
