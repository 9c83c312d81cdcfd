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
        for entry in table.entries {
            let name = entry.key
            let line = entry.line
            guard let key = Settings.Key(rawValue: name) else {
                warn(line, "unknown key '\(name)'; keys are: \(Self.list(Settings.Key.self))")
                continue
            }
            switch key {
            case .theme: settings.theme = named(key, entry.value, line)
            case .color: settings.color = word(name, entry.value, line)
            case .glyphs: settings.glyphs = word(name, entry.value, line)
            case .mouse: settings.mouse = flag(name, entry.value, line)
            case .cursor: settings.cursor = flag(name, entry.value, line)
            case .plain: settings.plain = flag(name, entry.value, line)
            case .start: settings.start = named(key, entry.value, line)
            case .unit: settings.unit = word(name, entry.value, line)
            case .zone: settings.zone = zone(key, entry.value, line)
            case .dates: settings.dates = word(name, entry.value, line)
            case .numbers: settings.numbers = word(name, entry.value, line)
            case .targets:
                guard let section = entry.value.table else {
                    warn(line, "targets must be a section: [targets]")
                    continue
                }
                readTargets(section)
            case .disclosure:
                guard let section = entry.value.table else {
                    warn(line, "disclosure must be a section: [disclosure]")
                    continue
                }
                readDisclosure(section)
            }
        }
    }

    private mutating func readTargets(_ table: TOMLTable) {
        for entry in table.entries {
            let name = entry.key
            let line = entry.line
            guard let key = Settings.TargetKey(rawValue: name) else {
                warn(line, "unknown key '\(name)' of targets; keys are: \(Self.list(Settings.TargetKey.self))")
                continue
            }
            let most = key == .costPerTransaction ? Double.greatestFiniteMagnitude : 1
            guard let value = entry.value.number, (0...most).contains(value) else {
                let hint = key == .costPerTransaction ? "an amount, such as 1.90" : "a share from 0 to 1, such as 0.75"
                warn(line, "\(name) must be \(hint)")
                continue
            }
            settings.targets[key] = value
        }
    }

    private mutating func readDisclosure(_ table: TOMLTable) {
        for entry in table.entries {
            let name = entry.key
            let line = entry.line
            guard let key = Settings.DisclosureKey(rawValue: name) else {
                warn(line, "unknown key '\(name)' of disclosure; keys are: \(Self.list(Settings.DisclosureKey.self))")
                continue
            }
            switch key {
            case .threshold: settings.threshold = threshold(entry.value, line)
            case .rounding: settings.rounding = word(name, entry.value, line)
            case .zero: settings.zero = word(name, entry.value, line)
            }
        }
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
