/// How many colours a terminal is trusted with.
public enum ColourDepth: String, CaseIterable, Hashable, Sendable {
    case none
    case eight = "8"
    case sixteen = "16"
    case indexed = "256"
    case direct
}

/// A colour as a terminal is told it.
public enum Ink: Hashable, Sendable {
    case standard
    /// A number in the terminal's palette.
    case index(Int)
    case rgb(RGB)
}

/// How a cell is set, once it is known what the terminal can do.
public struct Rendition: Hashable, Sendable {
    public var foreground: Ink
    public var background: Ink
    public var attributes: Attributes

    /// The terminal's own colours without attributes.
    public static let plain = Rendition(foreground: .standard, background: .standard, attributes: [])

    /// Whether a space looks the same with it as without.
    public var isInvisibleOnSpaces: Bool {
        background == .standard && attributes.isDisjoint(with: [.reverse, .underline])
    }
}

extension Theme {
    /// How `style` is painted with no more colours than `depth`.
    ///
    /// With 16 colours or fewer there are no backgrounds, since the user's palette is unknown: a role that has one is
    /// shown in reverse video instead, except for palettes and pickers, which have their rules.
    public func rendition(_ style: Style, depth: ColourDepth) -> Rendition {
        let paint = paint(style)
        var attributes = paint.attributes
        attributes.remove(.raised)
        switch depth {
        case .direct:
            return Rendition(
                foreground: paint.foreground.direct,
                background: paint.background.direct,
                attributes: attributes
            )
        case .indexed:
            return Rendition(
                foreground: paint.foreground.indexed,
                background: paint.background.indexed,
                attributes: attributes
            )
        case .sixteen, .eight, .none:
            let own = self[style.role]
            if own.background != ground.background, style.role != .modal {
                return Rendition(foreground: .standard, background: .standard, attributes: attributes.union(.reverse))
            }
            let count = depth == .sixteen ? 16 : depth == .eight ? 8 : 0
            let ink = BasicColours.nearest(paint.foreground, among: count, base: base)
            // Reverse video of a colour is hard to read where the palette is the user's.
            let isReversed = attributes.contains(.reverse)
            return Rendition(foreground: isReversed ? .standard : ink, background: .standard, attributes: attributes)
        }
    }
}

extension Colour {
    var direct: Ink {
        switch self {
        case .standard: .standard
        case .rgb(let rgb): .rgb(rgb)
        }
    }

    var indexed: Ink {
        switch self {
        case .standard: .standard
        case .rgb(let rgb): .index(IndexedColours.nearest(rgb))
        }
    }
}

/// The 240 colours of a 256-colour terminal that no user changes: a cube of 216 and 24 greys.
enum IndexedColours {
    static let all: [(index: Int, rgb: RGB)] = cube + greys

    private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]

    private static let cube = (0..<216).map { number in
        (index: 16 + number, rgb: RGB(steps[number / 36], steps[number / 6 % 6], steps[number % 6]))
    }

    private static let greys = (0..<24).map { number in
        let level = UInt8(8 + 10 * number)
        return (index: 232 + number, rgb: RGB(level, level, level))
    }

    static func nearest(_ rgb: RGB) -> Int {
        all.min { $0.rgb.distance(to: rgb) < $1.rgb.distance(to: rgb) }?.index ?? 16
    }
}

/// The 8 or 16 colours whose exact look is the user's choice.
enum BasicColours {
    /// As xterm shows them; other terminals come near.
    static let all: [RGB] = [
        RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0),
        RGB(0, 0, 238), RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229),
        RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
        RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
    ]

    /// The nearest of the first `count` that can be read on the theme's base; the standard colour where none can, and
    /// for what is nearly black or white, which the terminal knows best.
    static func nearest(_ colour: Colour, among count: Int, base: Theme.Base) -> Ink {
        guard case .rgb(let rgb) = colour, count > 0 else { return .standard }
        let ground = base == .dark ? RGB(0, 0, 0) : RGB(255, 255, 255)
        let chroma = Int(max(rgb.red, rgb.green, rgb.blue)) - Int(min(rgb.red, rgb.green, rgb.blue))
        if chroma < greyChroma {
            // A grey: bright black where there is one and where it comes nearer than the standard foreground.
            let grey = RGB(127, 127, 127)
            let strong = base == .dark ? RGB(229, 229, 229) : RGB(0, 0, 0)
            let isFaint = grey.distance(to: rgb) < strong.distance(to: rgb)
            return count == 16 && isFaint ? .index(8) : .standard
        }
        let coloured = all.indices.prefix(count).filter { index in
            ![0, 7, 8, 15].contains(index) && Contrast.ratio(all[index], ground) >= 3
        }
        let best = coloured.min { all[$0].distance(to: rgb) < all[$1].distance(to: rgb) }
        return best.map { .index($0) } ?? .standard
    }

    /// Below this difference between its parts a colour is taken for a grey.
    private static let greyChroma = 40
}

extension RGB {
    /// How different two colours look: squared differences weighted by how red both are (the "redmean" formula), cheap
    /// and close enough to choose a nearest colour by.
    func distance(to other: RGB) -> Int {
        let mean = (Int(red) + Int(other.red)) / 2
        let r = Int(red) - Int(other.red)
        let g = Int(green) - Int(other.green)
        let b = Int(blue) - Int(other.blue)
        return (512 + mean) * r * r / 256 + 4 * g * g + (767 - mean) * b * b / 256
    }
}
