import JourneyIndex
import JourneyModel
import TestSupport
import Testing
import Wording

@Suite("D16 and D17: preferences and consent")
struct PreferencesTests {
    private func preferences(_ builder: SnapshotBuilder, _ scope: Scope = Scope()) async throws -> PreferencesResult {
        try await ColumnarAnalyst(builder.snapshot()).answer(PreferencesQuery(scope: scope))
    }

    private static let ranges: [TimeRange] = [
        .all, TimeRange(from: Timestamp(milliseconds: 20 * .day), to: Timestamp(milliseconds: 40 * .day)),
    ]

    @Test("random stores against the rules as written", arguments: 0..<40)
    func random(seed: Int) async throws {
        let town = RandomTown(seed: UInt64(seed) + 100)
        let reference = ReferencePreferences(town.builder)
        for range in Self.ranges {
            let result = try await preferences(town.builder, Scope(range: range))
            checkContacts(result, reference, range)
            checkPeople(result, reference, range)
            checkSurvey(result, reference, range)
        }
    }

    @Test("consent for every purpose, whatever its letters, against the rule as written", arguments: 0..<40)
    func purposes(seed: Int) async throws {
        var builder = RandomTown(seed: UInt64(seed) + 100).builder
        let spellings = ["Payment notices", "payment notices", "Analytics", "analytics"]
        for index in builder.side.indices where index.isMultiple(of: 3) {
            guard var row = ConsentRecord(of: builder.side[index]) else { continue }
            row.purpose = spellings[index / 3 % 4]
            builder.side[index] = .consent(row)
        }
        for range in Self.ranges {
            let result = try await preferences(builder, Scope(range: range))
            var expected: [String: [Double]] = [:]
            for purpose in ["communication", "analytics", "payment notices", "offers"] {
                let reference = ReferencePreferences(builder, purpose: purpose)
                let limit = min(range.to.map { $0.advanced(by: -1) } ?? reference.horizon, reference.horizon)
                let (granted, asked) = reference.granted(by: limit)
                if asked > 0 { expected[purpose] = [Double(granted), Double(asked)] }
            }
            let rows = result.consents.map { row in
                (row.purpose.lowercased(), [row.granted.numerator ?? -1, row.granted.denominator ?? -1])
            }
            #expect(Dictionary(uniqueKeysWithValues: rows) == expected)
            #expect(rows.map { -$0.1[1] } == rows.map { -$0.1[1] }.sorted())
        }
    }

    @Test("a file that names a purpose in every row is shown those with the most records")
    func manyPurposes() async throws {
        var builder = RandomTown(seed: 3).builder
        builder.side.removeAll { ConsentRecord(of: $0) != nil }
        for number in 0..<5000 {
            let time = Timestamp(milliseconds: Int64(number))
            let purpose = number.isMultiple(of: 10) ? "letters" : "purpose \(number)"
            builder.side.append(
                .consent(ConsentRecord(person: "p\(number % 14)", time: time, status: .granted, purpose: purpose))
            )
        }
        let rows = try await preferences(builder).consents
        #expect(rows.first?.purpose == "letters")
        #expect(rows.count < 100)
    }

    func checkContacts(_ result: PreferencesResult, _ reference: ReferencePreferences, _ range: TimeRange) {
        var (captured, cited, choosers, honoured, content, tailored) = (0, 0, 0, 0, 0, 0)
        var matrix: [[String]: Int] = [:]
        for contact in reference.outbound(range) {
            guard let person = contact.person else { continue }
            let (service, channel) = (contact.named(Dimension.service), contact.named(Dimension.channel))
            if reference.choice(person, service, .content, at: contact.time) != nil {
                content += 1
                if contact.named(Dimension.tailored) == "yes" { tailored += 1 }
            }
            guard let choice = reference.choice(person, service, .communication, at: contact.time) else { continue }
            captured += 1
            if contact.named(Dimension.routing) == "preference" { cited += 1 }
            guard let channel else { continue }
            matrix[[choice, channel], default: 0] += 1
            guard choice != "no preference" else { continue }
            choosers += 1
            if choice == channel { honoured += 1 }
        }
        checkConsents(result, reference, range)
        #expect(result.used.value == (captured > 0 ? Double(cited) / Double(captured) : nil))
        #expect(result.honoured.value == (choosers > 0 ? Double(honoured) / Double(choosers) : nil))
        let cells = Dictionary(
            uniqueKeysWithValues: result.matrix.map { ([$0.preferred.lowercased(), $0.used], $0.contacts) }
        )
        #expect(cells == matrix)
        if result.contentUsed.value != nil || content > 0 {
            #expect(result.contentUsed.value == Double(tailored) / Double(content))
        }
    }

