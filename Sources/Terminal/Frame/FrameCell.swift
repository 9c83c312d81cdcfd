internal import Canvas

/// A cell as it is sent: what is written, and in which rendition.
struct FrameCell: Equatable {
    var grapheme: Grapheme
    /// A number of a ``RenditionTable``.
    var rendition: Int

    static let blank = FrameCell(grapheme: .space, rendition: RenditionTable.unseen)

    /// The second column of a wide one has none, and is never sent itself.
    var width: Int { grapheme.width }

    /// Whether every terminal takes it for as wide as we do. After others the cursor's place is not relied on.
    var isSure: Bool { grapheme.isSingleScalar }
}
