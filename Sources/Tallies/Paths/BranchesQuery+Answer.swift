public import JourneyModel

extension BranchesQuery: TalliedQuestion {
    public func answer(from tally: BranchesTally) -> BranchesResult {
        let onPath = tally.next.tallies.reduce(tally.ends) { $0 + $1.count }
        var branches = tally.next.pairs.map { touchpoint, delays in
            BranchesResult.Branch(
                touchpoint: touchpoint.text,
                subjects: delays.count,
                share: .rate(delays.count, of: onPath, .d9),
                medianDelay: delays.median
            )
        }
        if tally.ends > 0 {
            let share = Measure.rate(tally.ends, of: onPath, .d9)
            branches.append(.init(touchpoint: nil, subjects: tally.ends, share: share, medianDelay: nil))
        }
        return BranchesResult(
            query: self,
            subjects: onPath,
            branches: branches.sorted { left, right in
                if left.subjects != right.subjects { return left.subjects > right.subjects }
                guard let name = left.touchpoint else { return false }
                return right.touchpoint.map { name < $0 } ?? true
            },
            receipt: tally.scope.receipt(
                [.d1, .d9],
                scope: scope,
                facts: path.first.map { [.init(.countedFrom, .remark(.firstOfEachSubject($0)))] } ?? []
            )
        )
    }
}
