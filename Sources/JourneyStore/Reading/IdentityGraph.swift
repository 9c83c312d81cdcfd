/// Which ids are one person (D26): the components of the alias edges. The oldest id stands for all of them, which is the
/// lowest number, as ids are numbered when they are first met.
struct IdentityGraph {
    private var parents: [Int32: Int32] = [:]

    mutating func join(_ left: Int32, _ right: Int32) {
        let left = root(left)
        let right = root(right)
        if left != right { parents[max(left, right)] = min(left, right) }
    }

    mutating func canonical(_ id: Int32) -> Int32 {
        parents.isEmpty ? id : root(id)
    }

    /// Ids that stand for nothing any more, as another one stands for them.
    var merged: some Collection<Int32> { parents.keys }

    /// Every id that is one with another.
    var members: Set<Int32> { Set(parents.keys).union(parents.values) }

    private mutating func root(_ id: Int32) -> Int32 {
        var top = id
        while let parent = parents[top] { top = parent }
        var step = id
        while let parent = parents[step], parent != top {
            parents[step] = top
            step = parent
        }
        return top
    }

    /// - Throws: `RowFault` where an edge is between ids that the store does not know.
    static func read(_ connection: OpaquePointer) throws -> IdentityGraph {
        var graph = IdentityGraph()
        try IdentityEdge.forEach(connection) { graph.join($0.alias, $0.person) }
        return graph
    }
}
