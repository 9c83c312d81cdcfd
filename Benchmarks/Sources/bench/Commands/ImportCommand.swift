import ArgumentParser
import Foundation
import JourneyModel
import JourneyStore

/// `bench import`: what an import takes, and where the time goes.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Imports a file of events, parts of the work by themselves, and the file a second time.",
        discussion: """
            A store that is there already is replaced. A pipe (- for the file) can be read once only, so then cxm import is
            all that is measured.
            """
    )

    @Argument(help: "A table of events, as bench generate makes it.") var file: String
    @Argument(help: "The store to make.") var store: String
    @Option(help: "The cxm program.") var cxm = "cxm"
    @Option(help: "A table of people to import after the events.") var people: String?
    @Flag(inversion: .prefixedNo, help: "Also measure reading by itself, and storing without an index.")
    var parts = true

    func run() throws {
        print(Machine.text)
        let folder = try TemporaryFolder()
        let events = try folder.write(TownMapping.events, to: "events.toml")
        StoreFiles.remove(store)
        var table = MarkdownTable("import", "s", "user s", "system s", "peak MB", "MB of file / s")
        if parts, !isPipe {
            let scratch = store + "-part"
            for part in ImportPart.allCases {
                let command = [try Self.program(), "import-part", part.rawValue, file, scratch]
                add(try measured(command), part.title, to: &table)
                StoreFiles.remove(scratch)
            }
        }
        let command = [cxm, "import", file, "--store", store, "--map", events] + (isPipe ? ["--format", "csv"] : [])
        add(try measured(command), "reading, storing, index: cxm import", to: &table)
        if !isPipe { add(try measured(command), "again, all of it known already", to: &table) }
        if let people {
            let map = try folder.write(TownMapping.people, to: "people.toml")
            add(
                try measured([cxm, "import", people, "--store", store, "--map", map]),
                "people",
                of: people,
                to: &table
            )
        }
        print(table.text)
        printSizes(events: try StoreReader(path: store).summary().events)
    }

    private var isPipe: Bool { file == "-" }

    private func measured(_ command: [String]) throws -> ChildProcess.End {
        try ChildProcess(command, input: isPipe ? .inherited : .nothing).success()
    }

    private func add(_ end: ChildProcess.End, _ title: String, of other: String? = nil, to table: inout MarkdownTable) {
        let bytes = StoreFiles.bytes(of: other ?? file)
        table.add(
            title,
            Figure.seconds(end.use.wall),
            Figure.seconds(end.use.user),
            Figure.seconds(end.use.system),
            Figure.megabytes(end.peakMemory),
            bytes.map { Figure.megabytes(Int(Double($0) / end.use.wall)) } ?? ""
        )
    }

    private func printSizes(events: Int) {
        let sizes = StoreFiles.sizes(store)
        let small = sizes.filter { $0.bytes < events / 2 }
        var table = MarkdownTable("file", "MB", "bytes an event")
        func add(_ name: String, _ bytes: Int) {
            table.add(name, Figure.megabytes(bytes), String(format: "%.2f", Double(bytes) / Double(max(1, events))))
        }
        for size in sizes where size.bytes >= events / 2 { add(size.name, size.bytes) }
        add("index, \(small.count) smaller files", small.reduce(0) { $0 + $1.bytes })
        add("all, for \(Figure.count(events)) events", sizes.reduce(0) { $0 + $1.bytes })
        print(table.text)
    }

    private static func program() throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    }
}

extension ImportPart {
    fileprivate var title: String {
        switch self {
        case .read: "reading alone"
        case .store: "reading, storing"
        }
    }
}
