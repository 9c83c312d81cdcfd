internal import Foundation

/// What stands in the way of working with a file or folder.
public struct FileFault: Error, Hashable, Sendable {
    public var path: String
    /// The system's number for it.
    public var code: Int32
    /// In words, as they follow the name of the file: "no space left on device", "it is a symbolic link".
    public var reason: String

    public init(_ path: String, code: Int32, reason: String? = nil) {
        self.path = path
        self.code = code
        self.reason = reason ?? String(cString: strerror(code))
    }

    /// There is nothing of that name.
    public var isMissing: Bool { code == ENOENT }
    public var isFullDisk: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }

    /// `'PATH': the reason`.
    public var text: String { "'\(path)': \(reason)" }
}
