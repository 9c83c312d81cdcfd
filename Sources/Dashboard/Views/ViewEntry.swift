import JourneyModel

/// A named view as a file holds it: a value for each key, written as on the command line.
public struct ViewEntry: Hashable, Sendable {
    public enum Value: Hashable, Sendable {
        case text(String)
        case texts([String])
        case number(Int)
        case flag(Bool)
        /// What no key takes.
        case other
    }

    /// The keys that every view can have are here; a screen declares those of its own beside what it remembers.
    public struct Key: Hashable, Sendable {
        /// As a file has it.
        public let rawValue: String

        init(_ rawValue: String) {
            self.rawValue = rawValue
        }

        static let name = Key("name")
        static let screen = Key("screen")
        static let period = Key("period")
        static let before = Key("before")
        static let filters = Key("where")
        static let unit = Key("unit")
        static let sort = Key("sort")
        static let open = Key("open")

        /// In the order in which a view is written.
        static let common: [Key] = [.name, .screen, .period, .before, .filters, .unit, .sort, .open]
    }

    /// Why an entry is no view.
    public struct Problem: Error, Hashable, Sendable {
        /// The key that it is about; nil: the whole.
        public var key: String?
        public var message: String

        init(_ key: Key?, _ message: String) {
            self.key = key?.rawValue
            self.message = message
        }

        init(_ key: Key, _ error: ParsingError) {
            self.init(key, "\(error.message): \(error.hint)")
        }
    }

    public var values: [Key: Value]

    public init(_ values: [Key: Value] = [:]) {
        self.values = values
    }

    mutating func set(_ key: Key, _ text: String?) {
        if let text { values[key] = .text(text) }
    }

    mutating func set(_ key: Key, _ texts: [String]) {
        if !texts.isEmpty { values[key] = .texts(texts) }
    }

    func text(_ key: Key) throws(Problem) -> String? {
        switch values[key] {
        case nil: return nil
        case .text(let text): return text
        default: throw Problem(key, "'\(key.rawValue)' must be text in quotes")
        }
    }

    func texts(_ key: Key) throws(Problem) -> [String] {
        switch values[key] {
        case nil: return []
        case .texts(let texts): return texts
        default: throw Problem(key, "'\(key.rawValue)' must be a list of texts: [\"…\", \"…\"]")
        }
    }

    func number(_ key: Key) throws(Problem) -> Int? {
        switch values[key] {
        case nil: return nil
        case .number(let number): return number
        default: throw Problem(key, "'\(key.rawValue)' must be a whole number")
        }
    }

    func flag(_ key: Key) throws(Problem) -> Bool {
        switch values[key] {
        case nil: return false
        case .flag(let flag): return flag
        default: throw Problem(key, "'\(key.rawValue)' must be true or false")
        }
    }

    /// One of a fixed set of words; nil where the key is not there.
    func word<Word: RawRepresentable & CaseIterable>(_ key: Key, _ type: Word.Type) throws(Problem) -> Word?
    where Word.RawValue == String {
        guard let text = try text(key) else { return nil }
        guard let word = Word(rawValue: text) else {
            let choices = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(key, "'\(text)' is not known here; choose one of: \(choices)")
        }
        return word
    }

    /// What `parse` makes of a text that is there.
    func parsed<Parsed>(
        _ key: Key,
        _ parse: (String) throws(ParsingError) -> Parsed
    ) throws(Problem) -> Parsed? {
        guard let text = try text(key) else { return nil }
        do { return try parse(text) } catch { throw Problem(key, error) }
    }

    /// The same for each of a list.
    func parsedEach<Parsed>(
        _ key: Key,
        _ parse: (String) throws(ParsingError) -> Parsed
    ) throws(Problem) -> [Parsed] {
        var parsed: [Parsed] = []
        for text in try texts(key) {
            do { parsed.append(try parse(text)) } catch { throw Problem(key, error) }
        }
        return parsed
    }
}
