import Foundation

/// The folders of a module as the floors of a house: who stands on one knows those below it, and nobody above or beside.
///
/// It reads the sources as they lie beside the tests. A folder knows another where one of its files names a type or function
/// that the other declares; what stands behind a dot is somebody else's: a member, or a type within another.
public struct Floors {
    public enum Floor: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, Sendable {
        /// Folders that know nothing of each other.
        case apart([String])
        /// Folders that know each other.
        case circle([String])

        public init(stringLiteral folder: String) { self = .apart([folder]) }

        public init(arrayLiteral folders: String...) { self = .apart(folders) }

        var folders: [String] {
            switch self {
            case .apart(let folders), .circle(let folders): folders
            }
        }
    }

    public struct File: Sendable {
        /// Below the module's folder.
        public var name: String
        /// The first part of the name; empty for a file in no folder.
        public var folder: String
        public var text: String
    }

    public let files: [File]
    private let floors: [Floor]
    /// By folder: how high it stands.
    private let heights: [String: Int]
    /// By name of a type or function: the folders that declare one.
    private let homes: [String: Set<String>]

    /// - Parameters:
    ///   - module: its folder's name in `Sources`.
    ///   - floors: from the ground up; the files in no folder are `""`.
    public init(of module: String, _ floors: [Floor]) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/\(module)")
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        files = try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let parts = name.split(separator: "/")
            return File(
                name: name,
                folder: parts.count > 1 ? String(parts[0]) : "",
                text: try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
            )
        }
        self.floors = floors
        heights = Dictionary(
            floors.enumerated().flatMap { height, floor in floor.folders.map { ($0, height) } },
            uniquingKeysWith: { first, _ in first }
        )
        var homes: [String: Set<String>] = [:]
        for file in files {
            for name in Floors.declared(in: file.text) { homes[name, default: []].insert(file.folder) }
        }
        self.homes = homes
    }

    /// How many names are looked for.
    public var names: Int { homes.count }

    /// What does not stand as it should, a line each: folders without a floor, floors without a folder, and files that name
    /// what is not below them.
    public func complaints() -> [String] {
        let (found, known) = (Set(files.map(\.folder)), floors.flatMap(\.folders))
        var complaints = found.subtracting(known).map { "'\($0)' has no floor" }
        complaints += Set(known).subtracting(found).map { "'\($0)' is no folder" }
        complaints += heights.count == known.count ? [] : ["a folder stands on two floors"]
        for file in files {
            for name in Set(Floors.words(of: file.text)) {
                guard let homes = homes[name], !homes.contains(where: { knows(file.folder, $0) }) else { continue }
                complaints.append("\(file.name) names \(name), which is in \(homes.sorted().joined(separator: ", "))")
            }
        }
        return complaints.sorted()
    }

    private func knows(_ folder: String, _ other: String) -> Bool {
        guard folder != other, let own = heights[folder], let height = heights[other] else { return true }
        if case .circle = floors[own], own == height { return true }
        return height < own
    }

    /// Types and functions that a file declares for others.
    private static func declared(in text: String) -> [String] {
        let kinds: Set = ["struct", "class", "enum", "actor", "protocol", "typealias", "func", "let", "var"]
        let before: Set = ["public", "package", "final", "indirect", "nonisolated"]
        return text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").drop { before.contains(String($0)) || $0.hasPrefix("@") }
            guard line.first != " ", let kind = words.first, kinds.contains(String(kind)) else { return nil }
            let name = words.dropFirst().first?.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            return name.flatMap { $0.isEmpty ? nil : String($0) }
        }
    }

    /// The words of a file's code, but those behind one dot, and those of comments and texts.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            var word: [UInt8] = []
            var (before, beforeThat) = (UInt8(0), UInt8(0))
            var quotes = Quotes()
            for byte in line + [0] {
                if !quotes.isText, isOfWord(byte) {
                    word.append(byte)
                    continue
                }
                let isMember = before == UInt8(ascii: ".") && beforeThat != UInt8(ascii: ".")
                if !word.isEmpty, !isMember { words.append(String(decoding: word, as: UTF8.self)) }
                if byte == UInt8(ascii: "/"), before == byte, word.isEmpty, !quotes.isText { break }
                (beforeThat, before) = (word.isEmpty ? before : 0, byte)
                word = []
                quotes.take(byte)
            }
        }
        return words
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Where on a line a text begins and ends, and the code within it.
    private struct Quotes {
        private(set) var isText = false
        /// The character before has taken the meaning from this one.
        private var isEscaped = false
        /// By piece of code within a text: brackets that are open in it.
        private var brackets: [Int] = []

        mutating func take(_ byte: UInt8) {
            let wasEscaped = isEscaped
            isEscaped = false
            switch byte {
            case UInt8(ascii: "\\"): isEscaped = isText && !wasEscaped
            case UInt8(ascii: "\"") where !wasEscaped: isText.toggle()
            case UInt8(ascii: "(") where isText && wasEscaped:
                brackets.append(0)
                isText = false
            case UInt8(ascii: "(") where !isText && !brackets.isEmpty: brackets[brackets.count - 1] += 1
            case UInt8(ascii: ")") where !isText && brackets.last == 0:
                brackets.removeLast()
                isText = true
            case UInt8(ascii: ")") where !isText && !brackets.isEmpty: brackets[brackets.count - 1] -= 1
            default: break
            }
        }
    }
}
