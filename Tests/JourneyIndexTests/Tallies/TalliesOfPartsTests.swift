import Foundation
import JourneyModel
import Tallies
import TestSupport
import Testing

@testable import JourneyIndex

/// What is counted of two halves of the people and added up is what is counted of all of them, to the last digit.
@Suite("Tallies of parts")
struct TalliesOfPartsTests {
    @Test("two halves of the people say what all of them say", arguments: Seeds.first(40))
    func halves(number: Int) async throws {
        let seed = UInt64(number)
        var random = SplitMix64(seed: seed)
        let naming = RandomTown.Naming.allCases[random.below(5)]
        let cut = SplitTown.Cut.allCases[random.below(4) == 0 ? 1 + random.below(2) : 0]
        let town = SplitTown(seed: seed, naming: naming, cut: cut)
        for _ in 0..<3 {
            let scope = randomScope(&random)
            var facts = try await town.halves[0].facts(for: scope)
            facts.add(try written(await town.halves[1].facts(for: scope)))
            let parts = town.halves.map { $0.part(of: facts) }
            for question in talliedQuestions(scope, &random) {
                let note = "seed \(seed), \(naming), \(cut), \(question)"
                do {
                    try await hold(question, town.whole, parts, note)
                } catch {
                    Issue.record(error, "\(note)")
                }
            }
        }
    }

    private func hold<Asked: IndexTalliedQuestion>(
        _ question: Asked,
        _ whole: ColumnarAnalyst,
        _ parts: [Workbench],
        _ note: String
    ) async throws {
        let answer: Asked.Answer
        do {
            answer = try await whole.answer(question)
        } catch let error as AnalysisError {
            for part in parts {
                await #expect(throws: error, "\(note)") { try await question.tally(in: part) }
            }
            return
        }
        let tallies = [try await question.tally(in: parts[0]), try await question.tally(in: parts[1])]
        for order in [[0, 1], [1, 0]] {
            var sum = tallies[order[0]]
            sum.add(try written(tallies[order[1]]))
            if let refined = question as? any IndexRefinedQuestion {
                sum = try await refine(sum, refined, parts)
            }
            #expect(question.answer(from: sum) == answer, "\(note)")
            #expect(question.answer(from: try written(sum)) == answer, "\(note), written")
        }
    }

    /// The second round of a question that has one.
    private func refine<Counts, Asked: IndexRefinedQuestion>(
        _ sum: Counts,
        _ question: Asked,
        _ parts: [Workbench]
    ) async throws -> Counts {
        guard let tally = sum as? Asked.Counts else { return sum }
        let chosen = question.chosen(from: tally)
        var details = try await question.details(of: chosen, in: parts[1])
        details.add(try written(await question.details(of: written(chosen), in: parts[0])))
        return question.refined(tally, with: details) as? Counts ?? sum
    }

    private func written<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }
}
