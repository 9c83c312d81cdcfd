import TestSupport
import Testing

@testable import JourneyModel

@Suite("Channels in public (D25)")
struct ChannelsDisclosureTests {
    private func result(_ parts: [Int], subjects: Int) -> ChannelsResult {
        let events = parts.reduce(0, +)
        let totals = parts.enumerated().map { place, events in
            ChannelsResult.Total(
                channel: "c\(place)",
                kind: nil,
                events: events,
                subjects: min(events, subjects),
                share: .rate(events, of: parts.reduce(0, +), .d20),
                completed: nil,
                costPerTransaction: .absent(.d20, because: "")
            )
        }
        let receipt = Receipt(
            definitions: [.d20],
            scope: Scope(),
            unit: .person,
            events: events,
            subjects: subjects,
            eventsWithoutSubject: 0,
            horizon: nil
        )
        return ChannelsResult(
            query: ChannelsQuery(),
            periods: [],
            totals: totals,
            events: events,
            subjects: subjects,
            receipt: receipt
        )
    }

    @Test(
        "one page has one total, and nobody without an event",
        arguments: [
            ([97, 96, 93], 286), ([42, 97, 152], 290), ([57, 57, 7, 57], 178), ([3, 4], 7), ([500, 1], 300), ([12], 12),
        ]
    )
    func oneTotal(parts: [Int], subjects: Int) {
        let shown = result(parts, subjects: subjects).protected(by: DisclosurePolicy())
        #expect(shown.receipt.events == shown.events)
        #expect(shown.receipt.subjects == shown.subjects)
        #expect(shown.subjects <= shown.events || shown.subjects.isHidden || shown.events.isHidden)
    }
}
