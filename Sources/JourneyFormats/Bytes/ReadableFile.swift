import Foundation

/// An open file, closed when nobody needs it any more.
final class ReadableFile {
    let name: String
    /// Bytes on disk; nil for a pipe or a device.
    let size: Int?
    private let descriptor: Int32
    private let closes: Bool

    init(path: String) throws {
        name = path
        closes = true
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let reason = String(cString: strerror(errno))
            throw ImportError("\(path): \(reason)", hint: "Check the path and that you may read the file.")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            size = nil
            return
        }
        let kind = status.st_mode & S_IFMT
        size = kind == S_IFREG ? Int(status.st_size) : nil
        if kind == S_IFDIR {
            throw ImportError("\(path): is a folder", hint: "Name the files in it, for example \(path)/*.csv")
        }
    }

    init(standardInputNamed name: String) {
        self.name = name
        descriptor = 0
        closes = false
        size = nil
    }

    deinit {
        if closes, descriptor >= 0 { close(descriptor) }
    }

    /// Fills `buffer` with up to its size of bytes; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno == EINTR { continue }
            let reason = String(cString: strerror(errno))
            throw ImportError(
                "\(name): cannot read on: \(reason)",
                hint: "Nothing was stored. Check the disk or the pipe."
            )
        }
    }
}
