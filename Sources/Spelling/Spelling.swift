/// How far what somebody typed is from what there is.
public enum Spelling {
    /// The least number of letters to insert, remove, change or swap with their neighbour (optimal string alignment).
    public static func distance<Letter: Equatable>(_ left: [Letter], _ right: [Letter]) -> Int {
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

    /// Up to `count` of `names`, nearest first, none of them further than a third of the length of `name` away; capitals and
    /// small letters are one.
    public static func nearest(to name: String, among names: some Sequence<String>, count: Int = 1) -> [String] {
        let wanted = Array(name.lowercased().utf8)
        let near = names.compactMap { candidate -> (name: String, distance: Int)? in
            let distance = distance(wanted, Array(candidate.lowercased().utf8))
            return distance * 3 <= max(wanted.count, 3) ? (candidate, distance) : nil
        }
        return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(count).map(\.name)
    }

    /// `Did you mean NAME? `, to stand before a hint; empty where nothing is near.
    public static func question(_ name: String, among names: some Sequence<String>) -> String {
        nearest(to: name, among: names).first.map { "Did you mean \($0)? " } ?? ""
    }
}
