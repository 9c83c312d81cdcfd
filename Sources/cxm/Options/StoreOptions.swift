import ArgumentParser
import Foundation

/// Which store: `--store`, else `CXM_STORE`.
struct StoreOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The store; CXM_STORE stands in for it.", valueName: "store"))
    var store: String?

    /// - Throws: `Complaint` where neither names one.
    func path() throws(Complaint) -> String {
        if let store, !store.isEmpty { return store }
        if let named = ProcessInfo.processInfo.environment["CXM_STORE"], !named.isEmpty { return named }
        throw Complaint("no store was named", hint: "add --store STORE, set CXM_STORE, or try: cxm demo")
    }
}
