import JourneyModel

/// Preferred against used channels, as rows and columns (D16).
struct PreferenceMatrix: Hashable, Sendable {
    struct Row: Hashable, Sendable {
        var preferred: String
        /// All of them, those included whose channel is hidden.
        var contacts: Int
        /// Contacts by the channel used.
        var used: [String: Int]
        /// Contacts on the channel asked for / contacts.
        var honoured: Measure
        /// Where it is a channel that nobody has: what it may have been meant for.
        var unknown: PreferencesResult.UnknownChannel?

        /// Nobody can miss the wish of who has none.
        var isChoice: Bool { preferred != PreferenceRecord.noPreference }

        /// The channel that most contacts went to instead; nil where none did.
        var worstDiversion: (channel: String, contacts: Int)? {
            guard isChoice else { return nil }
            return used.filter { $0.key != preferred && $0.value > 0 }
                .min { (-$0.value, $0.key) < (-$1.value, $1.key) }
                .map { (channel: $0.key, contacts: $0.value) }
        }

        /// The channels used, most contacts first.
        var channels: [(channel: String, contacts: Int)] {
            used.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map { (channel: $0.key, contacts: $0.value) }
        }
    }

    /// Most contacts first, those without a preference last.
    var rows: [Row]
    /// The channels used, most contacts first.
    var columns: [String]

    init(_ result: PreferencesResult) {
        var used: [String: [String: Int]] = [:]
        var columns: [String: Int] = [:]
        for cell in result.matrix {
            used[cell.preferred, default: [:]][cell.used, default: 0] += cell.contacts
            columns[cell.used, default: 0] += cell.contacts.drawn
        }
        rows = result.matrixRows.map { row in
            Row(
                preferred: row.preferred,
                contacts: row.contacts,
                used: used[row.preferred] ?? [:],
                honoured: row.honoured,
                unknown: result.unknownChannels.first { $0.channel == row.preferred }
            )
        }.sorted {
            ($0.isChoice ? 0 : 1, -$0.contacts, $0.preferred) < ($1.isChoice ? 0 : 1, -$1.contacts, $1.preferred)
        }
        self.columns = columns.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key)
    }

    static let orders = ["contacts", "lowest honoured first", "name"]

    /// The rows in one of the orders; an absent share comes last.
    func sorted(_ order: Int) -> [Row] {
        switch order {
        case 1: rows.sorted { ($0.honoured.value ?? 2, $0.preferred) < ($1.honoured.value ?? 2, $1.preferred) }
        case 2: rows.sorted { $0.preferred < $1.preferred }
        default: rows
        }
    }
}
