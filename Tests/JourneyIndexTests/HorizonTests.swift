import JourneyModel
import Tallies
import TestSupport
import Testing

@testable import JourneyIndex

/// What the horizon is, and what follows from it (D28).
@Suite("Horizon, ties, days and records without events")
struct HorizonTests {
    /// A store, and the same with events of somebody else far in the future: what is said of everybody else stays.
    @Test("a date in the far future moves nobody", arguments: 0..<40 as Range<UInt64>)
    func farFuture(seed: UInt64) async throws {
        let town = RandomTown(seed: seed, naming: .ownCases)
        var other = town.builder
        let imported = 5000 * Int64.hour
        for time in [253_402_214_400_000, imported + 1, imported + 400 * .day] {
            other.add(person: "from the future", time: time, "look")
        }
        let plain = ColumnarAnalyst(town.builder.snapshot(), importedAt: imported)
        let future = ColumnarAnalyst(other.snapshot(), importedAt: imported)
        let (catalog, futureCatalog) = (
            try await plain.answer(CatalogQuestion()), try await future.answer(CatalogQuestion())
        )
        #expect(futureCatalog.horizon == town.records.map(\.time).max())
        #expect(futureCatalog.horizon == catalog.horizon && futureCatalog.last == catalog.last)
        #expect(futureCatalog.daysWithoutEvents == catalog.daysWithoutEvents)
        let steps = [FunnelStep(touchpoint: "start"), FunnelStep(touchpoint: "done")]
        let query = FunnelQuery(steps: steps, window: 14 * .day)
        let (funnel, futureFunnel) = (try await plain.answer(query), try await future.answer(query))
        #expect(funnel.steps == futureFunnel.steps && funnel.timeToConvert == futureFunnel.timeToConvert)
        #expect(futureFunnel.receipt.horizon == funnel.receipt.horizon)
        #expect(funnel.receipt.notes == [] && futureFunnel.receipt.notes == [.laterThanRecorded(3)])
        let (kpis, futureKPIs) = (
            try await plain.answer(IndicatorsQuery()), try await future.answer(IndicatorsQuery())
        )
        #expect(kpis.services == futureKPIs.services && kpis.trend == futureKPIs.trend)
        let (contacts, futureContacts) = (
            try await plain.answer(ContactsQuery()), try await future.answer(ContactsQuery())
        )
        #expect(contacts.leaks == futureContacts.leaks && contacts.services == futureContacts.services)
        let bands = EquityQuery(trait: "person.band")
        let (equity, futureEquity) = (try await plain.answer(bands), try await future.answer(bands))
        #expect(equity.groups == futureEquity.groups)
    }

    /// Word for word: the instants at which a subject has two or more events, and the days in UTC from the first event (not
    /// before 1990) to the horizon on which there is none.
    @Test("ties and days without events, over all sources", arguments: 0..<60 as Range<UInt64>)
    func tiesAndDays(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        var builder = SnapshotBuilder()
        let start = (seed % 3 == 0 ? 7300 : 20_000) * Int64.day
        for _ in 0..<60 {
            let isWhole = random.below(2) == 0
            builder.add(
                person: seed % 4 == 0 || random.below(5) == 0 ? nil : "p\(random.below(4))",
                case: random.below(2) == 0 ? "c\(random.below(4))" : nil,
                time: start + (isWhole ? Int64(random.below(30)) * .day : Int64(random.below(30 * 24)) * .hour),
                "t",
                sequence: random.below(3) == 0
                    ? FineOrder.sequence(nanoseconds: Int64(1 + random.below(2)), own: 0) : nil
            )
        }
        let imported = start + 25 * .day
        let catalog = try await ColumnarAnalyst(builder.snapshot(), importedAt: imported).answer(CatalogQuestion())
        let hasPersons = builder.records.contains { $0.person != nil }
        let named = builder.records.filter { (hasPersons ? $0.person : $0.caseID) != nil }
        let bySubject = Dictionary(grouping: named) { hasPersons ? $0.person : $0.caseID }
        let groups = bySubject.values.reduce(0) { sum, events in
            let byInstant = Dictionary(grouping: events) {
                [$0.time.milliseconds, FineOrder.nanoseconds(of: $0.sequence ?? 0)]
            }
            return sum + byInstant.values.count { $0.count > 1 }
        }
        #expect(catalog.tieGroups == groups)
        let horizon = builder.records.map(\.time.milliseconds).filter { $0 <= imported }.max()
        #expect(catalog.horizon?.milliseconds == horizon)
        let days = Set(builder.records.map { $0.time.milliseconds / .day }.filter { $0 >= 7305 })
        let last = (horizon ?? 0) / .day
        let range = days.min().map { $0 <= last ? Array($0...last) : [] } ?? []
        #expect(catalog.days == range.count)
        #expect(catalog.daysWithoutEvents == range.count { !days.contains($0) })
    }

    @Test("nobody knows how far the data reach: nobody has had their time")
    func nothingKnown() async throws {
        var builder = SnapshotBuilder()
        builder.add(person: "a", time: 10, "start")
        builder.add(person: "b", time: 11, "end")
        let analyst = ColumnarAnalyst(builder.snapshot(), importedAt: 5)
        let steps = [FunnelStep(touchpoint: "start"), FunnelStep(touchpoint: "end")]
        let result = try await analyst.answer(FunnelQuery(steps: steps, window: 1))
        #expect([result.entered, result.pending, result.dropped] == [1, 1, 0])
        #expect(result.receipt.horizon == nil)
    }

