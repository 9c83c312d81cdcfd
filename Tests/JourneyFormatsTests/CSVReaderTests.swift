import Foundation
import JourneyModel
import Testing

@testable import JourneyFormats

/// Everything that a reader makes of `text`.
struct ReadTable: Hashable {
    var rows: [[String]] = []
    var lines: [Int] = []
    var rejects: [Reject] = []

    init(_ bytes: [UInt8], dialect: CSVDialect = CSVDialect(), chunkSize: Int = 1 << 16, hasHeader: Bool = false) throws
    {
        let source = try ByteSource(name: "t.csv", bytes: bytes, chunkSize: chunkSize)
        let reader = try CSVReader(source, dialect: dialect)
        if hasHeader { _ = try CSVHeader(reader, fileName: "t.csv") }
        while let item = try reader.next() {
            switch item {
            case .row(let line):
                rows.append((0..<reader.fieldCount).map(reader.text))
                lines.append(line)
            case .reject(let reject): rejects.append(reject)
            }
        }
    }

    init(_ text: String, chunkSize: Int = 1 << 16, hasHeader: Bool = false) throws {
        try self.init(Array(text.utf8), chunkSize: chunkSize, hasHeader: hasHeader)
    }
}

struct CSVReaderTests {
    static let chunkSizes = [1, 2, 3, 5, 64, 1 << 16]

    @Test(arguments: chunkSizes)
    func quotesLineBreaksAndMark(_ chunkSize: Int) throws {
        let text = "\u{FEFF}a,\"b,\"\"1\"\"\",\"two\r\nlines\"\r\n\r\nc,,\"\"\nd,e,f\rg,\"h\",i"
        let table = try ReadTable(text, chunkSize: chunkSize)
        #expect(table.rows == [["a", "b,\"1\"", "two\r\nlines"], ["c", "", ""], ["d", "e", "f"], ["g", "h", "i"]])
        #expect(table.lines == [1, 4, 5, 6])
        #expect(table.rejects.isEmpty)
    }

