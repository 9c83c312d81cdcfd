import JourneyIndex
import JourneyModel
import TestSupport
import Testing
import Wording

@Suite("D16 and D17: preferences and consent")
struct PreferencesTests {
    /// The check matrix of D16: preferred, used, contacts.
    private static let matrix: [(String, String, Int)] = [
        ("sms", "sms", 40), ("sms", "phone", 10), ("email", "email", 20), ("email", "sms", 20), ("phone", "phone", 5),
        ("phone", "sms", 5),
    ]

    private func worked() -> SnapshotBuilder {
        var builder = SnapshotBuilder()
        var number = 0
        for (preferred, used, contacts) in Self.matrix {
            for _ in 0..<contacts {
                number += 1
                builder.add(
                    person: "p\(number)",
                    time: .day,
                    "notice",
                    ["channel": used, "direction": "outbound", "service": "housing"]
                )
                builder.side.append(.preference(preference("p\(number)", preferred, time: 0)))
            }
        }
        return builder
    }

    private func preference(
        _ person: String,
        _ value: String?,
        time: Int64,
        service: String? = nil,
        rank: Int = 1
    ) -> PreferenceRecord {
        PreferenceRecord(
            person: person,
            time: Timestamp(milliseconds: time),
            kind: value == nil ? .asked : .captured,
            purpose: .communication,
            service: service,
            value: value,
            rank: rank
        )
    }

    @Test("the check matrix: 65% honoured, 42% by chance, kappa .3966")
    func checkMatrix() async throws {
        let result = try await worked().preferences()
        #expect(result.honoured.value == 0.65)
        #expect(result.expectedByChance.map { abs($0 - 0.42) < 1e-12 } == true)
        #expect(result.kappa.map { abs($0 - 0.3966) < 5e-5 } == true)
        let cells = result.matrix.map { "\($0.preferred) \($0.used) \($0.contacts)" }
        #expect(cells == Self.matrix.map { "\($0.0) \($0.1) \($0.2)" }.sorted())
        #expect(result.captured.value == 1)
        #expect(result.used.caveats.first?.text.contains("routing") == true)
        #expect(result.usable.caveats.first?.text.contains("missing is never granted") == true)
        #expect(result.peopleNotHonoured == 35)
        #expect(result.services.map(\.service) == ["housing"])
    }

    @Test("a service that texts everyone looks 60% honoured, with kappa 0")
    func textsEveryone() async throws {
        var builder = SnapshotBuilder()
        for number in 0..<50 {
            builder.add(person: "p\(number)", time: .day, "notice", ["channel": "sms", "direction": "outbound"])
            builder.side.append(.preference(preference("p\(number)", number < 30 ? "sms" : "post", time: 0)))
        }
        let result = try await builder.preferences()
        #expect(result.honoured.value == 0.6)
        #expect(result.kappa.map { abs($0) < 1e-12 } == true)
    }

    @Test("as of the contact's time; the service's own preference before the general one; newest wins")
    func asOf() async throws {
        var builder = SnapshotBuilder()
        for day in [1, 3, 5, 7] {
            builder.add(
                person: "a",
                time: Int64(day) * .day,
                "notice",
                ["channel": "sms", "direction": "outbound", "service": day == 7 ? "parking" : "housing"]
            )
        }
        builder.side = [
            .preference(preference("a", "sms", time: 2 * .day)),
            .preference(preference("a", "email", time: 4 * .day, service: "housing")),
        ]
        let result = try await builder.preferences()
        // Day 1: nothing known; 3: general sms; 5: housing's own email; 7: parking falls back to sms.
        #expect(result.honoured.numerator == 2)
        #expect(result.honoured.denominator == 3)
        #expect(result.stale == 0)
        #expect(result.conflicting == 0)
    }

    @Test("no preference is a value; stale and conflicting ones are counted")
    func flags() async throws {
        var builder = SnapshotBuilder()
        for person in ["a", "b", "c"] {
            builder.add(person: person, time: 500 * .day, "notice", ["channel": "sms", "direction": "outbound"])
        }
        builder.side = [
            .preference(preference("a", "No preference", time: 499 * .day)),
            .preference(preference("b", "sms", time: 500 * .day - 365 * .day - 1)),
            .preference(preference("c", "sms", time: 400 * .day)),
            .preference(preference("c", "email", time: 400 * .day + .hour)),
        ]
        let result = try await builder.preferences()
        #expect(result.captured.value == 1)
        #expect(result.honoured.denominator == 2)
        #expect(result.matrix.contains { $0.preferred == PreferenceRecord.noPreference && $0.contacts == 1 })
        #expect(result.stale == 1)
        #expect(result.conflicting == 1)
    }

