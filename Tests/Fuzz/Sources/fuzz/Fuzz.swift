import CFuzz
import Foundation

/// `fuzz list` names the targets, `fuzz seeds TARGET FOLDER` writes what each begins with, and `fuzz TARGET [WORDS…]` runs
/// one with libFuzzer's own words.
@main
enum Fuzz {
    /// What libFuzzer calls knows no context.
    nonisolated(unsafe) private static var target: Target?

    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        switch words.first {
        case nil, "list": print(Target.all.map(\.name).joined(separator: "\n"))
        case "seeds": try writeSeeds(Array(words.dropFirst()))
        case let name?: try run(name)
        }
    }

    private static func named(_ name: String) throws -> Target {
        guard let target = Target.all.first(where: { $0.name == name }) else {
            throw Wrong("no target is called \(name)")
        }
        return target
    }

    private static func writeSeeds(_ words: [String]) throws {
        guard words.count == 2 else { throw Wrong("fuzz seeds TARGET FOLDER") }
        for (index, seed) in try named(words[0]).seeds().enumerated() {
            try Data(seed).write(to: URL(fileURLWithPath: "\(words[1])/seed-\(index)"))
        }
    }

    private static func run(_ name: String) throws {
        target = try named(name)
        try target?.prepare()
        // libFuzzer reads the words behind the target's name as its own.
        var count = CommandLine.argc - 1
        var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
        let status = LLVMFuzzerRunDriver(&count, &words) { bytes, count in
            Fuzz.target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
            return 0
        }
        exit(status)
    }
}

struct Wrong: Error {
    var message: String

    init(_ message: String) { self.message = message }
}
