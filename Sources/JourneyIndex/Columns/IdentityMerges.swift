import JourneyModel

/// Since when ids are one person (D26): of each person with several ids the merges in the order in which they happened, as a
/// tree whose leaves are the ids.
struct IdentityMerges: Sendable {
    struct Tree: Sendable {
        /// What an id is, or what a merge made of two.
        struct Node: Sendable {
            /// Since when it is; the least time for an id.
            let since: Int64
            /// The ids in it.
            let ids: [Int32]
            /// What it was made of; nil for an id.
            let parts: (Int, Int)?
            /// What it became part of.
            fileprivate(set) var whole: Int?
        }

        fileprivate(set) var nodes: [Node] = []

        /// All ids of the person.
        var whole: Int? { nodes.indices.last }

        /// The largest group of ids, `id` among them, that were known to be one person at `time`, or before it.
        func group(of id: Int32, at time: Int64, isBefore: Bool) -> Int? {
            guard var place = nodes.firstIndex(where: { $0.ids == [id] }) else { return nil }
            while let whole = nodes[place].whole, isBefore ? nodes[whole].since < time : nodes[whole].since <= time {
                place = whole
            }
            return place
        }
    }

    private var trees: [Int32: Tree] = [:]

    /// - Parameter merged: a tree of edges a person.
    init(_ merged: [MergedID]) {
        for (person, edges) in Dictionary(grouping: merged, by: \.person) {
            var tree = Tree()
            var places: [Int32: Int] = [:]
            for id in [person] + edges.map(\.alias).sorted() {
                places[id] = tree.nodes.count
                tree.nodes.append(Tree.Node(since: .min, ids: [id], parts: nil))
            }
            for edge in edges.sorted(by: { ($0.since, $0.alias) < ($1.since, $1.alias) }) {
                guard let one = places[edge.alias], let other = places[edge.other], one != other else { continue }
                let ids = tree.nodes[one].ids + tree.nodes[other].ids
                let whole = tree.nodes.count
                tree.nodes.append(Tree.Node(since: edge.since, ids: ids, parts: (one, other)))
                tree.nodes[one].whole = whole
                tree.nodes[other].whole = whole
                for id in ids { places[id] = whole }
            }
            trees[person] = tree
        }
    }

    /// Nil for a person of one id.
    @inline(__always)
    subscript(person: Int32) -> Tree? { trees.isEmpty ? nil : trees[person] }
}
