import Foundation

/// A store of the demo town, made once for all tests of this file.
enum Town {
    static let made = Result {
        let folder = try Folder()
        // `--path` makes the demo and prints where it is, without opening it.
        let outcome = try Program.run(["demo", "--people", "2000", "--path"], in: folder)
        return (folder: folder, store: outcome.output.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
