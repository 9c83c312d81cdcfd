import Foundation
import JourneyModel
import TestSupport
import Testing

@testable import JourneyFormats

/// Rows that say more than one thing a column, and more than one event.
struct RowShapeTests {
    private func read(_ text: String, _ toml: String) throws -> Imported {
        let mapping = try Mapping(toml: toml, name: "m.toml")
        return try imported(text) { $0 = mapping }
    }

    private let ticket = """
        [columns]
        event_id = "key"
        case = "key"
        person = "who"
        channel = "via"

        [times]
        zone = "UTC"

        [[event]]
        time = "Created"
        touchpoint = "created"

        [[event]]
        time = "Closed"
        touchpoint = { column = "kind" }
        channel = "office"
        outcome = "completed"
        """

    private let tickets = """
        key,who,via,Created,Closed,kind,area
        1,ann,web,2025-01-02 10:00:00,2025-01-03 10:00:00,repair,north
        2,bob,phone,2025-01-02 11:00:00,,repair,north
        3,cat,web,,,repair,south
        4,dan,web,2025-01-05 10:00:00,soon,repair,south
        5,eve,web,then,soon,repair,south
        6,fay,web,2025-01-06 10:00:00,2025-01-06 10:00:00,,north

        """

    @Test func aRowTellsOfSeveralEvents() throws {
        let result = try read(tickets, ticket)
        let found = result.events.map {
            "\($0.eventID ?? "") \($0.caseID ?? "") \($0.touchpoint ?? "") \($0.dimension("channel") ?? "") \($0.dimension("outcome") ?? "-")"
        }
        #expect(
            found == [
                "1#Created 1 created web -", "2#Created 2 created phone -", "4#Created 4 created web -",
                "6#Created 6 created web -", "1#Closed 1 repair office completed",
            ]
        )
        #expect(result.rejects.map(\.line) == [6])
        #expect(result.partial.map(\.line) == [5, 7])
        #expect(result.partial.last?.reason == "no touchpoint: column \"kind\" is empty; left out")
        #expect(result.notes.contains("rows that have a time for none of their events: 1"))
        #expect(result.summary.files[0].dimensions == ["area"])
        #expect(result.summary.files[0].dropped == [])
        #expect(result.summary.read == 6 && result.summary.partial == 2)
    }

    /// The slow and obvious way: the table is imported once for each event, with the columns of the others left out and the
    /// rows without its time taken out.
    @Test(arguments: 0..<30)
    func isTheSameAsOneImportForEachEvent(_ seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        var rows: [[String]] = []
        for row in 0..<Int.random(in: 1...40, using: &generator) {
            func time() -> String {
                Int.random(in: 0..<3, using: &generator) == 0
                    ? "" : "2025-01-0\(Int.random(in: 1...9, using: &generator))T10:00:00Z"
            }
            let area = ["north", "south", ""].randomElement(using: &generator) ?? ""
            rows.append(["c\(row)", time(), time(), time(), area])
        }
        func table(_ kept: (([String]) -> Bool)) -> String {
            "id,A,B,C,area\n" + rows.filter(kept).map { $0.joined(separator: ",") + "\n" }.joined()
        }
        let head = "[columns]\ncase = \"id\"\n"
        let tail = ["A", "B", "C"].map { "[[event]]\ntime = \"\($0)\"\ntouchpoint = \"did \($0)\"\n" }.joined()
        var wide = Imported()
        var mapping = try Mapping(toml: head + tail, name: "m")
        mapping.delimiter = CSVDialect.comma
        var reading = FileImport([.bytes(Array(table { _ in true }.utf8), name: "t.csv")], mapping: mapping)
        reading.division = TableDivision(chunkBytes: Int.random(in: 2...500, using: &generator), threads: 2)
        wide.summary = try reading.read(into: wide.sink)
        var expected: [EventRecord] = []
        for (place, column) in ["A", "B", "C"].enumerated() {
            let others = ["A", "B", "C"].filter { $0 != column }
            let text = table { !$0[place + 1].isEmpty }
            guard rows.contains(where: { !$0[place + 1].isEmpty }) else { continue }
            let one = try imported(text, columns: ["case=id", "time=\(column)"]) {
                $0.dropped = others
                $0.delimiter = CSVDialect.comma
                try $0.addConstant("touchpoint=did \(column)")
            }
            expected += one.events
        }
        func key(_ event: EventRecord) -> String {
            "\(event.caseID ?? "")|\(event.touchpoint ?? "")|\(event.time.iso8601)|\(event.dimension("area") ?? "")"
        }
        #expect(wide.events.map(key).sorted() == expected.map(key).sorted())
        // Of one row in the order of its events.
        let order = Dictionary(grouping: wide.events, by: \.caseID).values.map { $0.compactMap(\.touchpoint) }
        #expect(order.allSatisfy { $0 == $0.sorted() })
        #expect(wide.rejects.isEmpty && wide.partial.isEmpty)
    }

    @Test func otherWordsForValues() throws {
        let text =
            "who,at,page,via\na,2025-01-01T10:00:00Z,start,Text message\nb,2025-01-01T10:00:00Z,start,Text\u{A0}message \nc,2025-01-01T10:00:00Z,start,n/a\nd,2025-01-01T10:00:00Z,start,web\n"
        let toml = """
            [columns]
            person = "who"
            time = "at"
            touchpoint = "page"
            channel = "via"
            [values.via]
            "Text message" = "sms"
            "n/a" = ""
            """
        let result = try read(text, toml)
        #expect(result.events.map { $0.dimension("channel") } == ["sms", "sms", nil, "web"])
        let wrong = importError { _ = try read(text, toml.replacing("values.via", with: "values.vai")) }
        #expect(wrong?.message == "test.csv: there is no column \"vai\" (for values)")
    }

    @Test(arguments: [
        ("2025-01-02,10:00:30", "2025-01-02T10:00:30.000Z"), ("2025-01-02,", "2025-01-02T00:00:00.000Z"),
        ("2025-01-02 00:00:00,10:00:30", "2025-01-02T10:00:30.000Z"),
        ("2025-01-02,1899-12-30 10:00:30", "2025-01-02T10:00:30.000Z"),
    ])
    func dateAndClock(_ row: String, _ expected: String) throws {
        let text = "day,clock,page\n2025-01-01,09:00:00,x\n\(row),x\n,10:00:00,x\n"
        for way in ["time = [\"day\", \"clock\"]", "time = \"day+clock\""] {
            let result = try read(text, "[columns]\n\(way)\ntouchpoint = \"page\"\n[times]\nzone = \"UTC\"\n")
            #expect(result.events.map(\.time.iso8601) == ["2025-01-01T09:00:00.000Z", expected])
            #expect(result.rejects.map(\.line) == [4])
            #expect(result.events.allSatisfy { $0.dimensions.count == 1 && $0.attributes.isEmpty })
        }
    }

    @Test func oneOfTwoIdsIsThePerson() throws {
        let text = """
            customer,visitor,at,page
            ,v1,2025-01-01T10:00:00Z,x
            c1,v1,2025-01-03T10:00:00Z,x
            c1,v1,2025-01-02T10:00:00Z,x
            c2,,2025-01-02T10:00:00Z,x
            c1,v2,2025-01-04T10:00:00Z,x
            c3,c3,2025-01-04T10:00:00Z,x
            """
        let toml = "[columns]\nperson = [\"customer\", \"visitor\"]\ntime = \"at\"\ntouchpoint = \"page\"\n"
        let result = try read(text, toml)
        #expect(result.events.map(\.person) == ["v1", "c1", "c1", "c2", "c1", "c3"])
        let aliases = result.sink.records.compactMap { record -> String? in
            guard case .side(let side) = record, let alias = AliasRecord(side) else { return nil }
            return "\(alias.alias) is \(alias.person) since \(alias.time.iso8601.prefix(10))"
        }
        // Known since the earliest row that says so.
        #expect(aliases == ["v1 is c1 since 2025-01-02", "v2 is c1 since 2025-01-04"])
        #expect(result.notes.contains("pairs of ids that stand on one row and so are one person's: 2"))
    }

    @Test(arguments: [
        ("2025-04", "2025-04-01", "2025-05-01"), ("04/2025", "2025-04-01", "2025-05-01"),
        ("April 2025", "2025-04-01", "2025-05-01"), ("Apr-25", "2025-04-01", "2025-05-01"),
        ("2025-Q4", "2025-10-01", "2026-01-01"), ("Q1 2025", "2025-01-01", "2025-04-01"),
        ("2025", "2025-01-01", "2026-01-01"),
        ("Q1 2025-26", "2025-04-01", "2025-07-01"), ("Q4 2025/26", "2026-01-01", "2026-04-01"),
        ("2025-26", "2025-04-01", "2026-04-01"), ("FY2025-26", "2025-04-01", "2026-04-01"),
        ("2025/2026", "2025-04-01", "2026-04-01"),
        ("202504", "2025-04-01", "2025-05-01"), ("März 2025", "2025-03-01", "2025-04-01"),
    ])
    func periods(_ text: String, _ from: String, _ to: String) throws {
        let table = "service,amount,currency,month\nhousing,5,GBP,\(text)\n"
        let toml = "rows = \"costs\"\n[columns]\nperiod = \"month\"\n[times]\nzone = \"UTC\"\nyear-begins = 4\n"
        let result = try read(table, toml)
        let cost = result.sink.records.compactMap { if case .side(let side) = $0 { CostRecord(side) } else { nil } }
            .first
        #expect(cost?.from.iso8601.prefix(10) ?? "" == from && cost?.to.iso8601.prefix(10) ?? "" == to)
    }

    @Test(arguments: ["soon", "2025-13", "Q5 2025", "2025-27", "1 2 3", "Quarter", ""])
    func noPeriods(_ text: String) throws {
        #expect(PeriodText(yearBegins: 4).parse(text) == .unreadable)
    }

    @Test func aYearThatBeginsSomewhereIsAskedFor() throws {
        let table = "service,amount,currency,month\nhousing,5,GBP,Q1 2025-26\nhousing,5,GBP,\n"
        let toml = "rows = \"costs\"\n[columns]\nperiod = \"month\"\n[times]\nzone = \"UTC\"\n"
        let result = try read(table, toml)
        #expect(result.rejects.first?.reason.contains("year-begins") == true)
        #expect(result.rejects.last?.reason == "no period")
        let zoneless = importError {
            _ = try read(table.replacing("Q1 2025-26", with: "2025-04"), toml.replacing("zone = \"UTC\"", with: ""))
        }
        #expect(zoneless?.message.contains("have no zone") == true)
    }

    @Test func unitsAreAskedFor() throws {
        let text = "at,page,took\n2025-01-01T10:00:00Z,x,90\n2025-01-01T10:00:00Z,x,1:30:00\n"
        let columns = ["time=at", "touchpoint=page", "duration=took"]
        let error = importError { _ = try imported(text, columns: columns) }
        #expect(error?.message == "test.csv: the lengths of time in column \"took\" (such as \"90\") have no unit")
        #expect(error?.hint.contains("--unit duration=s") == true)
        let told = try imported(text, columns: columns) { try $0.addUnit("duration=s") }
        #expect(told.events.map(\.duration) == [90_000, 5_400_000])
        let named = try imported(
            text.replacing("took", with: "took_min"),
            columns: columns.dropLast() + ["duration=took_min"]
        )
        #expect(named.events.map(\.duration) == [5_400_000, 5_400_000])
        let late = try imported(text.replacing(",90", with: ",90s") + "2025-01-01T10:00:00Z,x,0\n", columns: columns)
        #expect(late.events.map(\.duration) == [90_000, 5_400_000, 0])
    }

    @Test func decimalsOfAColumn() throws {
        let text = "at;page;price;paid\n2025-01-01T10:00:00Z;x;1.234,50;2\n2025-01-01T10:00:00Z;x;n/k;2\n"
        let result = try imported(text, columns: ["time=at", "touchpoint=page", "cost=price"]) {
            $0.numbers = [NumberEntry(name: "price", decimal: .comma)]
        }
        #expect(result.events.map(\.cost) == [1234.5, nil])
        #expect(result.partial.map(\.line) == [3])
        let untold = try imported(text, columns: ["time=at", "touchpoint=page", "cost=price"])
        #expect(untold.notes.contains { $0.contains("--decimal ,") })
    }

    @Test(arguments: [
        ("45659.416666667", "excel", "2025-01-02T10:00:00.000Z"), ("45659", "excel", "2025-01-02T00:00:00.000Z"),
        ("45689.55833333333", "excel", "2025-02-01T13:24:00.000Z"), ("45659 0.5", "excel", "2025-01-02T12:00:00.000Z"),
        ("Thu, 02 Jan 2025 10:00:00 +0000", "rfc2822", "2025-01-02T10:00:00.000Z"),
        ("2 Jan 2025 10:00 GMT", "rfc2822", "2025-01-02T10:00:00.000Z"),
        ("Thu, 2 Jan 2025 11:00:00 +0100 (CET)", "rfc2822", "2025-01-02T10:00:00.000Z"),
        ("2 März 2025", "d MMM yyyy", "2025-03-02T00:00:00.000Z"),
        ("2 déc 2025", "d MMM yyyy", "2025-12-02T00:00:00.000Z"),
        ("2 AOÛT 2025", "d MMMM yyyy", "2025-08-02T00:00:00.000Z"),
        ("2 mei 2025", "d MMM yyyy", "2025-05-02T00:00:00.000Z"),
    ])
    func formsOfTimes(_ text: String, _ format: String, _ expected: String) throws {
        let parser = TimestampParser(format: try TimeFormat(named: format), zone: .utc)
        guard case .time(let time) = text.withBytes(parser.parse) else {
            Issue.record("\(text) is not read")
            return
        }
        #expect(time.iso8601 == expected)
        let table = "at,page\n\"\(text)\",x\n"
        let found = try imported(table, columns: ["time=at", "touchpoint=page"]) { $0.zone = "UTC" }
        #expect(found.events.map(\.time.iso8601) == [expected])
    }

    @Test(arguments: [
        ("60", "excel"), ("1e5", "excel"), ("45659 1.5", "excel"), ("45659.5 0.5", "excel"), ("", "excel"),
        ("Thu 2 Jan 2025 10:00 GMT", "rfc2822"), ("2 Jan 2025 10:00", "rfc2822"), ("2 Jan 2025 10:00 GMT x", "rfc2822"),
        ("2 jui 2025", "d MMM yyyy"), ("2 xyz 2025", "d MMM yyyy"),
    ])
    func noTimes(_ text: String, _ format: String) throws {
        let parser = TimestampParser(format: try TimeFormat(named: format), zone: .utc)
        #expect(text.withBytes(parser.parse) == .unreadable)
    }

    /// A whole number of five digits is a day only where somebody says that it is a time.
    @Test func daysAreNotGuessed() {
        #expect(TimeDetection.guess(["45659", "45660"]) == .none)
        #expect(TimeDetection.find(["45659", "45660"]) == .format(.spreadsheet, needsZone: true))
    }

    @Test func logsAreNoTables() throws {
        let error = importError { _ = try imported("<log/>", name: "a.xes") { $0.skip = 1 } }
        #expect(error?.message == "a.xes: skip is for tables, and an XES log is none")
    }
}
