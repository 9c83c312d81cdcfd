/// A format that can be read: what it is called, how a file of it is known, what it needs, and how one is opened.
///
/// A new one is a folder with its reader, a value of this type, and an entry in `all`. Nothing else asks which format a file
/// has: help, messages, recognition, the proposal of a mapping and imports all go by what stands here.
public struct InputFormat: Sendable {
    /// Whether a file that begins so may be of a format.
    enum Likeness: Int, Comparable {
        case none, possible, sure

        static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
    }

    /// The word of `--format`, and what the store keeps with each import.
    public let name: String
    /// Whether only a mapping can tell what its columns mean. Else the format itself does, and a mapping overrules it.
    public let needsMapping: Bool
    /// Whether its first line names the columns, and so belongs above rows that were rejected.
    public let hasHeader: Bool
    /// What the names of its files end with, without the dot and in small letters; `.gz` may follow.
    let endings: [String]
    /// What even a file without any data must have, as a sentence.
    let least: String
    let likeness: @Sendable (_ beginning: ArraySlice<UInt8>) -> Likeness
    let open: @Sendable (ByteSource, Mapping) throws -> any InputReader

    /// - Parameters:
    ///   - likeness: what the first bytes of a file say, unpacked and without a byte order mark. Several formats may be
    ///     possible; the surest is taken, of equals the first in `all`.
    ///   - open: makes a reader, from what can be seen without reading on.
    init(
        _ name: String,
        endings: [String],
        needsMapping: Bool,
        hasHeader: Bool,
        least: String,
        likeness: @escaping @Sendable (_ beginning: ArraySlice<UInt8>) -> Likeness,
        open: @escaping @Sendable (ByteSource, Mapping) throws -> any InputReader
    ) {
        self.name = name
        self.endings = endings
        self.needsMapping = needsMapping
        self.hasHeader = hasHeader
        self.least = least
        self.likeness = likeness
        self.open = open
    }

    /// Every format that can be read, in the order in which they are listed to people.
    public static let all: [InputFormat] = [.csv, .tsv, .xes]

    /// Nil where there is no format of that name.
    public init?(name: String) {
        guard let format = InputFormat.all.first(where: { $0.name == name }) else { return nil }
        self = format
    }
}

extension InputFormat: Hashable {
    public static func == (left: InputFormat, right: InputFormat) -> Bool { left.name == right.name }

    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension InputFormat {
    /// For messages: the formats, as `--format` and file names have them.
    public static var list: String { names(lastJoinedBy: "and") + ", each also gzipped (.gz)" }

    /// `csv, tsv or xes`.
    public static func names(lastJoinedBy word: String) -> String {
        let names = all.map(\.name)
        return names.dropLast().joined(separator: ", ") + " \(word) " + (names.last ?? "")
    }

    /// The format that the ending of a file's name says; nil where it says none.
    static func named(by name: String) -> InputFormat? {
        var parts = name.lowercased().split(separator: ".").map(String.init)
        if parts.last == "gz" { parts.removeLast() }
        guard parts.count > 1, let ending = parts.last else { return nil }
        return all.first { $0.endings.contains(ending) }
    }

    /// The format of a file by its name's ending, else by its first bytes.
    ///
    /// - Throws: `ImportError` where neither tells.
    static func detect(name: String, beginning: [UInt8]) throws -> InputFormat {
        if let named = named(by: name) { return named }
        let text = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? beginning.dropFirst(3) : beginning[...]
        var best: (format: InputFormat, likeness: Likeness)?
        for format in all {
            let likeness = format.likeness(text)
            if likeness > best?.likeness ?? .none { best = (format, likeness) }
        }
        if let best { return best.format }
        throw ImportError(
            "\(name): cannot tell the format from the name or the first bytes",
            hint: "Formats that are read: \(list). Say which with --format"
        )
    }
}
