import JourneyModel

/// By what groups are compared, and in which figure.
struct EquityDetail: ScreenDetail {
    static let screen = ScreenID.equity

    /// A trait; of the figure of a gap, any dimension.
    var trait: String
    /// Whose figure; nil: completion of all services, of people in groups (D21).
    var group: SubjectGroup?

    var words: [String]? { ["equity", trait] + (group.map { [$0.text] } ?? []) }

    init(trait: String, group: SubjectGroup? = nil) {
        self.trait = trait
        self.group = group
    }

    init?(words: [String]) {
        guard (2...3).contains(words.count), words[0] == "equity" else { return nil }
        trait = words[1]
        guard words.count == 3 else { return }
        guard let group = try? SubjectGroup(parsing: words[2], funnel: FunnelQuery(steps: [])) else { return nil }
        self.group = group
    }
}
