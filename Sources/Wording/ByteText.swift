/// The sizes of files as people read them.
public enum ByteText {
    /// `12.4 MB`; thousands, as disks are sold.
    public static func text(_ bytes: Int64) -> String {
        let units: [(name: String, size: Double)] = [("GB", 1e9), ("MB", 1e6), ("kB", 1e3)]
        guard let unit = units.first(where: { Double(bytes) >= $0.size }) else {
            return "\(NumberText.count(Int(bytes))) bytes"
        }
        return "\(NumberText.decimal(Double(bytes) / unit.size)) \(unit.name)"
    }
}
