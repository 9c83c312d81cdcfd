import Canvas
import JourneyModel
import Wording

/// A size as it is written on the command line: `120x36`, or the columns alone.
enum SizeText {
    static let largest = "\(NumberText.count(Size.largest.width)) by \(Size.largest.height)"

    /// - Throws: `Complaint` where it is none, or more than is drawn.
    static func parse(_ text: String) throws(Complaint) -> (width: Int, height: Int?) {
        let parts = text.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(parts.count), let width = parts[0], width > 0, parts.allSatisfy({ $0 ?? 0 > 0 }) else {
            throw Complaint("'\(text)' is no size", hint: "write columns and rows, for example --size 120x36")
        }
        let height = parts.count > 1 ? parts[1] : nil
        let size = Size(width: width, height: height ?? 1)
        guard size == size.drawn else {
            throw Complaint(
                "'\(text)' is more than is drawn",
                hint: "the largest screen is \(largest); write for example --size 120x36"
            )
        }
        return (width, height)
    }
}
