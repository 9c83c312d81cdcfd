import Canvas
import Foundation

/// How many columns a text has.
enum TextWidth {
    static let standard = 80

    /// The terminal's behind `descriptor`; 80 where there is none or it does not say, and never more than is drawn.
    static func ofTerminal(_ descriptor: Int32) -> Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return standard }
        return min(Int(size.ws_col), Size.largest.width)
    }
}
