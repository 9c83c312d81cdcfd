import Canvas
import Dashboard
import Foundation
import JourneyModel
import Terminal
import Wording

/// Opens the dashboard and runs it until the user leaves or a signal ends it; the terminal is as it was afterwards.
///
/// - Returns: the exit status: 0, or 128 + the signal's number.
/// - Throws: `ThemeError` or `TerminalError` before anything is drawn.
func runDashboard(_ options: DashboardOptions, _ opened: OpenedSource) async throws -> Int32 {
    let environment = ProcessInfo.processInfo.environment
    let opening = try Opening(options, environment: environment)
    StandardStreams.warn(opening.warnings)

    // Who names a view wants to see that one, and who follows a tour its first. What is public is neither kept nor taken from
    // a session that was not, and a workshop's guest leaves nothing behind, nor does a first look.
    let keepsFrame =
        options.protection.policy == nil && opening.view == nil && options.tour == nil && options.keeper == nil
    let stamp = keepsFrame ? try? await opened.source.stamp() : nil
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
        name: options.name ?? opened.name,
        themeName: theme.name,
        themes: opening.themes.names,
        size: screen.size
    )
    state.echoesKeys = options.echoesKeys
    let tour = options.tour.map { Tour($0, from: state) }
    var lastFrame: LastFrame?
    if let stamp, stamp.store != 0 {
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
    let waker = screen.waker
    let mailbox = Mailbox(wake: { waker.wake() })
    let desk = AnswerDesk(opened, mailbox: mailbox)
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
        warnings: opening.warnings,
        keeper: options.keeper
    )
    desk.watch()
    return WordingStyle.$current.withValue(options.wording) { loop.run() }
}
