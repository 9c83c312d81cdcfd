import ArgumentParser
import Foundation
import JourneyModel
import Terminal

/// How the dashboard looks and what it lets people do; the same wherever one is opened. What an option does not say, the
/// settings may.
struct PresentationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Theme; see cxm themes.", valueName: "name")) var theme: String?
    @Option(help: ArgumentHelp("Look for themes here first.", valueName: "folder")) var themesDir: String?
    @Option(help: "Colours: as many as there are, or none. NO_COLOR is obeyed by auto. Default: auto.")
    var color: TerminalOptions.ColourChoice?
    @Option(help: "Characters: what locale and terminal can show, or one of the two. Default: auto.")
    var glyphs: TerminalOptions.GlyphChoice?
    @Flag(inversion: .prefixedNo, help: "Take the mouse: clicks and the wheel.") var mouse: Bool?
    @Flag(help: "Show each key with what it does, for people who watch.") var keys = false
    @Option(help: ArgumentHelp("Write what is shown to an asciicast, a new file.", valueName: "file")) var record:
        String?
    @Flag(inversion: .prefixedNo, help: "Show the terminal's own cursor, which stands on the selected row.")
    var cursor: Bool?
    @Flag(inversion: .prefixedNo, help: "Lines of text in place of a screen, for screen readers and scripts.")
    var plain: Bool?
    @Option(help: ArgumentHelp("Open with this named view.", valueName: "name")) var view: String?
    @Option(
        help: ArgumentHelp("The file of named views. Default: cxm/views.toml in XDG_CONFIG_HOME.", valueName: "file")
    )
    var views: String?
    @OptionGroup var config: SettingsOptions
    @Flag(help: "Workshop mode: as --public, and nothing can be changed or exported. CXM_KIOSK does the same.")
    var kiosk = false

    /// What a dashboard on `store` is opened with.
    ///
    /// - Parameter scope: as the command line gives it.
    /// - Throws: `Complaint` where the file of settings that was named is not there, or a workshop would be recorded.
    func dashboard(store: String, scope: ScopeOptions? = nil, publicity: PublicOption) async throws -> DashboardOptions
    {
        let environment = ProcessInfo.processInfo.environment
        let (settings, warnings) = try config.read(environment: environment)
        var options = DashboardOptions(store: store)
        options.scope = Scope(zone: settings.zone ?? .utc)
        options.usualUnit = settings.unit
        options.theme = theme
        options.usualTheme = settings.theme
        options.themesFolder = themesDir
        options.view = view
        options.start = settings.start
        options.views = views
        options.targets = settings.goals
        options.wording = settings.wording(environment: environment)
        // NO_COLOR goes before the settings, and an option before NO_COLOR.
        let isColourless = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        options.kiosk = Kiosk(asked: kiosk, environment: environment)
        options.terminal = TerminalOptions(
            colour: color ?? (isColourless ? .auto : settings.color ?? .auto),
            glyphs: glyphs ?? settings.glyphs ?? .auto,
            mouse: mouse ?? settings.mouse ?? false,
            cursor: cursor ?? settings.cursor ?? false,
            mayStop: options.kiosk.mayStop
        )
        options.isPlain = plain ?? settings.plain ?? false
        try options.kiosk.check(recording: record)
        options.record = record
        options.echoesKeys = keys
        options.protection = Protection(
            isPublic: publicity.isPublic || options.kiosk.isOn,
            settings
        )
        options.wording = options.protection.wording(options.wording)
        options.warnings = warnings
        if let scope, scope.movesWithData {
            let opened = try await OpenedSource(opening: store, options.protection)
            options.scope = try await scope.scope(zone: settings.zone, of: try await opened.read().analyst)
        } else if let scope {
            options.scope = try scope.scope(zone: settings.zone)
        }
        return options
    }
}
