import ArgumentParser
import JourneyModel

/// `cxm STORE`: the dashboard. The default command, so its name is seldom written.
struct OpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "The dashboard; what cxm STORE does.",
        discussion: "Example: cxm town.cxm --theme colour-blind --kiosk"
    )

    @Argument(help: ArgumentHelp("The store; --store and CXM_STORE stand in for it.", valueName: "store")) var path:
        String?
    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Presentation") var presentation: PresentationOptions

    func run() async throws {
        if path != nil, store.store != nil {
            throw Complaint("two stores were named", hint: "leave one of them away")
        }
        let options = try await presentation.dashboard(
            store: try store.path(path),
            scope: scope,
            publicity: scope.publicity
        )
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
