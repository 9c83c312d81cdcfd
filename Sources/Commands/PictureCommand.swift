import ArgumentParser
import Canvas
import Dashboard
import Foundation
import JourneyModel
import Terminal
import Wording

/// `cxm picture`: a screen as an SVG file, or as text, for documents and slides.
struct PictureCommand: AsyncParsableCommand {
    enum Kind: String, CaseIterable, ExpressibleByArgument { case svg, text }

    static let configuration = CommandConfiguration(
        commandName: "picture",
        abstract: "A screen of the dashboard as a picture.",
        discussion: "Example: cxm picture 2 t --store town.cxm --size 120x36 > funnel.svg"
    )

    @Argument(help: ArgumentHelp("The keys to press first, such as 2, enter, down, ctrl-z.", valueName: "key"))
    var keys: [String] = []
    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @Option(help: ArgumentHelp("A period to compare with: 2025-Q3, 2025-07, 2024, or FROM..TO.", valueName: "period"))
    var before: String?
    @OptionGroup var config: SettingsOptions
    @Option(help: "The screen's width and height, at most 1000x400.") var size = "120x36"
    @Option(help: ArgumentHelp("Theme; see cxm themes. Default: dark.", valueName: "name")) var theme: String?
    @Option(help: ArgumentHelp("Look for themes here first.", valueName: "folder")) var themesDir: String?
    @Option(help: "Characters to draw with. Default: unicode.") var glyphs: GlyphChoice?
    @Option(help: "What to write to standard output.") var format = Kind.svg

    func run() async throws {
        let size = try parsedSize()
        let presses = try keys.map { name in
            guard let key = Key(name: name) else {
                throw Complaint("'\(name)' is no key", hint: "name keys like: 2, enter, esc, down, tab, ctrl-z")
            }
            return key
        }
        let environment = ProcessInfo.processInfo.environment
        let (settings, warnings) = try config.read(environment: environment)
        StandardStreams.warn(warnings)
        let themes = UserThemes.library(folder: themesDir, environment: environment)
        let painted = try themes.theme(named: theme ?? settings.theme?.name ?? "dark")
        var options = DashboardOptions(store: try store.path())
        options.usualUnit = settings.unit
        options.targets = settings.goals
        options.protection = try scope.publicity.protection(config)
        let opened = try await OpenedSource(opening: options.store, options.protection)
        let analyst = try await opened.read().analyst
        let end = try await analyst.endOfData(forPeriods: [scope.from, scope.to, before])
        options.scope = try scope.scope(zone: settings.zone, endOfData: end)
        options.before = try before.map { try TimeRange(parsingPeriod: $0, in: options.scope.zone, endOfData: end) }
        let state = DashboardState(
            options,
            name: opened.name,
            themeName: painted.name,
            themes: themes.names,
            size: size
        )
        let glyphs = glyphs ?? GlyphChoice(settings.glyphs ?? .auto)
        let wording = options.protection.wording(settings.wording(environment: environment))
        let grid = try await WordingStyle.$current.withValue(wording) {
            try await drawn(state, presses, analyst)
                .view(size: size, glyphs: GlyphChoice.set(glyphs, environment: [:])).grid
        }
        switch format {
        case .svg: StandardStreams.out(GridPicture(grid, theme: painted).svg)
        case .text: StandardStreams.out(grid.text.joined(separator: "\n") + "\n")
        }
    }

    /// What the state becomes once the keys have been pressed, and everything has been answered.
    private func drawn(
        _ state: DashboardState,
        _ keys: [Key],
        _ analyst: any JourneyAnalyst
    ) async throws -> DashboardState {
        var rehearsal = await Rehearsal(state, analyst: analyst)
        for key in keys { await rehearsal.press(key) }
        return rehearsal.state
    }

    private func parsedSize() throws -> Size {
        let (width, height) = try SizeText.parse(size)
        guard let height else {
            throw Complaint("'\(size)' has no height", hint: "write it as WIDTHxHEIGHT, for example 120x36")
        }
        return Size(width: width, height: height)
    }
}
