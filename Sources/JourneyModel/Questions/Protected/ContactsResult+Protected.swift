extension ContactsResult {
    public func protected(by policy: DisclosurePolicy) -> ContactsResult {
        guard !receipt.isProtected else { return self }
        var result = self
        result.inboundContacts = policy.count(inboundContacts)
        result.chases = policy.count(chases, of: inboundContacts)
        result.repeats = policy.count(repeats, of: inboundContacts)
        result.leaks = policy.count(leaks)
        result.inferred = policy.measure(inferred)
        let rates = policy.measures(services.map(\.leakRate))
        result.services = zip(services, rates).map { row, rate in
            var shown = row
            let isFew = (1..<policy.lowest).contains(row.leakingPeople)
            shown.lostDigital = policy.count(row.lostDigital)
            shown.leaks = isFew ? .withheld : policy.count(row.leaks, of: row.lostDigital)
            shown.leakingPeople = policy.count(row.leakingPeople)
            shown.leakRate = isFew ? .absent(row.leakRate.definition, because: policy.reason) : rate
            shown.leakCost = shown.leaks.isHidden ? nil : policy.amount(row.leakCost, of: row.leaks)
            return shown
        }
        result.receipt = receipt.protected(by: policy)
        return result
    }
}
