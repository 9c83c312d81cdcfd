/// At most three of `names` that are near `name` as typing goes, nearest first: an edit distance of at most a third of
/// its length (but 2 at least), capitals and small letters being one, or a name that contains it.
func nearestNames(to name: String, in names: [String]) -> [String] {
    let wanted = Array(name.lowercased())
    let limit = max(2, wanted.count / 3)
    var near: [(distance: Int, name: String)] = []
    for candidate in names {
        let letters = Array(candidate.lowercased())
        let distance = editDistance(wanted, letters)
        if distance <= limit {
            near.append((distance, candidate))
        } else if wanted.count > 2, candidate.lowercased().contains(name.lowercased()) {
            near.append((limit + 1, candidate))
        }
    }
    near.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return near.prefix(3).map(\.name)
}

/// Levenshtein's distance: the fewest letters to insert, delete or replace.
func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            let replaced = previous[column] + (letter == other ? 0 : 1)
            current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
        }
        previous = current
    }
    return previous[right.count]
}
