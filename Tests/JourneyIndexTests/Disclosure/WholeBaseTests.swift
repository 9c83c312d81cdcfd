import JourneyIndex
import JourneyModel
import TestSupport
import Testing

/// In public the base of every rate of a matrix or a group is the whole one, with what is hidden in it, or the rate is hidden:
/// over random towns, against the exact answers.
@Suite("Rates have their whole base (D25)")
struct WholeBaseTests {
    private static let policies = [
        DisclosurePolicy(threshold: 3), DisclosurePolicy(threshold: 5),
        DisclosurePolicy(threshold: 4, rounding: .midpointSix),
    ]

    /// As far as a count that is shown can lie from the exact one: what is hidden counts as the step in its whole.
    private static let step = 5.0

    /// `shown` is what rounding makes of `exact`, or says nothing.
    private func expectSame(_ shown: Measure?, _ exact: Measure?, parts: Int = 1, _ what: String) {
        guard let base = shown?.denominator, shown?.value != nil else { return }
        let slack = Self.step * Double(max(1, parts))
        #expect(abs(base - (exact?.denominator ?? .infinity)) <= slack, "\(what): \(base)")
    }

    @Test("channels, paths, preferences, groups", arguments: 1...8 as ClosedRange<UInt64>)
    func bases(_ seed: UInt64) async throws {
        let exact = ColumnarAnalyst(RandomTown(seed: seed, events: 700).builder.snapshot())
        for policy in Self.policies {
            func shown<Asked: Question>(_ question: Asked) async throws -> Asked.Answer {
                try await PublicAnalyst(exact, policy: policy, shown: ShownPopulations()).answer(question)
            }
            try await checkChannels(try await shown(ChannelsQuery()), exact)
            try await checkPaths(try await shown(PathsQuery(top: 500)), exact)
            try await checkPreferences(try await shown(PreferencesQuery()), exact)
            let equity = EquityQuery(trait: "person.band")
            let (groups, all) = (try await shown(equity), try await exact.answer(equity))
            for group in groups.groups {
                let own = all.groups.first { $0.value == group.value }?.completion
                expectSame(group.completion, own, "equity \(group.value)")
            }
            let figures = GroupFiguresQuery(group: .unfinished(service: "housing"), by: "channel")
            let (parts, whole) = (try await shown(figures), try await exact.answer(figures))
            for row in parts.rows {
                expectSame(row.figure, whole.rows.first { $0.value == row.value }?.figure, "groups \(row.value)")
            }
        }
    }

    private func checkChannels(_ shown: ChannelsResult, _ exact: ColumnarAnalyst) async throws {
        let all = try await exact.answer(shown.query)
        for total in shown.totals where total.share.value != nil {
            #expect(total.share.denominator == Double(shown.events))
            let own = all.totals.first { $0.channel == total.channel }?.share
            expectSame(total.share, own, parts: all.totals.count, "channel \(total.channel)")
        }
    }

    private func checkPaths(_ shown: PathsResult, _ exact: ColumnarAnalyst) async throws {
        let all = try await exact.answer(shown.query)
        for row in shown.transitions {
            let own = all.transitions.first { $0.from == row.from && $0.to == row.to }?.share
            expectSame(row.share, own, "\(row.from) to \(row.to)")
        }
        for (total, rows, before) in [
            (shown.startTotal, shown.starts, all.starts), (shown.endTotal, shown.ends, all.ends),
        ] {
            #expect(rows.reduce(0) { $0 + $1.count.drawn } <= total)
            let exact = before.reduce(0) { $0 + $1.count }
            #expect(
                total.isHidden || Double(abs(total - exact)) <= Self.step * Double(before.count),
                "\(total) of \(exact)"
            )
        }
    }

    private func checkPreferences(_ shown: PreferencesResult, _ exact: ColumnarAnalyst) async throws {
        let all = try await exact.answer(shown.query)
        for row in shown.matrixRows {
            let own = all.matrixRows.first { $0.preferred == row.preferred }
            let parts = all.matrix.count { $0.preferred == row.preferred }
            expectSame(row.honoured, own?.honoured, parts: parts, "asked for \(row.preferred)")
            let cells = shown.matrix.filter { $0.preferred == row.preferred }
            #expect(row.contacts.isHidden || cells.reduce(0) { $0 + $1.contacts.drawn } <= row.contacts)
        }
        for row in shown.services {
            let own = all.services.first { $0.service == row.service }
            expectSame(row.honoured, own?.honoured, "service \(row.service)")
            expectSame(row.captured, own?.captured, "service \(row.service)")
        }
    }
}
