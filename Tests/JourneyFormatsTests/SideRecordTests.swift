import JourneyModel
import Testing

@testable import JourneyFormats

/// Files whose rows are no events.
struct SideRecordTests {
    private let time = Timestamp(milliseconds: 1_704_164_645_000)
    private let stamp = "2024-01-02T03:04:05Z"

    private func read(_ kind: RowKind, _ text: String, columns: [String] = []) throws -> Imported {
        try imported(text, columns: columns) { $0.rows = kind }
    }

    @Test func preferences() throws {
        let text = """
            person,time,kind,purpose,service,value,rank
            ann,\(stamp),asked,access,,,
            ann,\(stamp),captured,communication,passport,email,2
            ann,\(stamp),captured,content,,,
            ann,\(stamp),wanted,content,,news,
            """
        let result = try read(.records(.preferences), text)
        let asked = PreferenceRecord(person: "ann", time: time, kind: .asked, purpose: .access)
        let captured = PreferenceRecord(
            person: "ann",
            time: time,
            kind: .captured,
            purpose: .communication,
            service: "passport",
            value: "email",
            rank: 2
        )
        #expect(result.sink.records == [.preference(asked), .preference(captured)])
        #expect(result.rejects.map(\.line) == [4, 5])
        #expect(result.rejects.last?.reason == "kind cannot be \"wanted\"; it is one of asked, captured")
    }

    @Test func consents() throws {
        let text = "id,when,status,purpose,channel,until,basis\nann,\(stamp),Granted,analytics,,\(stamp),consent\n"
        let result = try read(.records(.consents), text, columns: ["person=id", "time=when"])
        let expected = ConsentRecord(
            person: "ann",
            time: time,
            status: .granted,
            purpose: "analytics",
            until: time,
            basis: "consent"
        )
        #expect(result.sink.records == [.consent(expected)])
    }

    @Test func feedback() throws {
        let text = "time,person,score,scale,comment\n\(stamp),ann,4,10,fine\n\(stamp),,,,\n\(stamp),ann,good,,\n"
        let result = try read(.records(.feedback), text)
        let answered = FeedbackRecord(time: time, person: "ann", score: 4, scale: 10, comment: "fine")
        #expect(result.sink.records == [.feedback(answered), .feedback(FeedbackRecord(time: time))])
        #expect(result.rejects.map(\.reason) == ["score: \"good\" is not a number"])
    }

    @Test func costs() throws {
        let text =
            "service,amount,currency,from,to\npassport,\"6,400,000\",GBP,2024-01-01,2025-01-01\nx,1,GBP,2025-01-01,2024-01-01\n"
        let result = try imported(text) {
            $0.rows = .records(.costs)
            $0.zone = "UTC"
        }
        let expected = CostRecord(
            service: "passport",
            amount: 6_400_000,
            currency: "GBP",
            from: Timestamp(milliseconds: 1_704_067_200_000),
            to: Timestamp(milliseconds: 1_735_689_600_000)
        )
        #expect(result.sink.records == [.cost(expected)])
        #expect(result.rejects.map(\.reason) == ["to is not after from"])
    }

    @Test func peopleAndAliases() throws {
        let people = try read(
            .people,
            "user,age,person.region\nann,30,north\nbob,,south\n,1,2\n",
            columns: ["person=user"]
        )
        let expected: [JourneyRecord] = [
            .personTrait(person: "ann", trait: NamedValue("age", "30")),
            .personTrait(person: "ann", trait: NamedValue("region", "north")),
            .personTrait(person: "bob", trait: NamedValue("region", "south")),
        ]
        #expect(people.sink.records == expected)
        #expect(people.rejects.map(\.reason) == ["no person"])
        let aliases = try read(.records(.aliases), "alias,person,time,reason\na1,ann,\(stamp),login\n")
        #expect(aliases.sink.records == [.alias(AliasRecord(alias: "a1", person: "ann", time: time, reason: "login"))])
    }

    @Test func whatIsMissingIsNamed() {
        let missing = importError { _ = try read(.records(.consents), "person,time,status\na,b,c\n") }
        #expect(missing?.message == "test.csv: rows that are consents need purpose, and no column is named for it")
        let wrong = importError { _ = try read(.records(.costs), "a\nb\n", columns: ["touchpoint=a"]) }
        #expect(wrong?.message == "\"touchpoint\" is no field of rows that are costs")
    }
}
