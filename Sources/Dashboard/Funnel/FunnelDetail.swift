enum FunnelDetail: ScreenDetail {
    static let screen = ScreenID.funnel

    /// Who stopped at this step (0-based), and where they went.
    case step(Int)
    /// How long converting takes.
    case times

    var words: [String]? {
        switch self {
        case .step(let index): ["step", String(index + 1)]
        case .times: ["times"]
        }
    }

    init?(words: [String]) {
        switch (words.first, words.count) {
        case ("step", 2):
            guard let number = Int(words[1]), number >= 1 else { return nil }
            self = .step(number - 1)
        case ("times", 1): self = .times
        default: return nil
        }
    }
}
