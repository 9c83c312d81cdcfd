import Foundation
import JourneyModel
import TOML
import Testing

@testable import JourneyFormats

@Suite("What is read has bounds")
struct InputBoundsTests {
    private static let mapping = ["person=u", "time=t", "touchpoint=p", "channel=c"]

    private func table(_ touchpoint: Int, _ channel: Int, _ more: Int = 0) -> String {
        func text(_ count: Int) -> String { String(repeating: "x", count: count) }
        return "u,t,p,c,note\na,2025-01-01T00:00:00Z,\(text(touchpoint)),\(text(channel)),\(text(more))\n"
            + "b,2025-01-01T00:00:00Z,p,c,n\n"
    }

    @Test("A touchpoint and any other name are read up to their bound; above it the row is a reject")
    func names() throws {
        let most = InputBounds.name
        for (touchpoint, channel, reason) in [
            (most, most, nil), (most + 1, 1, "the touchpoint is longer than \(most) bytes"),
            (1, most + 1, "the channel is longer than \(most) bytes"),
        ] as [(Int, Int, String?)] {
            let result = try imported(table(touchpoint, channel), columns: Self.mapping)
            #expect(result.events.count == (reason == nil ? 2 : 1))
            #expect(result.rejects.count == (reason == nil ? 0 : 1))
            if let reason { #expect(result.rejects.first?.reason.hasPrefix(reason) == true) }
        }
    }

    @Test("A value is read up to its bound; above it the row is a reject, of which the beginning is kept")
    func values() throws {
        let fits = try imported(table(1, 1, InputBounds.value), columns: Self.mapping)
        #expect(fits.events.first?.attribute("note")?.utf8.count == InputBounds.value)
        let long = try imported(table(1, 1, InputBounds.value + 1), columns: Self.mapping)
        #expect(long.events.count == 1)
        #expect(long.rejects.first?.reason.contains("longer than \(InputBounds.value) bytes") == true)
        #expect((long.rejects.first?.raw.utf8.count ?? 0) <= InputBounds.rejectedText)
    }

    @Test("Columns are read up to their number and the length of their names")
    func columns() throws {
        func header(_ count: Int) -> String {
            "u,t,p," + Array(repeating: "x", count: count - 3).joined(separator: ",")
        }
        let mapping = ["person=u", "time=t", "touchpoint=p"]
        let row = "a,2025-01-01T00:00:00Z,p" + String(repeating: ",", count: InputBounds.columns - 3)
        #expect(try imported(header(InputBounds.columns) + "\n\(row)\n", columns: mapping).events.count == 1)
        // Names that are all the same are told apart by numbers, which takes long for many.
        for count in [InputBounds.columns + 1, 200_000] {
            let error = importError { _ = try imported(header(count) + "\n", columns: mapping) }
            #expect(error?.message == "test.csv: has \(count) columns, and at most \(InputBounds.columns) are read")
        }
        let long = importError {
            _ = try imported("u,t,p,\(String(repeating: "x", count: InputBounds.name + 1))\n", columns: mapping)
        }
        #expect(long?.message == "test.csv: the name of column 4 is longer than \(InputBounds.name) bytes")
    }

    /// A thousand times as much as lies on disk.
    @Test("A packed file of any ratio is read")
    func packed() throws {
        let row = "a,2025-01-01T00:00:00Z,p,c,\(String(repeating: "x", count: 1_000_000))\n"
        let member = gzipped(Array(String(repeating: row, count: 4).utf8))
        let bytes = gzipped(Array("u,t,p,c,note\n".utf8)) + Array(repeatElement(member, count: 4).joined())
        #expect(bytes.count < 32_000)
        #expect(try imported(bytes, name: "a.csv.gz", columns: Self.mapping).events.count == 16)
    }

    @Test("The document says the bounds that hold")
    func documentation() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appendingPathComponent("docs/BOUNDS.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }
        func row(_ start: String) -> Substring? { rows.first { $0.hasPrefix("| \(start)") } }
        for (start, bound) in [
            ("a value:", InputBounds.value), ("a row of a table", InputBounds.row), ("a name:", InputBounds.name),
            ("the name of a column", InputBounds.name), ("columns of a table", InputBounds.columns),
            ("the text of a rejected row", InputBounds.rejectedText), ("depth of elements", XMLEvents.maxDepth),
            ("one tag,", XMLEvents.maxMarkup), ("attributes of one tag", XMLEvents.maxAttributes),
            ("a settings, mapping,", TOMLText.maxBytes), ("depth of tables", TOMLText.maxDepth),
        ] {
            let number = bound.formatted(.number.locale(Locale(identifier: "en_GB")))
            #expect(row(start)?.contains("| \(number)") == true, "\(start) \(number)")
        }
    }
}
