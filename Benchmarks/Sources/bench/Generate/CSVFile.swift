import Foundation

/// A CSV file that is written from its beginning to its end; no field needs quotes.
struct CSVFile: ~Copyable {
    private static let bufferSize = 1 << 20

    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isAtStart = true

    /// - Throws: `Complaint` where the file cannot be written.
    init(path: String, columns: [String]) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw Complaint("'\(path)' cannot be written: \(String(cString: strerror(errno)))")
        }
        buffer.reserveCapacity(Self.bufferSize + 4096)
        for column in columns { field(column) }
        try endRow()
    }

    deinit {
        close(descriptor)
    }

    mutating func field(_ text: String) {
        separate()
        buffer.append(contentsOf: text.utf8)
    }

    /// - Parameter digits: zeros are put before a number that has fewer.
    mutating func field(_ number: Int64, prefix: String = "", digits: Int = 1) {
        separate()
        buffer.append(contentsOf: prefix.utf8)
        let start = buffer.count
        var rest = number.magnitude
        repeat {
            buffer.append(UInt8(48 + rest % 10))
            rest /= 10
        } while rest > 0 || buffer.count - start < digits
        buffer[start...].reverse()
    }

    /// - Throws: `Complaint` where the file cannot be written to its end.
    mutating func endRow() throws {
        buffer.append(UInt8(ascii: "\n"))
        isAtStart = true
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Writes what is left.
    mutating func finish() throws {
        try flush()
    }

    private mutating func separate() {
        if !isAtStart { buffer.append(UInt8(ascii: ",")) }
        isAtStart = false
    }

    private mutating func flush() throws {
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes {
                write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Complaint("'\(path)' cannot be written to its end; is the disk full?") }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
