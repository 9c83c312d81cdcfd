import JourneyModel

extension DashboardState {
    var channels: ChannelsState {
        get { states[ChannelsState.self] }
        set { states[ChannelsState.self] = newValue }
    }
}

extension ViewEntry.Key {
    static let every = ViewEntry.Key("every")
}

extension ChannelsState: ScreenState {
    static var viewKeys: [ViewEntry.Key] { [.every] }

    init(_ entry: ViewEntry) throws(ViewEntry.Problem) { every = try entry.word(.every, PeriodLength.self) }

    func write(to entry: inout ViewEntry) { entry.set(.every, every?.rawValue) }

    func changes(since before: ChannelsState, _ state: DashboardState) -> [String] {
        [every.map { "by \($0.rawValue)" } ?? "period length"]
    }

    var summary: (before: [String], after: [String]) { (every.map { ["by \($0.rawValue)"] } ?? [], []) }
}

/// What the Channels screen remembers for the session.
struct ChannelsState: Hashable, Sendable {
    /// Nil: what suits the time shown.
    var every: PeriodLength?

    /// The length that is used: the one chosen, else one that makes about a dozen periods of the time shown.
    func every(in range: TimeRange, catalog: Catalog?) -> PeriodLength {
        if let every { return every }
        guard let from = range.from ?? catalog?.first, let to = range.to ?? catalog?.last, from < to else {
            return .month
        }
        switch Milliseconds(to.milliseconds - from.milliseconds) / .day {
        case ..<22: return .day
        case ..<130: return .week
        case ..<1200: return .month
        case ..<3700: return .quarter
        default: return .year
        }
    }
}

extension PeriodLength {
    /// The next longer one; after the longest, the shortest.
    var next: PeriodLength {
        let all = Self.allCases
        let index = all.firstIndex(of: self) ?? 0
        return all[(index + 1) % all.count]
    }
}
