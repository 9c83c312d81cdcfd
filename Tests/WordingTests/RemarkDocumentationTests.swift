import Foundation
import JourneyModel
import Testing
import Wording

/// docs/REMARKS.md is for whoever reads JSON: every id with its arguments, and what it says.
@Suite("docs/REMARKS.md")
struct RemarkDocumentationTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs/REMARKS.md")

    private static let head = """
        # Remarks

        What an answer says in words (a caveat, a note, evidence, why somebody is in a list) is a remark: an id and arguments.
        Text, Markdown and pages say it in the reader's numbers and dates. In JSON the English text stands under its key, the
        same in every locale, and beside it the remark:

        | text | remark |
        |---|---|
        | `caveats` of a figure | `caveatRemarks` |
        | `notes` of a receipt | `noteRemarks` |
        | `label` and `value` of a receipt's fact | `labelRemark`; `valueRemark` where the value is words |
        | `standsOut` of the overview | `standsOutRemarks` |
        | `title` and `noun` of a gap, `title` of a list of people and of a check of the data | `titleRemark`, `nounRemark` |
        | `evidence` of a criterion | `evidenceRemark` |
        | `why` of a person in a list | `whyRemark` |
        | `protected` | `protectedRemark` |

        A remark is `{"id": "completions-without-start", "arguments": {"completions": 3}}`; without arguments it is the id alone.
        A count is a number, a part of a whole `{"count": 900, "of": 1203}`, a share a number from 0 to 1, a difference of shares
        from -1 to 1, a span milliseconds, a day `2025-11-03`, a name a text, another remark an object like this one. A count
        that is hidden is `null`, as everywhere ([DISCLOSURE.md](DISCLOSURE.md)). An argument that has nothing to say is absent.

        This table is made from the program by a test (`CXM_UPDATE_GOLDEN=1` writes it); the texts are of made-up arguments.

        | id | arguments | text |
        |---|---|---|

        """

    @Test func isWhatTheProgramSays() throws {
        let rows = RemarkSamples.all.map { remark in
            let arguments = remark.arguments.map { "`\($0.name)`" }.joined(separator: ", ")
            return "| `\(remark.id.rawValue)` | \(arguments) | \(remark.text) |\n"
        }
        let text = Self.head + rows.joined()
        if ProcessInfo.processInfo.environment["CXM_UPDATE_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: Self.file)
        }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == text)
    }
}
