import JourneyModel

enum PathsDetail: ScreenDetail {
    static let screen = ScreenID.paths

    /// Which way journeys go from a touchpoint.
    case tree(PathTree)

    var words: [String]? {
        switch self {
        case .tree(let tree): [tree.direction == .forward ? "after" : "before", tree.anchor] + tree.open
        }
    }

    init?(words: [String]) {
        guard words.count >= 2, words[0] == "after" || words[0] == "before" else { return nil }
        let direction = words[0] == "after" ? BranchesQuery.Direction.forward : .backward
        self = .tree(PathTree(words[1], direction, open: Array(words.dropFirst(2))))
    }
}
