import Canvas
import Foundation
import JourneyFormats
import JourneyModel
import TOML
import Terminal

/// One file of settings. What is wrong in it is a warning and is passed over.
struct SettingsFile {
    private(set) var settings = Settings()
    private(set) var warnings: [TextProblem] = []
    private let path: String

    /// Nil where there is no such file.
    init?(path: String) {
        self.path = path
        do {
            guard let document = try TOMLDocument(path: path) else { return nil }
            read(document.table)
        } catch {
            warnings = [Self.unreadable(error)]
        }
    }

    /// What `text` says, as a file of the name `path` would.
    init(_ text: String, path: String) {
        self.path = path
        do { read(try TOMLDocument(text, name: path).table) } catch { warnings = [Self.unreadable(error)] }
    }

    private static func unreadable(_ problem: TextProblem) -> TextProblem {
        TextProblem(problem.file, line: problem.line, "\(problem.message); nothing in the file counts")
    }

    private mutating func warn(_ line: Int, _ message: String) {
        warnings.append(TextProblem(path, line: line, message))
    }

    private mutating func read(_ table: TOMLTable) {
        each(Settings.Key.self, in: table) { file, key, value, line in
            let name = key.rawValue
            switch key {
            case .theme: file.settings.theme = file.named(key, value, line)
            case .color: file.settings.color = file.word(name, value, line)
            case .glyphs: file.settings.glyphs = file.word(name, value, line)
            case .mouse: file.settings.mouse = file.flag(name, value, line)
            case .cursor: file.settings.cursor = file.flag(name, value, line)
            case .plain: file.settings.plain = file.flag(name, value, line)
            case .start: file.settings.start = file.named(key, value, line)
            case .unit: file.settings.unit = file.word(name, value, line)
            case .zone: file.settings.zone = file.zone(key, value, line)
            case .dates: file.settings.dates = file.word(name, value, line)
            case .numbers: file.settings.numbers = file.word(name, value, line)
            case .targets: if let section = file.section(name, value, line) { file.readTargets(section) }
            case .disclosure: if let section = file.section(name, value, line) { file.readDisclosure(section) }
            }
        }
    }

    private mutating func readTargets(_ table: TOMLTable) {
        each(Settings.TargetKey.self, in: table, of: "targets") { file, key, value, line in
            let most = key == .costPerTransaction ? Double.greatestFiniteMagnitude : 1
            if let number = value.number, (0...most).contains(number) {
                file.settings.targets[key] = number
            } else {
                let hint = key == .costPerTransaction ? "an amount, such as 1.90" : "a share from 0 to 1, such as 0.75"
                file.warn(line, "\(key.rawValue) must be \(hint)")
            }
        }
    }

    private mutating func readDisclosure(_ table: TOMLTable) {
        each(Settings.DisclosureKey.self, in: table, of: "disclosure") { file, key, value, line in
            switch key {
            case .threshold: file.settings.threshold = file.threshold(value, line)
            case .rounding: file.settings.rounding = file.word(key.rawValue, value, line)
            case .zero: file.settings.zero = file.word(key.rawValue, value, line)
            }
        }
    }

    /// Hands on what stands under each key, with its line; of a key that is none it warns.
    ///
    /// - Parameter section: nil: the file itself.
    private mutating func each<Key: RawRepresentable & CaseIterable>(
        _ keys: Key.Type,
        in table: TOMLTable,
        of section: String? = nil,
        take: (inout SettingsFile, Key, TOMLValue, Int) -> Void
    ) where Key.RawValue == String {
        for entry in table.entries {
            if let key = Key(rawValue: entry.key) {
                take(&self, key, entry.value, entry.line)
            } else {
                let place = section.map { " of \($0)" } ?? ""
                warn(entry.line, "unknown key '\(entry.key)'\(place); keys are: \(Self.list(keys))")
            }
        }
    }

    private mutating func section(_ name: String, _ value: TOMLValue, _ line: Int) -> TOMLTable? {
        if value.table == nil { warn(line, "\(name) must be a section: [\(name)]") }
        return value.table
    }

    private mutating func threshold(_ value: TOMLValue, _ line: Int) -> Int? {
        let range = DisclosurePolicy.thresholds
        if let number = value.integer, range.contains(number) { return number }
        warn(line, "threshold must be a number from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    private mutating func flag(_ name: String, _ value: TOMLValue, _ line: Int) -> Bool? {
        if value.bool == nil { warn(line, "\(name) must be true or false") }
        return value.bool
    }

    private mutating func text(_ key: Settings.Key, _ value: TOMLValue, _ line: Int) -> String? {
        if value.string == nil { warn(line, "\(key.rawValue) must be text in quotes") }
        return value.string
    }

    private mutating func named(
        _ key: Settings.Key,
        _ value: TOMLValue,
        _ line: Int
    ) -> Settings.Named? {
        text(key, value, line).map { Settings.Named(name: $0, file: path, line: line) }
    }

    private mutating func word<Word: RawRepresentable & CaseIterable>(
        _ name: String,
        _ value: TOMLValue,
        _ line: Int
    ) -> Word? where Word.RawValue == String {
        let word = value.string.flatMap(Word.init(rawValue:))
        if word == nil { warn(line, "\(name) must be one of: \(Self.list(Word.self))") }
        return word
    }

    private mutating func zone(_ key: Settings.Key, _ value: TOMLValue, _ line: Int) -> Zone? {
        guard let name = text(key, value, line) else { return nil }
        do {
            return try Zone.named(name)
        } catch {
            let complaint = Complaint(about: error)
            warn(line, "\(complaint.message): \(complaint.hint)")
            return nil
        }
    }

    private static func list<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> String
    where Word.RawValue == String {
        Word.allCases.map(\.rawValue).joined(separator: ", ")
    }
}
