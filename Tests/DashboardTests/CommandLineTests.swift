import Canvas
import JourneyModel
import TestSupport
import Testing

@testable import Dashboard

/// The words that a POSIX shell would make of a line: enough of its quoting to read back what `ShellWord` writes.
private func shellWords(_ line: String) -> [String] {
    var words: [String] = []
    var word: [UInt8]?
    var rest = Array(line.utf8)[...]
    func take() -> UInt8? { rest.popFirst() }
    while let byte = take() {
        switch byte {
        case UInt8(ascii: " "):
            if let done = word { words.append(String(decoding: done, as: UTF8.self)) }
            word = nil
        case UInt8(ascii: "'"):
            word = word ?? []
            while let inner = take(), inner != UInt8(ascii: "'") { word?.append(inner) }
        case UInt8(ascii: "\\"):
            word = (word ?? []) + [take()].compactMap(\.self)
        case UInt8(ascii: "$") where rest.first == UInt8(ascii: "'"):
            _ = take()
            word = word ?? []
            while let inner = take(), inner != UInt8(ascii: "'") {
                guard inner == UInt8(ascii: "\\"), let next = take() else {
                    word?.append(inner)
                    continue
                }
                if next == UInt8(ascii: "x") {
                    let digits = String(decoding: [take(), take()].compactMap(\.self), as: UTF8.self)
                    word?.append(UInt8(digits, radix: 16) ?? 0)
                } else {
                    word?.append(next)
                }
            }
        default: word = (word ?? []) + [byte]
        }
    }
    if let done = word { words.append(String(decoding: done, as: UTF8.self)) }
    return words
}

private func values(of option: String, in words: [String]) -> [String] {
    words.indices.filter { words[$0] == option && $0 + 1 < words.count }.map { words[$0 + 1] }
}

struct CommandLineTests {
    @Test(arguments: [
        ("plain", "plain"), ("", "''"), ("two words", "'two words'"), ("it's", #"'it'\''s'"#), ("$HOME", "'$HOME'"),
        ("a\u{1B}b", #"$'a\x1bb'"#), ("-", "-"), ("Bürger", "'Bürger'"),
    ])
    func quoting(_ word: String, _ quoted: String) {
        #expect(ShellWord.quoted(word) == quoted)
        #expect(shellWords(quoted) == [word])
    }

    @Test func anyWordSurvivesAShell() {
        var random = SplitMix64(seed: 4)
        let characters = Array("ab '\"\\$`!*?[]{}|&;<>()#~=\n\t\u{1B}\u{7F}\u{202E}é日|,")
        for _ in 0..<3000 {
            let word = String(
                (0..<Int.random(in: 0..<9, using: &random)).compactMap { _ in
                    characters.randomElement(using: &random)
                }
            )
            #expect(shellWords("x " + ShellWord.quoted(word)) == ["x", word])
            #expect(ShellWord.quoted(word).unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 })
        }
    }

    @Test func theFunnelOnTheScreen() {
        var state = DashboardState.sample(.funnel)
        #expect(
            state.commandLine
                == "cxm show funnel --within 14d --by channel --from 2025-10-01 --to 2025-12-31 --store riverbend.cxm"
        )
        #expect(state.press("y") == [.copy(state.commandLine)])
        #expect(state.message?.contains("cxm show funnel") == true)
    }

    @Test func everyFunnelQueryCanBeReadBack() throws {
        var random = SplitMix64(seed: 11)
        let names = ["submit", "start form", "a|b", "what?", "x[y]", "it's", "back\\slash", "ünï"]
        for _ in 0..<500 {
            let steps = (0..<Int.random(in: 1...5, using: &random)).map { index -> FunnelStep in
                let alternatives = (0..<Int.random(in: 1...2, using: &random)).map { _ in
                    StepPredicate(
                        touchpoint: names.randomElement(using: &random) ?? "",
                        filters: Bool.random(using: &random)
                            ? [Filter(dimension: "service", values: [names.randomElement(using: &random) ?? ""])] : []
                    )
                }
                return FunnelStep(alternatives, isOptional: index > 0 && Bool.random(using: &random))
            }
            let filter = Filter(
                dimension: "person.region",
                values: [names.randomElement(using: &random) ?? "", "a,b"],
                isNegated: Bool.random(using: &random)
            )
            let query = FunnelQuery(
                scope: Scope(range: Fixtures.quarter, filters: [filter], unit: .case),
                steps: steps,
                window: Bool.random(using: &random) ? Milliseconds(random.next() % 100_000_000_000) : nil,
                order: FunnelQuery.Order.allCases.randomElement(using: &random) ?? .ordered
            )
            let line = ["cxm"] + DashboardState.words(for: query) + DashboardState.words(for: query.scope)
            let words = shellWords(line.map(ShellWord.quoted).joined(separator: " "))
            #expect(try values(of: "--step", in: words).map { try FunnelStep(parsing: $0) } == steps)
            #expect(try values(of: "--where", in: words).map { try Filter(parsing: $0) } == [filter])
            #expect(
                try values(of: "--within", in: words).map { try SpanWord.parse($0) }
                    == [query.window].compactMap(\.self)
            )
            #expect(values(of: "--order", in: words).first ?? "ordered" == query.order.rawValue)
            #expect(values(of: "--unit", in: words) == ["case"])
        }
    }
}
