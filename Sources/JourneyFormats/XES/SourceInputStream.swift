import Foundation

/// A `ByteSource` as the stream that the toolchain's XML parser reads from, so that a log is never whole in memory.
final class SourceInputStream: InputStream {
    private let source: ByteSource
    private let didRead: () throws -> Void
    /// Why reading stopped early; the parser only learns that it did.
    private(set) var failure: (any Error)?

    /// `didRead` is called after each chunk; what it throws ends the stream.
    init(_ source: ByteSource, didRead: @escaping () throws -> Void) {
        self.source = source
        self.didRead = didRead
        super.init(data: Data())
    }

    override func open() {}
    override func close() {}
    override var hasBytesAvailable: Bool { failure == nil }
    override var streamStatus: Stream.Status { failure == nil ? .open : .error }
    override var streamError: (any Error)? { failure }

    override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength length: Int) -> Int {
        do {
            let count = try source.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: length))
            try didRead()
            return count
        } catch {
            failure = error
            return -1
        }
    }
}
