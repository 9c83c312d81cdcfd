/// Finds the names most like a mistyped one.
enum Nearest {
    /// Up to `count` of `names`, nearest first, none of them further than a third of its length away.
    static func names(to name: String, among names: some Sequence<String>, count: Int = 1) -> [String] {
        let wanted = Array(name.lowercased().utf8)
        let near = names.compactMap { candidate -> (name: String, distance: Int)? in
            let distance = distance(wanted, Array(candidate.lowercased().utf8))
            return distance * 3 <= max(wanted.count, 3) ? (candidate, distance) : nil
        }
        return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(count).map(\.name)
    }

    /// The least number of letters to insert, remove, change or swap (optimal string alignment).
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let change = last[column] + (left[row] == right[column] ? 0 : 1)
                var least = min(change, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                current.append(least)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
