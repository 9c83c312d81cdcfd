import Canvas
import Dashboard
import JourneyModel
import TestSupport

/// Answers made by hand: invented, but they add up.
enum Fixtures {
    static let zone = Zone.utc

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Timestamp {
        CivilDate(year: year, month: month, day: day).map { zone.start(of: $0) } ?? Timestamp(milliseconds: 0)
    }

    static let quarter = TimeRange(from: day(2025, 10, 1), to: day(2026, 1, 1))
    static let quarterBefore = TimeRange(from: day(2025, 7, 1), to: day(2025, 10, 1))

    static let catalog = Catalog(
        events: 182_400,
        people: 41_208,
        cases: 44_012,
        sessions: 60_120,
        first: day(2025, 1, 3),
        last: day(2025, 12, 30),
        horizon: day(2025, 12, 30),
        dimensions: [
            .init(
                name: "touchpoint",
                values: [
                    .init(name: "landing", count: 51_200), .init(name: "start form", count: 30_067),
                    .init(name: "upload document", count: 22_268), .init(name: "submit", count: 18_010),
                    .init(name: "confirmation", count: 16_090), .init(name: "help page", count: 9020),
                    .init(name: "call", count: 7310), .init(name: "letter", count: 4100),
                ]
            ),
            .init(
                name: "channel",
                values: [
                    .init(name: "web", count: 91_000), .init(name: "app", count: 42_000),
                    .init(name: "phone", count: 30_400), .init(name: "counter", count: 19_000),
                ]
            ),
            .init(
                name: "service",
                values: [.init(name: "blue badge", count: 70_000), .init(name: "housing", count: 60_000)]
            ),
            .init(
                name: "person.age_band",
                values: [.init(name: "30-49", count: 20_000), .init(name: "65+", count: 9000)]
            ),
        ],
        roles: [.start: ["landing"], .end: ["confirmation"]]
    )

    static func receipt(_ scope: Scope, _ definitions: [DefinitionID]) -> Receipt {
        Receipt(
            definitions: definitions,
            scope: scope,
            unit: .person,
            events: 61_480,
            subjects: 4213,
            eventsWithoutSubject: 120,
            horizon: day(2025, 12, 30),
            facts: [.init("window", .span(14 * .day))],
            notes: ["120 events belong to nobody known."]
        )
    }
}
