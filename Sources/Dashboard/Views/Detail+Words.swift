import JourneyModel

extension Detail {
    /// What is open, in words that a file can hold and `init(words:)` reads back; nil for what has no lasting name, such as
    /// one row that was not stored.
    var words: [String]? {
        switch self {
        case .funnelStep(let index): ["step", String(index + 1)]
        case .funnelTimes: ["times"]
        case .equity(let trait): ["equity", trait]
        case .preferredChannel(let channel): ["asked for", channel]
        case .preferenceServices: ["services"]
        case .preferenceContent: ["content"]
        case .preferenceConsent: ["consent"]
        case .criterion(let id): ["criterion", id.rawValue]
        case .whatIf(let ids): ["what if"] + ids.sorted().map(\.rawValue)
        case .tree(let tree): [tree.direction == .forward ? "after" : "before", tree.anchor] + tree.open
        case .source(let name): ["source", name]
        case .people, .reject: nil
        }
    }

    init?(words: [String]) {
        let rest = Array(words.dropFirst())
        switch (words.first, rest.count) {
        case ("step", 1):
            guard let number = Int(rest[0]), number >= 1 else { return nil }
            self = .funnelStep(number - 1)
        case ("times", 0): self = .funnelTimes
        case ("equity", 1): self = .equity(trait: rest[0])
        case ("asked for", 1): self = .preferredChannel(rest[0])
        case ("services", 0): self = .preferenceServices
        case ("content", 0): self = .preferenceContent
        case ("consent", 0): self = .preferenceConsent
        case ("criterion", 1):
            guard let id = CriterionID(rawValue: rest[0]) else { return nil }
            self = .criterion(id)
        case ("what if", 1...):
            let ids = rest.compactMap(CriterionID.init(rawValue:))
            guard ids.count == rest.count else { return nil }
            self = .whatIf(Set(ids))
        case ("after", 1...): self = .tree(PathTree(rest[0], .forward, open: Array(rest.dropFirst())))
        case ("before", 1...): self = .tree(PathTree(rest[0], .backward, open: Array(rest.dropFirst())))
        case ("source", 1): self = .source(rest[0])
        default: return nil
        }
    }
}

extension Detail {
    /// The screen that it can be open in; nil: any.
    var home: ScreenID? {
        switch self {
        case .funnelStep, .funnelTimes: .funnel
        case .preferredChannel, .preferenceServices, .preferenceContent, .preferenceConsent: .preferences
        case .criterion, .whatIf: .maturity
        case .tree: .paths
        case .source, .reject: .data
        case .equity, .people: nil
        }
    }
}
