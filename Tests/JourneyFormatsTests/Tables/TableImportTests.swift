import Foundation
import JourneyModel
import Testing
import Threads

@testable import JourneyFormats

struct TableImportTests {
    private let basic = ["person=who", "touchpoint=what", "time=when"]

    @Test func fieldsGoWhereTheMappingSays() throws {
        let text = """
            id,who,c,s,what,when,until,rec,n,price,took,Region,age,kind,note
            e1,ann,c1,s1,open,2024-01-02T03:04:05Z,2024-01-02T04:00:00+01:00,2024-01-03T00:00:00Z,7,"1,234.50",90s,north,30,big,hello

            """
        let columns = [
            "event_id=id", "person=who", "case=c", "session=s", "touchpoint=what", "time=when", "end=until",
            "recorded=rec",
            "sequence=n", "cost=price", "duration=took", "region=Region", "person.age=age", "case.kind=kind",
        ]
        let result = try imported(text, columns: columns) {
            try $0.addConstant("channel=web")
            $0.unmapped = .attributes
        }
        let expected = EventRecord(
            eventID: "e1",
            person: "ann",
            caseID: "c1",
            session: "s1",
            time: Timestamp(milliseconds: 1_704_164_645_000),
            end: Timestamp(milliseconds: 1_704_164_400_000),
            recorded: Timestamp(milliseconds: 1_704_240_000_000),
            sequence: 7,
            cost: 1234.5,
            duration: 90_000,
            dimensions: [.init("channel", "web"), .init("touchpoint", "open"), .init("region", "north")],
            traits: [.init("person.age", "30"), .init("case.kind", "big")],
            attributes: [.init("note", "hello")]
        )
        #expect(result.events == [expected])
        #expect(result.summary.read == 1)
        #expect(result.summary.files.first?.attributes == ["note"])
    }

    @Test func rejectsKeepLineReasonAndRawRow() throws {
        let text = """
            who,what,when,price
            ann,open,2024-01-02T03:04:05Z,1
            bob,,2024-01-02T03:04:05Z,1
            cat,open,,1
            dan,"open, or so",soon,1
            eve,open,2024-01-02T03:04:05Z,NIL
            fay,open,2024-01-02T03:04:05Z
            ,open,2024-01-02T03:04:05Z,

            """
        // One unreadable time in four is more than detection forgives.
        let result = try imported(text, columns: basic + ["cost=price"]) { $0.timeFormat = "iso" }
        #expect(result.events.map(\.person) == ["ann", "eve", nil])
        #expect(result.events.map(\.cost) == [1, nil, nil])
        #expect(result.rejects.map(\.line) == [3, 4, 5, 7])
        let reasons = [
            "no touchpoint: column \"what\" is empty", "no time: column \"when\" is empty",
            "column \"when\": \"soon\" is not a time (read as iso)",
            "4 fields expected, as in the header, and 3 found",
        ]
        #expect(result.rejects.map(\.reason) == reasons)
        #expect(result.rejects[2].raw == "dan,\"open, or so\",soon,1")
        // What need not be there costs the value and not the event.
        let left = Reject(
            line: 6,
            reason: "column \"price\": \"NIL\" is not a number; left out",
            raw: "eve,open,2024-01-02T03:04:05Z,NIL"
        )
        #expect(result.partial == [left])
        #expect(result.notes.contains("1 row kept without column \"price\": \"NIL\" on line 6 is not a number"))
        #expect(result.summary.rejected == 4)
        #expect(result.summary.partial == 1)
        #expect(result.summary.read == 7)
        #expect(result.summary.records == 3)
    }

    @Test func wordsForMissingAreValuesUnlessTold() throws {
        let text = "who,what,when,lang\nNA,open,2024-01-02T03:04:05Z,null\n-,open,2024-01-02T03:04:05Z,-\n"
        let kept = try imported(text, columns: basic)
        #expect(kept.events.map(\.person) == ["NA", "-"])
        #expect(kept.events.map { $0.dimension("lang") } == ["null", "-"])
        let told = try imported(text, columns: basic) { $0.missing = ["NA", "null", "-"] }
        #expect(told.events.map(\.person) == [nil, nil])
        #expect(told.events.allSatisfy { $0.dimension("lang") == nil })
    }

