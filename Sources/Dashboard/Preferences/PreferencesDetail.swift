enum PreferencesDetail: ScreenDetail {
    static let screen = ScreenID.preferences

    /// The contacts to people who asked for this channel.
    case channel(String)
    case services, content, consent

    var words: [String]? {
        switch self {
        case .channel(let channel): ["asked for", channel]
        case .services: ["services"]
        case .content: ["content"]
        case .consent: ["consent"]
        }
    }

    init?(words: [String]) {
        switch (words.first, words.count) {
        case ("asked for", 2): self = .channel(words[1])
        case ("services", 1): self = .services
        case ("content", 1): self = .content
        case ("consent", 1): self = .consent
        default: return nil
        }
    }
}
