internal import CFiles
public import Foundation

/// What the system says of a file, a folder, or whatever else bears a name.
public struct FileStatus: Sendable {
    public enum Kind: Sendable {
        case file, folder, link, other

        /// What to say of it where another was expected.
        public var words: String {
            switch self {
            case .file: "it is a file"
            case .folder: "it is a folder"
            case .link: "it is a symbolic link"
            case .other: "it is neither a file nor a folder"
            }
        }
    }

    public let kind: Kind
    public let owner: uid_t
    public let group: gid_t
    /// The rights alone.
    public let mode: mode_t
    public let names: Int
    public let size: Int
    /// When its bytes were last written, in nanoseconds.
    public let written: Int
    let device: UInt64
    let number: UInt64

    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        owner = status.st_uid
        group = status.st_gid
        mode = status.st_mode & 0o7777
        names = Int(status.st_nlink)
        size = Int(status.st_size)
        written = Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec)
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
    }

    /// Of what an open file is.
    public init(of file: Int32, path: String) throws(FileFault) {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw FileFault(path, code: errno) }
        self.init(status)
    }

    /// Of what stands at `path` itself, be it a link; nil where there is nothing that may be looked at.
    public init?(at path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Whether both are of one and the same file.
    public func isSame(as other: FileStatus) -> Bool { device == other.device && number == other.number }

    /// A plain file that has one name at most: what is written to it is seen nowhere else.
    public var isSingleFile: Bool { kind == .file && names <= 1 }
}

/// The user as whom files are opened.
public enum FileUser {
    public static let administrator: uid_t = 0
    public static var current: uid_t { cfiles_user() }
}
