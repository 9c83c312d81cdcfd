/// A colour: the terminal's own, or one by its parts.
public enum Colour: Hashable, Sendable {
    /// The terminal's default foreground or background.
    case standard
    case rgb(RGB)
}

/// A colour by its red, green and blue parts, from 0 to 255 (sRGB).
public struct RGB: Hashable, Sendable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8

    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }
}
