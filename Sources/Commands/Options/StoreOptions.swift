import ArgumentParser
import Foundation
import JourneyModel
import JourneyStore

/// Which store: the argument of commands that take one, else `--store`, else `CXM_STORE`.
struct StoreOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The store; CXM_STORE stands in for it.", valueName: "store"))
    var store: String?

    /// The file that is meant, whichever symbolic link names it.
    ///
    /// - Throws: `Complaint` where none names one, or no file.
    func path(_ argument: String? = nil) throws(Complaint) -> String {
        if let path = try pathIfNamed(argument) { return path }
        throw Complaint("no store was named", hint: "add --store STORE, set CXM_STORE, or try: cxm demo")
    }

    /// The same; nil where none was named.
    ///
    /// - Throws: `Complaint` where no file was named.
    func pathIfNamed(_ argument: String? = nil) throws(Complaint) -> String? {
        let named = [argument, store, ProcessInfo.processInfo.environment["CXM_STORE"]]
        if let path = named.compactMap({ $0 }).first(where: { !$0.isEmpty }) {
            guard !StorePath.isAddress(path) else {
                throw Complaint(
                    "'\(path)' is an address of SQLite's, and a store is a file",
                    hint:
                        "name the file itself; one that is really called so is \(ShellWord.quoted(StorePath.plain(path)))"
                )
            }
            return StorePath.resolved(path)
        }
        return nil
    }
}
