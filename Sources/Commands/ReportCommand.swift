import ArgumentParser
import Canvas
import Foundation
import JourneyModel
import Reports
import Wording

/// `cxm report`: several views in one document.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Several views in one document, as a page or as Markdown.",
        discussion: """
            Without --view: overview, funnel, paths, channels, preferences and maturity.
            Example: cxm report --from 2025-Q4 --to 2025-Q4 --before 2025-Q3 --store town.cxm --output quarter.html
            """
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @Option(parsing: .upToNextOption, help: "The views, in the order in which they are to stand.")
    var view: [ReportView] = ReportView.usual
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "The steps of the funnel, as cxm show funnel takes them. Default: those that the dashboard opens with.",
            valueName: "touchpoint"
        )
    )
    var step: [String] = []
    @Option(help: ArgumentHelp("The funnel, from the first step to the last: 14d, 36h, 90m.", valueName: "span"))
    var within: String?
    @Option(help: ArgumentHelp("A period to compare with: 2025-Q3, 2025-07, 2024, or FROM..TO.", valueName: "period"))
    var before: String?
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup var config: SettingsOptions
    @Option(help: "What to write.") var format: BookFormat = .html
    @Option(help: ArgumentHelp("Write it here, whole or not at all. Default: standard output.", valueName: "file"))
    var output: String?

    func run() async throws {
        try await WordingStyle.$current.withValue(try config.wording()) { try await report() }
    }

    private func report() async throws {
        try scope.check()
        let steps = try step.map { try FunnelStep(parsing: $0) }
        let protection = try self.scope.publicity.protection(config)
        let opened = try await OpenedSource(opening: store.path(), protection)
        let glyphs = GlyphSet.ofLocale(ProcessInfo.processInfo.environment)
        let reading = try await opened.read(progress: ProgressLine(glyphs: glyphs))
        let end = try await reading.analyst.endOfData(forPeriods: [scope.from, scope.to, before])
        let scope = try scope.scope(endOfData: end)
        let chapters = ReportChapters(
            analyst: reading.analyst,
            scope: scope,
            before: try before.map { try TimeRange(parsingPeriod: $0, in: scope.zone, endOfData: end) },
            steps: steps,
            window: try within.map { try SpanWord.parse($0) }
        )
        var reports: [Report] = []
        for view in view {
            let report = try await WordingStyle.$current.withValue(protection.wording(WordingStyle.current)) {
                try await chapters.report(view)
            }
            reports.append(report)
        }
        let book = ReportBook(
            title: opened.name,
            scope: reports.first?.scope ?? "",
            reports: reports,
            isDemo: reading.isDemo
        )
        try write(book.rendered(as: format.format))
    }

    private func write(_ text: String) throws {
        guard let output else { return StandardStreams.out(text) }
        try WholeFile(named: output).write(Data(text.utf8), replacing: true)
    }
}
