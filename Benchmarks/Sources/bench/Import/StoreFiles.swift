import Foundation
import JourneyIndex

/// The files of a store and of the index beside it.
enum StoreFiles {
    /// What each takes, in bytes; the store first, then the index's, the largest first.
    static func sizes(_ store: String) -> [(name: String, bytes: Int)] {
        let index = index(of: store)
        let paths = FileManager.default.enumerator(atPath: index)?.compactMap { $0 as? String } ?? []
        let files = paths.compactMap { path in
            bytes(of: "\(index)/\(path)").map { (name: "index, \(path.split(separator: "/").last ?? "")", bytes: $0) }
        }
        let ordered = files.sorted { ($1.bytes, $0.name) < ($0.bytes, $1.name) }
        return [(name: "store", bytes: bytes(of: store) ?? 0)] + ordered
    }

    /// The folder of the index of the store at `path`.
    private static func index(of path: String) -> String { IndexFolder.beside(store: path, number: 0).path }

    /// Nil where there is no such file, or it is a folder.
    static func bytes(of path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else { return nil }
        return (attributes?[.size] as? NSNumber)?.intValue
    }

    static func remove(_ store: String) {
        try? FileManager.default.removeItem(atPath: store)
        try? FileManager.default.removeItem(atPath: index(of: store))
    }

    /// - Throws: what the file system says.
    static func copy(_ store: String, to other: String) throws {
        try FileManager.default.copyItem(atPath: store, toPath: other)
        try FileManager.default.copyItem(
            atPath: index(of: store),
            toPath: index(of: other)
        )
    }
}
