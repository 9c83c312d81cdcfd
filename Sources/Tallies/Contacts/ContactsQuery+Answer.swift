public import JourneyModel

extension ContactsQuery: TalliedQuestion {
    public func answer(from tally: ContactsTally) -> ContactsResult {
        let costs = TransactionCosts(tally.costs, scope: scope)
        let services = tally.services.pairs
        func sum(_ count: (ContactsTally.Service) -> Int) -> Int { services.reduce(0) { $0 + count($1.value) } }
        return ContactsResult(
            query: self,
            inboundContacts: tally.inbound,
            chases: tally.chases,
            repeats: tally.repeats,
            leaks: sum(\.leaks),
            inferred: inferred(tally),
            services: services.filter { $0.value.attempts + $0.value.lost > 0 }
                .map { row($0.key, $0.value, costs, before: tally.end) }.sorted(by: comesFirst),
            receipt: tally.scope.receipt(
                [.d18, .d12, .d13, .d14],
                scope: scope,
                facts: [
                    Receipt.Fact(.digitalAttempts, .count(sum(\.attempts))),
                    Receipt.Fact(.digitalAttemptsLost, .count(sum(\.lost))),
                    Receipt.Fact(.attemptLostAfter, .span(ContactsTally.leakWindow)),
                    Receipt.Fact(.contactRepeatsWithin, .span(ContactsTally.repeatWindow)),
                ],
                notes: notes(tally.signs)
            )
        )
    }

    private func inferred(_ tally: ContactsTally) -> Measure {
        guard tally.inbound > 0 else {
            return .absent(.d18, because: tally.signs.assistedChannel ? .nobodyGotInTouch : .noAssistedChannel)
        }
        return .rate(tally.avoidable, of: tally.inbound, .d18)
    }

    private func row(
        _ name: ValueName,
        _ service: ContactsTally.Service,
        _ costs: TransactionCosts,
        before end: Int64
    ) -> ContactsResult.ServiceRow {
        ContactsResult.ServiceRow(
            service: name.text,
            lostDigital: service.lost,
            leaks: service.leaks,
            leakingPeople: service.people,
            leakRate: service.lost > 0
                ? .rate(service.leaks, of: service.lost, .d18) : .absent(.d18, because: .noAttemptLost),
            leakCost: leakCost(name, service, costs, before: end)
        )
    }

    /// The contacts' own costs, then those of the channels in the order of their names.
    private func leakCost(
        _ name: ValueName,
        _ service: ContactsTally.Service,
        _ costs: TransactionCosts,
        before end: Int64
    ) -> Double? {
        var sum = service.cost.value
        var isKnown = service.costed > 0
        for (channel, count) in service.channels.inOrder where count.uncosted > 0 {
            guard let name = name.name, let channel = channel.name,
                let unit = costs.perContact(service: name, channel: channel, before: end, contacts: count.contacts)
            else { continue }
            sum += unit * Double(count.uncosted)
            isKnown = true
        }
        return isKnown ? sum : nil
    }

    private func comesFirst(_ left: ContactsResult.ServiceRow, _ right: ContactsResult.ServiceRow) -> Bool {
        if left.leaks != right.leaks { return left.leaks > right.leaks }
        if left.lostDigital != right.lostDigital { return left.lostDigital > right.lostDigital }
        return left.service < right.service
    }

    private func notes(_ signs: ContactsTally.Signs) -> [Remark] {
        var notes: [Remark] = []
        if !signs.start { notes.append(.noStartOfAttempts) }
        if !signs.closingOutcome { notes.append(.noClosingOutcome) }
        if !signs.resolved { notes.append(.noResolvedContact) }
        let hides = scope.filters.contains { filter in
            Dimension.subject(of: filter.dimension) == .event && filter.dimension != Dimension.service
        }
        if hides { notes.append(.filterHidesContacts) }
        return notes
    }
}
