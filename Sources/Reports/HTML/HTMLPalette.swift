import Canvas

/// The colours of a page, by what they are for. Letters have at least 4.5:1 on every ground that they stand on, and lines
/// and areas that say something 3:1 on the page (WCAG 2.2, 1.4.3 and 1.4.11); a test checks both.
struct HTMLPalette {
    var page: RGB
    var text: RGB
    /// Words beside a figure.
    var muted: RGB
    /// Lines between rows.
    var rule: RGB
    /// The one colour of figures drawn.
    var figure: RGB
    /// The interval around a figure: a whisker over a bar, and (pale) an area.
    var interval: RGB
    var band: RGB
    var dropped: RGB
    /// What is left of a bar's whole.
    var rest: RGB
    /// Cells of a heat map, from nothing to most.
    var heat: [RGB]
    /// Letters and ground of the badge for made-up data.
    var badgeText: RGB
    var badge: RGB

    static let light = HTMLPalette(
        page: RGB(0xFF, 0xFF, 0xFF),
        text: RGB(0x1B, 0x1F, 0x24),
        muted: RGB(0x52, 0x5B, 0x66),
        rule: RGB(0xDD, 0xE1, 0xE6),
        figure: RGB(0x2A, 0x72, 0xC4),
        interval: RGB(0x12, 0x1A, 0x24),
        band: RGB(0xC9, 0xDD, 0xF2),
        dropped: RGB(0xC2, 0x7A, 0x1A),
        rest: RGB(0xEE, 0xF0, 0xF3),
        heat: [
            RGB(0xF5, 0xF6, 0xF8), RGB(0xE4, 0xEE, 0xF8), RGB(0xCC, 0xE0, 0xF4), RGB(0xB0, 0xCF, 0xEE),
            RGB(0x93, 0xBD, 0xE7),
        ],
        badgeText: RGB(0xFF, 0xFF, 0xFF),
        badge: RGB(0x8A, 0x3F, 0x0C)
    )

    static let dark = HTMLPalette(
        page: RGB(0x12, 0x15, 0x1A),
        text: RGB(0xE9, 0xEC, 0xF0),
        muted: RGB(0xA6, 0xAE, 0xB9),
        rule: RGB(0x2D, 0x34, 0x3D),
        figure: RGB(0x4C, 0x8B, 0xD0),
        interval: RGB(0xF4, 0xF7, 0xFA),
        band: RGB(0x27, 0x43, 0x63),
        dropped: RGB(0xB5, 0x77, 0x2A),
        rest: RGB(0x20, 0x26, 0x2E),
        heat: [
            RGB(0x1A, 0x1F, 0x26), RGB(0x1B, 0x2E, 0x44), RGB(0x1F, 0x3C, 0x5C), RGB(0x24, 0x4A, 0x74),
            RGB(0x29, 0x57, 0x8A),
        ],
        badgeText: RGB(0x12, 0x15, 0x1A),
        badge: RGB(0xE8, 0xA8, 0x5C)
    )

    /// The palette as properties that the style sheet refers to.
    var properties: String {
        let named = [
            ("page", page), ("text", text), ("muted", muted), ("rule", rule), ("figure", figure),
            ("interval", interval), ("band", band), ("dropped", dropped), ("rest", rest), ("badge-text", badgeText),
            ("badge", badge),
        ]
        let cells = heat.enumerated().map { ("heat\($0.offset)", $0.element) }
        return (named + cells).map { "--\($0.0):\($0.1.hex)" }.joined(separator: ";")
    }
}
