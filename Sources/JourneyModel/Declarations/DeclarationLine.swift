extension Declarations {
    /// A line of the document, above which something may be noted.
    public enum Line: Hashable, Sendable {
        case top
        case organisation
        case channel(String)
        case touchpoint(String)
        /// Nil: where a service says nothing.
        case service(String?)
        case role(TouchpointRole, service: String?)
        case success(service: String?)
        case funnel(service: String?)
        case goals(service: String?)

        /// The place of the line in the document.
        public var place: String {
            switch self {
            case .top: ""
            case .organisation: "organisation"
            case .channel(let name): "channels.\(name)"
            case .touchpoint(let name): "touchpoints.\(name)"
            case .service(let name): Self.section(name)
            case .role(let role, let service): "\(Self.section(service)).\(role.rawValue)"
            case .success(let service): "\(Self.section(service)).success"
            case .funnel(let service): service.map { "services.\($0).funnel" } ?? "funnels"
            case .goals(let service): service.map { "services.\($0).goals" } ?? "goals"
            }
        }

        private static func section(_ service: String?) -> String { service.map { "services.\($0)" } ?? "roles" }
    }
}
