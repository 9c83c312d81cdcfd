extension PreferencesResult {
    /// The rows of a matrix.
    ///
    /// - Parameter contacts: all of each row, by preferred channel.
    static func rows(of matrix: [Cell], contacts: [String: Int]) -> [MatrixRow] {
        contacts.sorted { $0.key < $1.key }.map { preferred, contacts in
            let honoured = matrix.first { $0.preferred == preferred && $0.used == preferred }?.contacts ?? 0
            return MatrixRow(
                preferred: preferred,
                contacts: contacts,
                honoured: preferred == PreferenceRecord.noPreference
                    ? .absent(.d16, because: .choseNoChannel) : .rate(honoured, of: contacts, .d16)
            )
        }
    }

    /// Whom somebody reached without knowing what they prefer (D16); in public from what is shown, or not told.
    var peopleNotCaptured: Int {
        guard !contacted.isHidden, !captured.isHidden else { return .withheld }
        return max(0, contacted - (captured.whole?.part ?? 0))
    }

    /// What of consents and preferences somebody has to see to.
    public var warnings: [Remark] {
        var warnings: [Remark] = []
        if uncovered != 0 {
            let names = purposes.filter { $0.uncovered != 0 }.map(\.purpose)
            warnings.append(.contactsUncovered(uncovered, people: peopleUncovered, purposes: names))
        }
        return warnings + unknownChannels.map { .channelNobodyHas($0.channel, people: $0.people, nearest: $0.nearest) }
    }
}
