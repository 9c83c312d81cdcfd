import JourneyModel
import Wording

// Beside every text that an answer says stands what it says it of: beside `KEY` the `KEYRemark` (of a list `KEYs` the
// `KEYRemarks`), with the id and the arguments that it has.
extension JSONValue {
    /// `{"id": "completions-without-start", "arguments": {"completions": 3}}`; no `"arguments"` where there are none.
    init(_ remark: Remark) {
        self = ["id": .string(remark.id.rawValue)]
        guard !remark.arguments.isEmpty else { return }
        let arguments = remark.arguments.map { Member($0.name, JSONValue($0.value)) }
        self = adding(["arguments": .object(arguments)])
    }

    static func text(_ remark: Remark) -> JSONValue { .string(remark.text) }
    static func texts(_ remarks: [Remark]) -> JSONValue { .strings(remarks.map(\.text)) }
    static func remarks(_ remarks: [Remark]) -> JSONValue { .array(remarks.map { JSONValue($0) }) }

    private init(_ value: Remark.Value) {
        switch value {
        case .count(let count): self = .integer(count)
        case .part(let part, let whole), .rate(let part, let whole):
            self = ["count": .integer(part), "of": .integer(whole)]
        case .number(let number), .share(let number), .points(let number): self = .number(number)
        case .span(let span): self = .integer(Int(span))
        case .day(let day): self = .string(day.text)
        case .period(let period): self = .string(period.label)
        case .name(let text), .dimension(let text), .choice(let text): self = .string(text)
        case .names(let names): self = .strings(names)
        case .remark(let remark): self = JSONValue(remark)
        case .remarks(let remarks): self = .remarks(remarks)
        }
    }
}
