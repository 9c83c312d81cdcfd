import JourneyModel
import Tallies

/// Ratings in scope, as the mean in the Performance Platform's form counts them (D15).
struct FeedbackScores: Sendable {
    struct Rating: Sendable {
        let time: Int64
        /// By code; -1 where it does not say whose it is.
        let person: Int32
        let score: Double
        let scale: Double
    }

    /// Prompts and ratings are rows of this.
    let feedback: FeedbackColumns
    private var ratings: [Int32] = []
    /// The same by service: each service is asked for in several spans of time.
    private var ofService: [String: [Int32]] = [:]
    /// Prompts, answered or not.
    private(set) var prompts: [Int32] = []
    private(set) var outsideScale = 0
    /// A filter on something that feedback does not carry: no figure can be given.
    let blockedBy: String?

    init(_ bench: Workbench, scope: Scope) {
        let source = bench.source
        feedback = FeedbackColumns(source)
        blockedBy = scope.notOfFeedback
        guard blockedBy == nil else { return }
        let traits = PersonTraits(source, filters: scope.filters)
        let conditions = scope.filters.compactMap(feedback.condition)
        let limit = scope.asOf?.milliseconds ?? .max
        for row in 0..<feedback.count where feedback.time[row] <= limit {
            guard conditions.allSatisfy({ $0.keeps(row) }) else { continue }
            guard traits.isEmpty || traits.keeps(code: feedback.person(of: row)) else { continue }
            prompts.append(Int32(row))
            let score = feedback.score(of: row)
            if score.isNaN { continue }
            let scale = feedback.scale(of: row)
            if scale > 1, score >= 1, score <= scale {
                ratings.append(Int32(row))
                ofService[feedback.serviceName(of: row), default: []].append(Int32(row))
            } else {
                outsideScale += 1
            }
        }
    }

    /// What is counted of the ratings for the KPIs of `plan`: in its range, by service and by period.
    func tally(_ plan: TransactionPlan) -> RatingsTally {
        let range = plan.ground.filter.range
        var tally = RatingsTally(
            isKnown: feedback.count > 0,
            outsideScale: outsideScale,
            overall: counts(ratings(in: range, service: nil))
        )
        for service in ofService.keys {
            let rated = ratings(in: range, service: service)
            if rated.isEmpty { continue }
            let dissatisfied = peopleDissatisfied(in: range, service: service)
            tally.services.add(.init(ratings: counts(rated), dissatisfied: dissatisfied), to: service)
        }
        for (period, span) in zip(plan.periods, plan.spans) {
            let rated = ratings(in: span, service: nil)
            if !rated.isEmpty { tally.periods.add(counts(rated), to: period) }
        }
        // Before the first event and after the last there are ratings too.
        let spans = plan.spans.compactMap { $0 }
        let known = spans.first.flatMap { first in spans.last.map { first.lowerBound...$0.upperBound } }
        let outside = ratings(in: range, service: nil).filter { known?.contains(feedback.time[Int($0)]) != true }
        let zone = plan.ground.scope.zone
        let byPeriod = Dictionary(grouping: outside) { row in
            Period(plan.every, containing: zone.date(at: Timestamp(milliseconds: feedback.time[Int(row)])))
        }
        for (period, rated) in byPeriod { tally.periods.add(counts(rated), to: period) }
        return tally
    }

    private func counts(_ rows: [Int32]) -> RatingCounts { RatingCounts(rows.map { share(of: $0) }) }

    /// Ratings of one service below 4 of 5.
    func dissatisfied(in range: ClosedRange<Int64>?, service: String) -> [Rating] {
        guard blockedBy == nil else { return [] }
        return ratings(in: range, service: service).filter { share(of: $0) < RatingCounts.satisfiedFrom }.map { row in
            Rating(
                time: feedback.time[Int(row)],
                person: feedback.person(of: Int(row)),
                score: feedback.score(of: Int(row)),
                scale: feedback.scale(of: Int(row))
            )
        }
    }

    /// (score - 1) / (scale - 1), 0…1.
    private func share(of row: Int32) -> Double {
        (feedback.score(of: Int(row)) - 1) / (feedback.scale(of: Int(row)) - 1)
    }

    private func ratings(in range: ClosedRange<Int64>?, service: String?) -> [Int32] {
        guard let range else { return [] }
        let asked = service.map { ofService[$0] ?? [] } ?? ratings
        return asked.filter { range.contains(feedback.time[Int($0)]) }
    }
}
