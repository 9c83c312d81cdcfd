import ArgumentParser
import Foundation
import Terminal

/// How the dashboard looks and what it lets people do; the same wherever one is opened.
struct PresentationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Theme; see cxm themes.", valueName: "name")) var theme: String?
    @Option(help: ArgumentHelp("Look for themes here first.", valueName: "folder")) var themesDir: String?
    @Option(help: "Colours: as many as there are, or none. NO_COLOR is obeyed by auto.")
    var color = TerminalOptions.ColourChoice.auto
    @Option(help: "Characters: what locale and terminal can show, or one of the two.")
    var glyphs = TerminalOptions.GlyphChoice.auto
    @Flag(help: "Take the mouse's wheel.") var mouse = false
    @Flag(help: "Workshop mode: nothing can be changed, exported or looked up by person. CXM_KIOSK does the same.")
    var kiosk = false

    /// What a dashboard on `store` is opened with.
    func dashboard(store: String) -> DashboardOptions {
        var options = DashboardOptions(store: store)
        options.theme = theme
        options.themesFolder = themesDir
        options.terminal = TerminalOptions(colour: color, glyphs: glyphs, mouse: mouse)
        options.isKiosk = kiosk || ProcessInfo.processInfo.environment["CXM_KIOSK"] != nil
        return options
    }
}
