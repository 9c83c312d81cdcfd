import JourneyIndex
import JourneyModel
import TestSupport
import Testing

@Suite("D16 and D17: random stores against the rules")
struct PreferenceRulesTests {
    private static let ranges: [TimeRange] = [
        .all, TimeRange(from: Timestamp(milliseconds: 20 * .day), to: Timestamp(milliseconds: 40 * .day)),
    ]

    @Test("random stores against the rules as written", arguments: 0..<40)
    func random(seed: Int) async throws {
        let town = RandomTown(seed: UInt64(seed) + 100)
        let reference = ReferencePreferences(town.builder)
        for range in Self.ranges {
            let result = try await town.builder.preferences(Scope(range: range))
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
            let result = try await builder.preferences(Scope(range: range))
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
        let rows = try await builder.preferences().consents
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
}
