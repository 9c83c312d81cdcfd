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
    let opening = try Opening(options, environment: environment)
    StandardStreams.warn(opening.warnings)

    let recording = try options.record.map { (name) throws(Complaint) in
        try Recording(named: name, environment: environment, now: Date())
    }
    let screen: TerminalScreen
    do {
        screen = try TerminalScreen(environment: environment, options: options.terminal, observer: recording?.take)
    } catch {
        recording?.discard()
        throw error
    }
    defer {
        screen.close()
        recording?.sayEnd()
    }
    let theme = try opening.theme(on: screen.capabilities.ground)
    var state = DashboardState(
        options,
        opening,
        themeName: theme.name,
        themes: opening.themes.names,
        size: screen.size
    )
    state.echoesKeys = options.echoesKeys
    let tour = options.tour.map { Tour($0, from: state) }
    // Who names a view wants to see that one, and who follows a tour its first. What is public is neither kept nor taken from
    // a session that was not, and a workshop's guest leaves nothing behind.
    var lastFrame: LastFrame?
    if options.protection.policy == nil, opening.view == nil, tour == nil, let stamp = try? archive.stamp(),
        stamp.store != 0
    {
        lastFrame = LastFrame(
            folder: UserFolders(environment: environment).cache + "/cxm",
            stamp: stamp,
            state: state,
            wording: options.wording,
            size: screen.size,
            glyphs: screen.glyphs
        )
        if let last = lastFrame?.load() { state.open(last.screen) }
    }
    let mailbox = Mailbox(waker: screen.waker)
    let desk = AnswerDesk(archive: archive, protection: options.protection, mailbox: mailbox)
    defer { desk.stop() }
    let loop = DashboardLoop(
        screen: screen,
        desk: desk,
        mailbox: mailbox,
        views: opening.file,
        themes: opening.themes,
        theme: theme,
        state: state,
        tour: tour,
        lastFrame: lastFrame,
        warnings: opening.warnings
    )
    desk.watch()
    return WordingStyle.$current.withValue(options.wording) { loop.run() }
}

extension DashboardState {
    /// The state that a dashboard begins with. What the command line says of the scope goes before what the view says.
    init(
        _ options: DashboardOptions,
        _ opening: Opening? = nil,
        themeName: String,
        themes: [String],
        size: Size
    ) {
        let file = URL(fileURLWithPath: options.store)
        let given = options.scope
        let usual = options.usualPeriod
        self.init(
            store: StoreFacts(
                name: file.deletingPathExtension().lastPathComponent,
                path: options.store,
                isKiosk: options.isKiosk,
                isPublic: options.protection.policy != nil
            ),
            scope: ViewScope(
                range: usual?.range(in: given.zone) ?? .all,
                before: usual?.advanced(by: -1).range(in: given.zone),
                unit: options.usualUnit,
                asOf: given.asOf,
                zone: given.zone
            ),
            targets: options.targets,
            view: opening?.view,
            themeName: themeName,
            themes: themes,
            views: opening?.views ?? [],
            size: size,
            isPlain: options.isPlain
        )
        overrule(given, before: options.before)
    }
}
