import Foundation
import JourneyModel
import Testing

@testable import JourneyFormats

/// Logs as no program should write them: each is read for what it says, or refused with file and line, and none ends the
/// process.
@Suite("XES logs that are damaged, hostile or written by other rules")
struct XESHostileTests {
    private static let stamp = "2025-01-01T10:00:00Z"

    private static func event(_ name: String, _ more: String = "") -> String {
        "<event><string key=\"concept:name\" value=\"\(name)\"/><date key=\"time:timestamp\" value=\"\(stamp)\"/>\(more)</event>"
    }

    private static func log(_ events: String, head: String = "") -> String {
        "\(head)<log><trace><string key=\"concept:name\" value=\"c1\"/>\(events)</trace></log>"
    }

    private func refusal(_ bytes: [UInt8]) -> ImportError? {
        importError { _ = try imported(bytes, name: "a.xes") }
    }

    private func refusal(_ text: String) -> ImportError? { refusal(Array(text.utf8)) }

    @Test("Instructions without and with data, comments and CDATA are passed over")
    func instructions() throws {
        let body = "<?note?><?note ?><?a b?><!-- c --><![CDATA[ <x> ]]>text&lt;"
        let text = Self.log(body + Self.event("A", body) + body, head: "<?note?><!-- c -->")
        #expect(try imported(text, name: "a.xes").events.map(\.touchpoint) == ["A"])
    }

    @Test("A byte that is no UTF-8 is refused wherever it stands", arguments: [0xE9, 0xFF, 0xC0, 0x80] as [UInt8])
    func badBytes(_ byte: UInt8) {
        let places: [(String, String)] = [
            ("<log>\n<", "></log>"), ("<log>\n<a", "/></log>"), ("<log>\n<string key", "=\"x\" value=\"y\"/></log>"),
            ("<log>\n<string key=\"", "\" value=\"y\"/></log>"),
            ("<log>\n<trace><string key=\"x\" value=\"", "\"/></trace></log>"),
            ("<log>\n", "</log>"), ("<log>\n<?a", "?></log>"), ("<log>\n<!-- ", "--></log>"), ("<log>\n</log", ">"),
        ]
        for (before, after) in places {
            let error = refusal(Array(before.utf8) + [byte] + Array(after.utf8))
            #expect(error?.message.hasPrefix("a.xes, line 2: ") == true, "\(before): \(String(describing: error))")
            #expect(error?.hint.isEmpty == false)
        }
        let text = refusal(Array("<log>\n<string key=\"".utf8) + [byte] + Array("\" value=\"y\"/></log>".utf8))
        #expect(text?.message == "a.xes, line 2: a character is not of the file's encoding")
        #expect(text?.hint.contains("Save the file as UTF-8, or name its encoding") == true)
    }

    @Test("The encoding that the first line names is read, and both kinds of UTF-16")
    func encodings() throws {
        let text = Self.log(Self.event("café") + Self.event("thé"))
        let names: [(String, String.Encoding, [UInt8])] = [
            ("ISO-8859-1", .isoLatin1, []), ("windows-1252", .windowsCP1252, []), ("UTF-8", .utf8, [0xEF, 0xBB, 0xBF]),
            ("UTF-16", .utf16LittleEndian, [0xFF, 0xFE]), ("UTF-16", .utf16BigEndian, [0xFE, 0xFF]),
        ]
        for (name, encoding, mark) in names {
            let whole = "<?xml version=\"1.0\" encoding=\"\(name)\"?>\n" + text
            let bytes = mark + [UInt8](try #require(whole.data(using: encoding)))
            #expect(try imported(bytes, name: "a.xes").events.map(\.touchpoint) == ["café", "thé"], "\(name) \(mark)")
        }
        let none = refusal("<?xml version=\"1.0\" encoding=\"klingon\"?>\n<log/>")
        #expect(none?.message == "a.xes, line 1: a character is not of the file's encoding")
    }

    @Test("A log is refused wherever it is cut")
    func cut() throws {
        let text = Array(Self.log(Self.event("A")).utf8)
        for count in 1..<text.count {
            let error = refusal(Array(text[..<count]))
            #expect(error?.message.hasPrefix("a.xes, line 1: ") == true, "cut after \(count)")
        }
        #expect(refusal(Array(text.dropLast(4)))?.message == "a.xes, line 1: the XML is broken (it ends too early)")
        #expect(
            refusal(Self.log(Self.event("A")) + "<more/>")?.message
                == "a.xes, line 1: the XML is broken (something comes after its end)"
        )
    }

