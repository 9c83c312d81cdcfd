/// The values of a dimension of which some are declared to be the same: each code keeps its place, and those of other names are
/// in use no more.
struct FoldedNames {
    let values: [String]
    /// By code + 1.
    let counts: [Int]
    /// By code: the one that counts in its stead.
    let codes: [Int32]

    /// Nil where no two values are the same, and none has another name.
    init?(_ dimension: IndexManifest.Dimension, same: [String: String]) {
        guard dimension.values.contains(where: { same[$0] != nil }) else { return nil }
        var places: [String: Int] = [:]
        for (code, value) in dimension.values.enumerated() where !value.isEmpty && same[value] == nil {
            places[value] = code
        }
        var values = dimension.values
        var counts = dimension.counts
        var codes = dimension.values.indices.map { Int32($0) }
        for (code, value) in dimension.values.enumerated() {
            guard let name = same[value] else { continue }
            // The name that counts need not be in the data: the first of the others takes it on.
            let place = places[name] ?? code
            places[name] = place
            values[code] = ""
            values[place] = name
            guard place != code else { continue }
            codes[code] = Int32(place)
            if counts.indices.contains(code + 1), counts.indices.contains(place + 1) {
                counts[place + 1] += counts[code + 1]
                counts[code + 1] = 0
            }
        }
        (self.values, self.counts, self.codes) = (values, counts, codes)
    }
}
