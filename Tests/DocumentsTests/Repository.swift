import Foundation

/// The checkout that these tests are of.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Whether a test is to write what it would compare.
    static let writesGolden = ProcessInfo.processInfo.environment["CXM_UPDATE_GOLDEN"] == "1"

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    /// The paths of all files and folders below `folder`, from the root on, in order. Nothing hidden: no build, no history.
    static func paths(below folder: String) -> [String] {
        let found = FileManager.default.enumerator(
            at: root.appendingPathComponent(folder),
            includingPropertiesForKeys: nil,
            options: [.skipsHiddenFiles]
        )
        let start = root.standardizedFileURL.path.count + 1
        return (found?.compactMap { $0 as? URL } ?? []).map { String($0.standardizedFileURL.path.dropFirst(start)) }
            .sorted()
    }
}