    private static let histories: [(consents: [(String, Int64, String?)], breaches: Int)] = [
        ([("withdrawn", 5, nil)], 1), ([("withdrawn", 10, nil)], 0), ([("withdrawn", 11, nil)], 0),
        ([("denied", 5, nil)], 1), ([("withdrawn", 5, "sms")], 1), ([("withdrawn", 5, "email")], 0),
        ([("withdrawn", 5, nil), ("granted", 7, nil)], 0), ([("withdrawn", 5, "sms"), ("granted", 7, nil)], 0),
        ([("withdrawn", 5, nil), ("granted", 7, "email")], 1), ([("granted", 5, nil), ("withdrawn", 5, nil)], 1),
        ([("withdrawn", 5, nil), ("asked", 7, nil)], 1), ([("expired", 5, nil)], 0), ([("granted", 5, nil)], 0),
    ]

    @Test(
        "D17, the red line: a contact after a withdrawal counts, one at its very instant does not, a new grant lifts it",
        arguments: histories
    )
    func redLine(consents: [(String, Int64, String?)], breaches: Int) async throws {
        var builder = SnapshotBuilder()
        builder.add(person: "a", time: 10, "notice", ["channel": "sms", "direction": "outbound"])
        for (status, time, channel) in consents {
            let status = try #require(ConsentRecord.Status(rawValue: status))
            builder.side.append(
                .consent(
                    ConsentRecord(
                        person: "a",
                        time: Timestamp(milliseconds: time),
                        status: status,
                        purpose: "communication",
                        channel: channel
                    )
                )
            )
        }
        let result = try await builder.preferences()
        #expect(result.contactsAfterWithdrawal == breaches)
        #expect(result.peopleContactedAfterWithdrawal == breaches)
    }

    private func consent(_ person: String, _ status: ConsentRecord.Status, _ purpose: String) -> JourneyRecord {
        .consent(
            ConsentRecord(person: person, time: Timestamp(milliseconds: 5), status: status, purpose: purpose)
        )
    }

