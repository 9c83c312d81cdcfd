/// Names that look the same: but for capitals, spaces, dots and other signs. The most frequent one stands for all.
struct NameGroup: Sendable {
    var name: String
    var own: Int
    var others: [Catalog.Value]

    var count: Int { others.reduce(own) { $0 + $1.count } }

    /// Most frequent first.
    static func groups(of values: [Catalog.Value]) -> [NameGroup] {
        let named = values.filter { !$0.name.isEmpty }
        let groups = Dictionary(grouping: named) { look(of: $0.name) }.values.compactMap { group -> NameGroup? in
            let sorted = group.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
            return sorted.first.map { NameGroup(name: $0.name, own: $0.count, others: Array(sorted.dropFirst())) }
        }
        return groups.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    /// Letters and digits alone; of a name that has none, the name.
    private static func look(of name: String) -> String {
        let kept = name.lowercased().filter { $0.isLetter || $0.isNumber }
        return kept.isEmpty ? name : kept
    }

    /// In small letters, cut where signs or capitals cut them.
    static func words(of name: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isAfterSmall = false
        for character in name {
            if !character.isLetter && !character.isNumber || character.isUppercase && isAfterSmall {
                if !word.isEmpty { words.append(word.lowercased()) }
                word = ""
            }
            if character.isLetter || character.isNumber { word.append(character) }
            isAfterSmall = character.isLowercase
        }
        return word.isEmpty ? words : words + [word.lowercased()]
    }
}

extension Declarations.ChannelWord {
    /// What the words of a channel's name suggest; nil where they say nothing.
    init?(ofName name: String) {
        let words = NameGroup.words(of: name)
        let kinds = words.compactMap { word in Self.words.first { $0.words.contains(word) }?.kind }
        guard let first = kinds.first else { return nil }
        // "e-mail" is no mail, and a phone app is no phone.
        self = kinds.contains(.digital) || words == ["e", "mail"] ? .digital : first
    }

    private static let words: [(kind: Self, words: Set<String>)] = [
        (
            .digital,
            [
                "web", "website", "app", "site", "online", "portal", "internet", "email", "sms", "text", "chat",
                "chatbot",
                "mobile", "digital", "whatsapp", "kiosk", "desktop", "tablet", "api",
            ]
        ),
        (.phone, ["phone", "telephone", "call", "calls", "voice", "ivr", "tel"]),
        (.counter, ["counter", "desk", "visit", "office", "branch", "person", "face", "reception"]),
        (.post, ["post", "letter", "mail", "paper", "postal", "fax"]),
        (.assisted, ["staff", "agent", "assisted", "advisor"]),
    ]
}
