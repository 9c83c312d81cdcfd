internal import Glibc

/// The text of a file that a person wrote: settings, a mapping, a theme, views.
public struct TOMLFile: Sendable {
    /// UTF-8, and no longer than `TOMLText.maxBytes`.
    public let text: String

    /// Reads the file at `path`, never more than the bound and never waiting for anybody; nil where there is none.
    ///
    /// - Throws: `TOMLFault` where it is no plain file, may not be read, is too long or not UTF-8.
    public init?(path: String) throws(TOMLFault) {
        // A pipe that nobody writes to would else keep the program from starting.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR: return nil
            case ELOOP: throw TOMLFault("its links lead in a circle", at: nil)
            case let code: throw Self.cannotBeRead(code)
            }
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.cannotBeRead(errno) }
        try Self.requireFile(status)
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.cannotBeRead(errno) }
            if count == 0 { break }
            bytes += chunk[..<count]
            if let fault = TOMLText.tooLong(bytes.count) { throw fault }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw TOMLText.firstBadByte(bytes) ?? TOMLFault("the text is not UTF-8", at: nil)
        }
        self.text = text
    }

    /// A plain file, or what stands for an empty one everywhere.
    private static func requireFile(_ status: stat) throws(TOMLFault) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: return
        case S_IFDIR: throw TOMLFault("it is a folder, not a file", at: nil)
        case S_IFCHR where status.st_rdev == nullDevice: return
        default:
            throw TOMLFault("it is a pipe or a device, not a file: write its text to a file and name that", at: nil)
        }
    }

    private static let nullDevice: dev_t = {
        var status = stat()
        return stat("/dev/null", &status) == 0 ? status.st_rdev : 0
    }()

    private static func cannotBeRead(_ code: Int32) -> TOMLFault {
        TOMLFault("it cannot be read (\(String(cString: strerror(code)))): see who may read it with ls -l", at: nil)
    }
}
