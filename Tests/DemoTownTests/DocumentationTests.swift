import DemoTown
import Foundation
import JourneyModel
import Testing

/// docs/DEMO.md gives figures; these are the ones that people will compare with a screen.
@Suite struct DocumentationTests {
    let town: TownFacts
    let text: String

    init() throws {
        town = try TownFacts.riverbend.get()
        let file = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("docs/DEMO.md")
        text = try String(contentsOf: file, encoding: .utf8)
    }

    private func percent(_ share: Share) -> String {
        let tenths = Int((share.value * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)%"
    }

    private func grouped(_ count: Int) -> String {
        let rest = String(count % 1000)
        return "\(count / 1000)," + String(repeating: "0", count: 3 - rest.count) + rest
    }

    @Test func sizesAreThoseOfTheTown() {
        #expect(text.contains("\(grouped(town.rows.count)) events, \(grouped(town.cases.count)) cases"))
        #expect(text.contains("\(town.aliases.count) duplicate ids"))
    }

    @Test func storiesAreThoseOfTheTown() {
        let change = TownFacts.day(2025, 11, 14)
        let before = town.completion("housing", in: TimeRange(to: change))
        let after = town.completion("housing", in: TimeRange(from: change))
        #expect(text.contains("completion \(percent(before)) before, \(percent(after)) after"))
        let quarter = TownFacts.day(2025, 10, 1)
        let parking = town.completion("parking permit", in: TimeRange(from: quarter))
        let earlier = town.completion("parking permit", in: TimeRange(to: quarter))
        #expect(text.contains("completion \(percent(parking)), before \(percent(earlier))"))
        #expect(text.contains("\(percent(town.completion())) of transactions"))
        let services = ["housing", "school places", "parking permit"].map {
            percent(town.agreement([$0]).honouredShare)
        }
        #expect(text.contains("housing honours \(services[0]), school places \(services[1]), parking \(services[2])"))
        #expect(text.contains("honoured \(percent(town.agreement().honouredShare)), by chance"))
    }

    /// Each is compared with its screen by the end-to-end tests.
    @Test func faultsAreThoseOfTheTown() {
        let planning = town.takeUp("planning")
        #expect(text.contains("\(planning.total) completed, \(planning.count) of them online: \(percent(planning))"))
        let runs = town.assistedRuns
        #expect(text.contains("\(grouped(runs.contacts)) inbound contacts; \(grouped(runs.transactions)) others"))
        let handOffs = town.handOffs
        #expect(text.contains("\(grouped(handOffs.counted)) hand-offs; with notices \(grouped(handOffs.withNotices))"))
        #expect(text.contains("with calls after completion \(grouped(handOffs.afterTheEnd))"))
        let marketing = town.agreed(to: "marketing")
        #expect(text.contains("marketing \(percent(marketing)) of \(marketing.total)"))
        #expect(text.contains("\(town.contactsBesideMarketing) contacts for something else"))
        #expect(text.contains("\(grouped(town.contactsByConsent.uncovered.count)) contacts"))
        #expect(text.contains("\(town.opposed) people"))
        #expect(text.contains("\(town.ties.all) ties, \(town.ties.ofThree) of them of three"))
    }
}
