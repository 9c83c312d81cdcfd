import JourneyIndex
import JourneyModel
import TestSupport
import Testing

@Suite("D17: consent, how often it is withdrawn, and whether that takes effect")
struct ConsentTests {
    /// An hour of a person for a purpose is granted where some channel is open at its start; all records of the town are at
    /// full hours.
    private func months(
        _ reference: ReferencePreferences,
        from start: Int64,
        to end: Int64
    ) -> (hours: Int, withdrawals: Int) {
        var (hours, withdrawals) = (0, 0)
        let channels = (Set(reference.consents.map(\.channel)) as Set<String?>).union([nil])
        for person in Set(reference.consents.map(\.person)) {
            let own = reference.consents.filter { $0.person == person }
            let times = own.filter { $0.status == .withdrawn }.map(\.time.milliseconds)
            withdrawals += Set(times.filter { (start...end).contains($0) }).count
            var hour = start
            while hour < end {
                let time = Timestamp(milliseconds: hour)
                if channels.contains(where: { reference.state(person, $0, at: time, isBefore: false) == .granted }) {
                    hours += 1
                }
                hour += .hour
            }
        }
        return (hours, withdrawals)
    }

    @Test("random stores against the rule as written", arguments: 0..<20)
    func random(seed: Int) async throws {
        let town = RandomTown(seed: UInt64(seed) + 4000, events: 260)
        let (first, last) = (Int64(seed % 5) * 100 * .hour, Int64(1000 + seed * 20) * .hour)
        // The last instant of the range is a full hour, and so is what comes after it.
        let range = TimeRange(
            from: Timestamp(milliseconds: first),
            to: Timestamp(milliseconds: last + 1)
        )
        let analyst = ColumnarAnalyst(town.builder.snapshot())
        let result = try await analyst.answer(ConsentQuery(scope: Scope(range: range)))
        var (hours, withdrawals) = (0, 0)
        for purpose in ["communication", "offers", "analytics"] {
            let reference = ReferencePreferences(town.builder, purpose: purpose)
            let expected = months(reference, from: first, to: last)
            if purpose != "analytics" {
                hours += expected.hours
                withdrawals += expected.withdrawals
            }
            let granted = reference.granted(by: Timestamp(milliseconds: last))
            let row = result.purposes.first { $0.purpose.lowercased() == purpose }
            #expect(row?.coverage.denominator ?? 0 == Double(granted.asked), "\(purpose)")
            guard granted.asked > 0 else { continue }
            #expect(row?.coverage.numerator == Double(granted.people), "\(purpose)")
            #expect(row?.withdrawals?.count == expected.withdrawals, "\(purpose)")
            let measured = (row?.withdrawals?.grantedMonths ?? 0) * 365.25 / 12 * 24
            #expect(abs(measured - Double(expected.hours)) < 1e-6, "\(purpose)")
        }
        if let all = result.withdrawals {
            #expect(all.count == withdrawals)
            #expect(abs(all.grantedMonths * 365.25 / 12 * 24 - Double(hours)) < 1e-6)
        }
        try checkBreaches(result, town, range)
    }

    private func checkBreaches(_ result: ConsentResult, _ town: RandomTown, _ range: TimeRange) throws {
        let reference = ReferencePreferences(town.builder)
        var contacts: [String: [String]] = [:]
        for event in reference.outbound(range) {
            guard let person = event.person else { continue }
            let state = reference.state(ofContact: event, person: person)
            guard state == .denied || state == .withdrawn else { continue }
            let purpose = event.named(Dimension.purpose)?.lowercased() ?? "communication"
            contacts["\(purpose) \(event.named(Dimension.channel) ?? "-")", default: []].append(person)
        }
        let found = Dictionary(
            result.breaches.map { ("\($0.purpose.lowercased()) \($0.channel ?? "-")", [$0.contacts, $0.people]) }
        ) { first, _ in first }
        #expect(found == contacts.mapValues { [$0.count, Set($0).count] })
        #expect(result.peopleBreached == Set(contacts.values.joined()).count)
        if !contacts.isEmpty { #expect((result.timeToEffect ?? 0) >= 0) }
    }

    @Test("a worked example: time to effect, and a rate of withdrawals")
    func worked() async throws {
        var builder = SnapshotBuilder()
        func consent(_ person: String, _ day: Int64, _ status: ConsentRecord.Status) {
            builder.side.append(
                .consent(
                    ConsentRecord(
                        person: person,
                        time: Timestamp(milliseconds: day * .day),
                        status: status,
                        purpose: "communication"
                    )
                )
            )
        }
        func contact(_ person: String, _ day: Int64, _ channel: String = "sms") {
            builder.add(
                person: person,
                time: day * .day,
                "notice",
                ["channel": channel, Dimension.direction: "outbound"]
            )
        }
        consent("a", 0, .granted)
        consent("a", 100, .withdrawn)
        contact("a", 50)
        contact("a", 104)
        contact("a", 110, "email")
        consent("b", 0, .denied)
        contact("b", 10)
        consent("c", 0, .granted)
        contact("c", 200)
        let result = try await ColumnarAnalyst(builder.snapshot()).answer(ConsentQuery())
        #expect(result.coverage.numerator == 1 && result.coverage.denominator == 3)
        // 4 and 10 days after they had said no.
        #expect(result.timeToEffect == 7 * Double(Milliseconds.day))
        #expect(result.peopleBreached == 2)
        #expect(result.breaches.map(\.contacts) == [2, 1])
        #expect(result.withdrawals?.count == 1)
        // 100 days of a, 200 of c.
        let months = 300 / (365.25 / 12)
        #expect(abs((result.withdrawals?.perThousandMonths ?? 0) - 1000 / months) < 1e-9)
    }
}
