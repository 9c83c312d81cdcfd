import JourneyModel

/// The declared parts of touchpoints in services, as a table by touchpoint, channel and service.
///
/// A declared part counts for a service where the touchpoint occurs in that service. Touchpoints without a part share the
/// first row. Channels that no part tells apart share a class: mostly there is one.
struct TouchpointRoles: Sendable {
    /// How many services there are, and one for none.
    let services: Int
    /// By channel's code + 1: its class.
    let classes: [Int32]
    /// Of each class one of its channels; nil: none.
    let classChannels: [String?]
    /// By touchpoint's code + 1: its row.
    let rows: [Int32]
    /// By row, then class of the channel, then service's code + 1.
    private(set) var table: [ServiceRules.Meaning]

    init(_ source: EventSource) {
        let touchpoints = source.dimensionIfAny(Dimension.touchpoint)?.values ?? []
        let services = source.dimensionIfAny(Dimension.service)?.values ?? []
        let channels = [nil] + (source.dimensionIfAny(Dimension.channel)?.values ?? []).map { Optional($0) }
        let touchpointCode = Dictionary(zip(touchpoints, 0...), uniquingKeysWith: { first, _ in first })
        let names = [nil] + services.map { Optional($0) }
        let width = names.count
        let (classes, members) = TouchpointRoles.classes(of: channels, source.roles)
        let size = width * members.count
        var rows = Array(repeating: Int32(0), count: touchpoints.count + 1)
        var table = Array(repeating: ServiceRules.Meaning(), count: size)
        for role in source.roles {
            guard let touchpoint = touchpointCode[role.touchpoint], !role.touchpoint.isEmpty else { continue }
            // A service that no event names.
            if let service = role.service, !services.contains(service) { continue }
            if rows[touchpoint + 1] == 0 {
                rows[touchpoint + 1] = Int32(table.count / size)
                table += Array(repeating: [], count: size)
            }
            let start = Int(rows[touchpoint + 1]) * size
            for (place, channel) in members.enumerated() where role.holds(on: channels[channel]) {
                for (service, name) in names.enumerated() where role.holds(in: name) {
                    table[start + place * width + service].insert(ServiceRules.Meaning(role.role))
                }
            }
        }
        self.services = width
        self.classes = classes
        self.rows = rows
        self.table = table
        classChannels = members.map { channels[$0] }
    }

    var classCount: Int { classChannels.count }

    /// Entries of the table for one touchpoint.
    var size: Int { services * classCount }

    /// The class of each channel, by which conditions of `roles` it meets, and of each class one of its channels.
    private static func classes(
        of channels: [String?],
        _ roles: [JourneySnapshot.RoleDeclaration]
    ) -> (classes: [Int32], members: [Int]) {
        let conditional = roles.filter { !$0.filters.isEmpty }
        guard !conditional.isEmpty else { return (channels.map { _ in 0 }, [0]) }
        var known: [[Bool]: Int32] = [:]
        var members: [Int] = []
        let classes = channels.enumerated().map { place, channel in
            let signature = conditional.map { $0.holds(on: channel) }
            if let number = known[signature] { return number }
            known[signature] = Int32(members.count)
            members.append(place)
            return Int32(members.count - 1)
        }
        return (classes, members)
    }
}