    @Test("months without events are there with none, in every channel; what lies outside the data is not filled up")
    func emptyMonths() async throws {
        var builder = SnapshotBuilder()
        func time(_ year: Int, _ month: Int) throws -> Int64 {
            Int64(try #require(CivilDate(year: year, month: month, day: 5)).daysSinceEpoch) * .day
        }
        builder.add(person: "a", time: try time(1970, 1), "x", ["channel": "web"])
        builder.add(person: "a", time: try time(2024, 10), "x", ["channel": "web"])
        builder.add(person: "a", time: try time(2025, 1), "x", ["channel": "phone"])
        builder.add(person: "a", time: try time(9999, 12), "x", ["channel": "web"])
        let analyst = ColumnarAnalyst(builder.snapshot(), importedAt: try time(2025, 6))
        let result = try await analyst.answer(ChannelsQuery())
        #expect(
            result.periods.filter { $0.channel == "web" }.map(\.period.label)
                == ["1970-01", "2024-10", "2024-11", "2024-12", "2025-01", "9999-12"]
        )
        #expect(result.periods.filter { $0.channel == "web" }.map(\.events) == [1, 1, 0, 0, 0, 1])
        #expect(result.periods.filter { $0.channel == "phone" }.map(\.events) == [0, 0, 0, 0, 1, 0])
    }

    @Test("one thing is '(not set)', and text that reads so is in quotes: groups, filters and lists agree (D6)")
    func notSet() async throws {
        var builder = SnapshotBuilder()
        for (index, channel) in ["web", "(not set)", "(not set)", nil, "\"(not set)\""].enumerated() {
            builder.add(person: "p\(index)", time: Int64(index), "x", channel.map { ["channel": $0] } ?? [:])
        }
        builder.side.append(.personTrait(person: "p0", trait: NamedValue("region", "(not set)")))
        let analyst = ColumnarAnalyst(builder.snapshot())
        let funnel = try await analyst.answer(
            FunnelQuery(steps: [FunnelStep(touchpoint: "x")], breakdown: Dimension.channel)
        )
        let groups = Dictionary(uniqueKeysWithValues: funnel.groups.map { ($0.value, $0.entered) })
        #expect(groups == ["web": 1, "(not set)": 1, "\"(not set)\"": 2, "\"\"(not set)\"\"": 1])
        for (value, count) in groups {
            let scope = Scope(filters: [Filter(dimension: Dimension.channel, values: [value])])
            #expect(try await analyst.answer(ChannelsQuery(scope: scope)).events == count)
        }
        let catalog = try await analyst.answer(CatalogQuestion())
        #expect(Set(catalog.values(of: Dimension.channel).map(\.name)) == Set(groups.keys).subtracting(["(not set)"]))
        let north = Scope(filters: [Filter(dimension: "person.region", values: ["\"(not set)\""])])
        #expect(try await analyst.answer(ChannelsQuery(scope: north)).events == 1)
        let unknown = Scope(filters: [Filter(dimension: "person.region", values: ["(not set)"])])
        #expect(try await analyst.answer(ChannelsQuery(scope: unknown)).events == 4)
    }

    @Test("volumes need no subjects")
    func volumes() async throws {
        var builder = SnapshotBuilder()
        builder.add(time: 0, "x", ["channel": "web"])
        builder.add(time: 1, "x", ["channel": "phone"])
        let result = try await ColumnarAnalyst(builder.snapshot()).answer(ChannelsQuery())
        #expect(result.totals.map(\.channel) == ["phone", "web"])
        #expect(result.events == 2 && result.subjects == 0 && result.receipt.eventsWithoutSubject == 2)
    }

    /// Every rating that the total counts has a service's row and a period's.
    @Test("ratings of services, months and nobody without an event", arguments: 0..<40 as Range<UInt64>)
    func ratings(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        var town = RandomTown(seed: seed, events: Int(seed) * 3, naming: .ownCases).builder
        let services = RandomTown.services + ["rated only", nil]
        for _ in 0..<30 {
            town.side.append(
                .feedback(
                    FeedbackRecord(
                        time: Timestamp(milliseconds: Int64(random.below(9000) - 3000) * .hour),
                        person: random.below(2) == 0 ? nil : "p\(random.below(14))",
                        service: services[random.below(5)],
                        score: Double(1 + random.below(5)),
                        scale: 5
                    )
                )
            )
        }
        let result = try await ColumnarAnalyst(town.snapshot()).answer(IndicatorsQuery())
        func count(_ measure: Measure) -> Double { measure.denominator ?? 0 }
        let total = count(result.overall.satisfaction)
        #expect(total == 30)
        #expect(result.services.reduce(0) { $0 + count($1.indicators.satisfaction) } == total)
        #expect(result.trend.reduce(0) { $0 + count($1.indicators.satisfaction) } == total)
        #expect(Set(result.services.map(\.service)).count == result.services.count)
        let months = result.trend.map(\.period)
        #expect(zip(months, months.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("a channel that costs and that nobody uses has its row")
    func costsWithoutEvents() async throws {
        var builder = SnapshotBuilder()
        for day in 0..<10 {
            builder.add(
                person: "p\(day)",
                time: Int64(day) * .day,
                "done",
                ["service": "permit", "channel": "web", "outcome": "completed"]
            )
        }
        for (channel, amount) in [("web", 100.0), ("post", 50)] {
            builder.side.append(
                .cost(
                    CostRecord(
                        service: "permit",
                        channel: channel,
                        amount: amount,
                        currency: "GBP",
                        from: Timestamp(milliseconds: 0),
                        to: Timestamp(milliseconds: 10 * .day)
                    )
                )
            )
        }
        let analyst = ColumnarAnalyst(builder.snapshot())
        let totals = try await analyst.answer(ChannelsQuery()).totals
        #expect(totals.map(\.channel) == ["web", "post"])
        #expect(totals.map(\.events) == [10, 0])
        #expect(totals.last?.costPerTransaction.value == nil)
    }
}
