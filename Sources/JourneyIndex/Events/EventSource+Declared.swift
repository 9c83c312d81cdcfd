import JourneyModel

/// What declarations make of what mappings say.
extension EventSource {
    /// - Parameters:
    ///   - mapped: what mappings say.
    ///   - dimensions: those of events.
    static func roles(
        _ mapped: [JourneySnapshot.RoleDeclaration],
        _ declarations: Declarations?,
        _ dimensions: [IndexedDimension]
    ) -> [JourneySnapshot.RoleDeclaration] {
        guard let declarations else { return mapped }
        func counted(_ name: String, _ dimension: String) -> String {
            dimensions.first { $0.name == dimension }?.counted(name) ?? name
        }
        return declarations.overruling(mapped).map { role in
            var role = role
            role.touchpoint = counted(role.touchpoint, Dimension.touchpoint)
            role.service = role.service.map { counted($0, Dimension.service) }
            for index in role.filters.indices {
                role.filters[index].values = role.filters[index].values.map { counted($0, Dimension.channel) }
            }
            return role
        }
    }

    static func kinds(_ mapped: [String: Channel.Kind], _ declarations: Declarations?) -> [String: Channel.Kind] {
        guard let declarations else { return mapped }
        let same = declarations.sameNames(Dimension.channel)
        let names = mapped.map { (same[$0.key] ?? $0.key, $0.value) }
        return Dictionary(names, uniquingKeysWith: { first, _ in first })
            .merging(declarations.channelKinds) { _, declared in declared }
    }

    /// What a service is called in answers.
    func counted(service name: String?) -> String? {
        name.map { dimensionIfAny(Dimension.service)?.counted($0) ?? $0 }
    }

    /// What a channel is called in answers.
    func counted(channel name: String) -> String { dimensionIfAny(Dimension.channel)?.counted(name) ?? name }
}
