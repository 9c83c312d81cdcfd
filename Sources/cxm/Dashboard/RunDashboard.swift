import Canvas
import Dashboard
import Foundation
import JourneyArchive
import JourneyModel
import Terminal

/// Opens the dashboard and runs it until the user leaves or a signal ends it; the terminal is as it was afterwards.
///
/// - Returns: the exit status: 0, or 128 + the signal's number.
/// - Throws: `ThemeError` or `TerminalError` before anything is drawn.
func runDashboard(_ options: DashboardOptions, archive: Archive) async throws -> Int32 {
    let environment = ProcessInfo.processInfo.environment
    let folders = UserFolders(environment: environment)
    let themes = ThemeOptions.library(folder: options.themesFolder, environment: environment)
    let chosenTheme = try options.theme.map { try themes.theme(named: $0) }

    let screen = try TerminalScreen(environment: environment, options: options.terminal)
    defer { screen.close() }
    let theme = try chosenTheme ?? themes.theme(named: screen.capabilities.ground == .light ? "light" : "dark")

    var state = DashboardState(options, themeName: theme.name, themes: themes.names, size: screen.size)
    // A workshop's guest leaves nothing behind.
    var lastFrame: LastFrame?
    if !options.isKiosk, let stamp = try? archive.stamp(), stamp.store != 0 {
        lastFrame = LastFrame(
            folder: folders.cache + "/cxm",
            stamp: stamp,
            state: state,
            size: screen.size,
            glyphs: screen.glyphs
        )
        if let last = lastFrame?.load() { state.open(last.screen) }
    }
    let mailbox = Mailbox(waker: screen.waker)
    let desk = AnswerDesk(archive: archive, mailbox: mailbox)
    defer { desk.stop() }
    let loop = DashboardLoop(
        screen: screen,
        desk: desk,
        mailbox: mailbox,
        views: ViewFile(path: folders.configuration + "/cxm/views.toml"),
        themes: themes,
        theme: theme,
        state: state,
        lastFrame: lastFrame
    )
    desk.watch()
    return loop.run()
}

extension DashboardState {
    /// The state that a dashboard begins with.
    init(_ options: DashboardOptions, themeName: String, themes: [String], size: Size) {
        let file = URL(fileURLWithPath: options.store)
        self.init(
            store: StoreFacts(
                name: file.deletingPathExtension().lastPathComponent,
                path: options.store,
                isKiosk: options.isKiosk
            ),
            scope: ViewScope(
                range: options.scope.range,
                before: options.before,
                filters: options.scope.filters,
                unit: options.scope.unit,
                asOf: options.scope.asOf,
                zone: options.scope.zone
            ),
            themeName: themeName,
            themes: themes,
            size: size
        )
    }
}
