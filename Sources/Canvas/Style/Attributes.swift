/// How a cell is set, apart from its colours.
public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let reverse = Attributes(rawValue: 4)
    public static let underline = Attributes(rawValue: 8)
    /// Part of something laid over the screen: where its role has no background, it gets that of ``Role/modal``.
    public static let raised = Attributes(rawValue: 16)

    var letter: Character {
        switch subtracting(.raised) {
        case []: "."
        case .bold: "B"
        case .dim: "D"
        case .reverse: "R"
        case .underline: "U"
        default: "+"
        }
    }
}
