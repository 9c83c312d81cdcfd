import JourneyModel
import Reports
import Testing

@testable import Commands

@Suite("Chapters of a report")
struct ReportChaptersTests {
    private func chapters(_ steps: [FunnelStep] = [], seed: UInt64 = 1) async throws -> ReportChapters {
        let reading = try await OpenedSource.stub(StubSource(seed: seed)).read()
        return ReportChapters(analyst: reading.analyst, scope: Scope(), before: nil, steps: steps, window: nil)
    }

    @Test("every view has one, with a title and the scope", arguments: ReportView.allCases)
    func everyView(view: ReportView) async throws {
        let report = try await chapters().report(view)
        #expect(!report.title.isEmpty && !report.sections.isEmpty)
    }

    @Test("the funnel is that of the steps that were named, else the one that the data suggests, or says that none is")
    func funnel() async throws {
        let steps = [FunnelStep(touchpoint: "start"), FunnelStep(touchpoint: "nothing of the kind")]
        await #expect(throws: AnalysisError.self) { try await chapters(steps).report(.funnel) }
        #expect(try await chapters().report(.funnel).title.hasPrefix("Funnel"))
    }

    @Test("what a report usually has are views that there are, each once")
    func usual() {
        #expect(Set(ReportView.usual).count == ReportView.usual.count)
        #expect(ReportView.usual.first == .overview)
    }
}
