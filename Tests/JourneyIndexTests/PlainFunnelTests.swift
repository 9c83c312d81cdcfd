import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

/// Funnels of steps and a window over long journeys, whose subjects are counted many at a time, against a slow count of one
/// after another: every entry, and from it always the next event of the next step.
@Suite("Plain funnels over long journeys")
struct PlainFunnelTests {
    private struct Event {
        var person: Int
        var time: Int64
        var touchpoint: Int
        var channel: Int
    }

    private struct Answer: Equatable {
        var reached: [Int]
        var pending: [Int]
        var times: [Int64] = []
        var entered: [String: Int] = [:]
        var subjects = 0
    }

    @Test("as many as one by one, with few touchpoints and with many, whole and filtered", arguments: 0..<12)
    func counts(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        let events = Self.events(&random, touchpoints: seed % 3 == 0 ? 300 : 8)
        let folder = TemporaryFolder()
        let store = GrowingIndex(Self.snapshot(events))
        // A second part leaves slots that do not count any more.
        let first = store.count * 4 / 5
        var builder = try IndexBuilder(in: IndexFolder(folder.path, store: 7))
        try builder.take(store.events(0..<first))
        var image = try builder.finish(store.tables(first, knowing: nil))
        builder = try IndexBuilder(over: image, in: IndexFolder(folder.path, store: 7))
        try builder.take(store.events(first..<store.count))
        image = try builder.finish(store.tables(store.count, knowing: image))
        for extent in [FunnelQuery.Extent.counts, .times, .full] {
            for channels in [[0, 1, 2], [1]] {
                let windows: [Int64?] = [nil, 40, 300, 100_000]
                let window = windows[random.below(4)]
                let range: ClosedRange<Int64>? = random.below(2) == 0 ? nil : 200...600
                let query = Self.query(window, range, channels, extent)
                let result = try await ColumnarAnalyst(image).answer(query)
                let found = Answer(
                    reached: result.steps.map(\.reached),
                    pending: result.steps.map(\.pending),
                    times: extent == .counts ? [] : result.timeToConvert.curve.points.flatMap(Self.times),
                    entered: Dictionary(uniqueKeysWithValues: result.groups.map { ($0.value, $0.entered) }),
                    subjects: result.receipt.subjects
                )
                let kept = events.filter { channels.contains($0.channel) }
                let horizon = events.map(\.time).max() ?? 0
                let expected = Self.answer(kept, window, range, horizon, extent)
                #expect(found == expected, "seed \(seed), window \(window ?? -1), \(extent), channels \(channels)")
            }
        }
    }

    private static func times(_ point: KaplanMeier.Point) -> [Int64] {
        Array(repeating: point.time, count: point.events)
    }

    private static func query(
        _ window: Int64?,
        _ range: ClosedRange<Int64>?,
        _ channels: [Int],
        _ extent: FunnelQuery.Extent
    ) -> FunnelQuery {
        var scope = Scope(filters: [Filter(dimension: Dimension.channel, values: channels.map { "c\($0)" })])
        if channels.count == 3 { scope.filters = [] }
        if let range {
            scope.range = TimeRange(
                from: Timestamp(milliseconds: range.lowerBound),
                to: Timestamp(milliseconds: range.upperBound + 1)
            )
        }
        return FunnelQuery(
            scope: scope,
            steps: (0..<4).map { FunnelStep(touchpoint: "t\($0)") },
            window: window,
            breakdown: Dimension.channel,
            attribution: .earliestEntry,
            extent: extent
        )
    }

    private static func events(_ random: inout SplitMix64, touchpoints: Int) -> [Event] {
        var events: [Event] = []
        for person in 0..<120 {
            var time = Int64(random.below(400))
            for _ in 0..<[1, 3, 20, 150][random.below(4)] {
                // Hardly ever two at one instant.
                time += Int64(random.below(60)) + (random.below(500) == 0 ? 0 : 1)
                let touchpoint = random.below(2) == 0 ? random.below(4) : random.below(touchpoints)
                events.append(
                    Event(person: person, time: time, touchpoint: touchpoint, channel: random.below(3))
                )
            }
        }
        return events.shuffled(using: &random)
    }

    private static func snapshot(_ events: [Event]) -> JourneySnapshot {
        var builder = SnapshotBuilder()
        for event in events {
            builder.add(
                person: "p\(event.person)",
                time: event.time,
                "t\(event.touchpoint)",
                ["channel": "c\(event.channel)"]
            )
        }
        return builder.snapshot()
    }

    private static func answer(
        _ events: [Event],
        _ window: Int64?,
        _ range: ClosedRange<Int64>?,
        _ horizon: Int64,
        _ extent: FunnelQuery.Extent
    ) -> Answer {
        var answer = Answer(reached: [0, 0, 0, 0], pending: [0, 0, 0, 0])
        let journeys = Dictionary(grouping: events, by: \.person).values.map { journey in
            // Of one instant in the order in which they came.
            journey.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
        }
        answer.subjects = journeys.count
        for journey in journeys {
            var deepest = 0
            var convertedIn: Int64 = 0
            var latest: Int64?
            var channel: Int?
            for entry in journey where entry.touchpoint == 0 && (range?.contains(entry.time) ?? true) {
                latest = entry.time
                channel = channel ?? entry.channel
                let (depth, end) = reach(from: entry, in: journey, window)
                if depth > deepest { (deepest, convertedIn) = (depth, end - entry.time) }
            }
            guard deepest > 0, let latest, let channel else { continue }
            for step in 0..<deepest { answer.reached[step] += 1 }
            answer.entered["c\(channel)", default: 0] += 1
            if deepest == 4 {
                if extent != .counts { answer.times.append(convertedIn) }
            } else if let window, latest + window > horizon {
                answer.pending[deepest - 1] += 1
            }
        }
        answer.times.sort()
        return answer
    }

    /// How deep the chain from `entry` gets, and when; events of one instant may come in any order, none counts twice.
    private static func reach(from entry: Event, in journey: [Event], _ window: Int64?) -> (depth: Int, end: Int64) {
        var (depth, last) = (1, entry.time)
        while depth < 4 {
            let next = journey.first { event in
                event.touchpoint == depth && event.time >= last && event.time - entry.time <= window ?? .max
            }
            guard let next else { break }
            (depth, last) = (depth + 1, next.time)
        }
        return (depth, last)
    }
}
