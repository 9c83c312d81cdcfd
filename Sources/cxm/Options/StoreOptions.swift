import ArgumentParser
import Foundation
import JourneyStore

/// Which store: the argument of commands that take one, else `--store`, else `CXM_STORE`.
struct StoreOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The store; CXM_STORE stands in for it.", valueName: "store"))
    var store: String?

    /// The file that is meant, whichever symbolic link names it.
    ///
    /// - Throws: `Complaint` where none names one.
    func path(_ argument: String? = nil) throws(Complaint) -> String {
        let named = [argument, store, ProcessInfo.processInfo.environment["CXM_STORE"]]
        if let path = named.compactMap({ $0 }).first(where: { !$0.isEmpty }) { return StorePath.resolved(path) }
        throw Complaint("no store was named", hint: "add --store STORE, set CXM_STORE, or try: cxm demo")
    }
}
