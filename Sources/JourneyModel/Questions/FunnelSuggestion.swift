/// The funnel that is shown where nobody has chosen one (this project's own rule).
public enum FunnelSuggestion {
    public static let longest = 6

    /// What has to be asked for it: the most frequent paths, repeats counted once.
    public static func query(_ scope: Scope) -> VariantsQuery {
        VariantsQuery(scope: scope, top: 20, collapsesRepeats: true)
    }

    /// The touchpoints of the most frequent path of which a funnel can be made, each once, at most ``longest``:
    ///
    /// 1. A path is cut to what lies between its first start point and the first end point after it, where the store
    ///    knows which touchpoints start and end a service (D12). Paths that have both go before those that do not.
    /// 2. Of these, the most frequent with at least three different touchpoints; else with two.
    /// 3. Of a longer one, the first and the last are kept, and as many of the first between them as there is room.
    ///
    /// Empty where there is no such path.
    public static func steps(_ variants: VariantsResult, roles: [TouchpointRole: [String]]) -> [FunnelStep] {
        let starts = Set(roles[.start] ?? [])
        let ends = Set(roles[.end] ?? [])
        let paths = variants.variants.map(\.path)
        let whole = paths.compactMap { cut($0, starts: starts, ends: ends) }
        let candidates = (whole + paths).map(distinct)
        let chosen = candidates.first { $0.count >= 3 } ?? candidates.first { $0.count == 2 } ?? []
        let kept = chosen.count > longest ? Array(chosen.prefix(longest - 1)) + chosen.suffix(1) : chosen
        return kept.map { FunnelStep(touchpoint: $0) }
    }

    private static func cut(_ path: [String], starts: Set<String>, ends: Set<String>) -> [String]? {
        guard let start = path.firstIndex(where: { starts.contains($0) }) else { return nil }
        guard let end = path[start...].dropFirst().firstIndex(where: { ends.contains($0) }) else { return nil }
        return Array(path[start...end])
    }

    private static func distinct(_ path: [String]) -> [String] {
        var seen: Set<String> = []
        return path.filter { !$0.isEmpty && $0 != Dimension.notSet && seen.insert($0).inserted }
    }
}
