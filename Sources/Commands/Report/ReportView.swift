import ArgumentParser

/// `report --view`.
enum ReportView: String, CaseIterable, ExpressibleByArgument {
    case overview, funnel, paths, variants, channels, preferences, maturity, kpis, contacts, handoffs

    /// What a report has where nothing else is asked for: a screen each, in the order of their keys.
    static let usual: [ReportView] = [.overview, .funnel, .paths, .channels, .preferences, .maturity]
}
