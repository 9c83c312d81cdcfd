internal import TOML

/// Reads the text of a theme file.
///
/// ```toml
/// description = "Calm blues on a dark ground"
/// base = "dark"              # or "light"
/// foreground = "#d7dde5"     # what the terminal's default colours are taken to be
/// background = "#11161c"
/// paint-ground = false       # true: paint both everywhere instead of leaving the terminal's own
/// contrast = 4.5             # the least contrast of text
///
/// [palette]
/// sky = "#6cb6ff"
///
/// [roles]
/// accent = "sky"
/// badge = "default on sky bold"
/// ```
struct ThemeFile {
    let file: String
    private var roleLines: [Role: Int] = [:]
    private(set) var problems: [TextProblem] = []
    private(set) var theme: Theme?
    /// The least contrast of text that the theme sets itself.
    private(set) var contrast = 4.5

    init(name: String, text: String, file: String) {
        self.file = file
        do {
            read(try TOMLDocument(text, name: file).table, name: name)
        } catch {
            report(error.line ?? 1, error.message, "see the themes shipped with cxm for the form")
        }
        problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    }

    /// Where the role is painted; the first line for one that is not.
    func line(of role: Role) -> Int { roleLines[role] ?? 1 }

    private mutating func report(_ line: Int, _ message: String, _ hint: String) {
        // A quoted key may hold anything, and problems are printed to a terminal.
        problems.append(TextProblem(file, line: line, SafeText(message).text, hint: hint))
    }

    private static let keys = ["name", "description", "base", "foreground", "background", "paint-ground", "contrast"]

    private mutating func read(_ table: TOMLTable, name: String) {
        for entry in table.entries(otherThan: Self.keys + ["palette", "roles"]) {
            report(entry.line, "unknown key “\(entry.key)”", "keys are: " + Self.keys.joined(separator: ", "))
        }
        if let given = table["name"]?.string, given != name {
            let hint = "remove the line, or rename the file to \(given).toml"
            report(table.line(of: "name") ?? 1, "the name “\(given)” is not that of the file", hint)
        }
        let base = Theme.Base(rawValue: table["base"]?.string ?? "")
        if base == nil {
            report(table.line(of: "base") ?? 1, "base must be \"dark\" or \"light\"", "add: base = \"dark\"")
        }
        let foreground = assumed(table, "foreground", base == .light ? RGB(0, 0, 0) : RGB(255, 255, 255))
        let background = assumed(table, "background", base == .light ? RGB(255, 255, 255) : RGB(0, 0, 0))
        readContrast(table)
        let palette = readPalette(table)
        let paintsGround = table["paint-ground"]?.bool ?? false
        let ground = Theme.Paint(
            foreground: paintsGround ? .rgb(foreground) : .standard,
            background: paintsGround ? .rgb(background) : .standard
        )
        let paints = readRoles(table, palette, ground)
        guard problems.isEmpty, let base else { return }
        theme = Theme(
            name: name,
            summary: table["description"]?.string ?? "",
            base: base,
            assumedForeground: foreground,
            assumedBackground: background,
            ground: ground,
            paints: paints
        )
    }

    private mutating func assumed(_ table: TOMLTable, _ key: String, _ otherwise: RGB) -> RGB {
        guard let entry = table.entry(key) else { return otherwise }
        if let text = entry.value.string, let rgb = RGB(hex: text) { return rgb }
        report(entry.line, "\(key) is no colour", "write it as \"#rrggbb\"")
        return otherwise
    }

    private mutating func readContrast(_ table: TOMLTable) {
        guard let entry = table.entry("contrast") else { return }
        guard let number = entry.value.number, number >= 4.5, number <= 21 else {
            return report(entry.line, "contrast must be a number from 4.5 to 21", "add: contrast = 4.5")
        }
        contrast = number
    }

    private mutating func section(_ key: String, of table: TOMLTable) -> TOMLTable? {
        guard let entry = table.entry(key) else { return nil }
        if entry.value.table == nil { report(entry.line, "“\(key)” must be a section", "write it as: [\(key)]") }
        return entry.value.table
    }

    private mutating func readPalette(_ table: TOMLTable) -> [String: RGB] {
        var palette: [String: RGB] = [:]
        guard let section = section("palette", of: table) else { return palette }
        for entry in section.entries {
            let (key, line) = (entry.key, entry.line)
            if ["default", "on"].contains(key) || Self.attributes[key] != nil {
                report(line, "“\(key)” cannot name a colour", "choose another name")
            } else if let text = entry.value.string, let rgb = RGB(hex: text) {
                palette[key] = rgb
            } else {
                report(line, "“\(key)” is no colour", "write it as \"#rrggbb\"")
            }
        }
        return palette
    }

    private mutating func readRoles(
        _ table: TOMLTable,
        _ palette: [String: RGB],
        _ ground: Theme.Paint
    ) -> [Role: Theme.Paint] {
        var paints: [Role: Theme.Paint] = [:]
        guard let section = section("roles", of: table) else { return paints }
        for entry in section.entries {
            let (key, line) = (entry.key, entry.line)
            guard let role = Role(rawValue: key) else {
                report(
                    line,
                    "unknown role “\(key)”",
                    "the nearest is “\(Role.nearest(to: key).rawValue)”; docs/THEMES.md lists all"
                )
                continue
            }
            roleLines[role] = line
            guard let text = entry.value.string else {
                report(line, "“\(key)” must be text", "write it as: \(key) = \"colour on colour bold\"")
                continue
            }
            paints[role] = paint(text, palette, ground, line: line)
        }
        return paints
    }

    private static let attributes: [String: Attributes] = [
        "bold": .bold, "dim": .dim, "reverse": .reverse, "underline": .underline,
    ]

    /// `colour [on colour] [bold] [dim] [reverse] [underline]`
    private mutating func paint(
        _ text: String,
        _ palette: [String: RGB],
        _ ground: Theme.Paint,
        line: Int
    ) -> Theme.Paint {
        var paint = ground
        var words = text.split(separator: " ").map(String.init)[...]
        if let first = words.first, Self.attributes[first] == nil, first != "on" {
            paint.foreground = colour(first, palette, ground.foreground, line: line)
            words = words.dropFirst()
        }
        if words.first == "on" {
            words = words.dropFirst()
            if let name = words.popFirst() {
                paint.background = colour(name, palette, ground.background, line: line)
            } else {
                report(line, "a colour is missing after “on”", "write it as: colour on colour")
            }
        }
        for word in words {
            if let attribute = Self.attributes[word] {
                paint.attributes.insert(attribute)
            } else {
                report(line, "“\(word)” is no attribute", "attributes are: bold, dim, reverse, underline")
            }
        }
        return paint
    }

    private mutating func colour(_ name: String, _ palette: [String: RGB], _ ground: Colour, line: Int) -> Colour {
        if name == "default" { return ground }
        if let rgb = palette[name] ?? RGB(hex: name) { return .rgb(rgb) }
        report(line, "“\(name)” is no colour", "use #rrggbb, a name from [palette], or default")
        return ground
    }
}
