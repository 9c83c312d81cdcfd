import Foundation
import JourneyModel
import TestSupport
import Testing
import Wording

@testable import Reports

@Suite("Remarks in JSON, and the reader's locale")
struct RemarkJSONTests {
    @Test("The id and the arguments stand beside the English text")
    func besideTheText() throws {
        let measure = Measure.absent(.d12, because: .nothingHas(dimension: "channel", value: "wbe", near: "web"))
        #expect(
            JSONValue(measure).compactText.hasSuffix(
                #""caveats":["nothing has channel 'wbe'; did you mean 'web'?"],"caveatRemarks":[{"id":"nothing-has","#
                    + #""arguments":{"dimension":"channel","value":"wbe","near":"web"}}]}"#
            )
        )
        #expect(JSONValue(Remark.noCosts).compactText == #"{"id":"no-costs"}"#)
        #expect(
            JSONValue(Remark.satisfied(900, of: 1203)).compactText
                == #"{"id":"satisfied","arguments":{"satisfied":{"count":900,"of":1203}}}"#
        )
    }

    @Test("What is hidden is null, and named in hidden")
    func hidden() {
        let shown = Remark.completionsWithoutStart(4).protected(by: DisclosurePolicy())
        #expect(
            shown.map { JSONValue($0).compactText }
                == #"{"id":"completions-without-start","arguments":{"completions":null,"hidden":["completions"]}}"#
        )
    }

    @Test("Programs read the same in every locale; people read their own", arguments: Samples.all.map(\.name))
    func locales(view: String) throws {
        let answer = try #require(Samples.all.first { $0.name == view }?.answer)
        func rendered(_ format: OutputFormat, _ style: WordingStyle) -> String {
            WordingStyle.$current.withValue(style) { answer.rendered(as: format) }
        }
        for numbers in WordingStyle.Numbers.allCases {
            for dates in WordingStyle.Dates.allCases {
                let style = WordingStyle(dates: dates, numbers: numbers)
                #expect(rendered(.json, style) == rendered(.json, WordingStyle()))
                #expect(rendered(.csv, style) == rendered(.csv, WordingStyle()))
            }
        }
    }
}