    /// Whatever is written as RFC 4180 says is read back, however the bytes arrive.
    @Test(arguments: 0..<60)
    func roundTrip(_ seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let alphabet = Array("ab,;\"\"\n\r\té€😀 |")
        let columns = Int.random(in: 2...5, using: &generator)
        let ending = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
        var rows: [[String]] = []
        var text = ""
        for _ in 0..<Int.random(in: 1...40, using: &generator) {
            let row = (0..<columns).map { _ in
                String(
                    (0..<Int.random(in: 0...8, using: &generator)).compactMap { _ in
                        alphabet.randomElement(using: &generator)
                    }
                )
            }
            rows.append(row)
            let fields = row.map { field in
                let needsQuotes = field.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
                guard needsQuotes || Bool.random(using: &generator) else { return field }
                return "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\""
            }
            text += fields.joined(separator: ",") + ending
        }
        if Bool.random(using: &generator) { text.unicodeScalars.removeLast(ending == "\r\n" ? 2 : 1) }
        for chunkSize in [1, 2, 3, 7, Int.random(in: 8...200, using: &generator), 1 << 16] {
            let table = try ReadTable(text, chunkSize: chunkSize)
            #expect(
                table.rows.map { $0.map(\.unicodeScalars.description) }
                    == rows.map { $0.map(\.unicodeScalars.description) }
            )
            #expect(table.rejects.isEmpty)
        }
    }

    /// Broken files too give the same rows and rejects however the bytes arrive, and every line of them is accounted for.
    @Test(arguments: 0..<60)
    func chunksMakeNoDifference(_ seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(1000 + seed))
        let alphabet: [UInt8] = Array("aaab,,\"\n\n\r".utf8) + [0xE9]
        let bytes = (0..<300).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
        let whole = try ReadTable(bytes)
        for chunkSize in [1, 2, 3, 11, 100] { #expect(try ReadTable(bytes, chunkSize: chunkSize) == whole) }
        let lines = whole.lines + whole.rejects.map(\.line)
        #expect(Set(lines).count == lines.count)
    }

    @Test(arguments: chunkSizes)
    func wrongFieldCountIsRejectedAndReadingGoesOn(_ chunkSize: Int) throws {
        let table = try ReadTable("a,b,c\n1,2,3\n4,5\n6,7,8,9\n\"x\ny\",1,2\n", chunkSize: chunkSize, hasHeader: true)
        #expect(table.rows == [["1", "2", "3"], ["x\ny", "1", "2"]])
        #expect(table.lines == [2, 5])
        #expect(table.rejects.map(\.line) == [3, 4])
        #expect(table.rejects.map(\.raw) == ["4,5", "6,7,8,9"])
        #expect(table.rejects[0].reason == "3 fields expected, as in the header, and 2 found")
        #expect(table.rejects[1].reason == "3 fields expected, as in the header, and 4 found")
    }

    @Test(arguments: chunkSizes)
    func unclosedQuoteCostsOneLine(_ chunkSize: Int) throws {
        let table = try ReadTable("a,b\n1,2\n3,\"open\n5,6\n7,8\n", chunkSize: chunkSize, hasHeader: true)
        #expect(table.rows == [["1", "2"], ["5", "6"], ["7", "8"]])
        #expect(table.lines == [2, 4, 5])
        let expected = Reject(line: 3, reason: "the quote opened on line 3 (field 2) is never closed", raw: "3,\"open")
        #expect(table.rejects == [expected])
    }

    @Test(arguments: chunkSizes)
    func quoteOpenedLaterInTheRowIsNamedByItsOwnLine(_ chunkSize: Int) throws {
        let table = try ReadTable("a,b\n\"one\ntwo\",\"open\n5,6\n", chunkSize: chunkSize, hasHeader: true)
        #expect(table.rows == [["5", "6"]])
        #expect(table.lines == [4])
        #expect(table.rejects.map(\.line) == [2])
        #expect(table.rejects.first?.reason == "the quote opened on line 3 (field 2) is never closed")
        #expect(table.rejects.first?.raw == "\"one\ntwo\",\"open")
    }

    @Test(arguments: chunkSizes)
    func textAfterClosingQuote(_ chunkSize: Int) throws {
        let table = try ReadTable("a,b\n\"1\"x,2\n3,4\n", chunkSize: chunkSize, hasHeader: true)
        #expect(table.rows == [["3", "4"]])
        #expect(table.rejects.map(\.raw) == ["\"1\"x,2"])
        #expect(table.rejects.first?.reason.contains("text after the closing quote of field 1") == true)
    }

    @Test func invalidUTF8NamesTheFieldAndTheWayOut() throws {
        let bytes = Array("a,b\n1,caf".utf8) + [0xE9] + Array("\n2,ok\n".utf8)
        let table = try ReadTable(bytes, hasHeader: true)
        #expect(table.rows == [["2", "ok"]])
        #expect(table.rejects.first?.reason.contains("field 2 is not valid UTF-8") == true)
        #expect(table.rejects.first?.reason.contains("--encoding windows-1252") == true)
        var dialect = CSVDialect()
        dialect.encoding = .latin1
        for chunkSize in [1, 100] {
            let read = try ReadTable(bytes, dialect: dialect, chunkSize: chunkSize, hasHeader: true)
            #expect(read.rows == [["1", "café"], ["2", "ok"]])
        }
    }

    /// A quote that is never closed in front of much data does not take it along, nor into memory.
    @Test(arguments: [100, 4096, 1 << 16])
    func fieldsAreBounded(_ chunkSize: Int) throws {
        var dialect = CSVDialect()
        dialect.maximumFieldBytes = 1000
        let rest = (0..<500).map { "\($0),y" }
        let text = "a,b\n1,\"open\n" + rest.joined(separator: "\n") + "\n"
        let table = try ReadTable(Array(text.utf8), dialect: dialect, chunkSize: chunkSize, hasHeader: true)
        #expect(table.rows == rest.map { $0.split(separator: ",").map(String.init) })
        #expect(table.rejects.count == 1)
        #expect(table.rejects.first?.raw == "1,\"open")
        #expect(table.rejects.first?.reason.contains("is a quote not closed?") == true)
    }

    @Test(arguments: [100, 4096, 1 << 16])
    func aLineWithoutEndIsNotKept(_ chunkSize: Int) throws {
        var dialect = CSVDialect()
        dialect.maximumFieldBytes = 1000
        dialect.maximumRowBytes = 5000
        let long = String(repeating: "x", count: 300_000)
        let table = try ReadTable(
            Array("a,b\n1,\(long)\n2,3\n".utf8),
            dialect: dialect,
            chunkSize: chunkSize,
            hasHeader: true
        )
        #expect(table.rows == [["2", "3"]])
        #expect(table.lines == [3])
        #expect(table.rejects.count == 1)
        #expect((table.rejects.first?.raw.utf8.count ?? 0) <= InputBounds.rejectedText)
    }

    @Test func headers() throws {
        let header = CSVHeader(["id", "", "id", "id (2)", "line\nbreak", " "])
        #expect(header.names == ["id", "column 2", "id (3)", "id (2)", "line\nbreak", "column 6"])
        #expect(header.notes.count == 3)
        let empty = importError { _ = try imported("", columns: ["time=a"]) }
        #expect(empty?.message == "test.csv: is empty")
        let broken = importError { _ = try ReadTable("\"a,b\n1,2\n", hasHeader: true) }
        #expect(broken?.message.hasPrefix("t.csv, line 1: the header cannot be read") == true)
        let wide = importError { _ = try ReadTable([0xFF, 0xFE, 0x61, 0]) }
        #expect(wide?.message.contains("UTF-16") == true)
    }

    @Test(arguments: [
        ("a,b;c\n1,2;3\n4,5;6\n", ","), ("a;b\n\"1;x\";2,5\n3;4,5\n", ";"), ("a\tb,c\n1\t2\n3\t4,5,6\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"), ("alone\n1\n2\n", ","), ("a;b,c;d\n1;2;3\n", ";"),
    ])
    func delimiterIsFound(_ text: String, _ expected: String) throws {
        let found = try DelimiterDetection.delimiter(of: Array(text.utf8), name: "t", dialect: CSVDialect())
        #expect(String(UnicodeScalar(found)) == expected)
    }
}
