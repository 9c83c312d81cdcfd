import JourneyModel

extension ContactsQuery: IndexedQuestion {
    func answer(from index: ColumnarAnalyst) async throws -> ContactsResult { try await index.contacts(self) }
}

extension ColumnarAnalyst {
    /// Contacts that a better service would have avoided, inferred from the events (D18).
    ///
    /// - Throws: `AnalysisError.unknownDimension`, `CancellationError`.
    func contacts(_ query: ContactsQuery) async throws -> ContactsResult {
        let ground = try await desk.ground(self, query.scope)
        let costs = TransactionCosts(source, scope: query.scope, rules: ground.rules, ends: [])
        let counts = try await ContactScan.counts(self, ground, costs)
        let rows = counts.services.indices.filter { counts.services[$0].attempts + counts.services[$0].lost > 0 }
        return ContactsResult(
            query: query,
            inboundContacts: counts.inbound,
            chases: counts.chases,
            repeats: counts.repeats,
            leaks: counts.services.reduce(0) { $0 + $1.leaks },
            inferred: inferred(counts, ground),
            services: rows.map { row($0, counts, ground, costs) }.sorted(by: comesFirst),
            receipt: ground.receipt(
                [.d18, .d12, .d14],
                events: ground.events,
                subjects: ground.subjects,
                facts: [
                    Receipt.Fact("digital attempts", .count(counts.services.reduce(0) { $0 + $1.attempts })),
                    Receipt.Fact("… lost", .count(counts.services.reduce(0) { $0 + $1.lost })),
                    Receipt.Fact("an attempt is lost after", .span(ContactScan.leakWindow)),
                    Receipt.Fact("a contact repeats within", .span(ContactScan.repeatWindow)),
                ],
                notes: notes(ground)
            )
        )
    }

    private func inferred(_ counts: ContactCounts, _ ground: JourneyGround) -> Measure {
        guard counts.inbound > 0 else {
            let knowsAssisted = ground.rules.kinds.contains(.assisted)
            return .absent(
                .d18,
                because: knowsAssisted
                    ? "nobody got in touch on an assisted channel in this scope"
                    : "no channel is known to be assisted; say in the mapping which channels are"
            )
        }
        return .rate(counts.avoidable, of: counts.inbound, .d18)
    }

    private func row(
        _ service: Int,
        _ counts: ContactCounts,
        _ ground: JourneyGround,
        _ costs: TransactionCosts
    ) -> ContactsResult.ServiceRow {
        let count = counts.services[service]
        return ContactsResult.ServiceRow(
            service: ground.rules.serviceName(Int32(service) - 1),
            lostDigital: count.lost,
            leaks: count.leaks,
            leakingPeople: count.people,
            leakRate: count.lost > 0
                ? .rate(count.leaks, of: count.lost, .d18) : .absent(.d18, because: "no digital attempt was lost"),
            leakCost: leakCost(service, count, counts, ground, costs)
        )
    }

    private func leakCost(
        _ service: Int,
        _ count: ContactCounts.Service,
        _ counts: ContactCounts,
        _ ground: JourneyGround,
        _ costs: TransactionCosts
    ) -> Double? {
        let own = counts.costs.filter { $0.service == service }
        var sum = own.reduce(0) { $0 + $1.amount }
        var isKnown = !own.isEmpty
        for (channel, contacts) in counts.uncosted(service) {
            let unit = costs.perContact(
                service: service,
                channel: channel,
                before: ground.end,
                contacts: counts.contacts(service, channel)
            )
            guard let unit else { continue }
            sum += unit * Double(contacts)
            isKnown = true
        }
        return isKnown ? sum : nil
    }

    private func comesFirst(_ left: ContactsResult.ServiceRow, _ right: ContactsResult.ServiceRow) -> Bool {
        if left.leaks != right.leaks { return left.leaks > right.leaks }
        if left.lostDigital != right.lostDigital { return left.lostDigital > right.lostDigital }
        return left.service < right.service
    }

    private func notes(_ ground: JourneyGround) -> [String] {
        var notes: [String] = []
        if !ground.rules.hasStart.contains(true) {
            notes.append("no touchpoint is declared a start, so lost digital attempts cannot be seen")
        }
        if !ground.rules.recordsOutcomes.contains(true) {
            notes.append("no event has an outcome that closes a case, so chasing cannot be seen")
        }
        if !ground.rules.verdicts.contains(.resolved) {
            notes.append("no contact is marked resolved, so repeats cannot be seen")
        }
        let hides = ground.scope.filters.contains { filter in
            Dimension.subject(of: filter.dimension) == .event && filter.dimension != Dimension.service
        }
        if hides { notes.append("a filter on events can hide the contact that followed, or what it followed") }
        return notes
    }
}
