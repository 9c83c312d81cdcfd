import ArgumentParser
import Foundation
import JourneyModel

/// `cxm STORE`: the dashboard. The default command, so its name is seldom written.
struct OpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "The dashboard; what cxm STORE does.",
        discussion: "Example: cxm town.cxm --theme colour-blind --kiosk"
    )

    @Argument(
        help: ArgumentHelp(
            "The store; --store and CXM_STORE stand in for it. Or files to look at, which are kept nowhere.",
            valueName: "store or file"
        )
    )
    var paths: [String] = []
    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Presentation") var presentation: PresentationOptions

    func run() async throws {
        if !paths.isEmpty, store.store != nil {
            throw Complaint("two stores were named", hint: "leave one of them away")
        }
        if let look = FirstLook(paths) { return try await open(look) }
        let options = try await presentation.dashboard(
            store: try store.path(paths.first),
            scope: scope,
            publicity: scope.publicity
        )
        try await Self.open(options)
    }

    /// Shows files that are in no store.
    private func open(_ look: FirstLook) async throws {
        if let refusal = look.refusal(
            Kiosk(asked: presentation.kiosk, environment: ProcessInfo.processInfo.environment),
            isPlain: presentation.plain ?? false
        ) {
            throw refusal
        }
        let passing = try await look.made(zone: scope.zone)
        var options = try await presentation.dashboard(store: passing.path, scope: scope, publicity: scope.publicity)
        options.name = look.name
        options.keeper = StoreKeeper(path: passing.path, mappings: passing.mappings)
        // The store lives as long as what names it.
        defer { withExtendedLifetime(passing) {} }
        try await Self.open(options)
    }

    /// Opens the dashboard, or says what to use instead.
    ///
    /// - Throws: `Complaint` where standard output is no terminal; `ExitCode` where the dashboard was ended by a signal.
    static func open(_ options: DashboardOptions) async throws {
        // A word that was mistyped is taken for a store.
        let opened = try await OpenedSource(opening: options.store, options.protection)
        if options.isPlain { return try await PlainDashboard.run(options, opened) }
        guard StandardStreams.outIsTerminal else {
            throw Complaint(
                "the dashboard needs a terminal, and standard output is none",
                hint:
                    "use: cxm show overview --store \(ShellWord.quoted(options.store)) (or funnel, paths, channels, …), or --plain"
            )
        }
        let status = try await runDashboard(options, opened)
        if status != 0 { throw ExitCode(status) }
    }
}