    func checkConsents(_ result: PreferencesResult, _ reference: ReferencePreferences, _ range: TimeRange) {
        var purposes: [String: [Int]] = [:]
        var people: [String: (breached: Set<String>, uncovered: Set<String>)] = [:]
        var (breached, uncovered) = (Set<String>(), Set<String>())
        for contact in reference.outbound(range) {
            guard let person = contact.person else { continue }
            let state = reference.state(ofContact: contact, person: person)
            let purpose = contact.named(Dimension.purpose)?.lowercased() ?? "communication"
            let isBreach = state == .denied || state == .withdrawn
            let counts = [1, isBreach ? 1 : 0, state == .neverAsked ? 1 : 0]
            purposes[purpose] = zip(purposes[purpose] ?? [0, 0, 0], counts).map { $0 + $1 }
            if isBreach {
                people[purpose, default: ([], [])].breached.insert(person)
                breached.insert(person)
            }
            if state == .neverAsked {
                people[purpose, default: ([], [])].uncovered.insert(person)
                uncovered.insert(person)
            }
        }
        #expect(result.contactsAfterWithdrawal == purposes.values.reduce(0) { $0 + $1[1] })
        #expect(result.peopleContactedAfterWithdrawal == breached.count)
        let knowsConsents = reference.allConsents.contains { $0.purpose.lowercased() != "analytics" }
        guard knowsConsents else {
            #expect(result.purposes.isEmpty && result.uncovered == 0)
            return
        }
        #expect(result.uncovered == purposes.values.reduce(0) { $0 + $1[2] })
        #expect(result.peopleUncovered == uncovered.count)
        let found = result.purposes.map { ($0.purpose.lowercased(), [$0.contacts, $0.afterWithdrawal, $0.uncovered]) }
        #expect(Dictionary(uniqueKeysWithValues: found) == purposes)
        for row in result.purposes {
            let own = people[row.purpose.lowercased()]
            #expect(row.peopleAfterWithdrawal == own?.breached.count ?? 0)
            #expect(row.peopleUncovered == own?.uncovered.count ?? 0)
        }
    }

    private func checkPeople(_ result: PreferencesResult, _ reference: ReferencePreferences, _ range: TimeRange) {
        let limit = min(range.to.map { $0.advanced(by: -1) } ?? reference.horizon, reference.horizon)
        let people = Dictionary(grouping: reference.outbound(range), by: \.person)
        var (asked, captured, usable) = (0, 0, 0)
        for (name, contacts) in people {
            guard let name else { continue }
            let services = contacts.map { $0.named(Dimension.service) }
            if services.contains(where: { reference.isAsked(name, $0, at: limit) }) { asked += 1 }
            let choices = services.compactMap { reference.choice(name, $0, .communication, at: limit) }
            if !choices.isEmpty { captured += 1 }
            if choices.contains(where: { reference.isUsable(name, $0, by: limit) }) { usable += 1 }
        }
        #expect(result.contacted == people.count)
        guard !reference.preferences.filter({ $0.purpose == .communication }).isEmpty else { return }
        #expect(result.asked.numerator == Double(asked))
        #expect(result.captured.numerator == Double(captured))
        for row in result.services {
            let reached = people.filter { name, contacts in
                name != nil && contacts.contains { $0.named(Dimension.service) == row.service }
            }
            let askedHere = reached.keys.compactMap { $0 }.count { reference.isAsked($0, row.service, at: limit) }
            guard row.service != Dimension.notSet else { continue }
            #expect(row.contacted == reached.count)
            #expect(row.asked.numerator == Double(askedHere))
        }
        if reference.consents.isEmpty {
            #expect(result.usable.value == nil)
        } else {
            #expect(result.usable.numerator == Double(usable))
        }
        guard !reference.consents.isEmpty else { return }
        let (granted, everybody) = reference.granted(by: limit)
        #expect(result.consentCoverage.value == (everybody == 0 ? nil : Double(granted) / Double(everybody)))
    }

