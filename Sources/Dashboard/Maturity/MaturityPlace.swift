/// What the Maturity screen remembers of a place.
struct MaturityPlace: Hashable, Sendable {
    /// The stage shown; nil: the one to work towards.
    var stage: Int?
}

extension Place {
    /// The maturity stage shown; nil: the one to work towards.
    var stage: Int? {
        get { states[MaturityPlace.self].stage }
        set { states[MaturityPlace.self].stage = newValue }
    }
}

extension ViewEntry.Key {
    static let stage = ViewEntry.Key("stage")
}

extension MaturityPlace: ScreenState {
    static var viewKeys: [ViewEntry.Key] { [.stage] }

    init(_ entry: ViewEntry) throws(ViewEntry.Problem) { stage = try entry.number(.stage) }

    func write(to entry: inout ViewEntry) {
        if let stage { entry.values[.stage] = .number(stage) }
    }

    func changes(since before: MaturityPlace, _ state: DashboardState) -> [String] {
        [stage.map { "stage \($0)" } ?? "the stage to work towards"]
    }
}
