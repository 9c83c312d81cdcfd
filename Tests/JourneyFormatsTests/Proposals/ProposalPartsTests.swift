import JourneyModel
import Testing

@testable import JourneyFormats

/// What a proposal is made of: words of names, looks of values, columns that belong together.
struct ProposalPartsTests {
    private func propose(_ header: String, _ rows: [String]) throws -> MappingProposal {
        let text = ([header] + rows).joined(separator: "\n") + "\n"
        return try FileImport([.bytes(Array(text.utf8), name: "t.csv")]).propose()
    }

    @Test(arguments: [
        ("caller_id", ["caller", "id"]), ("userId", ["user", "id"]), ("IPAddress", ["ip", "address"]),
        ("case:concept:name", ["case", "concept", "name"]), ("Date of Birth", ["date", "birth"]),
        ("Numéro de demande", ["numero", "demande"]), ("OPEN-DATA.Channel Type", ["open", "data", "channel", "type"]),
        ("Straße", ["strasse"]), ("Agent IDs", ["agent", "ids"]), ("", [String]()), ("£", [String]()),
    ])
    func namesAreWords(name: String, words: [String]) {
        #expect(NameWords(name).words == words)
    }

    @Test func aPhraseThatIsAllOfANameSaysMoreThanItsEnd() {
        let phrase = NameWords("channel")
        let likeness = ["channel", "case channel", "channel of the case", "chanel"].map {
            NameWords($0).likeness(to: phrase)
        }
        #expect(likeness[0] == 100 && likeness[0] > likeness[1] && likeness[1] > likeness[2] && likeness[3] == 0)
    }

    @Test func aWordThatBarsDoesNotWhereThePhraseIsAllOfTheName() {
        #expect(FieldVocabulary.caseID.score(NameWords("case:concept:name")) > 95)
        #expect(FieldVocabulary.caseID.score(NameWords("case type")) == 0)
        #expect(FieldVocabulary.person.score(NameWords("assigned to")) == 0)
        #expect(FieldVocabulary.person.score(NameWords("Borrower Number")) > 80)
    }

    @Test(arguments: [
        ("09:15", CellShape.clock), ("9:15 pm", CellShape.clock), ("2025-W10", CellShape.period),
        ("Mar 2025", CellShape.period),
        ("2024/25", CellShape.period), ("SW1A 1AA", CellShape.postcode), ("1234 AB", CellShape.postcode),
        ("+44 20 7946 0000", CellShape.phone),
        ("£1,013", CellShape.money),
        ("1.234,50", CellShape.number), ("12,5 %", CellShape.percent), ("Smith, Jane", CellShape.personName),
        ("a@b.example", CellShape.email),
        ("https://a.example/b", CellShape.address), ("Ja", CellShape.boolean),
        ("01910000-0000-7000-8000-000000000000", CellShape.uuid),
    ])
    func valuesHaveLooks(text: String, shape: CellShape) {
        #expect(CellShape(text).contains(shape))
    }

    @Test(arguments: ["09:75", "w9001", "CID9000", "1,2,3", "Very clear page", "-", ""])
    func otherValuesHaveNone(text: String) {
        let shape = CellShape(text)
        #expect(shape.isDisjoint(with: [.clock, .period, .phone, .money, .percent, .personName, .email, .uuid]))
    }

    @Test func theTimeOfAnEventDiffersWithinItsCase() throws {
        let rows = (0..<20).map {
            "A\($0 / 4),2025-03-0\(1 + $0 / 4)T08:00:00Z,2025-03-1\($0 / 4)T0\($0 % 4):00:00Z,\(["a", "b", "c", "d"][$0 % 4])"
        }
        let proposal = try propose("case,created_at,moment,activity", rows)
        #expect(proposal.rows == .events)
        #expect(proposal.time.columns == ["moment"])
    }

