import JourneyModel

enum DataDetail: ScreenDetail {
    static let screen = ScreenID.data

    /// One source of the data, by its name.
    case source(String)
    /// One row that was not stored.
    case reject(StoreSummary.RejectedRow)

    var words: [String]? {
        switch self {
        case .source(let name): ["source", name]
        case .reject: nil
        }
    }

    init?(words: [String]) {
        guard words.count == 2, words[0] == "source" else { return nil }
        self = .source(words[1])
    }
}
