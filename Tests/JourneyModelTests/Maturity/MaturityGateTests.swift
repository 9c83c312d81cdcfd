import JourneyModel
import TestSupport
import Testing
import Wording

@Suite("D24: the gate")
struct MaturityGateTests {
    /// What a criterion may be: a rating, not enough evidence, or not applicable.
    private enum State: CaseIterable {
        case none, partially, largely, fully, insufficient, notApplicable

        var score: Double? {
            switch self {
            case .none: 10
            case .partially: 40
            case .largely: 70
            case .fully: 95
            case .insufficient, .notApplicable: nil
            }
        }
    }

    private static func model(_ shape: [Int]) -> MaturityModel {
        let stages = shape.enumerated().flatMap { stage, count in Array(repeating: stage + 1, count: count) }
        let criteria = zip(CriterionID.allCases, stages).map { id, stage in
            Criterion(id, stage: stage, "", target: 1, measuredBy: "", advice: "do it")
        }
        return MaturityModel(stages: shape.indices.map { "stage \($0)" }, criteria: criteria, enablers: [])
    }

    private static func results(_ model: MaturityModel, _ states: [State]) -> [CriterionResult] {
        zip(model.criteria, states).map { criterion, state in
            CriterionResult(
                id: criterion.id,
                name: "",
                kind: .measured,
                value: nil,
                target: 1,
                isShare: true,
                score: state.score,
                rating: state.score.map { Rating(score: $0) },
                n: nil,
                evidence: "",
                notApplicable: state == .notApplicable ? "reason" : nil
            )
        }
    }

    /// The rule as it is written, stage by stage.
    private static func stageHeld(_ model: MaturityModel, _ states: [State]) -> Int {
        let byID = Dictionary(uniqueKeysWithValues: zip(model.criteria.map(\.id), states))
        func all(of stage: Int, _ allowed: Set<State>) -> Bool {
            let applicable = model.criteria(ofStage: stage).compactMap { byID[$0.id] }.filter { $0 != .notApplicable }
            return !applicable.isEmpty && applicable.allSatisfy(allowed.contains)
        }
        return (1...model.stages.count).last { stage in
            all(of: stage, [.largely, .fully]) && (1..<stage).allSatisfy { all(of: $0, [.fully]) }
        } ?? 0
    }

    @Test("every combination of states", arguments: [[2, 2], [1, 1, 1], [1, 2, 1]])
    func truthTable(shape: [Int]) {
        let model = Self.model(shape)
        let count = model.criteria.count
        let combinations = (0..<count).reduce(1) { product, _ in product * State.allCases.count }
        for combination in 0..<combinations {
            var rest = combination
            let states = (0..<count).map { _ in
                defer { rest /= State.allCases.count }
                return State.allCases[rest % State.allCases.count]
            }
            let gate = MaturityGate(Self.results(model, states), model: model)
            let expected = Self.stageHeld(model, states)
            #expect(gate.stage == expected, "\(states)")
            #expect(gate.next == (expected < shape.count ? expected + 1 : nil))
            #expect(gate.stages.filter(\.isHeld).map(\.number) == Array(1..<(expected + 1)), "\(states)")
            // Something keeps the next stage from being held, unless nothing of it, or of a lower one, applies.
            if gate.next != nil, gate.blockers.isEmpty { #expect(states.contains(.notApplicable)) }
        }
    }

    @Test("what blocks the next stage, nearest first, without evidence last")
    func blockers() {
        let model = Self.model([2, 3])
        let gate = MaturityGate(
            Self.results(model, [.fully, .largely, .none, .insufficient, .partially]),
            model: model
        )
        #expect(gate.stage == 1)
        #expect(gate.next == 2)
        #expect(gate.blockers.map(\.criterion) == [.e2, .i2, .i3, .e1])
        #expect(gate.blockers.map(\.distance) == [10, 15, 40, nil])
        #expect(gate.blockers.map(\.needed) == [.largely, .fully, .largely, .largely])
        #expect(gate.blockers.allSatisfy { $0.advice == "" })
    }

    @Test("the stage's score is the mean of what has one, and nil where nothing has")
    func scores() {
        let model = Self.model([3, 1])
        let gate = MaturityGate(Self.results(model, [.fully, .notApplicable, .partially, .insufficient]), model: model)
        #expect(gate.stages[0].score == 67.5)
        #expect(gate.stages[1].score == nil)
    }

    @Test("what if other scores held")
    func whatIf() throws {
        let query = MaturityQuery()
        let receipt = Receipt(
            definitions: [.d24],
            scope: Scope(),
            unit: .person,
            events: 0,
            subjects: 0,
            eventsWithoutSubject: 0,
            horizon: nil
        )
        let nothing = MaturityResult(query: query, evidence: [:], assessments: [], receipt: receipt)
        #expect(nothing.stage == 0)
        #expect(nothing.next == 1)
        #expect(nothing.blockers.count == 3)
        let initial = nothing.supposing([.i1: 90, .i2: 100, .i3: 60])
        #expect(initial.stage == 1)
        #expect(initial.next == 2)
        #expect(initial.blockers.first?.criterion == .i3)
        #expect(nothing.supposing([.i1: 90]).stage == 0)
        let supposed = nothing.supposing(fullyMet: [.i3, .i1, .i2])
        #expect(supposed.stage == 1)
        #expect(supposed.receipt.notes.last?.text == "Supposed, not measured: I1, I2, I3 Fully met.")
        #expect(nothing.supposing(fullyMet: [CriterionID]()) == nothing)
    }
}
