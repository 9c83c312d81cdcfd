import Foundation

/// A folder that is there for as long as the value is.
final class TemporaryFolder {
    let path: String

    /// - Throws: what the file system says.
    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("cxm-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes `text` to a file of that name and returns its path.
    func write(_ text: String, to name: String) throws -> String {
        let file = "\(path)/\(name)"
        try text.write(toFile: file, atomically: false, encoding: .utf8)
        return file
    }
}
