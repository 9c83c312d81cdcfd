internal import Spelling

extension Role {
    /// The role whose name takes the fewest letters to change into `name`: what a misspelling most likely means.
    static func nearest(to name: String) -> Role {
        let wanted = Array(name.lowercased().prefix(40))
        let ranked = allCases.map { (role: $0, changes: Spelling.distance(wanted, Array($0.rawValue))) }
        return ranked.min { $0.changes < $1.changes }?.role ?? .text
    }
}
