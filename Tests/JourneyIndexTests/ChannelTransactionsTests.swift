import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

@Suite("Transactions by channel")
struct ChannelTransactionsTests {
    /// Ann starts on the web and finishes there, bob finishes by phone, cyd never does.
    private func builder() -> SnapshotBuilder {
        var builder = SnapshotBuilder()
        let web = ["channel": "web", "service": "permit"]
        let phone = ["channel": "phone", "service": "permit"]
        builder.add(person: "ann", time: 0, "apply", web)
        builder.add(person: "ann", time: 1 * .day, "done", web)
        builder.add(person: "bob", time: 2 * .day, "apply", web)
        builder.add(person: "bob", time: 3 * .day, "done", phone)
        builder.add(person: "cyd", time: 4 * .day, "apply", web)
        return builder
    }

    private func roles(_ builder: inout SnapshotBuilder) {
        builder.side += [
            .touchpointRole(touchpoint: "apply", service: nil, role: .start),
            .touchpointRole(touchpoint: "done", service: nil, role: .end),
        ]
    }

    @Test("without an end point nothing is completed, and the reason is given")
    func noEndPoint() async throws {
        let channels = try await ColumnarAnalyst(builder().snapshot()).answer(ChannelsQuery())
        #expect(channels.totals.allSatisfy { $0.completed == nil && $0.costPerTransaction.value == nil })
        #expect(channels.totals.allSatisfy { !$0.costPerTransaction.caveats.isEmpty })
    }

    @Test("a completion counts for the channel of its transaction (D13), within the range")
    func completed() async throws {
        var builder = builder()
        roles(&builder)
        let analyst = ColumnarAnalyst(builder.snapshot())
        let all = try await analyst.answer(ChannelsQuery())
        #expect(all.totals.map(\.channel) == ["web", "phone"])
        #expect(all.totals.map(\.completed) == [1, 1])
        #expect(all.totals.map(\.costPerTransaction.value) == [nil, nil])
        let late = Scope(range: TimeRange(from: Timestamp(milliseconds: 3 * .day)))
        let part = try await analyst.answer(ChannelsQuery(scope: late))
        #expect(part.totals.map(\.channel) == ["phone", "web"])
        #expect(part.totals.map(\.completed) == [1, 0])
    }

    @Test("a channel has its own costs and its share of the shared ones (D14)")
    func costs() async throws {
        var builder = builder()
        roles(&builder)
        let span = (from: Timestamp(milliseconds: 0), to: Timestamp(milliseconds: 4 * .day + 1))
        for (channel, amount) in [("phone", 8.0), ("web", 1.0), (nil, 10.0)] as [(String?, Double)] {
            builder.side.append(
                .cost(
                    CostRecord(
                        service: "permit",
                        channel: channel,
                        amount: amount,
                        currency: "EUR",
                        from: span.from,
                        to: span.to
                    )
                )
            )
        }
        let channels = try await ColumnarAnalyst(builder.snapshot()).answer(ChannelsQuery())
        let figures = channels.totals.map { ($0.costPerTransaction.value ?? 0).rounded() }
        #expect(figures == [6, 13])
    }
}
