import Foundation
import JourneyModel
import TestSupport
import Testing

@testable import JourneyFormats

/// What stands around the names of a table's columns.
struct TableStartTests {
    private func start(_ text: String, _ change: (inout Mapping) -> Void = { _ in }) throws -> TableStart {
        var mapping = Mapping()
        change(&mapping)
        return try TableStart(
            Array(text.utf8),
            name: "t.csv",
            dialect: CSVDialect(),
            delimiter: nil,
            mapping: mapping
        )
    }

    private static let table = "user,at,page\na,2025-01-02T10:00:00Z,start\nb,2025-01-02T11:00:00Z,end\n"

    @Test(arguments: [
        ("", 0), ("sep=,\n", 1), ("\"sep=,\"\r\n", 1), ("# exported on 1 March\n#\n", 2), ("Report of visits\n", 1),
        ("Report of visits\n\nMade on 1 March\n", 3), ("Report,,\nPeriod,,\n", 2), ("# a, b, c\n", 1),
        ("\u{FEFF}# x\n", 1),
        ("# x\nReport\n", 2), (",,\n", 1), ("\n\n", 2),
    ])
    func linesAboveArePassedOver(_ above: String, _ lines: Int) throws {
        let start = try start(above + Self.table)
        #expect(start.lines == lines)
        #expect(start.delimiter == CSVDialect.comma)
        #expect(start.rowsBelow == 0)
        #expect(start.notes.map(\.id) == (lines > 0 ? ["lines-above-header"] : []))
        #expect(start.notes.allSatisfy { $0.count == lines })
        // And what is below them is read as if they were not there, but for the numbers of the lines.
        let plain = try imported(Self.table + "c,soon,x\n", columns: ["person=user", "time=at", "touchpoint=page"])
        let whole = try imported(
            above + Self.table + "c,soon,x\n",
            columns: ["person=user", "time=at", "touchpoint=page"]
        )
        #expect(whole.events == plain.events && whole.events.count == 2)
        #expect(whole.rejects.map(\.line) == plain.rejects.map { $0.line + lines })
    }

    /// Whatever could be the names of columns is.
    @Test(arguments: [
        "a,b,c\n1,2,3\n", "#id,at,page\n1,2025-01-01,x\n", "a,b,c\n1,2,3,\n4,5,6,\n", "alone\n1\n2\n",
        "comment\nhello, world\nnice, thanks\n", "a,,\n1,2,3\n4,5,6\n7,8,9\n".replacing("a,,", with: "a,b,"),
        "2012-Q4 Vol.,2013-Q1 Vol.\n5,6\n", "id,note\n\"two\nlines\",5\n", "a;b\n1;2\n",
    ])
    func namesOfColumnsStay(_ text: String) throws {
        let start = try start(text)
        #expect(start.lines == 0 && start.rowsBelow == 0 && start.notes.isEmpty)
    }

    @Test func aSeparatorLineSaysWhatDivides() throws {
        #expect(try start("sep=;\na;b,c;d\n1;2;3\n").delimiter == CSVDialect.semicolon)
        #expect(try start("sep=\t\na\tb\n1\t2\n").delimiter == CSVDialect.tab)
        // What somebody says goes before it.
        #expect(try start("sep=;\na,b\n1,2\n") { $0.delimiter = CSVDialect.comma }.delimiter == CSVDialect.comma)
    }

    @Test func whatIsSaidHolds() throws {
        let text = "one,two,three\nx,y,z\n" + Self.table
        #expect(try start(text).lines == 0)
        let said = try start(text) { $0.skip = 2 }
        #expect(said.lines == 2 && said.notes.first?.text.contains("as was said") == true)
        #expect(try start("# no comment,b\n1,2\n") { $0.skip = 0 }.lines == 0)
        let error = importError { _ = try start(text) { $0.skip = 9 } }
        #expect(error?.message == "t.csv: has no line 10, where the names of the columns were said to be")
        #expect(try start(text) { ($0.skip, $0.skipBelow) = (2, 1) }.rowsBelow == 1)
    }

    private static let qualtrics = """
        StartDate,ResponseId,Q1
        Start Date,Response ID,"How was it?
        Really?"
        "{""ImportId"":""startDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"
        2025-01-02 10:00:00,R_1,4 - Satisfied
        2025-01-03 10:00:00,R_2,12 - Beyond
        """

    @Test func surveyToolsWriteMoreThanOneHeader() throws {
        let whole = try start(Self.qualtrics)
        #expect(whole.rowsBelow == 2 && whole.notes.map(\.id) == ["rows-below-header"])
        #expect(try start("Respondent ID,Collector ID,Q1\n,,Response\n123,4,5\n").rowsBelow == 1)
        #expect(try start("Respondent ID,Collector ID,Q1\n123,4,5\n").rowsBelow == 0)
        #expect(try start("ResponseID,StartDate,Q1\nResponseID,StartDate,How?\nR_1,2025-01-01,3\n").rowsBelow == 1)
        let result = try imported(Self.qualtrics, columns: ["time=StartDate", "score=Q1"]) {
            $0.rows = .records(.feedback)
            $0.zone = "UTC"
            try $0.addScale("score=0..10")
        }
        #expect(result.sink.records.count == 1)
        #expect(result.rejects.map(\.line) == [6])
        #expect(result.rejects.first?.reason == "score: \"12 - Beyond\" is not on the scale 0..10")
    }

    /// A rejects file begins as the file did, so that the same options read it.
    @Test func theHeadIsKept() throws {
        let text = "# made by a tool\n" + Self.table
        let source = try ByteSource(name: "t.csv", bytes: Array(text.utf8), chunkSize: 100)
        let reader = try TableReader(source, delimiter: nil, mapping: Mapping())
        #expect(try reader.head() == "# made by a tool\nuser,at,page")
    }

    /// Lines that the program itself wrote between rows are none, wherever a chunk ends.
    @Test(arguments: [2, 7, 30, 1 << 20])
    func ownLinesAreNoRows(_ size: Int) throws {
        var mapping = Mapping()
        for column in ["person=user", "time=at", "touchpoint=page"] { try mapping.addColumn(column) }
        mapping.delimiter = CSVDialect.comma
        let text =
            "user,at,page\n#cxm: line 2, said \"why\nb,2025-01-02T11:00:00Z,end\n#cxm: x\n#cx,2025-01-02T11:00:00Z,y\n"
        let sink = CollectingSink()
        var reading = FileImport([.bytes(Array(text.utf8), name: "t.csv")], mapping: mapping)
        reading.division = TableDivision(chunkBytes: size, threads: 2)
        let summary = try reading.read(into: sink)
        #expect(sink.events.map(\.person) == ["b", "#cx"] && summary.read == 2 && sink.rejects.isEmpty)
    }
}
