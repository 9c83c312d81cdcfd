import Spelling

/// At most three of `names` that are near `name` as typing goes, nearest first: an edit distance of at most a third of
/// its length (but 2 at least), capitals and small letters being one, or a name that contains it.
func nearestNames(to name: String, in names: [String]) -> [String] {
    let wanted = Array(name.lowercased())
    let limit = max(2, wanted.count / 3)
    var near: [(distance: Int, name: String)] = []
    for candidate in names {
        let letters = Array(candidate.lowercased())
        let distance = Spelling.distance(wanted, letters)
        if distance <= limit {
            near.append((distance, candidate))
        } else if wanted.count > 2, candidate.lowercased().contains(name.lowercased()) {
            near.append((limit + 1, candidate))
        }
    }
    near.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return near.prefix(3).map(\.name)
}
