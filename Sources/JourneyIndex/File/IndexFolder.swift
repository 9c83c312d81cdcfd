import Foundation
public import JourneyModel

/// The place of an index in a file system: a manifest, and a folder of columns that it names.
///
/// Columns only ever grow at their end, and a manifest says how much of them counts; so who has an older manifest goes on
/// reading, undisturbed, while a newer one is made. A new set of columns goes into a folder of its own; the old one is
/// unlinked, which does not touch those who have it mapped.
public struct IndexFolder: Sendable {
    public let path: String
    /// Who may look into it.
    private let permissions: mode_t

    /// A folder for the user alone.
    public init(_ path: String) {
        self.init(path, permissions: 0o700)
    }

    private init(_ path: String, permissions: mode_t) {
        self.path = path
        self.permissions = permissions
    }

    /// The index of the store at `path` stands beside it under this name. It is for those who may read the store, as there
    /// is nothing in it that is not in the store.
    public static func beside(store path: String) -> IndexFolder {
        var status = stat()
        let store = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o600
        // Who may read a file may enter a folder.
        return IndexFolder(path + "-index", permissions: 0o700 | store | (store & 0o444) >> 2)
    }

    var manifestPath: String { path + "/manifest" }

    /// Opens what is there; looks at no column yet.
    ///
    /// - Throws: `IndexFault`.
    public func open() throws -> IndexImage {
        do {
            return try openOnce()
        } catch IndexFault.missing where access(manifestPath, F_OK) == 0 {
            // Between the reading of the manifest and of its folder another set may have taken its place.
            return try openOnce()
        }
    }

    private func openOnce() throws -> IndexImage {
        let manifest = try readManifest()
        var columns: [ColumnID: StoredColumn] = [:]
        for column in manifest.columns {
            let path = file(named: column.file, in: manifest.folder)
            let file = try MappedFile(path: path, size: column.count * column.width)
            columns[column.id] = StoredColumn(column, bytes: file.bytes, owner: file, sums: column.sums)
        }
        return IndexImage(manifest, columns: columns)
    }

    func readManifest() throws -> IndexManifest {
        try MappedFile.contents(of: manifestPath).withUnsafeBytes { try IndexManifest(bytes: $0) }
    }

    func file(named name: String, in folder: String) -> String { "\(path)/\(folder)/\(name)" }

    /// Makes the folder, and those that it is in.
    ///
    /// - Throws: `IndexFault.notWritable`.
    func make() throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: Int(permissions)]
            )
        } catch {
            throw IndexFault.notWritable("'\(path)': \(error.localizedDescription)")
        }
        // The store's may have changed since. Whose folder it is not cannot set them, and need not.
        chmod(path, permissions)
    }

    /// Makes the folder of a new set of columns, which is in nobody's hands: not even a damaged set is written over while
    /// somebody may read it.
    ///
    /// - Parameter name: what it is to be called, if nothing is.
    /// - Returns: what it is called.
    /// - Throws: `IndexFault.notWritable`.
    func makeFolder(_ name: String) throws -> String {
        for number in 1... {
            let folder = number == 1 ? name : "\(name)-\(number)"
            if mkdir("\(path)/\(folder)", 0o755) == 0 { return folder }
            if errno != EEXIST { break }
        }
        throw IndexFault.notWritable("'\(path)': \(String(cString: strerror(errno)))")
    }

    /// Makes `manifest` the one that counts, and removes what no manifest names any more.
    ///
    /// - Throws: `IndexFault.notWritable`.
    func publish(_ manifest: IndexManifest) throws {
        let temporary = "\(manifestPath).\(getpid())"
        try write(manifest.bytes, to: temporary)
        guard rename(temporary, manifestPath) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(temporary)
            throw IndexFault.notWritable("'\(manifestPath)': \(reason)")
        }
        clean(keeping: manifest)
    }

    /// - Throws: `IndexFault.notWritable`.
    func write(_ bytes: [UInt8], to path: String) throws {
        let file = Foundation.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw IndexFault.notWritable("'\(path)': \(String(cString: strerror(errno)))") }
        defer { close(file) }
        try bytes.withUnsafeBytes { try IndexFolder.write($0, to: file, at: 0, path: path) }
    }

    /// - Throws: `IndexFault.notWritable`.
    static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, at start: Int, path: String) throws {
        var offset = 0
        while offset < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
            let count = pwrite(file, rest.baseAddress, rest.count, off_t(start + offset))
            if count < 0 {
                if errno == EINTR { continue }
                throw IndexFault.notWritable("'\(path)': \(String(cString: strerror(errno)))")
            }
            offset += count
        }
    }

    /// Answers worked out beforehand from the index of `stamp`; nil where there are none.
    public func answers(of stamp: StoreStamp) -> [UInt8]? { try? MappedFile.contents(of: answersPath(stamp)) }

    /// Keeps answers beside the index, for all who open it; the next change of the index takes them away.
    ///
    /// - Throws: `IndexFault.notWritable`.
    public func keep(answers: [UInt8], of stamp: StoreStamp) throws {
        let temporary = "\(answersPath(stamp)).\(getpid())"
        try write(answers, to: temporary)
        guard rename(temporary, answersPath(stamp)) == 0 else { throw IndexFault.notWritable("'\(path)'") }
    }

    private func answersPath(_ stamp: StoreStamp) -> String { "\(path)/answers-\(String(stamp.state, radix: 16))" }

    /// Removes all there is but the lock, which the caller has. Who has the index open goes on reading it.
    public func removeContents() { remove(keeping: ["lock"]) }

    private func remove(keeping kept: Set<String>) {
        for name in names(in: path) where !kept.contains(name) {
            let other = "\(path)/\(name)"
            for file in names(in: other) { unlink("\(other)/\(file)") }
            if rmdir(other) != 0 { unlink(other) }
        }
    }

    /// Removes files and folders that are not of `manifest`: older sets, and what an interrupted build left.
    private func clean(keeping manifest: IndexManifest) {
        remove(keeping: [manifest.folder, "manifest", "lock"])
        let used = Set(manifest.columns.map(\.file))
        let folder = "\(path)/\(manifest.folder)"
        for name in names(in: folder) where !used.contains(name) { unlink("\(folder)/\(name)") }
    }

    private func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
}