    @Test("Elements are read to a depth of 256, however the document goes on")
    func depth() throws {
        func nested(_ depth: Int) -> String {
            let names = Array(repeating: "string", count: depth)
            return names.map { "<\($0) key=\"k\" value=\"v\">" }.joined() + names.map { "</\($0)>" }.joined()
        }
        #expect(try imported(Self.log(Self.event("A", nested(253))), name: "a.xes").events.count == 1)
        for depth in [254, 100_000] {
            let error = refusal(Self.log(Self.event("A", nested(depth))))
            #expect(error?.message == "a.xes, line 1: elements lie more than 256 deep in one another")
        }
    }

    @Test("A value, a key and an event are read up to their bounds; above them the event is a reject")
    func bounds() throws {
        func attribute(_ key: Int, _ value: Int) -> String {
            let key = String(repeating: "k", count: key)
            return "<string key=\"\(key)\" value=\"\(String(repeating: "v", count: value))\"/>"
        }
        let large = String(repeating: attribute(1, InputBounds.value), count: 9)
        let events: [(String, String?)] = [
            (attribute(1, InputBounds.value), nil),
            (attribute(1, InputBounds.value + 1), "the value of an attribute is longer than 1048576 bytes"),
            (attribute(InputBounds.name, 1), nil),
            (attribute(InputBounds.name + 1, 1), "the key of an attribute is longer than 4096 bytes"),
            (large, "the attributes together are longer than 8388608 bytes"),
        ]
        for (more, reason) in events {
            let result = try imported(Self.log(Self.event("A", more) + Self.event("B")), name: "a.xes")
            #expect(result.events.map(\.touchpoint) == (reason == nil ? ["A", "B"] : ["B"]))
            #expect(result.rejects.map(\.reason) == [reason].compactMap(\.self))
            #expect(result.rejects.allSatisfy { $0.raw.utf8.count <= InputBounds.rejectedText })
        }
        // Of a trace every event would be concerned.
        let trace = refusal(Self.log(attribute(1, InputBounds.value + 1) + Self.event("A")))
        #expect(trace?.message.hasPrefix("a.xes, line 1: of the trace, the value of an attribute is longer") == true)
    }

