import JourneyModel

/// The funnel that the measurements ask for.
enum TownFunnel {
    static let steps = ["landing", "start_form", "upload_document", "submit", "confirmation"]
    static let days: Int64 = 14

    static let passportInThreeRegions = [
        Filter(dimension: Dimension.service, values: ["passport"]),
        Filter(dimension: "region", values: ["region_01", "region_04", "region_09"]),
    ]

    /// - Parameter dimension: broken down by its value at a subject's earliest entry; nil: not broken down.
    static func query(
        by dimension: String? = nil,
        filters: [Filter] = [],
        extent: FunnelQuery.Extent = .counts
    ) -> FunnelQuery {
        FunnelQuery(
            scope: Scope(filters: filters),
            steps: steps.map { FunnelStep(touchpoint: $0) },
            window: days * .day,
            breakdown: dimension,
            attribution: .earliestEntry,
            extent: extent
        )
    }

    /// The same question as words for `cxm`.
    static func command(store: String) -> [String] {
        ["show", "funnel", "--store", store, "--within", "\(days)d", "--format", "json"] + ["--step"] + steps
    }
}
