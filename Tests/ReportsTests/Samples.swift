import JourneyModel
import Reports
import TestSupport

/// Answers made by hand: small, their counts add up, and every field that can be absent is absent somewhere.
enum Samples {
    static let scope = Scope(
        range: TimeRange(from: time(2025, 10, 1), to: time(2026, 1, 1)),
        filters: [Filter(dimension: "service", values: ["blue badge"])]
    )

    static func time(_ year: Int, _ month: Int, _ day: Int) -> Timestamp {
        let days = CivilDate(year: year, month: month, day: day)?.daysSinceEpoch ?? 0
        return Timestamp(milliseconds: Int64(days) * .day)
    }

    static func receipt(_ definitions: [DefinitionID], unit: CountingUnit = .person, scope: Scope = scope) -> Receipt {
        Receipt(
            definitions: definitions,
            scope: scope,
            unit: unit,
            events: 1234,
            subjects: 200,
            eventsWithoutSubject: 7,
            horizon: time(2025, 12, 31),
            facts: [
                Receipt.Fact("Ties", .choice("permissive")), Receipt.Fact("Window", .span(14 * .day)),
                Receipt.Fact("Tie groups", .count(12_345)), Receipt.Fact("Cut-off", .time(nil)),
            ],
            notes: ["3 people entered before the range began."]
        )
    }

    static let store = StoreSummary(
        events: 1_234_567,
        people: 4213,
        cases: 0,
        touchpoints: 14,
        channels: 5,
        services: 1,
        from: time(2025, 1, 1),
        to: time(2025, 12, 31),
        dimensions: [.init(name: "touchpoint", count: 14), .init(name: "person.region", count: 9)],
        sources: [
            .init(
                name: "portal",
                format: "csv",
                read: 110,
                stored: 100,
                duplicates: 8,
                rejected: 2,
                imports: 1,
                lastImport: time(2026, 1, 2),
                fileName: "events.csv"
            )
        ],
        rejects: [.init(source: "portal", reject: Reject(line: 17, reason: "no time", raw: "x,,y"))],
        rejectedTotal: 2,
        mergedIdentities: 3,
        findings: [
            .init(title: "without a channel", count: 12, of: 1_234_567), .init(title: "before 1990", count: 0, of: 9),
        ],
        schemaVersion: 1,
        bytes: 52_428_800,
        isDemo: true
    )

    static let imported = ImportReport(
        read: 133,
        stored: 100,
        duplicates: 8,
        rejected: 25,
        rejects: (1...25).map { Reject(line: $0 * 1000, reason: "no time", raw: "x") },
        ties: 4,
        seconds: 0.5004,
        isDryRun: false
    )

    static let all: [(name: String, answer: any Reportable)] = [
        ("funnel", funnel), ("paths", paths), ("variants", variants), ("channels", channels),
        ("preferences", preferences), ("maturity", maturity), ("kpis", indicators), ("overview", overview),
        ("equity", equity), ("groups", groupFigures), ("contacts", contacts), ("handoffs", handOffs),
        ("people", people), ("info", store),
        ("import", imported),
        ("tree", tree), ("tools", funnelRules), ("consent", consent),
    ]
}
