/// A screen as an SVG picture, for documents and slides: the cells as a terminal would show them, in a theme's colours.
public struct GridPicture: Sendable {
    private let grid: Grid
    private let theme: Theme
    /// Units of a cell: the shape of a terminal's cell, and small enough numbers to read.
    private let cellWidth = 8.4
    private let cellHeight = 17.0
    private let margin = 12.0

    public init(_ grid: Grid, theme: Theme) {
        self.grid = grid
        self.theme = theme
    }

    /// The picture as an SVG document that stands alone. Text keeps its columns in any fixed-width font.
    public var svg: String {
        let width = number(Double(grid.width) * cellWidth + 2 * margin)
        let height = number(Double(grid.height) * cellHeight + 2 * margin)
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\">",
            "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"\(theme.assumedBackground.hex)\"/>",
            "<g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\" xml:space=\"preserve\">",
        ]
        for y in 0..<grid.height { draw(row: y, into: &lines) }
        lines += ["</g>", "</svg>", ""]
        return lines.joined(separator: "\n")
    }

    private func draw(row y: Int, into lines: inout [String]) {
        var x = 0
        while x < grid.width {
            let style = grid[x, y].style
            var end = x
            var run = ""
            while end < grid.width, grid[end, y].style == style {
                run += grid[end, y].text
                end += 1
            }
            draw(run, columns: x..<end, row: y, colours(of: style), into: &lines)
            x = end
        }
    }

    private func draw(_ run: String, columns: Range<Int>, row y: Int, _ paint: Ink, into lines: inout [String]) {
        let top = margin + Double(y) * cellHeight
        if let background = paint.background {
            lines.append(
                rectangle(left(columns.lowerBound), top, Double(columns.count) * cellWidth, cellHeight, background)
            )
        }
        guard run.contains(where: { $0 != " " }) else { return }
        // Blocks are drawn, not written: fonts leave gaps between them.
        if run.allSatisfy({ $0 == " " || BlockShape($0) != nil }) {
            drawBlocks(Array(run), from: columns.lowerBound, top: top, paint.foreground, into: &lines)
            return
        }
        let attributes = [
            "x=\"\(number(left(columns.lowerBound)))\"", "y=\"\(number(top + cellHeight * 0.76))\"",
            "textLength=\"\(number(Double(columns.count) * cellWidth))\"", "lengthAdjust=\"spacingAndGlyphs\"",
            "fill=\"\(paint.foreground.hex)\"",
            paint.isBold ? "font-weight=\"bold\"" : nil,
            paint.isUnderlined ? "text-decoration=\"underline\"" : nil,
            paint.isDim ? "opacity=\"0.6\"" : nil,
        ]
        lines.append("<text \(attributes.compactMap { $0 }.joined(separator: " "))>\(escaped(run))</text>")
    }

    /// Equal neighbours as one rectangle, so that no seam shows between them.
    private func drawBlocks(
        _ run: [Character],
        from column: Int,
        top: Double,
        _ colour: RGB,
        into lines: inout [String]
    ) {
        var index = 0
        while index < run.count {
            guard let block = BlockShape(run[index]) else {
                index += 1
                continue
            }
            let first = index
            repeat { index += 1 } while block.width == 1 && index < run.count && run[index] == run[first]
            let width = (Double(index - first - 1) + block.width) * cellWidth
            let height = block.height * cellHeight
            lines.append(
                rectangle(
                    left(column + first),
                    top + cellHeight * (1 - block.bottom) - height,
                    width,
                    height,
                    colour,
                    block.opacity
                )
            )
        }
    }

    private struct Ink {
        var foreground: RGB
        var background: RGB?
        var isBold: Bool
        var isDim: Bool
        var isUnderlined: Bool
    }

    private func colours(of style: Style) -> Ink {
        let paint = theme.paint(style)
        var foreground = rgb(paint.foreground, else: theme.assumedForeground)
        var background = rgb(paint.background, else: theme.assumedBackground)
        if paint.attributes.contains(.reverse) { swap(&foreground, &background) }
        return Ink(
            foreground: foreground,
            background: background == theme.assumedBackground ? nil : background,
            isBold: paint.attributes.contains(.bold),
            isDim: paint.attributes.contains(.dim),
            isUnderlined: paint.attributes.contains(.underline)
        )
    }

    private func rgb(_ colour: Colour, else standard: RGB) -> RGB {
        switch colour {
        case .standard: standard
        case .rgb(let rgb): rgb
        }
    }

    private func left(_ column: Int) -> Double { margin + Double(column) * cellWidth }

    private func rectangle(
        _ x: Double,
        _ y: Double,
        _ width: Double,
        _ height: Double,
        _ colour: RGB,
        _ opacity: Double = 1
    ) -> String {
        let position = "x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\""
        let faint = opacity < 1 ? " opacity=\"\(number(opacity))\"" : ""
        return "<rect \(position) fill=\"\(colour.hex)\"\(faint)/>"
    }

    /// Two decimals are finer than any screen.
    private func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    private func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case " ": escaped += "\u{A0}"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}

/// A block element as the part of its cell that it fills: Unicode's lower and left blocks, and the shades.
private struct BlockShape {
    var width = 1.0
    /// From the bottom up.
    var height = 1.0
    /// What is left free below it.
    var bottom = 0.0
    var opacity = 1.0

    init?(_ character: Character) {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return nil }
        switch scalar.value {
        case 0x2580: (height, bottom) = (0.5, 0.5)
        case 0x2581...0x2588: height = Double(scalar.value - 0x2580) / 8
        case 0x2589...0x258F: width = Double(0x2590 - scalar.value) / 8
        case 0x2591...0x2593: opacity = Double(scalar.value - 0x2590) / 4
        default: return nil
        }
    }
}