    /// What the parser must keep until it is whole has a bound of its own.
    @Test("A tag, a comment, an instruction or a text of 30 MB is refused in little memory")
    func enormous() throws {
        let filling = [UInt8](repeating: UInt8(ascii: "x"), count: 30 << 20)
        for (before, after) in [
            ("<string key=\"k\" value=\"", "\"/>"), ("<!--", "-->"), ("<?a ", "?>"), ("<", "/>"), ("<![CDATA[", "]]>"),
            ("", ""),
        ] {
            let bytes = Array("<log>\n\(before)".utf8) + filling + Array("\(after)</log>".utf8)
            var handedOut = 0
            let source = try ByteSource(name: "a.xes") { buffer in
                let count = min(buffer.count, bytes.count - handedOut)
                buffer.copyBytes(from: bytes[handedOut..<handedOut + count])
                handedOut += count
                return count
            }
            let error = importError { try XESReader(source) { _ in }.read() }
            #expect(
                error?.message.hasPrefix("a.xes, line 2: a tag, a comment,") == true,
                "\(before): \(String(describing: error))"
            )
            #expect(handedOut < XMLEvents.maxMarkup + (1 << 20))
        }
    }

    @Test("A tag with more attributes than can be compared is refused")
    func attributes() throws {
        let many = (0..<50_000).map { " a\($0) = ''" }.joined()
        #expect(refusal("<log><string\(many)/></log>")?.message.contains("more than 20000 attributes") == true)
        // A long value that quotes much is none.
        let quoting = String(repeating: "&lt;a href='x'>", count: 10_000)
        let result = try imported(Self.log(Self.event("A", "<string key=\"k\" value=\"\(quoting)\"/>")), name: "a.xes")
        #expect(result.events.count == 1)
    }

    @Test("More different attributes than a table may have columns are refused")
    func keys() {
        let attributes = (0...InputBounds.columns).map { "<string key=\"k\($0)\" value=\"v\"/>" }
        let half = attributes.count / 2
        let events = [attributes[..<half], attributes[half...]].map { Self.event("A", $0.joined()) }
        let error = refusal(Self.log(events.joined()))
        #expect(error?.message == "a.xes: the log has more than 2000 different attributes")
    }

    @Test("The standard's keys are found however long the log's own head is")
    func longHead() throws {
        let attribute = "<string key=\"note\" value=\"\(String(repeating: "x", count: 1000))\"/>"
        let head = String(repeating: attribute, count: 6000)
        let body = "<trace><string key=\"concept:name\" value=\"c1\"/>\(Self.event("A"))</trace>"
        let result = try imported("<log>\(head)\(body)</log>", name: "a.xes")
        #expect(result.events.map(\.touchpoint) == ["A"])
        #expect(result.events.map(\.caseID) == ["c1"])
    }

    @Test("Traces without a name are cases by their place, unless the mapping says what a case is")
    func nameless() throws {
        let first = "<trace>\(Self.event("A"))\(Self.event("B"))</trace>"
        let second =
            "<trace><string key=\"concept:name\" value=\"\"/><string key=\"ticket\" value=\"t\"/>\(Self.event("A"))</trace>"
        let third = "<trace><string key=\"concept:name\" value=\"c\"/>\(Self.event("A"))</trace>"
        let text = "<log>\(first)\(second)\(third)\(Self.event("loose"))</log>"
        let result = try imported(text, name: "logs/a.xes.gz")
        #expect(result.events.map(\.caseID) == ["a, trace 1", "a, trace 1", "a, trace 2", "c", nil])
        let notes = result.notes
        #expect(notes.contains("traces without a name are cases by their place in the file: 2"))
        let mapped = try imported(text, name: "a.xes", columns: ["case=ticket"])
        #expect(mapped.events.map(\.caseID) == [nil, nil, "t", nil, nil])
    }

    @Test(
        "An object-centric log is told apart from one without events",
        arguments: [
            "<log><events><event/></events></log>", "<log><object-types/><events/></log>",
            "<log><global/><objects/></log>",
        ]
    )
    func objects(_ text: String) {
        let error = refusal(text)
        #expect(error?.message == "a.xes, line 1: is an object-centric log (OCEL), not an XES log")
        #expect(error?.hint.contains("Flatten it") == true)
    }

    @Test("Starts are paired in time that grows with their number")
    func pairs() {
        var pairs = LifecyclePairs()
        for index in 0..<Int64(100_000) { pairs.start("a", at: Timestamp(milliseconds: index)) }
        let inOrder = (0..<Int64(100_000)).allSatisfy { pairs.complete("a")?.milliseconds == $0 }
        #expect(inOrder)
        #expect(pairs.complete("a") == nil)
    }

    @Test("Bytes changed at random are read or refused with the file's name", arguments: 0..<4)
    func mutated(_ seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 7
        func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        let head = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><?p?><!DOCTYPE log><!-- c -->"
        let good = Array((head + Self.log(Self.event("A&lt;") + Self.event("B", "<list><values/></list>"))).utf8)
        for _ in 0..<300 {
            var bytes = good
            for _ in 0...next(4) {
                switch next(3) {
                case 0: bytes[next(bytes.count)] = UInt8(next(256))
                case 1: bytes.removeSubrange(next(bytes.count)..<bytes.count)
                default: bytes.insert(contentsOf: bytes[next(bytes.count)...].prefix(next(40)), at: next(bytes.count))
                }
                if bytes.isEmpty { bytes = [0] }
            }
            if let error = refusal(bytes) { #expect(error.message.hasPrefix("a.xes")) }
        }
    }
}
