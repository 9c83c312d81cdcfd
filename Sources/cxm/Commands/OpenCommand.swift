import ArgumentParser
import Canvas
import Foundation
import JourneyModel
import Terminal

/// `cxm STORE`: the dashboard. The default command, so its name is seldom written.
struct OpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "The dashboard; what cxm STORE does.",
        discussion: "Example: cxm town.cxm --theme projector --kiosk"
    )

    @Argument(help: ArgumentHelp("The store; --store and CXM_STORE stand in for it.", valueName: "store")) var path:
        String?
    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @Option(help: ArgumentHelp("Theme; see cxm themes.", valueName: "name")) var theme: String?
    @Option(help: ArgumentHelp("Look for themes here first.", valueName: "folder")) var themesDir: String?
    @Option(help: "Colours: as many as there are, or none. NO_COLOR is obeyed by auto.") var color = TerminalOptions
        .ColourChoice.auto
    @Option(help: "Characters: what locale and terminal can show, or one of the two.") var glyphs = TerminalOptions
        .GlyphChoice.auto
    @Flag(help: "Take clicks and the wheel.") var mouse = false
    @Flag(help: "Workshop mode: nothing can be changed, exported or looked up by person. CXM_KIOSK does the same.")
    var kiosk = false
    @Flag(help: "Show each key that is pressed, for an audience.") var keys = false

    func run() async throws {
        if path != nil, store.store != nil {
            throw Complaint("two stores were named", hint: "leave one of them away")
        }
        var options = DashboardOptions(store: try path ?? store.path())
        options.scope = try scope.scope()
        options.theme = theme
        options.themesFolder = themesDir
        options.terminal = TerminalOptions(colour: color, glyphs: glyphs, mouse: mouse)
        options.isKiosk = kiosk || ProcessInfo.processInfo.environment["CXM_KIOSK"] != nil
        options.showsKeys = keys
        try await Self.open(options)
    }

    /// Opens the dashboard, or says what to use instead.
    ///
    /// - Throws: `Complaint` where standard output is no terminal; `ExitCode` where the dashboard was ended by a signal.
    static func open(_ options: DashboardOptions) async throws {
        // A word that was mistyped is taken for a store.
        _ = try OpenedStore(path: options.store)
        guard StandardStreams.outIsTerminal else {
            throw Complaint(
                "the dashboard needs a terminal, and standard output is none",
                hint:
                    "use: cxm show overview --store \(ShellWord.quoted(options.store)) (or funnel, paths, channels, …)"
            )
        }
        let status = try await runDashboard(options)
        if status != 0 { throw ExitCode(status) }
    }
}
