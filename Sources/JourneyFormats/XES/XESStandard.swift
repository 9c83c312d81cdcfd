import JourneyModel

/// What the keys of the standard's extensions mean, so that a log needs no mapping (formats guide, e3).
enum XESStandard {
    static let name = "concept:name"
    static let caseName = "case:" + name
    static let transition = "lifecycle:transition"
    static let instance = "concept:instance"

    /// The mapping for a log with the columns of `sample`: the standard keys, and besides them attributes of events or
    /// traces that are called exactly as a field is.
    static func mapping(_ sample: TableSample) -> Mapping {
        var mapping = Mapping()
        var taken: Set<String> = []
        func map(_ field: String, _ column: String) {
            guard sample.profile(column) != nil, !mapping.columns.contains(where: { $0.field == field }),
                taken.insert(column).inserted
            else { return }
            mapping.columns.append(.init(field: field, column: column))
        }
        map("case", caseName)
        map(Dimension.touchpoint, name)
        map("time", "time:timestamp")
        map("cost", "cost:total")
        map("event_id", "identity:id")
        map(Dimension.actor, "org:role")
        // A resource is a name of a person at work in many logs: too many of them make no dimension.
        if sample.profile("org:resource")?.isDimension == true { map(Dimension.actor, "org:resource") }
        for field in Field.known + [Dimension.actor] {
            map(field, field)
            map(field, "case:" + field)
        }
        return mapping
    }
}
