import ArgumentParser
import JourneyFormats

/// `cxm template`: tables to begin an export with.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Prints a small table of one kind of rows, with the mapping that reads it.",
        discussion: """
            Without a kind it lists the kinds.
            Example: cxm template costs > costs.csv; cxm template costs --mapping > costs.toml
            """
    )

    @Argument(help: ArgumentHelp("What the rows are; none lists what there is.", valueName: "kind")) var kind: String?
    @Flag(help: "Print the mapping file alone.") var mapping = false

    func run() throws {
        guard let kind else {
            let width = ImportTemplate.all.map(\.name.count).max() ?? 0
            for template in ImportTemplate.all {
                let gap = String(repeating: " ", count: width - template.name.count + 2)
                StandardStreams.out("\(template.name)\(gap)\(template.about)\n")
            }
            return
        }
        let template = try ImportTemplate.named(kind)
        StandardStreams.out(mapping ? template.mapping : template.text)
    }
}
