/// A command as the argument parser describes it (`--experimental-dump-help`), as far as a manual page needs it.
struct CommandDescription: Decodable {
    struct Tool: Decodable {
        var command: CommandDescription
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String

            var text: String { (kind == "long" ? "--" : "-") + name }
        }

        var kind: String
        var shouldDisplay: Bool?
        var names: [Name]?
        var valueName: String?
        var defaultValue: String?
        var allValues: [String]?
        var abstract: String?
    }

    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool?
    var subcommands: [CommandDescription]?
    var arguments: [Argument]?

    /// What is shown to people: neither hidden commands nor `help`, which explains itself.
    var shownSubcommands: [CommandDescription] {
        (subcommands ?? []).filter { $0.shouldDisplay ?? true && $0.commandName != "help" }
    }

    /// Without `--help` and `--version`, which every command has.
    var shownArguments: [Argument] {
        (arguments ?? []).filter { argument in
            argument.shouldDisplay ?? true
                && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
        }
    }
}
