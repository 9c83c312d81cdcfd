public import Foundation

/// Real data that lies beside a checkout and is not part of it. Tests that need it are skipped where it is absent:
/// `@Test(.enabled(if: SharedData.isPresent))`.
public enum SharedData {
    /// The folder named by `CXM_SHARED`, else `shared` beside the checkout; nil where neither exists.
    public static let folder: URL? = {
        let named = ProcessInfo.processInfo.environment["CXM_SHARED"].map { URL(fileURLWithPath: $0) }
        let beside = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("../shared").standardizedFileURL
        return [named, beside].compactMap { $0 }.first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("data").path)
        }
    }()

    public static var isPresent: Bool { folder != nil }

    /// The file at `path` below the folder.
    public static func url(_ path: String) throws -> URL {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return folder.appendingPathComponent(path)
    }
}
