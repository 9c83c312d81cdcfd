import JourneyModel

extension Fixtures {
    static let summary = StoreSummary(
        events: 182_400,
        people: 41_208,
        cases: 44_012,
        touchpoints: 8,
        channels: 4,
        services: 2,
        from: day(2025, 1, 3),
        to: day(2025, 12, 30),
        dimensions: values([
            ("touchpoint", 8), ("channel", 4), ("service", 2), ("outcome", 6), ("person.age_band", 5),
            ("person.region", 12),
        ]),
        sources: [
            .init(
                name: "call centre",
                format: "csv",
                read: 30_410,
                stored: 30_400,
                duplicates: 0,
                rejected: 10,
                imports: 12,
                lastImport: day(2025, 12, 29),
                fileName: "calls-2025-12.csv"
            ),
            .init(
                name: "web",
                format: "snowplow",
                read: 160_002,
                stored: 152_000,
                duplicates: 8000,
                rejected: 2,
                imports: 364,
                lastImport: day(2025, 12, 30),
                fileName: "events-2025-12-30-enriched-good.tsv.gz"
            ),
        ],
        rejects: [
            .init(
                source: "call centre",
                reject: Reject(
                    line: 4017,
                    reason: "'29.02.2025' is no time",
                    raw: "Ada Byron;0161 496 0000;29.02.2025;phone\u{1B}[31m;housing"
                )
            ),
            .init(source: "web", reject: Reject(line: 90_211, reason: "no touchpoint", raw: "")),
        ],
        rejectedTotal: 12,
        mergedIdentities: 318,
        findings: [
            .init(title: .withoutPerson, count: 120, of: 182_400),
            .init(title: .withoutChannel, count: 31_008, of: 182_400),
            .init(title: .before1990, count: 0, of: 182_400),
            .init(title: .atSameInstant, count: 14, of: 182_400),
        ],
        schemaVersion: 3,
        bytes: 24_600_000,
        isDemo: false
    )
}
