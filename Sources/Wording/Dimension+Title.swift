public import JourneyModel

extension Dimension {
    /// A dimension's name as headings have it: `person.age_band` is `age band`.
    public static func title(_ name: String) -> String {
        let bare = ["person.", "case."].first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) } ?? name
        return bare.isEmpty ? name : String(bare.map { $0 == "_" ? " " : $0 })
    }
}