    @Test func idsThatAreAllAlikeAreNone() throws {
        let rows = (0..<12).map {
            "00000000-0000-0000-0000-000000000000,u\($0 / 3),2025-03-01T10:\(10 + $0):00Z,\(["x", "y"][$0 % 2])"
        }
        let proposal = try propose("messageId,user_id,timestamp,event", rows)
        #expect(proposal.column("event_id") == nil)
        #expect(proposal.column("person") == "user_id")
    }

    @Test func aDayAndAClockAreOneTime() throws {
        let rows = (0..<12).map {
            "C\($0),0\(1 + $0 % 9).03.2025,1\($0 % 9):05,\(["Frage", "Antrag"][$0 % 2]),00:0\($0 % 9):10"
        }
        let proposal = try propose("Anruf-ID;Datum;Uhrzeit;Anliegen;Dauer".replacing(";", with: ","), rows)
        #expect(proposal.time.columns == ["Datum", "Uhrzeit"])
        #expect(proposal.time.format == "d.M.yyyy H:mm")
        #expect(proposal.toml.contains("time = [\"Datum\", \"Uhrzeit\"]"))
        #expect(!proposal.mapping.columns.contains { $0.field == "time" })
        #expect(proposal.needsFile)
    }

    @Test func eachTimeOfARequestIsAnEvent() throws {
        let rows = (0..<12).map { "R\($0),2025-03-0\(1 + $0 % 9),\($0 % 3 == 0 ? "" : "2025-03-2\($0 % 9)"),web" }
        let proposal = try propose("Request ID,Date Opened,Date Closed,Channel", rows)
        #expect(proposal.rows == .wide)
        #expect(
            proposal.events == [
                .init(touchpoint: "opened", time: "Date Opened"), .init(touchpoint: "closed", time: "Date Closed"),
            ]
        )
        #expect(proposal.toml.contains("[[event]]\ntime = \"Date Opened\"\ntouchpoint = \"opened\""))
        // What is not there yet is no event.
        #expect(proposal.preview.rows.count == 3)
    }

    @Test func wordsForNoValueAreOffered() throws {
        let rows = (0..<12).map {
            "u\($0 / 3),2025-03-01T10:\(10 + $0):00Z,\(["x", "y", "?"][$0 % 3]),\($0 % 2 == 0 ? "N/A" : "web")"
        }
        let proposal = try propose("user,at,page,channel", rows)
        #expect(proposal.missing == ["?", "N/A"])
        #expect(proposal.mapping.missing == ["?", "N/A"])
    }

    @Test func wordsOfConsentsAreMapped() throws {
        let rows = (0..<12).map { "p\($0),2025-03-01T10:\(10 + $0):00Z,\(["Opt-in", "Opt-out"][$0 % 2]),news" }
        let proposal = try propose("customer_id,consent_date,consent_status,purpose", rows)
        #expect(proposal.rows == .consents)
        #expect(
            proposal.valueMaps.first?.words == [NamedValue("Opt-in", "granted"), NamedValue("Opt-out", "withdrawn")]
        )
        #expect(proposal.toml.contains("[values.\"consent_status\"]"))
    }

    @Test func costsHaveTheirCurrencyFromASign() throws {
        let rows = (0..<9).map { "Housing,web,2025-0\(1 + $0)-01,2025-0\(1 + $0)-28,\"£1,0\(10 + $0)\"" }
        let proposal = try propose("service,channel,from,to,amount", rows)
        #expect(proposal.rows == .costs)
        #expect(proposal.constants == [NamedValue("currency", "GBP")])
    }

    @Test func aLogIsAsItsFormatSays() throws {
        let log = """
            <log><trace><string key="concept:name" value="c1"/><event><string key="concept:name" value="a"/>\
            <date key="time:timestamp" value="2025-03-01T10:00:00Z"/></event></trace></log>
            """
        let proposal = try FileImport([.bytes(Array(log.utf8), name: "l.xes")]).propose()
        #expect(proposal.rows == .events)
        #expect(proposal.column("case") == "case:concept:name" && proposal.column("touchpoint") == "concept:name")
        #expect(proposal.time.columns == ["time:timestamp"])
    }
}
