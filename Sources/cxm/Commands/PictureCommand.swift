import ArgumentParser
import Canvas
import Dashboard
import Foundation
import JourneyModel
import JourneyStore

/// `cxm picture`: a screen as an SVG file, or as text, for documents and slides.
struct PictureCommand: AsyncParsableCommand {
    enum Kind: String, CaseIterable, ExpressibleByArgument { case svg, text }

    static let configuration = CommandConfiguration(
        commandName: "picture",
        abstract: "A screen of the dashboard as a picture.",
        discussion: "Example: cxm picture 2 t --store town.cxm --size 120x36 > funnel.svg"
    )

    @Argument(help: ArgumentHelp("The keys to press first: 2, enter, down, ctrl-z …", valueName: "key"))
    var keys: [String] = []
    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @Option(help: ArgumentHelp("A period to compare with: 2025-Q3, 2025-07, 2024, or FROM..TO.", valueName: "period"))
    var before: String?
    @OptionGroup var config: SettingsOptions
    @Option(help: "The screen's width and height.") var size = "120x36"
    @Option(help: ArgumentHelp("Theme; see cxm themes.", valueName: "name")) var theme = "dark"
    @Option(help: ArgumentHelp("Look for themes here first.", valueName: "folder")) var themesDir: String?
    @Option(help: "Characters to draw with.") var glyphs = GlyphChoice.unicode
    @Option(help: "What to write to standard output.") var format = Kind.svg

    func run() async throws {
        let size = try parsedSize()
        let presses = try keys.map { name in
            guard let key = Key(name: name) else {
                throw Complaint("'\(name)' is no key", hint: "name keys like: 2, enter, esc, down, tab, ctrl-z")
            }
            return key
        }
        let themes = ThemeOptions.library(folder: themesDir, environment: ProcessInfo.processInfo.environment)
        let painted = try themes.theme(named: theme)
        var options = DashboardOptions(store: try store.path())
        options.scope = try scope.scope()
        options.before = try before.map { try TimeRange(parsingPeriod: $0, in: options.scope.zone) }
        options.protection = try scope.publicity.protection(config)
        let opened = try OpenedStore(path: options.store, options.protection)
        var rehearsal = await Rehearsal(
            DashboardState(options, themeName: theme, themes: themes.names, size: size),
            analyst: try opened.analyst().analyst,
            summary: { try opened.summary() }
        )
        for key in presses { await rehearsal.press(key) }
        let state = rehearsal.state
        let grid = WordingStyle.$current.withValue(options.protection.wording(WordingStyle())) {
            state.view(size: size, glyphs: GlyphChoice.set(glyphs, environment: [:])).grid
        }
        switch format {
        case .svg: StandardStreams.out(GridPicture(grid, theme: painted).svg)
        case .text: StandardStreams.out(grid.text.joined(separator: "\n") + "\n")
        }
    }

    private func parsedSize() throws -> Size {
        let numbers = size.lowercased().split(separator: "x").map { Int($0) ?? 0 }
        guard numbers.count == 2, numbers.allSatisfy({ (1...1000).contains($0) }) else {
            throw Complaint("'\(size)' is no size", hint: "write it as WIDTHxHEIGHT, for example 120x36")
        }
        return Size(width: numbers[0], height: numbers[1])
    }
}
