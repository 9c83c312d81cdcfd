import Foundation
import JourneyIndex

/// The files of a store and of the index beside it.
enum StoreFiles {
    /// What each takes, in bytes; the store first, then the index's by name.
    static func sizes(_ store: String) -> [(name: String, bytes: Int)] {
        let index = IndexFolder.beside(store: store).path
        let inside = FileManager.default.enumerator(atPath: index)?.compactMap { $0 as? String }.sorted() ?? []
        let files = [(name: "store", path: store)] + inside.map { (name: "index/\($0)", path: "\(index)/\($0)") }
        return files.compactMap { file in bytes(of: file.path).map { (file.name, $0) } }
    }

    /// Nil where there is no such file, or it is a folder.
    static func bytes(of path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else { return nil }
        return (attributes?[.size] as? NSNumber)?.intValue
    }

    static func remove(_ store: String) {
        try? FileManager.default.removeItem(atPath: store)
        try? FileManager.default.removeItem(atPath: IndexFolder.beside(store: store).path)
    }

    /// - Throws: what the file system says.
    static func copy(_ store: String, to other: String) throws {
        try FileManager.default.copyItem(atPath: store, toPath: other)
        try FileManager.default.copyItem(
            atPath: IndexFolder.beside(store: store).path,
            toPath: IndexFolder.beside(store: other).path
        )
    }
}
