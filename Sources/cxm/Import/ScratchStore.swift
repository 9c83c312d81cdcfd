import Foundation

/// A store that is thrown away, for trying things out.
enum ScratchStore {
    /// Calls `body` with the path of a copy of the store at `path`, or of a store yet to be made where there is none.
    static func with<Result>(copyOf path: String?, _ body: (String) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cxm-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw Complaint("no temporary folder can be made", hint: "set TMPDIR to a folder that can be written")
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        let copy = folder.appendingPathComponent("store.cxm")
        if let path, FileManager.default.fileExists(atPath: path) {
            do {
                try FileManager.default.copyItem(at: URL(fileURLWithPath: path), to: copy)
            } catch {
                throw Complaint(
                    "'\(path)' cannot be copied for the dry run",
                    hint: "make room in TMPDIR, or look who may read it"
                )
            }
        }
        return try await body(copy.path)
    }
}
