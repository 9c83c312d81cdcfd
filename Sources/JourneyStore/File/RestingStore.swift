internal import Foundation

/// A store that another program has set to a write-ahead log, in a folder where this user may not make the files by which
/// SQLite shares the log. While there is no log, everything is in the store itself, and it can be read as it lies there:
/// without a lock, and therefore only for as long as nothing about it changes.
struct RestingStore: Sendable {
    private let path: String
    private let state: State

    private struct State: Equatable {
        var device: dev_t
        var file: ino_t
        var size: off_t
        var changed: Int
        var changedPart: Int
    }

    /// Nil where there is a log, or the file is none any more.
    init?(path: String) {
        guard let state = RestingStore.state(path) else { return nil }
        self.path = path
        self.state = state
    }

    /// Whether all is as it was: what was read since belongs together.
    var isAtRest: Bool { RestingStore.state(path) == state }

    /// The file's name as one that SQLite opens without looking for a log.
    var address: String {
        let full = URL(fileURLWithPath: path).path
        let name = full.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? full
        return "file:\(name)?mode=ro&immutable=1"
    }

    private static func state(_ path: String) -> State? {
        var log = stat()
        guard stat(path + "-wal", &log) != 0 ? errno == ENOENT : log.st_size == 0 else { return nil }
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return State(
            device: status.st_dev,
            file: status.st_ino,
            size: status.st_size,
            changed: status.st_mtim.tv_sec,
            changedPart: status.st_mtim.tv_nsec
        )
    }
}
