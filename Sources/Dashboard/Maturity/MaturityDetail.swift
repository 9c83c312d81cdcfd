enum MaturityDetail: ScreenDetail {
    static let screen = ScreenID.maturity

    /// One criterion of the maturity model, by its id.
    case criterion(String)
    /// The maturity gate if these criteria were Fully met.
    case whatIf(Set<String>)

    var words: [String]? {
        switch self {
        case .criterion(let id): ["criterion", id]
        case .whatIf(let ids): ["what if"] + ids.sorted()
        }
    }

    init?(words: [String]) {
        switch (words.first, words.count) {
        case ("criterion", 2): self = .criterion(words[1])
        case ("what if", 2...): self = .whatIf(Set(words.dropFirst()))
        default: return nil
        }
    }
}