    @Test func unmappedColumnsAreKept() throws {
        var text = "who,what,when,few,many,stamp,time\n"
        for row in 0..<60 {
            text += "p\(row),open,2024-01-02T03:04:05Z,\(row % 3),m\(row),2024-01-02T03:04:\(10 + row % 50)Z,x\n"
        }
        let automatic = try imported(text, columns: basic)
        #expect(automatic.summary.files.first?.dimensions == ["few"])
        #expect(automatic.summary.files.first?.attributes == ["many", "stamp", "time"])
        #expect(automatic.events.first?.dimension("few") == "0")
        #expect(automatic.events.first?.attribute("many") == "m0")
        let dimensions = try imported(text, columns: basic) { $0.unmapped = .dimensions }
        #expect(dimensions.events.first?.dimension("many") == "m0")
        #expect(dimensions.events.first?.attribute("time") == "x")
        let attributes = try imported(text, columns: basic) { $0.unmapped = .attributes }
        #expect(attributes.events.first?.attribute("few") == "0")
        let dropped = try imported(text, columns: basic) { $0.unmapped = .drop }
        #expect(dropped.events.first?.dimensions == [.init("touchpoint", "open")])
        #expect(dropped.events.first?.attributes.isEmpty == true)
        let one = try imported(text, columns: basic) { $0.dropped = ["many"] }
        #expect(one.events.first?.attribute("many") == nil)
        #expect(one.summary.files.first?.dropped == ["many"])
    }

    @Test func aFieldHasOneColumnNamedLikeIt() throws {
        let text = "who,what,when,channel,Kanaal\nann,open,2024-01-02T03:04:05Z,x,web\n"
        let result = try imported(text, columns: basic + ["channel=Kanaal"])
        #expect(result.events.first?.dimension("channel") == "web")
        #expect(result.events.first?.attribute("channel") == "x")
    }

    @Test func columnsAreFoundOrRefused() throws {
        let text = "Who  Is,what,when\nann,open,2024-01-02T03:04:05Z\n"
        let found = try imported(text, columns: ["person=who is", "touchpoint=what", "time=when"])
        #expect(found.events.first?.person == "ann")
        let typo = importError { _ = try imported(text, columns: ["touchpoint=whta", "time=when"]) }
        #expect(typo?.message == "test.csv: there is no column \"whta\" (for touchpoint)")
        #expect(typo?.hint.hasPrefix("Did you mean \"what\"? Columns: \"Who  Is\", \"what\", \"when\"") == true)
        let noTime = importError { _ = try imported(text, columns: ["touchpoint=what", "tiem=when"]) }
        #expect(noTime?.message == "test.csv: no column is named for time")
        #expect(noTime?.hint.contains("did you mean time?") == true)
        let twice = try imported(text, columns: ["touchpoint=what", "time=when", "person=who is", "case=WHO IS"])
        #expect(twice.events.map { [$0.person, $0.caseID] } == [["ann", "ann"]])
    }