    private func checkSurvey(_ result: PreferencesResult, _ reference: ReferencePreferences, _ range: TimeRange) {
        guard !reference.preferences.isEmpty else { return }
        let limit = min(range.to.map { $0.advanced(by: -1) } ?? reference.horizon, reference.horizon)
        let events = reference.records.filter { range.contains($0.time) }
        let services = Set(events.compactMap { $0.named(Dimension.service) })
        func share(_ keeps: (PreferenceRecord) -> Bool) -> Double {
            let some = services.filter { service in
                reference.preferences.contains { record in
                    guard record.time <= limit, keeps(record) else { return false }
                    if let own = record.service { return own == service }
                    return events.contains { $0.person == record.person && $0.named(Dimension.service) == service }
                }
            }
            return Double(some.count) / Double(services.count)
        }
        #expect(result.survey.services == services.count)
        #expect(result.survey.collectChannel.value == share { $0.purpose == .communication && $0.kind == .captured })
        #expect(result.survey.captureContent.value == share { $0.purpose == .content && $0.kind == .captured })
        guard reference.preferences.contains(where: { $0.kind == .asked && $0.purpose != .access }) else {
            #expect(result.survey.askBoth.value == nil && result.survey.askNothing.value == nil)
            return
        }
        let asking = share { $0.purpose != .access && $0.kind == .asked }
        #expect(result.survey.askNothing.value.map { abs(1 - $0 - asking) < 1e-12 } == true)
        let channel = share { $0.purpose == .communication && $0.kind == .asked }
        let content = share { $0.purpose == .content && $0.kind == .asked }
        // Of those that ask for either, those that ask for both are counted twice.
        #expect(result.survey.askBoth.value.map { abs(channel + content - asking - $0) < 1e-12 } == true)
    }

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
        let result = try await preferences(worked())
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
        let result = try await preferences(builder)
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
        let result = try await preferences(builder)
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
        let result = try await preferences(builder)
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
        let result = try await preferences(builder)
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
        let result = try await preferences(builder)
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
        let result = try await preferences(builder)
        #expect(result.contactsAfterWithdrawal == 1)
        #expect(result.consentCoverage.value == 0.5)
        builder.side = [consent("a", .withdrawn, "analytics")]
        #expect(try await preferences(builder).consentCoverage.value == nil)
        #expect(try await preferences(builder).purposes.isEmpty)
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
            let survey = try await preferences(builder).survey
            #expect(survey.askBoth.numerator == 0)
            #expect(survey.askNothing.numerator == 0)
            #expect(survey.collectChannel.numerator == 1)
            #expect(survey.captureContent.numerator == 1)
            #expect(survey.askBoth.caveats.contains { $0.text.contains("no prompt") })
            builder.side.append(record(.asked, captured, service))
            #expect(try await preferences(builder).survey.askBoth.numerator == 1)
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
        var found = try await preferences(builder).unknownChannels
        #expect(found.map(\.channel) == ["Text message", "pigeon", "smss"])
        #expect(found.map(\.people) == [2, 1, 1])
        #expect(found.map(\.nearest) == ["sms", nil, "sms"])
        builder.side.append(.channelKind(channel: "Pigeon", kind: .message))
        found = try await preferences(builder).unknownChannels
        #expect(found.map(\.channel) == ["Text message", "smss"])
    }

    @Test("a trait stands in for preferences, and the notes say so")
    func trait() async throws {
        var builder = SnapshotBuilder()
        builder.add(person: "a", time: 10, "notice", ["channel": "sms", "direction": "outbound"])
        builder.side.append(.personTrait(person: "a", trait: NamedValue("preferred_channel", "SMS")))
        let result = try await preferences(builder)
        #expect(result.captured.value == 1)
        #expect(result.honoured.value == 1)
        #expect(result.asked.value == nil)
        #expect(result.asked.caveats.first?.text.contains("trait") == true)
        #expect(result.receipt.notes.contains { $0.text.contains("person.preferred_channel") })
        builder.side.append(.preference(preference("a", "email", time: 1)))
        #expect(try await preferences(builder).honoured.value == 0)
    }

    @Test("what is not there is absent, with what would bring it")
    func absent() async throws {
        func reason(_ builder: SnapshotBuilder) async throws -> String {
            let result = try await preferences(builder)
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
            try await preferences(builder).survey.collectChannel.caveats.first?.text.contains("no preferences") == true
        )
        #expect(try await preferences(builder).consentCoverage.value == nil)
    }
}
