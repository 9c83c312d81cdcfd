public import JourneyModel

extension ConsentQuery: TalliedQuestion {
    public func answer(from tally: ConsentTally) -> ConsentResult {
        let hasConsents = tally.signs.contactConsents
        let contacted = tally.exposures.pairs.filter { $0.key.lowercased() != analyticsPurpose }.map(\.value)
        let all = contacted.reduce(into: ConsentTally.Exposure()) { $0.add($1) }
        return ConsentResult(
            query: self,
            coverage: coverage(tally),
            withdrawals: hasConsents ? withdrawals(all) : nil,
            timeToEffect: tally.effects.isEmpty ? (hasConsents ? 0 : nil) : tally.effects.median,
            peopleBreached: tally.effects.count,
            breaches: breaches(tally),
            purposes: purposes(tally),
            receipt: tally.scope.receipt([.d17], scope: scope)
        )
    }

    private func coverage(_ tally: ConsentTally) -> Measure {
        guard tally.signs.contactConsents else { return .absent(.d17, because: .noConsent) }
        let usual = tally.exposures.pairs.first { $0.key.lowercased() == communicationPurpose }?.value.consent
        return share(tally.signs.consents ? usual ?? PreferencesTally.Consent() : tally.anyConsent)
    }

    private func share(_ consent: PreferencesTally.Consent) -> Measure {
        consent.asked > 0
            ? .rate(consent.granted, of: consent.asked, .d17) : .absent(.d17, because: .nobodyAskedForConsent)
    }

    private func withdrawals(_ exposure: ConsentTally.Exposure) -> ConsentResult.Withdrawals {
        ConsentResult.Withdrawals(
            count: exposure.withdrawals,
            grantedMonths: Double(exposure.granted) / (365.25 / 12 * Double(Milliseconds.day))
        )
    }

    private func breaches(_ tally: ConsentTally) -> [ConsentResult.Breach] {
        tally.breaches.pairs.flatMap { purpose, channels in
            channels.pairs.map { channel, breach in
                ConsentResult.Breach(
                    purpose: purpose,
                    channel: channel == .missing ? nil : channel.text,
                    contacts: breach.contacts,
                    people: breach.people
                )
            }
        }.sorted { left, right in
            left.contacts != right.contacts
                ? left.contacts > right.contacts
                : (left.purpose, left.channel ?? "") < (right.purpose, right.channel ?? "")
        }
    }

    /// What consents call a purpose, and what contacts do, is the same in capitals and small letters.
    private func purposes(_ tally: ConsentTally) -> [ConsentResult.Purpose] {
        guard tally.signs.contactConsents else { return [] }
        var contacts = Dictionary(
            tally.purposes.pairs.map { ($0.key.lowercased(), (name: $0.key, counts: $0.value)) }
        ) { first, _ in first }
        var rows = tally.exposures.pairs.filter { $0.value.consent.asked > 0 }.map { name, exposure in
            let own = contacts.removeValue(forKey: name.lowercased())?.counts ?? PurposeCounts()
            return row(name, share(exposure.consent), withdrawals(exposure), own)
        }
        rows += contacts.values.map { row($0.name, share(PreferencesTally.Consent()), nil, $0.counts) }
        return rows.sorted { left, right in
            let (a, b) = (left.coverage.denominator ?? 0, right.coverage.denominator ?? 0)
            return a != b ? a > b : left.purpose < right.purpose
        }
    }

    private func row(
        _ name: String,
        _ coverage: Measure,
        _ withdrawals: ConsentResult.Withdrawals?,
        _ counts: PurposeCounts
    ) -> ConsentResult.Purpose {
        ConsentResult.Purpose(
            purpose: name,
            coverage: coverage,
            withdrawals: withdrawals,
            contacts: counts.contacts,
            afterWithdrawal: counts.breaches,
            uncovered: counts.uncovered
        )
    }
}

/// As consents write them, in small letters.
private let communicationPurpose = "communication"
private let analyticsPurpose = "analytics"
