import JourneyModel
import Reports

extension Samples {
    /// A tree of two levels: from `landing`, and then along `form`.
    static let tree = PathTreeReport([
        BranchesResult(
            query: BranchesQuery(scope: scope, path: ["landing"]),
            subjects: 200,
            branches: [
                .init(touchpoint: "form", subjects: 120, share: .rate(120, of: 200, .d9), medianDelay: 187_000),
                .init(touchpoint: "call", subjects: 24, share: .rate(24, of: 200, .d9), medianDelay: nil),
                .init(touchpoint: nil, subjects: 56, share: .rate(56, of: 200, .d9), medianDelay: nil),
            ],
            receipt: receipt([.d9])
        ),
        BranchesResult(
            query: BranchesQuery(scope: scope, path: ["landing", "form"]),
            subjects: 120,
            branches: [
                .init(touchpoint: "submit", subjects: 90, share: .rate(90, of: 120, .d9), medianDelay: 60_000),
                .init(touchpoint: nil, subjects: 30, share: .rate(30, of: 120, .d9), medianDelay: nil),
            ],
            receipt: receipt([.d9])
        ),
    ])
}
