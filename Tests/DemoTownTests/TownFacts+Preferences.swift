import JourneyModel

extension TownFacts {
    struct Agreement {
        /// Outbound contacts to persons with an answer, those that cite it, those that had named a channel, and those
        /// of them reached on it.
        var captured = 0
        var routed = 0
        var chosen = 0
        var honoured = 0
        var wished: [String: Int] = [:]
        var used: [String: Int] = [:]

        var usedShare: Share { Share(count: routed, total: captured) }
        var honouredShare: Share { Share(count: honoured, total: chosen) }
        var byChance: Double {
            let total = Double(chosen)
            return wished.reduce(0) { $0 + Double($1.value) / total * Double(used[$1.key] ?? 0) / total }
        }
        var kappa: Double { (honouredShare.value - byChance) / (1 - byChance) }
    }

    /// D16, first choice, as of each contact.
    func agreement(_ services: Set<String>? = nil) -> Agreement {
        let captured = preferences.filter { $0.kind == .captured && $0.purpose == .communication && $0.rank == 1 }
        let byKey = Dictionary(grouping: captured) { $0.person + "|" + ($0.service ?? "") }
        var result = Agreement()
        for row in rows where row.isOutbound && services?.contains(row.service) ?? true {
            let known = (byKey[(row.person ?? "") + "|" + row.service] ?? []).filter { $0.time <= row.time }
            guard let wish = known.max(by: { $0.time < $1.time })?.value else { continue }
            result.captured += 1
            if row[Dimension.routing] == "preference" { result.routed += 1 }
            guard wish != PreferenceRecord.noPreference else { continue }
            result.chosen += 1
            result.wished[wish, default: 0] += 1
            result.used[row.channel, default: 0] += 1
            if wish == row.channel { result.honoured += 1 }
        }
        return result
    }

    /// Services with a record of `kind` and `purpose`.
    func services(_ kind: PreferenceRecord.Kind, _ purpose: PreferenceRecord.Purpose) -> Set<String> {
        Set(preferences.filter { $0.kind == kind && $0.purpose == purpose }.compactMap(\.service))
    }
}
