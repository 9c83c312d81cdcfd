import Foundation
import JourneyModel
import Testing

@testable import Wording

@Suite("Remarks in words")
struct RemarkTextTests {
    @Test("Every remark has words, and every argument is in them")
    func everyRemarkHasWords() {
        #expect(RemarkSamples.all.map(\.id) == RemarkID.allCases)
        for remark in RemarkSamples.all {
            #expect(!remark.text.isEmpty)
            #expect(!remark.text.contains(ArgumentText.missing), "\(remark.id)")
            let texts = ArgumentTexts(remark)
            for argument in remark.arguments {
                let text = texts[dynamicMember: argument.name]
                let said = [text.description, text.part, text.whole, text.joined(" and ")]
                let isOnce = argument.value == .count(1) && text.times("").isEmpty
                #expect(isOnce || said.contains { remark.text.contains($0) }, "\(remark.id) \(argument.name)")
            }
        }
    }

    @Test("Ids are words in small letters with strokes between them, and no two are the same")
    func ids() {
        for id in RemarkID.allCases {
            #expect(id.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(id.rawValue)")
        }
        #expect(Set(RemarkID.allCases.map(\.rawValue)).count == RemarkID.allCases.count)
    }

    @Test("What is kept with the index comes back as it was")
    func survivesCoding() throws {
        let bytes = try JSONEncoder().encode(RemarkSamples.all)
        #expect(try JSONDecoder().decode([Remark].self, from: bytes) == RemarkSamples.all)
    }

    @Test(
        "In the reader's numbers and dates",
        arguments: [
            (WordingStyle(), "1,203", "71.4%", "+6.8 points", "1.5", "3 Nov 2025"),
            (WordingStyle(dates: .iso, numbers: .point), "1.203", "71,4%", "+6,8 points", "1,5", "2025-11-03"),
            (WordingStyle(dates: .monthDayYear, numbers: .space), "1\u{A0}203", "71,4%", "+6,8", "1,5", "Nov 3, 2025"),
            (WordingStyle(numbers: .apostrophe), "1'203", "71.4%", "+6.8 points", "1.5", "3 Nov 2025"),
            (WordingStyle(protection: DisclosurePolicy()), "1,203", "71%", "+7 points", "1.5", "3 Nov 2025"),
        ]
    )
    func styles(
        style: WordingStyle,
        count: String,
        share: String,
        points: String,
        number: String,
        day: String
    ) throws {
        let date = try #require(CivilDate(year: 2025, month: 11, day: 3))
        let change = RateDifference(value: 0.068, interval: Interval(low: 0.05, high: 0.086))
        WordingStyle.$current.withValue(style) {
            #expect(Remark.completionsWithoutStart(1203).text == "\(count) completions without a start are left out")
            #expect(Remark.eventsOf(1203, of: 1203).text == "\(count) of \(count) events")
            #expect(Remark.satisfied(714, of: 1000).text.hasPrefix("\(share) satisfied (4 or 5 of 5), "))
            #expect(Remark.completionRose(to: 0.714, change).text.hasPrefix("Completion rose to \(share) (\(points)"))
            #expect(Remark.whyRated(1.5, of: 5, ratings: 1).text == "rated \(number) of 5")
            let why = Remark.whyConverted(took: 26 * .hour, entered: date)
            #expect(why.text == "took 1 d 2 h, entered \(day)")
        }
    }

    @Test("What need not be said is not said")
    func optionalParts() {
        #expect(Remark.nothingHas(dimension: "channel", value: "x", near: nil).text == "nothing has channel 'x'")
        #expect(Remark.attested(by: "owner", "paper", caps: []).text == "attested by owner: paper")
        #expect(Remark.whyFinishedOn(.named("web"), times: 1).text == "finished on web")
        #expect(Remark.whyFinishedOn(.named("web"), times: 2).text == "finished on web, 2 times")
        #expect(Remark.groupStopped(nil).text == "Dropped at the step")
        let refused = Remark.completionsOutnumberStarts(completions: 3, starts: 1, withoutStart: 2, startedBefore: 0)
        #expect(refused.text == "3 completions of 1 starts is no rate; 2 completions have no start")
    }
}
