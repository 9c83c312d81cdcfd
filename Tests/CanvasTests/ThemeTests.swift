import Foundation
import TOML
import Testing

@testable import Canvas

@Suite struct ThemeTests {
    private static let folder = String(#filePath.dropLast("Tests/CanvasTests/ThemeTests.swift".count)) + "themes"
    private static let shipped = ThemeLibrary(folders: [folder]).names

    @Test func enoughAreShipped() {
        #expect(
            Set(Self.shipped).isSuperset(of: ["dark", "light", "high-contrast", "colour-blind", "monochrome"])
        )
        #expect(Self.shipped.count >= 8)
    }

    @Test(arguments: shipped)
    func isWithoutProblems(name: String) throws {
        #expect(try ThemeLibrary(folders: [Self.folder]).problems(named: name) == [])
    }

    @Test(arguments: shipped)
    func setsEveryRoleAndSaysWhatItIs(name: String) throws {
        let theme = try ThemeLibrary(folders: [Self.folder]).theme(named: name)
        #expect(Role.allCases.allSatisfy { theme.paints[$0] != nil })
        #expect(!theme.summary.isEmpty)
    }

    /// Better and worse are never told apart as green and red.
    @Test(arguments: shipped)
    func hasNoRedAndGreenPair(name: String) throws {
        let theme = try ThemeLibrary(folders: [Self.folder]).theme(named: name)
        for (one, other) in [(Role.good, Role.bad), (.good, .warning), (.accent, .accent2), (.bar, .bad)] {
            let colours = [theme[one].foreground, theme[other].foreground]
            #expect(!(colours.contains { isGreen($0) } && colours.contains { isRed($0) }))
        }
    }

    private func isGreen(_ colour: Colour) -> Bool {
        guard case .rgb(let rgb) = colour else { return false }
        return Int(rgb.green) > Int(rgb.red) + 40 && Int(rgb.green) > Int(rgb.blue) + 40
    }

    private func isRed(_ colour: Colour) -> Bool {
        guard case .rgb(let rgb) = colour else { return false }
        return Int(rgb.red) > Int(rgb.green) + 40 && Int(rgb.red) > Int(rgb.blue) + 40
    }

    @Test func highContrastMeansSevenToOne() throws {
        let theme = try ThemeLibrary(folders: [Self.folder]).theme(named: "high-contrast")
        for role in Role.allCases where role.contrastNeed == .text {
            #expect(theme.contrast(Style(role)) >= 7, "\(role)")
        }
    }

    @Test(arguments: ["dark", "light"])
    func theBuiltInOnesAreThoseInTheFolder(name: String) throws {
        let text = try String(contentsOfFile: "\(Self.folder)/\(name).toml", encoding: .utf8)
        #expect(BuiltInThemes.texts[name] == text)
        #expect(
            try ThemeLibrary(folders: []).theme(named: name) == ThemeLibrary(folders: [Self.folder]).theme(named: name)
        )
    }

    @Test func rolesHaveTheirOwnLetterAndASummary() {
        #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
        #expect(!Role.allCases.contains { $0.letter == "." })
        #expect(Role.allCases.allSatisfy { !$0.summary.isEmpty })
    }

    static let broken: [(text: String, line: Int, message: String)] = [
        ("base = \"dark\"\n[roles]\n\nhedding = \"default\"", 4, "unknown role “hedding”"),
        ("base = \"dark\"\n[roles]\ntext = \"#12345\"", 3, "“#12345” is no colour"),
        ("base = \"dark\"\n[roles]\ntext = \"default on\"", 3, "a colour is missing after “on”"),
        ("base = \"dark\"\n[roles]\ntext = \"default shiny\"", 3, "“shiny” is no attribute"),
        ("base = \"dark\"\n[roles]\ntext = 3", 3, "“text” must be text"),
        ("base = \"dark\"\n[palette]\nsky = \"blue\"", 3, "“sky” is no colour"),
        ("base = \"dark\"\n[palette]\nbold = \"#ffffff\"", 3, "“bold” cannot name a colour"),
        ("\nbase = \"grey\"", 2, "base must be \"dark\" or \"light\""),
        ("base = \"dark\"\ncolor = 1", 2, "unknown key “color”"),
        ("base = \"dark\"\n[colours]\na = 1", 2, "unknown key “colours”"),
        ("base = \"dark\"\nroles = 1", 2, "“roles” must be a section"),
        ("base = \"dark\"\n[roles]\n\"a\\u001b[2J\" = \"x\"", 3, "unknown role “a\u{FFFD}[2J”"),
        ("base = \"dark\"\ncontrast = 2", 2, "contrast must be a number from 4.5 to 21"),
        ("base = \"dark\"\nbackground = \"black\"", 2, "background is no colour"),
        ("base = \"dark\"\nname = \"other\"", 2, "the name “other” is not that of the file"),
        (
            "base = \"dark\"\nbackground = \"#000000\"\n[roles]\ngood = \"#333333\"", 4,
            "“good” has a contrast of 1.6, below 4.5"
        ),
        ("base = \"dark\"\n[roles]\nbar = \"#333333\"", 3, "“bar” has a contrast of 1.6, below 3.0"),
    ]

    @Test(arguments: broken)
    func problemsNameTheirLine(text: String, line: Int, message: String) {
        let problems = ThemeCheck.problems(inText: text, name: "mine", file: "mine.toml")
        #expect(problems.map(\.description) == ["mine.toml:\(line): \(message)"])
        #expect(problems.allSatisfy { !$0.hint.isEmpty })
    }

    @Test(arguments: [
        ("hedding", Role.heading), ("bar_pending", .barPending), ("Muted", .muted), ("serie3", .series3), ("", .tab),
    ])
    func aMisspellingIsUnderstood(name: String, role: Role) {
        #expect(Role.nearest(to: name) == role)
    }

    @Test func theGuideListsEveryRole() throws {
        let guide = try String(contentsOfFile: Self.folder.dropLast("themes".count) + "docs/THEMES.md", encoding: .utf8)
        for role in Role.allCases {
            #expect(guide.contains("| `\(role.rawValue)` | \(role.summary) |"), "\(role.rawValue)")
        }
    }

    @Test func whatIsNotTOMLIsSaid() {
        let problems = ThemeCheck.problems(inText: "base = \"dark\"\nroles = [", name: "mine", file: "mine.toml")
        #expect(problems.count == 1)
        #expect((problems.first?.line ?? 0) >= 2)
    }

    @Test func anUnknownThemeNamesTheOthers() {
        #expect(throws: ThemeError.notFound(name: "nope", available: ["dark", "light"])) {
            try ThemeLibrary(folders: ["/nowhere"]).theme(named: "nope")
        }
        #expect(throws: ThemeError.self) { try ThemeLibrary(folders: [Self.folder]).theme(named: "../themes/dark") }
    }

    @Test func foldersAreLookedThroughInOrder() {
        let folders = ThemeLibrary.folders(
            chosen: "/a",
            dataHome: "/home/x/.local/share",
            executable: "/opt/cxm/bin/cxm",
            dataDirectories: ["/usr/share"]
        )
        #expect(
            folders == [
                "/a", "/home/x/.local/share/cxm/themes", "/opt/cxm/bin/../share/cxm/themes", "/usr/share/cxm/themes",
            ]
        )
    }
}
