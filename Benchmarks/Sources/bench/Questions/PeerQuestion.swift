import JourneyIndex
import JourneyModel

/// One of the six questions that cxm and the engines beside it are asked alike.
enum PeerQuestion: String, CaseIterable, Sendable {
    case funnel = "Q1"
    case funnelByChannel = "Q2"
    case filteredFunnel = "Q3"
    case months = "Q4"
    case pairs = "Q5"
    case timeToConvert = "Q6"

    var title: String {
        switch self {
        case .funnel: "funnel of five steps within 14 days"
        case .funnelByChannel: "the same by channel of the earliest entry"
        case .filteredFunnel: "the same for one service in three regions"
        case .months: "events and people by month and channel"
        case .pairs: "the 20 most frequent pairs of touchpoints"
        case .timeToConvert: "time to convert: n, median, 90th percentile"
        }
    }

    /// The answer, worked out anew, as rows of the shape that all engines agree on.
    ///
    /// - Throws: `AnalysisError`, `CancellationError`.
    func rows(of analyst: ColumnarAnalyst) async throws -> [AnswerRow] {
        switch self {
        case .funnel: [AnswerRow(reached(try await analyst.answer(TownFunnel.query())))]
        case .funnelByChannel:
            try await analyst.answer(TownFunnel.query(by: Dimension.channel)).groups
                .sorted { $0.value < $1.value }
                .map { group in AnswerRow([.text(group.value)] + reached(group.steps)) }
        case .filteredFunnel:
            [AnswerRow(reached(try await analyst.answer(TownFunnel.query(filters: TownFunnel.passportInThreeRegions))))]
        case .months:
            try await analyst.answer(ChannelsQuery(every: .month, extent: .counts)).periods.map { cell in
                AnswerRow([
                    .text(cell.period.label), .text(cell.channel), .count(cell.events), .count(cell.subjects),
                ])
            }
        case .pairs:
            try await analyst.answer(PathsQuery(top: 20, extent: .counts)).transitions.map { pair in
                AnswerRow([.text(pair.from), .text(pair.to), .count(pair.count)])
            }
        case .timeToConvert: [AnswerRow(times(try await analyst.answer(TownFunnel.query(extent: .times))))]
        }
    }

    private func reached(_ result: FunnelResult) -> [AnswerRow.Cell] { reached(result.steps) }

    private func reached(_ steps: [FunnelResult.Step]) -> [AnswerRow.Cell] { steps.map { .count($0.reached) } }

    /// In milliseconds. D4 times from the earliest entry of a chain that converts.
    private func times(_ result: FunnelResult) -> [AnswerRow.Cell] {
        let times = result.timeToConvert
        return [.count(times.n), .number(times.quantiles[0.5] ?? 0), .number(times.quantiles[0.9] ?? 0)]
    }
}
