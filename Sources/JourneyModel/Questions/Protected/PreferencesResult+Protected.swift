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
            \.peopleContactedAfterWithdrawal, \.uncovered, \.peopleUncovered,
        ] {
            result[keyPath: count] = policy.count(self[keyPath: count])
        }
        result.purposes = policy.purposes(purposes)
        result.unknownChannels = policy.rows(unknownChannels, count: \.people).kept.map { row in
            var shown = row
            shown.people = policy.count(row.people)
            return shown
        }
        result.expectedByChance = result.honoured.value == nil ? nil : expectedByChance?.wholePercent
        result.kappa = Self.kappa(result.honoured.value, result.expectedByChance)
        result.matrix = policy.matrix(matrix)
        result.matrixRows = policy.matrixRows(matrix, shown: result.matrix)
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

    /// The base of a row's rates is the whole row: what is hidden of it counts as it does in every total.
    fileprivate func matrixRows(
        _ cells: [PreferencesResult.Cell],
        shown: [PreferencesResult.Cell]
    ) -> [PreferencesResult.MatrixRow] {
        let contacts = Dictionary(grouping: cells, by: \.preferred).mapValues { total(of: $0.map(\.contacts)) }
        return PreferencesResult.rows(of: shown, contacts: contacts).map { row in
            var row = row
            if row.honoured.value != nil { row.honoured = rounded(row.honoured) }
            return row
        }
    }

    /// A purpose that few were asked for is not named.
    fileprivate func consents(_ rows: [PreferencesResult.ConsentRow]) -> [PreferencesResult.ConsentRow] {
        let kept = self.rows(rows) { Int($0.granted.denominator ?? 0) }.kept
        return zip(kept, measures(kept.map(\.granted))).map { row, granted in
            PreferencesResult.ConsentRow(purpose: row.purpose, granted: granted)
        }
    }

    /// A purpose that few contacts were for is not named. Of the others the contacts are the parts of all, and so are those
    /// after a withdrawal and those without a consent; a contact is of one person, and is hidden with few persons.
    fileprivate func purposes(_ rows: [PreferencesResult.PurposeRow]) -> [PreferencesResult.PurposeRow] {
        let kept = self.rows(rows, count: \.contacts).kept
        let contacts = parts(kept.map(\.contacts)).shown
        let afterWithdrawal = parts(kept.map(\.afterWithdrawal)).shown
        let uncovered = parts(kept.map(\.uncovered)).shown
        return kept.indices.map { index in
            let row = kept[index]
            let isFewBreached = (1..<lowest).contains(row.peopleAfterWithdrawal)
            let isFewUncovered = (1..<lowest).contains(row.peopleUncovered)
            return PreferencesResult.PurposeRow(
                purpose: row.purpose,
                contacts: contacts[index],
                afterWithdrawal: isFewBreached ? .withheld : afterWithdrawal[index],
                peopleAfterWithdrawal: count(row.peopleAfterWithdrawal),
                uncovered: isFewUncovered ? .withheld : uncovered[index],
                peopleUncovered: count(row.peopleUncovered)
            )
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
