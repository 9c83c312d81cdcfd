import JourneyModel
import Wording

extension Filter {
    /// As the header says it: `service blue badge`, `channel not post`.
    var words: String {
        "\(Dimension.title(dimension)) \(isNegated ? "not " : "")\(values.joined(separator: ", "))"
    }
}
