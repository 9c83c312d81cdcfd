import ArgumentParser
import Foundation
import JourneyModel

/// `cxm show overview`.
struct ShowOverview: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "overview",
        abstract: "The four indicators, the gaps by people affected, the stage of maturity.",
        discussion: "Example: cxm show overview --from 2025-Q4 --to 2025-Q4 --before 2025-Q3 --store town.cxm"
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @Option(help: "Length of a period.") var every: PeriodLength = .month
    @Option(help: ArgumentHelp("A period to compare with: 2025-Q3, 2025-07, 2024, or FROM..TO.", valueName: "period"))
    var before: String?
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> OverviewResult {
        let end = try await analyst.endOfData(forPeriods: [before])
        let range = try before.map { try TimeRange(parsingPeriod: $0, in: scope.zone, endOfData: end) }
        let goals = try output.config.read(environment: ProcessInfo.processInfo.environment).settings.goals
        return try await analyst.answer(OverviewQuery(scope: scope, before: range, targets: goals, every: every))
    }
}
