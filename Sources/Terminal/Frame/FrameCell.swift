/// A cell as it is sent: what is written, and in which rendition.
struct FrameCell: Equatable {
    var text: String
    /// 1, 2, or 0 for the second column of a wide one, which is never sent itself.
    var width: Int
    /// A number of a ``RenditionTable``.
    var rendition: Int

    static let blank = FrameCell(text: " ", width: 1, rendition: RenditionTable.unseen)
    static let covered = FrameCell(text: "", width: 0, rendition: RenditionTable.unseen)

    /// Whether every terminal takes it for as wide as we do. After others the cursor's place is not relied on.
    var isSure: Bool { text.unicodeScalars.dropFirst().isEmpty }
}