    @Test func zoneIsAskedForAndUsed() throws {
        let text = "who,what,when\nann,open,2024-07-02 03:04:05\n"
        let error = importError { _ = try imported(text, columns: basic) }
        #expect(
            error?.message == "test.csv: the times in column \"when\" (such as \"2024-07-02 03:04:05\") have no zone"
        )
        #expect(error?.hint.contains("--zone Europe/Amsterdam") == true)
        let result = try imported(text, columns: basic) { $0.zone = "Europe/Amsterdam" }
        #expect(result.events.first?.time.iso8601 == "2024-07-02T01:04:05.000Z")
        // Behind the sample too: the batch is refused rather than guessed at.
        let mixed =
            "who,what,when\n" + String(repeating: "a,b,2024-07-02T03:04:05Z\n", count: 20_000) + "a,b,2024-07-02\n"
        let late = importError { _ = try imported(mixed, columns: basic) }
        #expect(late?.message.hasPrefix("test.csv, line 20002: the times in column \"when\"") == true)
    }

    @Test func ambiguousDaysAreNotGuessed() throws {
        let text = "who,what,when\nann,open,1/2/2024\nbob,open,3/4/2024\n"
        let error = importError { _ = try imported(text, columns: basic) { $0.zone = "UTC" } }
        #expect(error?.message.contains("'d/M/yyyy' and as 'M/d/yyyy'") == true)
        #expect(error?.hint.contains("--time-format 'd/M/yyyy' or --time-format 'M/d/yyyy'") == true)
        let told = try imported(text, columns: basic) {
            $0.zone = "UTC"
            $0.timeFormat = "d/M/yyyy"
        }
        #expect(told.events.map(\.time.iso8601) == ["2024-02-01T00:00:00.000Z", "2024-04-03T00:00:00.000Z"])
    }

    @Test func epochsAndOldEncodingAndTabs() throws {
        let text = Array("who\twhat\twhen\nRen".utf8) + [0xE9] + Array("\topen\t1320000000\n".utf8)
        let result = try imported(text, name: "x.tsv", columns: basic) { $0.encoding = .latin1 }
        #expect(result.events.first?.person == "René")
        #expect(result.events.first?.time.iso8601 == "2011-10-30T18:40:00.000Z")
        let packed = try imported(gzipped(text), name: "x.tsv.gz", columns: basic) { $0.encoding = .latin1 }
        #expect(packed.events == result.events)
    }

    @Test func severalFilesDecideAlike() throws {
        let header = "who,what,when,tag\n"
        let first = header + String(repeating: "a,b,2024-01-02T03:04:05Z,t\n", count: 30)
        let second = header + (0..<30).map { "a,b,2024-01-02T03:04:05Z,t\($0)\n" }.joined()
        var mapping = Mapping()
        for column in basic { try mapping.addColumn(column) }
        let inputs = [ImportInput.bytes(Array(first.utf8), name: "1.csv"), .bytes(Array(second.utf8), name: "2.csv")]
        let sink = CollectingSink()
        var names: [String] = []
        var seen: [ImportProgress] = []
        let summary = try FileImport(inputs, mapping: mapping).read(
            into: sink,
            willRead: { name, format in names.append("\(name) \(format.name) \(sink.records.count)") },
            progress: { seen.append($0) }
        )
        #expect(names == ["1.csv csv 0", "2.csv csv 30"])
        #expect(summary.files.map(\.dimensions) == [["tag"], ["tag"]])
        #expect(summary.read == 60)
        #expect(seen.last?.bytesRead == second.utf8.count)
        #expect(seen.last?.totalBytes == second.utf8.count)
        #expect(seen.last?.fileIndex == 1)
        #expect(seen.last?.rows == 30)
    }

    @Test func cancelling() throws {
        let text = "who,what,when\nann,open,2024-01-02T03:04:05Z\n"
        var mapping = Mapping()
        for column in basic { try mapping.addColumn(column) }
        let table = ImportInput.bytes(Array(text.utf8), name: "a.csv")
        let reading = FileImport([table], mapping: mapping, cancellation: Cancellation { true })
        #expect(throws: CancellationError.self) { try reading.read(into: CollectingSink()) }
    }

    @Test func formatsAreDetected() throws {
        func detect(_ name: String, _ text: String) throws -> InputFormat {
            try InputFormat.detect(name: name, beginning: Array(text.utf8))
        }
        #expect(try detect("a.csv", "") == .csv)
        #expect(try detect("A.TSV.GZ", "") == .tsv)
        #expect(try detect("a.xes.gz", "") == .xes)
        #expect(try detect("standard input", "\u{FEFF}<?xml version=\"1.0\"?><log/>") == .xes)
        #expect(try detect("export.dat", "a;b;c\n1;2;3\n") == .csv)
        for (name, text) in [
            ("a.json", "{\"a\":1,\"b\":2}"), ("a.bin", "a,b\u{0}"), ("a.txt", "words"), ("a.jsonl", "[1,2]"),
        ] {
            let error = importError { _ = try detect(name, text) }
            #expect(error?.message == "\(name): cannot tell the format from the name or the first bytes")
            #expect(error?.hint.contains("csv, tsv and xes") == true)
        }
    }

    @Test func rolesAndChannelsComeFirst() throws {
        let toml = "[roles.passport]\nstart = [\"open\"]\n[channels]\nassisted = [\"balie\"]\n"
        let text = "who,what,when\nann,open,2024-01-02T03:04:05Z\n"
        let result = try imported(text, columns: basic) { $0 = try Mapping(toml: toml, name: "m").overruled(by: $0) }
        #expect(result.sink.records.count == 3)
        #expect(result.sink.records.first == .touchpointRole(touchpoint: "open", service: "passport", role: .start))
        #expect(result.sink.records.dropFirst().first == .channelKind(channel: "balie", kind: .assisted))
    }
}
