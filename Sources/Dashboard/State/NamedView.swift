/// A funnel that the user keeps under a name, in the form of the command line, so that a configuration file can hold it.
public struct NamedView: Hashable, Sendable {
    public var name: String
    /// Each as `--step` takes it.
    public var steps: [String]
    /// As `--within` takes it; nil: no window.
    public var within: String?
    /// As `--order` takes it.
    public var order: String
    /// As `--by` takes it; nil: none.
    public var by: String?
    /// Each as `--where` takes it.
    public var filters: [String]

    public init(
        name: String,
        steps: [String],
        within: String? = nil,
        order: String = "ordered",
        by: String? = nil,
        filters: [String] = []
    ) {
        self.name = name
        self.steps = steps
        self.within = within
        self.order = order
        self.by = by
        self.filters = filters
    }
}
