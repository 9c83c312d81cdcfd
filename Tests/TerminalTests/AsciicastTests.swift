import Canvas
import Foundation
import JourneyModel
import Testing

@testable import Terminal

/// The lines of a recording, read back with Foundation's JSON.
struct AsciicastTests {
    private struct Event: Equatable {
        var seconds: Double
        var kind: String
        var text: String

        init(_ line: [UInt8]) throws {
            #expect(line.last == UInt8(ascii: "\n"))
            #expect(line.count <= Asciicast.longestLine)
            let parts = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [Any])
            try #require(parts.count == 3)
            seconds = try #require(parts[0] as? Double)
            kind = try #require(parts[1] as? String)
            text = try #require(parts[2] as? String)
        }
    }

    private func begun() -> Asciicast {
        var cast = Asciicast(timestamp: 1_700_000_000, term: "xterm-256color")
        _ = cast.lines(.size(Size(width: 80, height: 24)), at: 0)
        return cast
    }

    @Test("The header says version, size, time and terminal")
    func header() throws {
        var cast = Asciicast(timestamp: 1_700_000_000, term: "a\"b\\")
        let lines = cast.lines(.size(Size(width: 120, height: 36)), at: 0)
        try #require(lines.count == 1)
        let header = try #require(try JSONSerialization.jsonObject(with: Data(lines[0])) as? [String: Any])
        #expect(header["version"] as? Int == 2)
        #expect(header["width"] as? Int == 120)
        #expect(header["height"] as? Int == 36)
        #expect(header["timestamp"] as? Int == 1_700_000_000)
        #expect(header["env"] as? [String: String] == ["TERM": "a\"b\\"])
    }

    @Test("A change of size is an event of its own")
    func resize() throws {
        var cast = begun()
        let lines = cast.lines(.size(Size(width: 100, height: 30)), at: 1.5)
        let event = try #require(try lines.map(Event.init).first)
        #expect(event.kind == "r")
        #expect(event.text == "100x30")
        #expect(event.seconds == 1.5)
    }

    @Test("Whatever is sent, in whatever pieces, comes back to the byte", arguments: 1...20 as ClosedRange<UInt64>)
    func pieces(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let pool = [
            "a", "\"", "\\", "\u{1B}[1;31m", "\r\n", "\t", "\u{7F}", "é", "█", "─", "生活", "🙂", "e\u{301}", "\0",
        ]
        let text = (0..<Int.random(in: 0...3000, using: &random)).map { _ in pool.randomElement(using: &random) ?? "" }
            .joined()
        var rest = Array(text.utf8)[...]
        var cast = begun()
        var events: [Event] = []
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...(Bool.random(using: &random) ? 3 : 4000), using: &random))
            rest = rest.dropFirst(piece.count)
            events += try cast.lines(.bytes(Array(piece)), at: 0.25).map(Event.init)
        }
        #expect(cast.end(at: 1).isEmpty)
        #expect(events.map(\.text).joined().utf8.elementsEqual(text.utf8))
        #expect(events.allSatisfy { $0.kind == "o" })
    }

    @Test("Bytes that are no UTF-8 become U+FFFD, and what follows is whole")
    func invalid() throws {
        var cast = begun()
        let all: [[UInt8]] = [[0x61, 0xFF, 0x62], [0xE2, 0x94], [0x80], [0xC3], [0x28], [0xF0, 0x9F]]
        var text = ""
        for bytes in all { text += try cast.lines(.bytes(bytes), at: 0).map { try Event($0).text }.joined() }
        #expect(text == "a\u{FFFD}b─\u{FFFD}(")
        #expect(try cast.end(at: 0).map { try Event($0).text } == ["\u{FFFD}"])
    }

    @Test("Times have no exponent and never go astray", arguments: [0, 0.000001, 0.1, 59.9999999, 86_400.5, -1, 1e12])
    func times(seconds: Double) throws {
        var cast = begun()
        let line = try #require(cast.lines(.bytes([0x61]), at: seconds).first)
        let written = String(decoding: line, as: UTF8.self).dropFirst().prefix { $0 != "," }
        #expect(written.allSatisfy { $0.isNumber || $0 == "." })
        #expect(abs((Double(written) ?? .nan) - max(0, min(seconds, 1e9))) < 0.00001)
    }
}
