/// A question that the data cannot answer as it was put.
public enum AnalysisError: Error, Codable, Hashable, Sendable {
    /// No such dimension in the store; the nearest names are offered.
    case unknownDimension(String, suggestions: [String])
    /// The step names a touchpoint that no event has.
    case unknownTouchpoint(String, suggestions: [String])
    /// The store has no subjects of this unit.
    case noSubjects(CountingUnit)
    /// Whoever was asked does not know this kind of question.
    case unanswerable
    /// The query contradicts itself: no steps, an optional first step, more than 64 steps …
    case invalid(String, hint: String)

    public var message: String {
        switch self {
        case .unknownDimension(let name, _): "the store has no dimension '\(name)'"
        case .unknownTouchpoint(let name, _): "no event has the touchpoint '\(name)'"
        case .noSubjects(let unit): "the store has no \(unit.rawValue)s to count"
        case .unanswerable: "this cannot be answered from here"
        case .invalid(let message, _): message
        }
    }

    public var hint: String {
        switch self {
        case .unknownDimension(_, let names):
            names.isEmpty ? "see cxm info for the dimensions there are" : "did you mean \(orList(names))?"
        case .unknownTouchpoint(_, let names):
            names.isEmpty ? "see cxm info for the touchpoints there are" : "did you mean \(orList(names))?"
        case .noSubjects: "choose another unit with --unit, or map the column that names them"
        case .unanswerable: "ask it of a store on this machine"
        case .invalid(_, let hint): hint
        }
    }

    private func orList(_ names: [String]) -> String {
        names.map { "'\($0)'" }.joined(separator: " or ")
    }
}
