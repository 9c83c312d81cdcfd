import ArgumentParser

/// How long a list is.
struct TopOption: ParsableArguments {
    @Option(help: "How many to show, most frequent first.") var top = 20

    func validate() throws {
        guard top >= 1 else { throw ValidationError("--top must be at least 1.") }
    }
}
