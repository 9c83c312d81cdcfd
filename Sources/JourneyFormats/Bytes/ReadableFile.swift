import Foundation
import Threads

/// An open file, closed when nobody needs it any more.
final class ReadableFile {
    let name: String
    /// Bytes on disk; nil for a pipe or a device.
    let size: Int?
    private let descriptor: Int32
    private let closes: Bool
    private let cancellation: Cancellation
    /// It may have nothing to read for as long as it likes.
    private let isWaitedFor: Bool

    /// Milliseconds between two questions whether whoever reads still wants to.
    private static let patience: Int32 = 100

    /// - Parameter cancellation: asked while nothing comes, ten times a second.
    init(path: String, cancellation: Cancellation) throws {
        name = path
        closes = true
        self.cancellation = cancellation
        // The opening of a pipe would wait for who writes to it, whatever signals come.
        descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            let reason = String(cString: strerror(errno))
            throw ImportError("\(path): \(reason)", hint: "Check the path and that you may read the file.")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            size = nil
            isWaitedFor = true
            return
        }
        let kind = status.st_mode & S_IFMT
        size = kind == S_IFREG ? Int(status.st_size) : nil
        isWaitedFor = kind != S_IFREG
        if kind == S_IFDIR {
            throw ImportError("\(path): is a folder", hint: "Name the files in it, for example \(path)/*.csv")
        }
    }

    /// - Parameter cancellation: asked while nothing comes, ten times a second.
    init(standardInputNamed name: String, cancellation: Cancellation) {
        self.name = name
        self.cancellation = cancellation
        descriptor = 0
        closes = false
        size = nil
        isWaitedFor = true
    }

    deinit {
        if closes, descriptor >= 0 { close(descriptor) }
    }

    /// Whether something that comes once is called `path`: a pipe, a terminal, a device.
    static func comesOnce(path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    }

    /// Fills `buffer` with up to its size of bytes; 0 at the end.
    ///
    /// - Throws: `ImportError`; `CancellationError` where whoever reads wants no more.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            if isWaitedFor { try wait() }
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno == EINTR || errno == EAGAIN && isWaitedFor { continue }
            let reason = String(cString: strerror(errno))
            throw ImportError(
                "\(name): cannot read on: \(reason)",
                hint: "Nothing was stored. Check the disk or the pipe."
            )
        }
    }

    /// Until there is something to read, or the end.
    private func wait() throws {
        var input = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        repeat {
            try cancellation.check()
        } while poll(&input, 1, ReadableFile.patience) == 0 || errno == EINTR && input.revents == 0
    }
}
