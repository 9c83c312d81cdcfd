extension Declarations {
    /// What is other here than in `before`, by the places of the document: `organisation`, `channels.sms`, `services.housing`,
    /// `funnels`; in the order of the document.
    public func changes(from before: Declarations) -> [String] {
        var changed: [String] = []
        func named<Entry: Hashable>(
            _ section: String,
            _ entries: KeyPath<Declarations, [Entry]>,
            _ name: (Entry) -> String
        ) {
            let (old, new) = (before[keyPath: entries], self[keyPath: entries])
            let other = Set(old).symmetricDifference(new).map(name)
            changed += Set(other).sorted().map { "\(section).\($0)" }
        }
        if organisation != before.organisation { changed.append("organisation") }
        named("channels", \.channels) { $0.name }
        named("touchpoints", \.touchpoints) { $0.name }
        if roles != before.roles { changed.append("roles") }
        named("services", \.services) { $0.name }
        if goals != before.goals { changed.append("goals") }
        named("phases", \.phases) { $0.name.rawValue }
        if references != before.references { changed.append("references") }
        if annotations != before.annotations { changed.append("annotations") }
        if funnels != before.funnels { changed.append("funnels") }
        return changed
    }
}
