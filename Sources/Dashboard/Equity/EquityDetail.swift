import JourneyModel

/// The trait by which people are grouped.
struct EquityDetail: ScreenDetail {
    static let screen = ScreenID.equity

    var trait: String

    var words: [String]? { ["equity", trait] }

    init(trait: String) {
        self.trait = trait
    }

    init?(words: [String]) {
        guard words.count == 2, words[0] == "equity" else { return nil }
        trait = words[1]
    }
}
