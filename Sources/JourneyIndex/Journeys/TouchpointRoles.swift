import JourneyModel

/// The declared parts of touchpoints in services, as a table by touchpoint and service.
///
/// A declared part counts for a service where the touchpoint occurs in that service. Touchpoints without a part share the
/// first row.
struct TouchpointRoles: Sendable {
    let services: Int
    /// By touchpoint's code + 1: its row.
    let rows: [Int32]
    /// By row, then service's code + 1.
    private(set) var table: [ServiceRules.Meaning]

    init(_ source: EventSource) {
        let touchpoints = source.dimensionIfAny(Dimension.touchpoint)?.values ?? []
        let services = source.dimensionIfAny(Dimension.service)?.values ?? []
        let touchpointCode = Dictionary(zip(touchpoints, 0...), uniquingKeysWith: { first, _ in first })
        let serviceCode = Dictionary(zip(services, 0...), uniquingKeysWith: { first, _ in first })
        let width = services.count + 1
        var rows = Array(repeating: Int32(0), count: touchpoints.count + 1)
        var table = Array(repeating: ServiceRules.Meaning(), count: width)
        for role in source.roles {
            guard let touchpoint = touchpointCode[role.touchpoint] else { continue }
            let place = role.service.map { serviceCode[$0] }
            // A service that no event names.
            if let place, place == nil { continue }
            if rows[touchpoint + 1] == 0 {
                rows[touchpoint + 1] = Int32(table.count / width)
                table += Array(repeating: [], count: width)
            }
            let start = Int(rows[touchpoint + 1]) * width
            if let place, let code = place {
                table[start + code + 1].insert(ServiceRules.Meaning(role.role))
            } else {
                for service in 0..<width { table[start + service].insert(ServiceRules.Meaning(role.role)) }
            }
        }
        self.services = width
        self.rows = rows
        self.table = table
    }
}
