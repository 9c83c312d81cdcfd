/// A format that can be read.
public enum FileFormat: String, CaseIterable, Hashable, Sendable {
    case csv, tsv, xes

    /// For messages: the formats, as `--format` and file names have them.
    public static let list = "csv, tsv and xes, each also gzipped (.gz)"

    /// The format of a file by its name's ending, else by its first bytes.
    ///
    /// - Throws: `ImportError` where neither tells.
    static func detect(name: String, beginning: [UInt8]) throws -> FileFormat {
        var parts = name.lowercased().split(separator: ".").map(String.init)
        if parts.last == "gz" { parts.removeLast() }
        switch parts.count > 1 ? parts.last : nil {
        case "csv": return .csv
        case "tsv", "tab": return .tsv
        case "xes": return .xes
        default: break
        }
        let text = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? beginning.dropFirst(3) : beginning[...]
        let first = text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if first == UInt8(ascii: "<") { return .xes }
        let isText = !text.prefix(4096).contains(0)
        let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        let line = text.prefix { $0 != CSVDialect.lineFeed && $0 != CSVDialect.carriageReturn }
        if isText, !isJSON, line.contains(where: DelimiterDetection.candidates.contains) { return .csv }
        throw ImportError(
            "\(name): cannot tell the format from the name or the first bytes",
            hint: "Formats that are read: \(list). Say which with --format"
        )
    }
}
