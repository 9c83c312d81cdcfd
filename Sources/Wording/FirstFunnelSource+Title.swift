public import JourneyModel

extension FirstFunnelSource {
    /// What steps from there are called, as a heading.
    public var title: String {
        switch self {
        case .declared: "Declared steps"
        case .roles: "Steps by roles"
        case .journeys: "Suggested steps"
        }
    }
}
