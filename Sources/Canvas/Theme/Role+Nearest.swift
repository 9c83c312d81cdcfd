extension Role {
    /// The role whose name takes the fewest letters to change into `name`: what a misspelling most likely means.
    static func nearest(to name: String) -> Role {
        let wanted = Array(name.lowercased().prefix(40))
        let ranked = allCases.map { (role: $0, changes: changes(from: wanted, to: Array($0.rawValue))) }
        return ranked.min { $0.changes < $1.changes }?.role ?? .text
    }

    /// The Levenshtein distance.
    private static func changes(from one: [Character], to other: [Character]) -> Int {
        var row = Array(0...other.count)
        for (i, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, wanted) in other.enumerated() {
                let replaced = diagonal + (letter == wanted ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
            }
        }
        return row[other.count]
    }
}
