import JourneyModel

/// The tree that opens from a touchpoint: which way it goes, and the one branch that is open at each level. One at a
/// time, so that all branches of every open level stay in sight.
struct PathTree: Hashable, Sendable {
    var anchor: String
    var direction: BranchesQuery.Direction
    /// The open branches, from the anchor's on.
    var open: [String]

    /// How deep the tree goes; the answer of each level is kept.
    static let levels = 6

    /// - Parameter open: what is deeper than the tree goes is left out.
    init(_ anchor: String, _ direction: BranchesQuery.Direction = .forward, open: [String] = []) {
        self.anchor = anchor
        self.direction = direction
        self.open = Array(open.prefix(Self.levels - 1))
    }

    /// The run of touchpoints whose continuations stand at `level` (0-based).
    func path(_ level: Int) -> [String] { [anchor] + open.prefix(level) }

    func questions(_ scope: Scope) -> [Wanted] {
        (0...open.count).map { level in
            Slot.branches(level).asks(BranchesQuery(scope: scope, path: path(level), direction: direction))
        }
    }

    /// The answer at `level`, where it is about this tree; an older one would hang branches where they do not belong.
    func answer(_ level: Int, _ state: DashboardState) -> Loadable<BranchesResult> {
        state.answer(.branches(level)).map { result in
            result.query.path == path(level) && result.query.direction == direction ? result : nil
        }
    }

    /// All open levels from the anchor's on; none while one of them is on its way.
    func levels(_ state: DashboardState) -> Loadable<Export.Content> {
        let answers = (0...open.count).map { answer($0, state) }
        let known = answers.compactMap(\.value)
        return Loadable(
            value: known.count == answers.count ? Export.Content(levels: known) : nil,
            isStale: answers.contains(where: \.isStale),
            isQuiet: answers.allSatisfy { !$0.isStale || $0.isQuiet },
            isWaiting: answers.contains(where: \.isWaiting),
            failure: answers.lazy.compactMap(\.failure).first
        )
    }

    /// Opens the branch, in place of its sibling, or closes it. False where the tree goes no deeper.
    mutating func toggle(_ touchpoint: String, level: Int) -> Bool {
        let isOpen = open.count > level && open[level] == touchpoint
        guard isOpen || level + 1 < Self.levels else { return false }
        open = Array(open.prefix(level)) + (isOpen ? [] : [touchpoint])
        return true
    }
}

/// One line of the tree as it is drawn.
struct PathTreeRow: Hashable, Sendable {
    var level: Int
    /// The anchor and the branches down to this one; the journey's end is no part of it.
    var path: [String]
    /// For each level down to this row, whether it is the last of its siblings.
    var isLast: [Bool]
    /// Nil while the answer is on its way.
    var branch: BranchesResult.Branch?
    var isOpen: Bool
    /// How many branches are folded into this one; 0: it is one itself.
    var folded = 0

    var id: String {
        guard let branch else { return PathID.of(path + ["", "", ""]) }
        return PathID.of(branch.touchpoint == nil ? path + [folded > 0 ? "others" : "", ""] : path)
    }

    /// As the tree names it.
    func name(_ direction: BranchesQuery.Direction) -> String {
        if let touchpoint = branch?.touchpoint { return touchpoint }
        if folded > 0 { return "\(folded) others" }
        return direction == .forward ? "ends here" : "begins here"
    }
}

extension PathTree {
    /// The lines below the anchor, each open branch followed by its own.
    func rows(_ state: DashboardState) -> [PathTreeRow] { rows(level: 0, isLast: [], state) }

    private func rows(level: Int, isLast: [Bool], _ state: DashboardState) -> [PathTreeRow] {
        guard let result = answer(level, state).value else {
            return [PathTreeRow(level: level, path: path(level), isLast: isLast + [true], branch: nil, isOpen: false)]
        }
        let branches = folded(result, level)
        return branches.enumerated().flatMap { index, entry -> [PathTreeRow] in
            let branch = entry.branch
            let lasts = isLast + [index == branches.count - 1]
            let isOpen = branch.touchpoint != nil && open.element(level) == branch.touchpoint
            let row = PathTreeRow(
                level: level,
                path: path(level) + (branch.touchpoint.map { [$0] } ?? []),
                isLast: lasts,
                branch: branch,
                isOpen: isOpen,
                folded: entry.count
            )
            return [row] + (isOpen ? rows(level: level + 1, isLast: lasts, state) : [])
        }
    }

    /// Branches of fewer than ten subjects in one at the end, where a hundred or more are on the run: the long tail says
    /// little, and about few (D9; the hundred is this project's own rule, so that a small store still shows its paths).
    private func folded(_ result: BranchesResult, _ level: Int) -> [(branch: BranchesResult.Branch, count: Int)] {
        let isSmall: (BranchesResult.Branch) -> Bool = { [open] branch in
            branch.touchpoint != nil && branch.subjects < Self.leastSubjects && open.element(level) != branch.touchpoint
        }
        let small = result.branches.filter(isSmall)
        guard result.subjects >= 10 * Self.leastSubjects, small.count > 1 else {
            return result.branches.map { ($0, 0) }
        }
        let count = small.reduce(0) { $0 + $1.subjects }
        let others = BranchesResult.Branch(
            touchpoint: nil,
            subjects: count,
            share: .rate(count, of: result.subjects, .d9),
            medianDelay: nil
        )
        return result.branches.filter { !isSmall($0) }.map { ($0, 0) } + [(others, small.count)]
    }

    static let leastSubjects = 10
}

extension Slot<BranchesQuery> {
    /// One level of the tree.
    static func branches(_ level: Int) -> Slot { Slot("branches \(level)") }
}
