public import TOML

/// Checks that a theme can be used and read.
public enum ThemeCheck {
    /// Everything wrong with the text of a theme file, by line: what it cannot say, and text that is hard to read.
    ///
    /// Text needs a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3), or what the theme asks of itself; bars and other drawings
    /// need 3 to 1 (1.4.11). Lines that only part one thing from another need none.
    public static func problems(inText text: String, name: String, file: String) -> [TextProblem] {
        let parsed = ThemeFile(name: name, text: text, file: file)
        guard let theme = parsed.theme else { return parsed.problems }
        let found = Role.allCases.flatMap { contrastProblems($0, theme, parsed) }
        return (parsed.problems + found).sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    }

    private static func contrastProblems(_ role: Role, _ theme: Theme, _ file: ThemeFile) -> [TextProblem] {
        let needed: Double
        switch role.contrastNeed {
        case .text: needed = file.contrast
        case .drawing: needed = file.contrast >= 7 ? 4.5 : 3
        case .none: return []
        }
        var problems: [TextProblem] = []
        let places: [(Attributes, String)] = role.appearsRaised ? [([], ""), (.raised, ", in a picker,")] : [([], "")]
        for (attributes, place) in places {
            let ratio = theme.contrast(Style(role, attributes))
            if ratio < needed {
                problems.append(
                    TextProblem(
                        file.file,
                        line: file.line(of: role),
                        "“\(role.rawValue)”\(place) has a contrast of \(oneDecimal(ratio)), below \(oneDecimal(needed))",
                        hint: "make its colour \(theme.base == .dark ? "lighter" : "darker")"
                    )
                )
            }
        }
        return problems
    }

    /// Rounded down, so that 4.49 is not said to be 4.5.
    private static func oneDecimal(_ number: Double) -> String {
        let tenths = Int(number * 10)
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension Theme {
    /// The contrast of `style`'s text with its background, taking the terminal's own colours to be those assumed.
    public func contrast(_ style: Style) -> Double {
        let paint = paint(style)
        return Contrast.ratio(
            paint.foreground.rgb(otherwise: assumedForeground),
            paint.background.rgb(otherwise: assumedBackground)
        )
    }
}

extension Colour {
    func rgb(otherwise: RGB) -> RGB {
        switch self {
        case .standard: otherwise
        case .rgb(let rgb): rgb
        }
    }
}

extension Role {
    enum ContrastNeed {
        case text
        case drawing
        case none
    }

    var contrastNeed: ContrastNeed {
        switch self {
        case .bar, .barPending, .whisker, .target, .spark: .drawing
        case .rule, .barRest: .none
        default: .text
        }
    }

    /// Whether palettes and pickers are drawn with it.
    var appearsRaised: Bool {
        switch self {
        case .text, .muted, .heading, .warning, .modalTitle, .input, .placeholder, .key, .hint, .match, .disabled,
            .accent, .accent2:
            true
        default: false
        }
    }
}
