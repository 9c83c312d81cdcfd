import Canvas
import Reports

/// The themes there are, in every format.
struct ThemeList: Reportable {
    private let rows: [(name: String, base: String, summary: String, file: String?)]

    /// A theme that cannot be used is listed with what is wrong.
    init(_ library: ThemeLibrary) {
        rows = library.names.map { name in
            let file = library.file(named: name)
            do throws(ThemeError) {
                let theme = try library.theme(named: name)
                return (name, theme.base.rawValue, theme.summary, file)
            } catch {
                let reason = error.description.split(separator: "\n").first.map(String.init) ?? error.hint
                return (name, "", "cannot be used: \(reason)", file)
            }
        }
    }

    var json: JSONValue {
        let themes = rows.map { row -> JSONValue in
            [
                "name": .string(row.name), "base": .string(row.base), "description": .string(row.summary),
                "file": row.file.map { .string($0) } ?? .null,
            ]
        }
        return ["themes": .array(themes)]
    }

    var report: Report {
        let cells = rows.map {
            [ReportCell($0.name), ReportCell($0.base), ReportCell($0.summary), ReportCell($0.file ?? "built in")]
        }
        let table = ReportTable([.words("name"), .words("base"), .words("description"), .words("from")], cells)
        return Report(title: "Themes", lead: [], sections: [Report.Section("There are", table: table)])
    }

    var records: Records {
        Records(
            ["name", "base", "description", "file"],
            rows.map { [.text($0.name), .text($0.base), .text($0.summary), $0.file.map { .text($0) } ?? .none] }
        )
    }
}

/// One theme, role by role.
struct ThemeSheet: Reportable {
    let theme: Theme

    private var rows: [(role: String, foreground: String, background: String, attributes: String)] {
        Role.allCases.map { role in
            let paint = theme[role]
            return (role.rawValue, text(paint.foreground), text(paint.background), text(paint.attributes))
        }
    }

    var json: JSONValue {
        let roles = rows.map { row -> JSONValue in
            [
                "role": .string(row.role), "foreground": .string(row.foreground),
                "background": .string(row.background), "attributes": .string(row.attributes),
            ]
        }
        return [
            "name": .string(theme.name), "description": .string(theme.summary), "base": .string(theme.base.rawValue),
            "roles": .array(roles),
        ]
    }

    var report: Report {
        let cells = rows.map { [$0.role, $0.foreground, $0.background, $0.attributes].map { ReportCell($0) } }
        let table = ReportTable([.words("role"), .words("text"), .words("ground"), .words("set")], cells)
        return Report(
            title: "Theme \(theme.name)",
            lead: [theme.summary, "Made for a \(theme.base.rawValue) background"],
            sections: [Report.Section("Roles", table: table)]
        )
    }

    var records: Records {
        Records(
            ["role", "foreground", "background", "attributes"],
            rows.map { [.text($0.role), .text($0.foreground), .text($0.background), .text($0.attributes)] }
        )
    }

    private func text(_ colour: Colour) -> String {
        switch colour {
        case .standard: return "standard"
        case .rgb(let rgb):
            let digits = String(rgb.packed, radix: 16)
            return "#" + String(repeating: "0", count: 6 - digits.count) + digits
        }
    }

    private func text(_ attributes: Attributes) -> String {
        let names: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.reverse, "reverse"), (.underline, "underline"),
        ]
        return names.filter { attributes.contains($0.0) }.map(\.1).joined(separator: " ")
    }
}