    @Test(
        "a consent covers contacts of its purpose; one for communication those of purposes that have none of their own"
    )
    func purposesOfContacts() async throws {
        var builder = SnapshotBuilder()
        for (person, purpose) in [("a", "offers"), ("b", "OFFERS"), ("c", "offers"), ("d", "reminders"), ("e", nil)] {
            var dimensions = ["channel": "sms", "direction": "outbound"]
            dimensions["purpose"] = purpose
            builder.add(person: person, time: 10, "notice", dimensions)
        }
        builder.side = [
            consent("a", .withdrawn, "Offers"), consent("a", .granted, "communication"),
            consent("b", .granted, "offers"), consent("b", .withdrawn, "communication"),
            consent("c", .withdrawn, "communication"), consent("d", .withdrawn, "offers"),
            consent("e", .withdrawn, "communication"),
        ]
        let result = try await builder.preferences()
        #expect(result.contactsAfterWithdrawal == 3)
        #expect(result.uncovered == 1)
        let rows = result.purposes.map { [$0.purpose, "\($0.contacts)", "\($0.afterWithdrawal)", "\($0.uncovered)"] }
        #expect(
            rows == [["OFFERS", "3", "2", "0"], ["communication", "1", "1", "0"], ["reminders", "1", "0", "1"]]
        )
        #expect(result.warnings.first?.text.contains("reminders") == true)
    }

    @Test("consents for other purposes alone have a coverage, and breaches")
    func otherPurposesAlone() async throws {
        var builder = SnapshotBuilder()
        for person in ["a", "b"] {
            builder.add(
                person: person,
                time: 10,
                "offer",
                ["channel": "sms", "direction": "outbound", "purpose": "marketing"]
            )
        }
        builder.side = [consent("a", .withdrawn, "marketing"), consent("b", .granted, "marketing")]
        let result = try await builder.preferences()
        #expect(result.contactsAfterWithdrawal == 1)
        #expect(result.consentCoverage.value == 0.5)
        builder.side = [consent("a", .withdrawn, "analytics")]
        #expect(try await builder.preferences().consentCoverage.value == nil)
        #expect(try await builder.preferences().purposes.isEmpty)
    }

    @Test("what was captured is no evidence of what was asked, of either kind", arguments: [true, false])
    func captureIsNoQuestion(isOfContent: Bool) async throws {
        var builder = SnapshotBuilder()
        builder.add(person: "a", time: 10, "notice", ["channel": "sms", "direction": "outbound", "service": "tax"])
        let asked: PreferenceRecord.Purpose = isOfContent ? .content : .communication
        let captured: PreferenceRecord.Purpose = isOfContent ? .communication : .content
        let time = Timestamp(milliseconds: 1)
        func record(
            _ kind: PreferenceRecord.Kind,
            _ purpose: PreferenceRecord.Purpose,
            _ service: String?
        ) -> JourneyRecord {
            .preference(
                PreferenceRecord(
                    person: "a",
                    time: time,
                    kind: kind,
                    purpose: purpose,
                    service: service,
                    value: kind == .asked ? nil : "sms"
                )
            )
        }
        for service in ["tax", nil] {
            builder.side = [
                record(.asked, asked, service), record(.captured, asked, service), record(.captured, captured, service),
            ]
            let survey = try await builder.preferences().survey
            #expect(survey.askBoth.numerator == 0)
            #expect(survey.askNothing.numerator == 0)
            #expect(survey.collectChannel.numerator == 1)
            #expect(survey.captureContent.numerator == 1)
            #expect(survey.askBoth.caveats.contains { $0.text.contains("no prompt") })
            builder.side.append(record(.asked, captured, service))
            #expect(try await builder.preferences().survey.askBoth.numerator == 1)
        }
    }

    @Test("a channel that nobody has used or declared is named, with the nearest")
    func unknownChannels() async throws {
        var builder = SnapshotBuilder()
        builder.add(person: "a", time: 10, "notice", ["channel": "sms", "direction": "outbound"])
        for (person, value) in [("a", "Text message"), ("b", "text message"), ("c", "smss"), ("d", "pigeon")] {
            builder.side.append(.preference(preference(person, value, time: 1)))
        }
        builder.side.append(.preference(preference("e", "SMS", time: 1)))
        builder.side.append(.preference(preference("e", "none", time: 2)))
        var found = try await builder.preferences().unknownChannels
        #expect(found.map(\.channel) == ["Text message", "pigeon", "smss"])
        #expect(found.map(\.people) == [2, 1, 1])
        #expect(found.map(\.nearest) == ["sms", nil, "sms"])
        builder.side.append(.channelKind(channel: "Pigeon", kind: .message))
        found = try await builder.preferences().unknownChannels
        #expect(found.map(\.channel) == ["Text message", "smss"])
    }

    @Test("a trait stands in for preferences, and the notes say so")
    func trait() async throws {
        var builder = SnapshotBuilder()
        builder.add(person: "a", time: 10, "notice", ["channel": "sms", "direction": "outbound"])
        builder.side.append(.personTrait(person: "a", trait: NamedValue("preferred_channel", "SMS")))
        let result = try await builder.preferences()
        #expect(result.captured.value == 1)
        #expect(result.honoured.value == 1)
        #expect(result.asked.value == nil)
        #expect(result.asked.caveats.first?.text.contains("trait") == true)
        #expect(result.receipt.notes.contains { $0.text.contains("person.preferred_channel") })
        builder.side.append(.preference(preference("a", "email", time: 1)))
        #expect(try await builder.preferences().honoured.value == 0)
    }

    @Test("what is not there is absent, with what would bring it")
    func absent() async throws {
        func reason(_ builder: SnapshotBuilder) async throws -> String {
            let result = try await builder.preferences()
            let figures = [result.asked, result.captured, result.usable, result.used, result.honoured]
            #expect(figures.allSatisfy { $0.value == nil && $0.caveats == figures[0].caveats })
            #expect(result.kappa == nil)
            return figures[0].caveats.first?.text ?? ""
        }
        var builder = SnapshotBuilder()
        #expect(try await reason(builder).contains("direction"))
        builder.add(person: "a", time: 10, "page")
        #expect(try await reason(builder).contains("map a column to direction"))
        builder.add(person: "a", time: 10, "call", ["direction": "inbound"])
        #expect(try await reason(builder).contains("no person had an outbound contact"))
        builder.add(person: "a", time: 10, "notice", ["direction": "outbound", "channel": "sms"])
        #expect(try await reason(builder).contains("no preferences are recorded"))
        #expect(
            try await builder.preferences().survey.collectChannel.caveats.first?.text.contains("no preferences") == true
        )
        #expect(try await builder.preferences().consentCoverage.value == nil)
    }
}
