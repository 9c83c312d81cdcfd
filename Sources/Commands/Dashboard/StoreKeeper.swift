import Dashboard
import Foundation
import JourneyModel
import OwnFiles

/// Writes the data of a first look into a store of their own, and beside it the mappings that read the files again.
struct StoreKeeper: Sendable {
    /// The store of the first look.
    let path: String
    /// The texts of the mappings, with the names of their files without ending.
    let mappings: [(file: String, toml: String)]

    /// Nothing is replaced: a store or a mapping that is there already is said, and nothing is written.
    ///
    /// - Parameter name: of the store's file, as somebody typed it.
    func keep(as name: String) -> [Action] {
        let name = name.hasSuffix(".cxm") ? name : name + ".cxm"
        do {
            let store = WholeFile(named: name)
            let files = mappings.map { WholeFile(named: mappingName(for: name, $0.file)) }
            if let taken = files.first(where: { FileStatus(at: $0.path) != nil }) {
                return [.message("'\(taken.path)' is there already: choose another name")]
            }
            // As an import makes a store: for this user alone.
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
            try store.write(bytes, replacing: false, .ownerOnly)
            for (file, mapping) in zip(files, mappings) { try file.write(Data(mapping.toml.utf8), replacing: false) }
            let shown = URL(fileURLWithPath: store.path).deletingPathExtension().lastPathComponent
            return [.kept(path: store.path, name: shown)]
        } catch WholeFile.Failure.exists {
            return [.message("'\(name)' is there already: choose another name")]
        } catch WholeFile.Failure.complaint(let complaint) {
            return [.message("\(complaint.message): \(complaint.hint)")]
        } catch {
            return [.message(Complaint(about: error).message)]
        }
    }

    /// `requests.toml` beside `requests.cxm`; of several files one each.
    private func mappingName(for store: String, _ file: String) -> String {
        let stem = String(store.dropLast(".cxm".count))
        return (mappings.count == 1 ? stem : "\(stem)-\(file)") + ".toml"
    }
}
