import TOML
import Testing

@Suite("No text does any harm")
struct TOMLBoundsTests {
    @Test("Nesting is read up to its bound and refused above it, in every form that nests")
    func depth() throws {
        let most = TOMLText.maxDepth
        let forms: [(Int) -> String] = [
            { "a = " + String(repeating: "[", count: $0 - 1) + String(repeating: "]", count: $0 - 1) },
            { String(repeating: "a = {", count: $0 - 1) + "a = 1" + String(repeating: "}", count: $0 - 1) },
            { "[" + Array(repeating: "a", count: $0).joined(separator: ".") + "]" },
            { "[[" + Array(repeating: "a", count: $0).joined(separator: ".") + "]]" },
            { Array(repeating: "a", count: $0).joined(separator: ".") + " = 1" },
            { "[a.a.a]\n" + Array(repeating: "a", count: $0 - 3).joined(separator: ".") + " = 1" },
        ]
        for form in forms {
            _ = try TOMLText.table(form(most))
            for depth in [most + 2, 100_000] {
                let fault = try #require(throws: TOMLFault.self) { try TOMLText.table(form(depth)) }
                #expect(fault.message.contains("more than \(most) deep"), "\(depth): \(form(3)): \(fault)")
            }
        }
        // Never closed, as deep as a file can be.
        for open in ["[", "{", "{a=", "[{a=", "[[", "a.", "\"\"\"\"", "'"] {
            let text = "a = " + String(repeating: open, count: TOMLText.maxBytes / open.utf8.count - 10)
            #expect(throws: TOMLFault.self) { try TOMLText.table(text) }
        }
    }

    @Test("A text longer than the bound is refused, one as long is read")
    func length() throws {
        let start = "a = 1\n#"
        let text = start + String(repeating: "x", count: TOMLText.maxBytes - start.utf8.count)
        #expect(try TOMLText.table(text)["a"]?.integer == 1)
        let fault = try #require(throws: TOMLFault.self) { try TOMLText.table(text + "x") }
        #expect(fault.message == "the file is longer than 1 MiB")
    }

    @Test("Reading takes as long as the text is, whatever is in it")
    func linear() throws {
        let count = 100_000
        let texts = [
            "a = [" + String(repeating: "1, ", count: count) + "]",
            (0..<count / 2).map { "k\($0) = 1\n" }.joined(),
            (0..<count / 4).map { "[a.k\($0)]\n" }.joined(),
            String(repeating: "[[a]]\n", count: count),
            "a = {" + (0..<count / 2).map { "k\($0) = 1" }.joined(separator: ", ") + "}",
        ]
        for text in texts { #expect(try TOMLText.table(text).entries.isEmpty == false) }
    }

    @Test("Random bytes and random pieces of TOML are read or refused with a line of theirs", arguments: 0..<8)
    func random(_ seed: UInt64) {
        let pieces = [
            "[a]", "[[a]]", "[a.b]", "[.", "a.b.c = 1", "a = {b = 1}", "[", "]", "{", "}", "\"", "'", "\"\"\"", "'''",
            "\n",
            "\r\n", "\r", "=", ".", ",", "#", "\\", "\\u00e9", "\\U", "1979-05-27", "07:32:00", "T", "Z", "+01:00",
            "inf",
            "-", "0x1F", "1_000", "1e5", "true", "a", "é", "\0", "\u{7F}", " ", "\t", "[a.b.c]", "\u{FEFF}",
        ]
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        for _ in 0..<4000 {
            var bytes: [UInt8] = []
            for _ in 0..<next(16) {
                if next(8) == 0 {
                    bytes.append(UInt8(next(256)))
                } else {
                    bytes += Array(pieces[next(pieces.count)].utf8)
                }
            }
            do {
                _ = try TOMLText.table(bytes: bytes)
            } catch {
                let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
                #expect((1...lines).contains(error.line ?? 1))
            }
        }
    }
}
