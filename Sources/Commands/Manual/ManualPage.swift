import Dashboard

/// The manual page in the macros of man(7): commands and options as the argument parser has them, keys as the tables of
/// bindings have them.
struct ManualPage {
    private let tool: CommandDescription

    init(_ tool: CommandDescription) {
        self.tool = tool
    }

    /// The page, with a newline at its end.
    var text: String {
        let lines =
            [".TH CXM 1 \"\" \"cxm \(Version.text)\" \"User commands\""]
            + section("Name", ["cxm \\- " + escaped(tool.abstract ?? "")])
            + section("Synopsis", [".nf"] + verbatim(tool.discussion ?? "") + [".fi"])
            + section("Commands", tool.shownSubcommands.flatMap { command($0, after: "cxm") })
            + section("Keys", KeySection.all.flatMap(keys))
            + section(
                "Files",
                [
                    ".TP", ".I cxm/config.toml", "Settings, in XDG_CONFIG_HOME, XDG_CONFIG_DIRS or /etc.", ".TP",
                    ".I cxm/views.toml", "Named views, in XDG_CONFIG_HOME.",
                ]
            )
            + section("Environment", variables.flatMap { [".TP", ".B " + $0.name, escaped($0.meaning)] })
            + section(
                "Exit status",
                ["0 where all went well, 1 for a check that failed, 2 for a wrong call or input, 128 + n for signal n."]
            )
        return lines.joined(separator: "\n") + "\n"
    }

    private let variables = [
        (name: "CXM_STORE", meaning: "Stands in for --store."),
        (name: Kiosk.variable, meaning: "Set: as with --kiosk."),
        (name: "NO_COLOR", meaning: "Set: no colours, unless --color says otherwise."),
        (
            name: "LC_ALL, LC_TIME, LC_NUMERIC, LANG",
            meaning: "How dates and numbers are written, and with which characters."
        ),
    ]

    private func section(_ title: String, _ lines: [String]) -> [String] { [".SH " + title.uppercased()] + lines }

    private func command(_ command: CommandDescription, after parent: String) -> [String] {
        let name = "\(parent) \(command.commandName)"
        let head = [".SS " + name, escaped(command.abstract ?? "")]
        let discussion = command.discussion.map { [".PP"] + paragraphs($0) } ?? []
        return head + discussion + command.shownArguments.flatMap(argument)
            + command.shownSubcommands.flatMap { self.command($0, after: name) }
    }

    private func argument(_ argument: CommandDescription.Argument) -> [String] {
        let names = (argument.names ?? []).map { "\\fB" + escaped($0.text) + "\\fR" }.joined(separator: ", ")
        let value = argument.kind == "flag" ? "" : "\\fI" + escaped(argument.valueName ?? "value") + "\\fR"
        // Of the two forms of a flag the parser describes the one.
        let opposite = argument.names?.first { $0.name.hasPrefix("no-") }?.name.dropFirst(3)
        var text = [opposite.map { "The opposite of --\($0)." } ?? argument.abstract ?? ""]
        if let values = argument.allValues, !values.isEmpty {
            text.append("One of: \(values.joined(separator: ", ")).")
        }
        if let usual = argument.defaultValue { text.append("Default: \(usual).") }
        return [
            ".TP", [names, value].filter { !$0.isEmpty }.joined(separator: " "),
            escaped(text.filter { !$0.isEmpty }.joined(separator: " ")),
        ]
    }

    private func keys(_ section: KeySection) -> [String] {
        [".SS " + escaped(section.title)]
            + section.entries.flatMap {
                [".TP", "\\fB" + escaped($0.keys) + "\\fR", escaped("\($0.label): \($0.summary)")]
            }
    }

    private func verbatim(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }
    }

    /// What stands on lines of its own stays there.
    private func paragraphs(_ text: String) -> [String] { [".nf"] + verbatim(text) + [".fi"] }

    /// Text that roff leaves alone: no line is a request, and a hyphen can be copied as one.
    private func escaped(_ text: String) -> String {
        let marked = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return marked.hasPrefix(".") || marked.hasPrefix("'") ? "\\&" + marked : marked
    }
}
