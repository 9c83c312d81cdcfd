import JourneyModel

/// Which code stands for a person (D26): that of the lowest id that is one with theirs.
struct AliasTable: Equatable {
    private var target: [Int32: Int32] = [:]

    init(_ aliases: [MergedID]) {
        for merged in aliases where merged.alias != merged.person { target[merged.alias] = merged.person }
    }

    /// One more than the highest id that another one stands for.
    var limit: Int { Int(target.keys.max() ?? -1) + 1 }
    var isEmpty: Bool { target.isEmpty }
    var pairs: [(alias: Int32, person: Int32)] { target.map { ($0.key, self[$0.key]) } }

    subscript(code: Int32) -> Int32 {
        guard !target.isEmpty else { return code }
        var code = code
        while let next = target[code] { code = next }
        return code
    }

    /// Whether both say the same of every id, whatever stands between it and the one that stands for it.
    static func == (left: AliasTable, right: AliasTable) -> Bool {
        left.target.count == right.target.count && left.target.keys.allSatisfy { left[$0] == right[$0] }
    }
}
