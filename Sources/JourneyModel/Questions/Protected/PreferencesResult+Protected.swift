extension PreferencesResult {
    /// The survey's form stays as it is: it counts services, and no people.
    public func protected(by policy: DisclosurePolicy) -> PreferencesResult {
        guard !receipt.isProtected else { return self }
        var result = self
        result.contacted = policy.count(contacted)
        for figure in [
            \PreferencesResult.asked, \.captured, \.usable, \.used, \.honoured, \.contentCaptured, \.contentUsed,
            \.consentCoverage,
        ] {
            result[keyPath: figure] = policy.measure(self[keyPath: figure])
        }
        for count in [
            \PreferencesResult.stale, \.conflicting, \.contactsAfterWithdrawal, \.peopleNotUsed, \.peopleNotHonoured,
            \.peopleContactedAfterWithdrawal,
        ] {
            result[keyPath: count] = policy.count(self[keyPath: count])
        }
        result.expectedByChance = result.honoured.value == nil ? nil : expectedByChance?.wholePercent
        result.kappa = Self.kappa(result.honoured.value, result.expectedByChance)
        result.matrix = policy.matrix(matrix)
        result.consents = policy.consents(consents)
        result.services = policy.services(services)
        result.receipt = receipt.protected(by: policy)
        return result
    }

    /// D16, from shown figures.
    private static func kappa(_ honoured: Double?, _ expected: Double?) -> Double? {
        guard let honoured, let expected, expected < 1 else { return nil }
        return ((honoured - expected) / (1 - expected)).wholePercent
    }
}

extension DisclosurePolicy {
    /// A line for those who asked for a channel: its cells are the parts of a whole.
    fileprivate func matrix(_ cells: [PreferencesResult.Cell]) -> [PreferencesResult.Cell] {
        var shown = cells
        for line in Dictionary(grouping: cells.indices, by: { cells[$0].preferred }).values {
            let counts = parts(line.map { cells[$0].contacts }).shown
            for (index, count) in zip(line, counts) { shown[index].contacts = count }
        }
        return shown
    }

    /// A purpose that few were asked for is not named.
    fileprivate func consents(_ rows: [PreferencesResult.ConsentRow]) -> [PreferencesResult.ConsentRow] {
        let kept = self.rows(rows) { Int($0.granted.denominator ?? 0) }.kept
        return zip(kept, measures(kept.map(\.granted))).map { row, granted in
            PreferencesResult.ConsentRow(purpose: row.purpose, granted: granted)
        }
    }

    fileprivate func services(_ rows: [PreferencesResult.ServiceRow]) -> [PreferencesResult.ServiceRow] {
        let contacted = parts(rows.map(\.contacted)).shown
        let asked = measures(rows.map(\.asked))
        let captured = measures(rows.map(\.captured))
        let used = measures(rows.map(\.used))
        let honoured = measures(rows.map(\.honoured))
        return rows.indices.map { index in
            PreferencesResult.ServiceRow(
                service: rows[index].service,
                contacted: contacted[index],
                asked: asked[index],
                captured: captured[index],
                used: used[index],
                honoured: honoured[index]
            )
        }
    }
}
