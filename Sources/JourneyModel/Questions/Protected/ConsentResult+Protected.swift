extension ConsentResult {
    /// Purposes that few were asked for or contacted about, and breaches of few people, are not named; counts of those that stay
    /// are the parts of a whole. A rate of withdrawals follows from what is shown of them.
    public func protected(by policy: DisclosurePolicy) -> ConsentResult {
        guard !receipt.isProtected else { return self }
        var result = self
        result.coverage = policy.measure(coverage)
        result.withdrawals = withdrawals.map { policy.withdrawals($0, policy.count($0.count)) }
        result.timeToEffect = peopleBreached == 0 ? timeToEffect : policy.mean(timeToEffect, of: peopleBreached)
        result.peopleBreached = policy.count(peopleBreached)
        result.breaches = policy.breaches(breaches)
        result.purposes = policy.purposes(purposes)
        result.receipt = receipt.protected(by: policy)
        return result
    }
}

extension DisclosurePolicy {
    fileprivate func withdrawals(_ exact: ConsentResult.Withdrawals, _ shown: Int) -> ConsentResult.Withdrawals {
        ConsentResult.Withdrawals(count: shown, grantedMonths: exact.grantedMonths.rounded())
    }

    fileprivate func breaches(_ rows: [ConsentResult.Breach]) -> [ConsentResult.Breach] {
        let kept = self.rows(rows, count: \.people).kept
        let contacts = parts(kept.map(\.contacts)).shown
        return kept.indices.map { index in
            var row = kept[index]
            row.contacts = contacts[index]
            row.people = count(row.people)
            return row
        }
    }

    fileprivate func purposes(_ rows: [ConsentResult.Purpose]) -> [ConsentResult.Purpose] {
        let kept = self.rows(rows) { max($0.contacts, Int($0.coverage.denominator ?? 0)) }.kept
        let coverage = measures(kept.map(\.coverage))
        let withdrawn = parts(kept.map { $0.withdrawals?.count ?? 0 }).shown
        let contacts = parts(kept.map(\.contacts)).shown
        let afterWithdrawal = parts(kept.map(\.afterWithdrawal)).shown
        let uncovered = parts(kept.map(\.uncovered)).shown
        return kept.indices.map { index in
            ConsentResult.Purpose(
                purpose: kept[index].purpose,
                coverage: coverage[index],
                // Of few people even the time says something.
                withdrawals: coverage[index].value == nil
                    ? nil : kept[index].withdrawals.map { withdrawals($0, withdrawn[index]) },
                contacts: contacts[index],
                afterWithdrawal: afterWithdrawal[index],
                uncovered: uncovered[index]
            )
        }
    }
}
