import ArgumentParser
import Foundation
import JourneyFormats
import JourneyModel
import Reports
import TOML
import Terminal
import Testing
import Wording

@testable import Commands

@Suite("Settings")
struct SettingsTests {
    private func read(_ text: String) -> SettingsFile { SettingsFile(text, path: "c.toml") }

    @Test("every key is read")
    func everyKey() throws {
        let file = read(
            """
            theme = "light"
            color = "never"
            glyphs = "ascii"
            mouse = true
            cursor = true
            plain = false
            start = "morning"
            unit = "case"
            zone = "+02:00"
            dates = "iso"
            numbers = "point"
            [targets]
            completion = 0.5
            cost-per-transaction = 190
            [disclosure]
            threshold = 20
            rounding = "midpoint-6"
            zero = "shown"
            """
        )
        #expect(file.warnings == [])
        let settings = file.settings
        #expect(settings.theme == Settings.Named(name: "light", file: "c.toml", line: 1))
        #expect(settings.start == Settings.Named(name: "morning", file: "c.toml", line: 7))
        #expect(settings.color == .never && settings.glyphs == .ascii)
        #expect(settings.mouse == true && settings.cursor == true && settings.plain == false)
        #expect(settings.unit == .case && settings.dates == .iso && settings.numbers == .point)
        #expect(try settings.zone == Zone.named("+02:00"))
        #expect(settings.goals.completion == 0.5 && settings.goals.costPerTransaction == 190)
        #expect(settings.goals.takeUp == Targets().takeUp)
        #expect(settings.disclosure == DisclosurePolicy(threshold: 20, rounding: .midpointSix, zero: .shown))
    }

    @Test(
        "what is wrong is a warning with its line, and the rest counts",
        arguments: [
            ("colour = 'never'", "unknown key 'colour'; keys are: theme, color,"),
            ("numbers = 'roman'", "numbers must be one of: comma, space,"),
            ("mouse = 3", "mouse must be true or false"), ("theme = 3", "theme must be text in quotes"),
            ("zone = 'Mars'", "Mars"), ("targets = 3", "targets must be a section: [targets]"),
            ("disclosure = []", "disclosure must be a section: [disclosure]"),
            ("[targets]\nleak = 5", "leak must be a share from 0 to 1"),
            ("[targets]\ncost-per-transaction = -1", "cost-per-transaction must be an amount"),
            ("[targets]\nluck = 1", "unknown key 'luck' of targets; keys are: completion,"),
            ("[disclosure]\nthreshold = 1", "threshold must be a number from 2 to 1000"),
            ("[disclosure]\nzero = 'maybe'", "zero must be one of: hidden, shown"),
            ("[disclosure]\nk = 10", "unknown key 'k' of disclosure; keys are: threshold, rounding, zero"),
        ]
    )
    func warning(text: String, words: String) throws {
        let file = read("dates = 'iso'\n" + text + "\n")
        #expect(file.settings.dates == .iso)
        #expect(file.warnings.count == 1)
        let warning = try #require(file.warnings.first)
        #expect(warning.line == 1 + text.split(separator: "\n").count)
        #expect(warning.message.contains(words), "\(warning.message)")
        #expect(warning.description.hasPrefix("c.toml:\(warning.line ?? 0): "))
    }

    @Test("a file that is no TOML says where, and nothing in it counts")
    func broken() {
        let file = read("dates = 'iso'\nnumbers = \n")
        #expect(file.settings == Settings())
        #expect(file.warnings.map(\.line) == [2])
        #expect(file.warnings[0].message.hasSuffix("; nothing in the file counts"))
    }

    @Test("the first file that says a key decides, key by key, also within a section")
    func layers() {
        let mine = read("numbers = 'point'\n[targets]\nleak = 0.1\n").settings
        let ours = read("numbers = 'space'\ndates = 'iso'\n[targets]\nleak = 0.2\ncompletion = 0.6\n").settings
        let both = mine.over(ours)
        #expect(both.numbers == .point && both.dates == .iso)
        #expect(both.targets == [.leak: 0.1, .completion: 0.6])
        #expect(Settings().over(ours) == ours)
    }

    @Test("a file that was named must be there; the usual ones need not, and are asked in their order")
    func files() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path("home/cxm"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: scratch.path("system/cxm"), withIntermediateDirectories: true)
        try scratch.write("numbers = 'point'\n", to: "home/cxm/config.toml")
        try scratch.write("numbers = 'space'\ndates = 'iso'\nx = 1\n", to: "system/cxm/config.toml")
        let environment = ["XDG_CONFIG_HOME": scratch.path("home"), "XDG_CONFIG_DIRS": scratch.path("system")]
        let (settings, warnings) = try SettingsOptions.parse([]).read(environment: environment)
        #expect(settings.numbers == .point && settings.dates == .iso)
        #expect(warnings.map(\.file) == [scratch.path("system/cxm/config.toml")])
        let named = try scratch.write("dates = 'month-day-year'\n", to: "own.toml")
        let own = try SettingsOptions.parse(["--config", named]).read(environment: environment).settings
        #expect(own.dates == .monthDayYear && own.numbers == nil)
        let missing = try SettingsOptions.parse(["--config", scratch.path("none.toml")])
        #expect(throws: Complaint.self) { try missing.read(environment: environment) }
    }

    @Test("every key has its row in docs/SETTINGS.md, in the program's order")
    func documentation() throws {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appendingPathComponent("docs/SETTINGS.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /^\| `([^`]+)` \|/).map { String($0.1) }
        }
        let keys = Settings.Key.allCases.filter { $0 != .targets && $0 != .disclosure }.map(\.rawValue)
        let sections = Settings.TargetKey.allCases.map(\.rawValue) + Settings.DisclosureKey.allCases.map(\.rawValue)
        #expect(rows == keys + sections)
    }
}
