import ArgumentParser

/// `bench import-part`: what `bench import` starts for each part, so that every part has a process of its own.
struct ImportPartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-part",
        abstract: "Does a part of an import.",
        shouldDisplay: false
    )

    @Argument var part: ImportPart
    @Argument var file: String
    @Argument var store: String

    func run() throws {
        try part.run(file: file, store: store)
    }
}

extension ImportPart: ExpressibleByArgument {}
