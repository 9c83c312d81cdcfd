private import Spelling

/// What is known of channels by their names. A mapping file's `[channels]` table overrules it (formats guide).
public enum Channel {
    public enum Kind: String, Codable, Hashable, Sendable {
        /// The main interaction is with a digital interface (D13).
        case digital
        /// A person of the service does the work with or for the customer: phone, counter, post, chat with staff.
        case assisted
        /// Carries messages only, in either direction: SMS, e-mail, letter notices.
        case message
    }

    /// The kind that a channel's name suggests; nil where the name says nothing.
    public static func kind(ofName name: String) -> Kind? {
        kinds[name.lowercased()]
    }

    private static let kinds: [String: Kind] = [
        "web": .digital, "website": .digital, "internet": .digital, "online": .digital, "portal": .digital,
        "app": .digital, "mobile": .digital, "mobile app": .digital, "desktop": .digital, "tablet": .digital,
        "kiosk": .digital, "chatbot": .digital, "chat": .digital,
        "phone": .assisted, "telephone": .assisted, "call centre": .assisted, "counter": .assisted, "desk": .assisted,
        "in person": .assisted, "face to face": .assisted, "post": .assisted, "mail": .assisted, "letter": .assisted,
        "sms": .message, "text": .message, "email": .message, "e-mail": .message,
    ]

    /// Of `names` the channel that somebody who wrote `name` has most likely meant: one that is spelled nearly so, else one that
    /// is another word for the same; nil where none is.
    public static func nearest(to name: String, among names: some Sequence<String>) -> String? {
        let others = names.filter { $0.lowercased() != name.lowercased() }
        if let near = Spelling.nearest(to: name, among: others).first { return near }
        guard let words = sameChannels.first(where: { $0.contains(name.lowercased()) }) else { return nil }
        return others.filter { words.contains($0.lowercased()) }.min()
    }

    private static let sameChannels: [Set<String>] = [
        ["sms", "text", "text message", "text messages", "txt", "mobile text"],
        ["email", "e-mail", "mail", "electronic mail"],
        ["phone", "telephone", "call", "voice", "call centre", "call center"],
        ["post", "letter", "mail", "paper", "postal"],
        ["web", "website", "internet", "online", "portal"],
        ["app", "mobile", "mobile app"],
        ["counter", "desk", "in person", "face to face", "office"],
        ["chat", "chatbot", "web chat"],
    ]
}
