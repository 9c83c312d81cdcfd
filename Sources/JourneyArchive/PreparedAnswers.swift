import Foundation
import JourneyIndex
import JourneyModel

/// The answers that a dashboard opens with, worked out once after an import and kept with the index: whoever opens the
/// store in the morning sees figures at once, and twenty dashboards that follow an import do not count the same twenty
/// times.
///
/// They are of one state of the store and of one version of the program, and are believed only if not a byte has changed.
struct PreparedAnswers: Codable {
    var catalog: Catalog
    var overview: OverviewResult

    /// What the first screen asks where nothing was chosen.
    static let overviewQuery = OverviewQuery()

    init(asking analyst: ColumnarAnalyst) async throws {
        catalog = try await analyst.answer(CatalogQuestion())
        overview = try await analyst.answer(PreparedAnswers.overviewQuery)
    }

    /// Nil where the answer to `question` is not among those of `kept`, which is asked for only where it could be.
    static func answer<Asked: Question>(
        to question: Asked,
        from kept: @autoclosure () -> PreparedAnswers?
    ) -> Asked.Answer? {
        if question is CatalogQuestion { return kept()?.catalog as? Asked.Answer }
        if question as? OverviewQuery == overviewQuery { return kept()?.overview as? Asked.Answer }
        return nil
    }

    /// Nil where `bytes` are not what `bytes(of:)` made.
    init?(bytes: [UInt8], version: String) {
        let mark = PreparedAnswers.mark(version)
        guard bytes.count > mark.count + 8, bytes.starts(with: mark) else { return nil }
        let body = bytes.dropLast(8)
        let sum = bytes.suffix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard body.withUnsafeBytes(BlockSum.of) == sum else { return nil }
        guard let answers = try? JSONDecoder().decode(Self.self, from: Data(body.dropFirst(mark.count))) else {
            return nil
        }
        self = answers
    }

    func bytes(version: String) throws -> [UInt8] {
        let body = try PreparedAnswers.mark(version) + Array(JSONEncoder().encode(self))
        return body + withUnsafeBytes(of: body.withUnsafeBytes(BlockSum.of).littleEndian) { Array($0) }
    }

    /// Works the answers out and leaves them in `folder`. Nothing is lost where this fails: whoever asks works them out.
    static func keep(from image: IndexImage, in folder: IndexFolder, version: String) async {
        guard let answers = try? await PreparedAnswers(asking: ColumnarAnalyst(image)), image.fault == nil,
            let bytes = try? answers.bytes(version: version)
        else { return }
        try? folder.keep(answers: bytes, of: image.stamp)
    }

    /// Of the form of the answers and the rules that they go by: what has another is worked out anew.
    private static let form = 4

    private static func mark(_ version: String) -> [UInt8] { Array("cxm answers \(form) of \(version)\n".utf8) }
}
