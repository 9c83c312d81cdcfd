import JourneyIndex
import JourneyModel
import TestSupport
import Testing

@Suite("Annotations of trends")
struct AnnotationTests {
    private static let services = ["housing", "parking"]

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Timestamp {
        CivilDate(year: year, month: month, day: day).map { Zone.utc.start(of: $0) } ?? Timestamp(milliseconds: 0)
    }

    /// A store with events on its first and last day, and annotations about, before and after them.
    private static func town(_ random: inout SplitMix64) -> (builder: SnapshotBuilder, annotations: [AnnotationRecord])
    {
        var builder = SnapshotBuilder()
        let start = Self.day(2025, 1, 15).milliseconds
        for day in [0, 40, 120] {
            builder.add(
                person: "p\(day)",
                time: start + Int64(day) * .day,
                "start",
                ["service": "housing", "channel": "web"]
            )
        }
        let annotations = (0..<12).map { index in
            AnnotationRecord(
                time: Timestamp(
                    milliseconds: start + Int64.random(in: -60...200, using: &random) * .day + Int64(index)
                ),
                service: (services + [nil]).randomElement(using: &random) ?? nil,
                text: "note \(index)"
            )
        }
        builder.side = annotations.map(JourneyRecord.annotation)
        return (builder, annotations)
    }

    /// Word for word: in the range, in the trend's periods, of a service that the filters keep.
    private static func expected(_ all: [AnnotationRecord], _ scope: Scope, _ periods: [Period]) -> [AnnotationRecord] {
        all.filter { annotation in
            let isInTrend = periods.contains { $0.range(in: scope.zone).contains(annotation.time) }
            let isKept =
                annotation.service.map { service in
                    scope.filters.allSatisfy {
                        $0.dimension != "service" || $0.values.contains(service) != $0.isNegated
                    }
                } ?? true
            return isInTrend && scope.range.contains(annotation.time) && isKept
        }.sorted { $0.time < $1.time }
    }

    @Test("Those within the trend, the range and the services are there, in order of time", arguments: 0..<20)
    func reference(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let (builder, annotations) = Self.town(&random)
        let analyst = ColumnarAnalyst(builder.snapshot())
        let from = annotations.map(\.time).min()?.advanced(by: 30 * .day)
        let scopes = [
            Scope(), Scope(range: TimeRange(from: from)),
            Scope(filters: [Filter(dimension: "service", values: ["housing"])]),
            Scope(filters: [Filter(dimension: "service", values: ["parking"], isNegated: true)]),
        ]
        for scope in scopes {
            let indicators = try await analyst.answer(IndicatorsQuery(scope: scope))
            #expect(indicators.annotations == Self.expected(annotations, scope, indicators.trend.map(\.period)))
            let channels = try await analyst.answer(ChannelsQuery(scope: scope))
            #expect(channels.annotations == Self.expected(annotations, scope, channels.periods.map(\.period)))
        }
        #expect(try await analyst.answer(CatalogQuestion()).annotations == annotations.sorted { $0.time < $1.time })
    }

    @Test("It stands at the period in which it happened")
    func place() throws {
        let first = try #require(CivilDate(year: 2025, month: 1, day: 1))
        let periods = (0..<3).map { Period(.month, containing: first).advanced(by: $0) }
        func place(_ time: Timestamp) -> Int? {
            Scope().place(of: AnnotationRecord(time: time, text: ""), on: periods)
        }
        #expect(place(Self.day(2025, 1, 1).advanced(by: -1)) == nil)
        #expect(place(Self.day(2025, 1, 1)) == 0)
        #expect(place(Self.day(2025, 2, 28)) == 1)
        #expect(place(Self.day(2025, 3, 1)) == 2)
    }

    @Test("What was noted after the as-of time is not known yet")
    func asOf() {
        let periods = [Period(.year, containing: CivilDate(daysSinceEpoch: 0))]
        let annotations = [1, 5].map { AnnotationRecord(time: Timestamp(milliseconds: $0 * .day), text: "x") }
        let scope = Scope(asOf: Timestamp(milliseconds: 2 * .day))
        #expect(scope.annotations(annotations, on: periods) == [annotations[0]])
        #expect(scope.annotations(annotations, on: []).isEmpty)
    }
}
