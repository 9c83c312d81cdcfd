import Foundation
import JourneyModel
import TestSupport
import Testing

@testable import JourneyFormats

/// Names that look alike are one.
struct FoldedNameTests {
    /// Composed, without what has no width, and with one space wherever there are some between words.
    private func reference(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.filter { ![0x200B, 0xFEFF, 0x2060].contains($0.value) })
        let words = String(scalars).precomposedStringWithCanonicalMapping.unicodeScalars
            .split { $0.properties.isWhitespace }
            .map { String(String.UnicodeScalarView($0)) }
        return words.joined(separator: " ")
    }

    @Test(arguments: 0..<20)
    func isWhatTheDefinitionSays(_ seed: Int) {
        var generator = SplitMix64(seed: UInt64(seed))
        let alphabet = Array("ab  \t\u{A0}\u{3000}e\u{301}é\u{200B}\u{FEFF}\nZ~!".unicodeScalars)
        for _ in 0..<500 {
            let length = Int.random(in: 0...9, using: &generator)
            var scalars = String.UnicodeScalarView()
            for _ in 0..<length { scalars.append(alphabet.randomElement(using: &generator) ?? "a") }
            let text = String(scalars)
            let folded = FoldedName.of(text)
            #expect(Array(folded.utf8) == Array(reference(text).utf8), "\(text.debugDescription)")
            #expect(Array(FoldedName.of(folded).utf8) == Array(folded.utf8))
            let isPlain = text.withBytes(FoldedName.isPlain)
            if isPlain { #expect(Array(folded.utf8) == Array(text.utf8)) }
            let isBlank = text.withBytes { bytes in
                let padded = PaddedBytes(capacity: 64)
                padded.append(UnsafeRawBufferPointer(bytes))
                return FoldedName.isBlank(padded.field(0..<bytes.count))
            }
            #expect(isBlank == (!text.isEmpty && folded.isEmpty))
        }
    }

    @Test func namesOfEventsAreOne() throws {
        let rows = [
            "start form,web", "start form ,web\u{A0}", "start\u{A0}form,web", "café,web", "cafe\u{301},\u{200B}web",
        ]
        let text = "at,page,channel\n" + rows.map { "2025-01-01T10:00:00Z,\($0)\n" }.joined()
        let result = try imported(text, columns: ["time=at", "touchpoint=page", "channel=channel"])
        #expect(result.events.map { Array(($0.touchpoint ?? "").utf8) }.count == 5)
        #expect(Set(result.events.compactMap(\.touchpoint).map { Array($0.utf8) }).count == 2)
        #expect(Set(result.events.compactMap { $0.dimension("channel") }) == ["web"])
        let note = result.summary.files[0].notes.first { $0.id == "folded-names" }
        #expect(note?.count == 5)
        #expect(note?.text.contains("\"start form \" as \"start form\" (1)") == true)
    }

    @Test func nothingIsSaidOfPlainNames() throws {
        let text = "at,page\n2025-01-01T10:00:00Z,start form\n"
        let result = try imported(text, columns: ["time=at", "touchpoint=page"])
        #expect(!result.summary.files[0].notes.contains { $0.id == "folded-names" })
    }

    /// A name of nothing but spaces is none.
    @Test func blankNamesAreMissing() throws {
        let text = "at,page,channel\n2025-01-01T10:00:00Z,\u{A0} ,web\n2025-01-01T10:00:00Z,x, \n"
        let result = try imported(text, columns: ["time=at", "touchpoint=page", "channel=channel"])
        #expect(result.rejects.map(\.reason) == ["no touchpoint: column \"page\" is empty"])
        #expect(result.events.map { $0.dimension("channel") } == [nil])
    }

    @Test func namesBesideTheEventsAreToo() throws {
        let text = "service,channel,amount,currency,from,to\n housing,web\u{A0},5,GBP,2025-01-01,2025-02-01\n"
        let result = try imported(text) {
            $0.rows = .records(.costs)
            $0.zone = "UTC"
            $0.roles = [.init(touchpoint: "start  form", service: nil, role: .start)]
            $0.channelKinds = [.init(channel: "web ", kind: .digital)]
        }
        let cost = result.sink.records.compactMap { if case .side(let record) = $0 { record } else { nil } }.first
        #expect(cost?.text(.costService) == "housing" && cost?.text(.costChannel) == "web")
        #expect(result.sink.records.contains(.touchpointRole(touchpoint: "start form", service: nil, role: .start)))
        #expect(result.sink.records.contains(.channelKind(channel: "web", kind: .digital)))
        #expect(result.summary.files[0].notes.first { $0.id == "folded-names" }?.count == 2)
    }
}
