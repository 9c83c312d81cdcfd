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
        state: DashboardState(options, themeName: theme.name, themes: themes.names, size: screen.size)
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
