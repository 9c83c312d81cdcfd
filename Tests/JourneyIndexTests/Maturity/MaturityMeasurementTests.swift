import JourneyIndex
import JourneyModel
import TestSupport
import Testing
import Wording

@Suite("D24: criteria measured from the store")
struct MaturityMeasurementTests {
    private func criteria(
        _ builder: SnapshotBuilder,
        _ scope: Scope = Scope()
    ) async throws -> [CriterionID: CriterionResult] {
        let result = try await ColumnarAnalyst(builder.snapshot()).answer(MaturityQuery(scope: scope))
        let all = result.stages.flatMap(\.criteria)
        #expect(all.count == 22)
        return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    }

    /// Two services over 200 days: parking is online throughout, bins only by phone. Forty people park: the even ones
    /// finish on the web, the odd ones on the phone, every fourth not at all.
    private func store() -> SnapshotBuilder {
        var builder = SnapshotBuilder()
        for number in 0..<40 {
            let person = "p\(number)"
            let time = Int64(number) * 4 * .day
            let online = ["service": "parking", "channel": "web", "actor": "system"]
            let phone = ["service": "parking", "channel": "phone", "actor": "clerk"]
            let (first, last) = number % 2 == 0 ? (online, online) : (online, phone)
            builder.add(person: person, case: "c\(number)", time: time, "start", first)
            if number % 4 != 3 { builder.add(person: person, case: "c\(number)", time: time + .hour, "done", last) }
            if number % 10 == 0 { builder.add(person: person, time: time + .day, "call", phone) }
            builder.add(
                person: person,
                time: time + 2 * .day,
                "notice",
                [
                    "service": "parking", "channel": "sms", "direction": "outbound",
                    "tailored": number % 2 == 0 ? "yes" : "no", "routing": number % 4 == 0 ? "preference" : "default",
                ]
            )
            builder.side.append(.personTrait(person: person, trait: NamedValue("band", number % 4 == 3 ? "b" : "a")))
        }
        builder.add(person: "p0", time: 190 * .day, "info", ["service": "parking", "channel": "web"])
        builder.add(person: "p1", time: 200 * .day, "call", ["service": "bins", "channel": "phone"])
        builder.add(time: 200 * .day, "unknown")
        builder.side += [
            .touchpointRole(touchpoint: "start", service: nil, role: .start),
            .touchpointRole(touchpoint: "done", service: nil, role: .end),
            .touchpointRole(touchpoint: "info", service: nil, role: .information),
        ]
        return builder
    }

    @Test("services and transactions")
    func services() async throws {
        let found = try await criteria(store())
        // Parking informed and, 90 days back from day 200, was started online; bins never.
        #expect(found[.i1]?.value == 0.5)
        #expect(found[.i2]?.value == 0.5)
        #expect(found[.e1]?.value == 0.5)
        #expect(found[.o5]?.value == 0)
        #expect(found[.i1]?.n == 2)
        // 40 starts, 30 done, 4 calls, 40 notices, info and a call have both; one event has neither.
        #expect(found[.i3]?.value == 116.0 / 117.0)
        #expect(found[.e2]?.value == 0.75)
        #expect(found[.e2]?.n == 40)
        // Twenty finished on the web; of those four phoned the next day.
        #expect(found[.e3]?.value == 16.0 / 20.0)
        #expect(found[.p6]?.value == 60.0 / 70.0)
        // Ten finished by phone what they began online; the four who phoned later did so without their case.
        #expect(found[.o1]?.value == 10.0 / 14.0)
        // Band b never completes; the rest always does.
        #expect(found[.o4]?.value == 0)
        #expect(found[.o4]?.evidence.text.contains("person.band b") == true)
    }

    @Test("preferences, consent and tailoring")
    func people() async throws {
        var builder = store()
        for number in 0..<40 {
            builder.side.append(
                .preference(
                    PreferenceRecord(
                        person: "p\(number)",
                        time: Timestamp(milliseconds: 0),
                        kind: .captured,
                        purpose: .communication,
                        value: number % 2 == 0 ? "sms" : "email"
                    )
                )
            )
            builder.side.append(.consent(consent("p\(number)", number < 36 ? .granted : .asked, day: 0)))
        }
        let found = try await criteria(builder)
        #expect(found[.p1]?.value == 1)
        #expect(found[.p2]?.value == 0.25)
        #expect(found[.p3]?.value.map { abs($0) < 1e-12 } == true)
        #expect(found[.p4]?.value == 0.9)
        #expect(found[.p4]?.companionValue == 0)
        #expect(found[.p4]?.rating == .fully)
        // Every second notice is tailored; of those two went to people who never granted.
        #expect(found[.p5]?.value == 18.0 / 40.0)
        builder.side.append(.consent(consent("p39", .withdrawn, day: 100)))
        let breached = try await criteria(builder)
        #expect(breached[.p4]?.rating == .notAchieved)
        #expect(breached[.p4]?.companionValue == 1)
        // A red line needs no 90 days.
        let range = TimeRange(from: Timestamp(milliseconds: 150 * .day), to: Timestamp(milliseconds: 170 * .day))
        let short = try await criteria(builder, Scope(range: range))
        #expect(short[.p4]?.rating == .notAchieved)
        #expect(short[.p1]?.score == nil)
        #expect(short[.p1]?.evidence.text.contains("20 days of data, 90 are needed") == true)
    }

    private func consent(_ person: String, _ status: ConsentRecord.Status, day: Int64) -> ConsentRecord {
        ConsentRecord(
            person: person,
            time: Timestamp(milliseconds: day * .day),
            status: status,
            purpose: "communication"
        )
    }

