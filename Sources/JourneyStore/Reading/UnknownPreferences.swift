public import JourneyModel

/// Preferences for a channel that no event names and nobody declares: nobody is ever reached on it, so they are named
/// rather than silently never honoured (D16).
public struct UnknownPreferences: Hashable, Sendable {
    /// One check a channel, most preferences first; the rest together. Of all preferred channels on record.
    public var findings: [StoreSummary.Finding] = []

    /// A column that is no channel at all would fill the page.
    private static let mostNamed = 10

    /// Nothing is unknown where the store has no channels yet.
    static func read(_ connection: OpaquePointer) throws -> UnknownPreferences {
        var known: [String] = []
        let names = try RawStatement(
            connection,
            """
            SELECT v.value FROM dimension_values v JOIN dimensions d ON d.id = v.dimension WHERE d.name = 'channel'
            UNION SELECT channel FROM channel_kinds
            """
        )
        while try names.step() { known.append(names.text(0)) }
        // A channel that is declared is none that nobody knows, by whichever of its names.
        for channel in try DeclaredText.latest(connection)?.declared.declarations.channels ?? [] {
            let all = [channel.name] + channel.same
            if channel.kind != nil || !Set(all).isDisjoint(with: known) { known += all }
        }
        guard !known.isEmpty else { return UnknownPreferences() }
        let words = Set(known.map { $0.lowercased() })
        var unknown: [String: (name: String, rows: Int)] = [:]
        var all = 0
        let rows = try RawStatement(
            connection,
            """
            SELECT value, count(*) FROM preferences
            WHERE kind = 'captured' AND purpose <> 'content' AND value IS NOT NULL GROUP BY value ORDER BY value
            """
        )
        while try rows.step() {
            let (name, count) = (rows.text(0), Int(rows.int(1)))
            let word = name.lowercased()
            if PreferenceRecord.isNoPreference(word) { continue }
            all += count
            if !words.contains(word) { unknown[word, default: (name, 0)].rows += count }
        }
        let sorted = unknown.values.sorted { (-$0.rows, $0.name) < (-$1.rows, $1.name) }
        var findings = sorted.prefix(mostNamed).map { one in
            StoreSummary.Finding(
                title: .preferencesForChannelNobodyHas(one.name, nearest: Channel.nearest(to: one.name, among: known)),
                count: one.rows,
                of: all
            )
        }
        let rest = sorted.dropFirst(mostNamed)
        if !rest.isEmpty {
            let count = rest.reduce(0) { $0 + $1.rows }
            findings.append(.init(title: .preferencesForMoreChannels(rest.count), count: count, of: all))
        }
        return UnknownPreferences(findings: findings)
    }
}
