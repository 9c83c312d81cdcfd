internal import Foundation

/// Files beside a store that only a killed process leaves behind: both kinds carry its number in their names.
enum StaleFiles {
    static let stagingSuffix = ".staging-"
    static let creationSuffix = ".new-"

    /// Removes those of processes that are no more.
    static func remove(besideStore path: String) {
        let store = URL(fileURLWithPath: path)
        let folder = store.deletingLastPathComponent().path
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
        for name in names {
            for suffix in [stagingSuffix, creationSuffix] where name.hasPrefix(store.lastPathComponent + suffix) {
                let rest = name.dropFirst(store.lastPathComponent.count + suffix.count)
                guard let process = pid_t(rest.prefix { $0.isNumber }), process > 0, !isAlive(process) else { continue }
                unlink(folder + "/" + name)
            }
        }
    }

    /// Makes an empty file with a name that tells whose it is.
    static func makeFile(besideStore path: String, suffix: String) throws -> (file: Int32, path: String) {
        var name = Array((path + suffix + "\(getpid())-XXXXXX").utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { throw StoreError.notWritable(path: path) }
        return (file, String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    }

    private static func isAlive(_ process: pid_t) -> Bool {
        kill(process, 0) == 0 || errno == EPERM
    }
}