    @Test("hand-offs between channels: completed, and asked again")
    func handOffs() async throws {
        var builder = SnapshotBuilder()
        for number in 0..<20 {
            let person = "p\(number)"
            func add(_ hour: Int64, _ touchpoint: String, _ channel: String, _ more: [String: String] = [:]) {
                let own = ["service": "parking", "channel": channel]
                builder.add(person: person, time: hour * .hour, touchpoint, own.merging(more) { $1 })
            }
            add(0, "form", "web")
            add(1, "notice", "sms", ["direction": "outbound"])
            // Every fifth types the form again at the counter, every tenth is asked by word.
            add(2, number % 5 == 0 ? "form" : "talk", "counter", number % 10 == 1 ? ["reask": "yes"] : [:])
            if number % 2 == 0 { add(3, "done", "counter") }
        }
        builder.add(person: "z", time: 100 * .day, "info", ["service": "bins", "channel": "web"])
        builder.side.append(.touchpointRole(touchpoint: "done", service: nil, role: .end))
        let found = try await criteria(builder)
        #expect(found[.o3]?.n == 20)
        #expect(found[.o3]?.value == 0.5)
        #expect(found[.o3]?.companionValue == 0.3)
        #expect(found[.o1]?.score == nil)
        #expect(found[.o1]?.evidence.text.contains("no event has a case") == true)
    }

    @Test("feedback asked at success, other completion and failure")
    func feedback() async throws {
        var builder = SnapshotBuilder()
        for (index, outcome) in ["completed", "refused", "error"].enumerated() {
            builder.add(
                person: "a",
                time: Int64(index) * 60 * .day,
                "x",
                ["service": "s", "channel": "web", "outcome": outcome]
            )
        }
        func ask(_ outcome: String) -> JourneyRecord {
            .feedback(FeedbackRecord(time: Timestamp(milliseconds: .day), service: "s", outcome: outcome))
        }
        #expect(try await criteria(builder)[.e4]?.evidence.text.contains("no feedback") == true)
        builder.side = [ask("granted")]
        #expect(try await criteria(builder)[.e4]?.value == 1.0 / 3.0)
        builder.side = [ask("granted"), ask("failed"), ask("ineligible")]
        #expect(try await criteria(builder)[.e4]?.value == 1)
    }

    @Test("consistency over channels, and improvement over a year")
    func consistency() async throws {
        var builder = SnapshotBuilder()
        // 1970-Q1 to 1971-Q2: twenty starts a quarter on each of two channels; on the phone fewer finish; in 1971 more do.
        for quarter in 0..<6 {
            for number in 0..<40 {
                let day = Int64(quarter) * 91 + Int64(number)
                let channel = number % 2 == 0 ? "web" : "phone"
                let person = "q\(quarter)n\(number)"
                builder.add(person: person, time: day * .day, "start", ["service": "s", "channel": channel])
                let isDone = quarter >= 4 || (channel == "web" ? number % 4 == 0 : number % 20 == 1)
                guard isDone else { continue }
                builder.add(person: person, time: (day + 1) * .day, "done", ["service": "s", "channel": channel])
            }
        }
        builder.add(person: "z", time: 600 * .day, "info", ["service": "s", "channel": "web"])
        builder.side = [
            .touchpointRole(touchpoint: "start", service: nil, role: .start),
            .touchpointRole(touchpoint: "done", service: nil, role: .end),
        ]
        let year = Scope(range: TimeRange(to: Timestamp(milliseconds: 360 * .day)))
        let first = try await criteria(builder, year)
        // Web 10 of 20 a quarter, phone 2 of 20: m = .3, |m_c - m| = .2 on both, index = 1 - .2 / .42.
        #expect(first[.o2]?.value.map { abs($0 - (1 - 0.2 / 0.42)) < 1e-12 } == true)
        let all = try await criteria(builder, Scope(range: TimeRange(to: Timestamp(milliseconds: 600 * .day))))
        #expect(all[.c4]?.value == 1)
        #expect(all[.c4]?.evidence.text.contains("1971-Q2 against 1970-Q2") == true)
        #expect(first[.c4]?.score == nil)
    }

    @Test("an empty store: nothing is measured, nothing is 0")
    func empty() async throws {
        let found = try await criteria(SnapshotBuilder())
        #expect(found.values.allSatisfy { $0.score == nil && $0.rating == nil && $0.value == nil })
        #expect(found.values.allSatisfy { $0.evidence.text.hasPrefix("not enough evidence yet: ") })
    }

    @Test("statements supply what the store cannot measure, and enablers stand beside")
    func statements() async throws {
        var builder = store()
        builder.side.append(.assessment(statement("C1", .attested)))
        builder.side.append(.assessment(statement("E2", .attested)))
        builder.side.append(.assessment(statement("privacy and security", .asserted)))
        let result = try await ColumnarAnalyst(builder.snapshot()).answer(MaturityQuery())
        let found = Dictionary(uniqueKeysWithValues: result.stages.flatMap(\.criteria).map { ($0.id, $0) })
        #expect(found[.c1]?.kind == .attested)
        #expect(found[.c1]?.score == 90)
        #expect(found[.e2]?.kind == .measured)
        #expect(result.enablers.map(\.score) == [nil, nil, 50, nil, nil])
        // Every criterion of stage 1 is at least Largely; I1 is not Fully, and feedback was never asked.
        #expect(result.stage == 1)
        #expect(result.next == 2)
        #expect(result.blockers.map(\.criterion) == [.i1, .e4])
    }

    private func statement(_ criterion: String, _ kind: AssessmentRecord.Kind) -> AssessmentRecord {
        AssessmentRecord(
            criterion: criterion,
            kind: kind,
            score: 90,
            statement: "report",
            owner: "owner",
            date: Timestamp(milliseconds: 0)
        )
    }
}
