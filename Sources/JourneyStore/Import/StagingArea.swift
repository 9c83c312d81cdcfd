internal import Foundation
internal import OwnFiles

/// Where an import's rows beside the events wait, encoded, until the file has been read to its end. Few stay in memory; many
/// go to a file beside the store that has no name any more.
final class StagingArea {
    private static let capacity = 4 << 20
    /// SQLite takes no longer text.
    private static let longestText = 1_000_000_000

    private let path: String
    private let buffer: UnsafeMutableRawPointer
    private var used = 0
    private var file: OpenFile?
    private var written = 0
    private var mapping: UnsafeMutableRawPointer?

    /// - Parameter path: the store's; the file is made in the same folder, where the import must be able to write anyway.
    init(besideStore path: String) {
        self.path = path
        buffer = UnsafeMutableRawPointer.allocate(byteCount: StagingArea.capacity, alignment: 16)
    }

    deinit {
        buffer.deallocate()
        if let mapping { munmap(mapping, written) }
    }

    @inline(__always)
    func put<Value: BitwiseCopyable>(_ value: Value) throws {
        if used + MemoryLayout<Value>.size > StagingArea.capacity { try flush() }
        buffer.storeBytes(of: value, toByteOffset: used, as: Value.self)
        used += MemoryLayout<Value>.size
    }

    /// Text with its length before it.
    func put(text: String) throws {
        var text = text
        try text.withUTF8 { bytes in
            guard bytes.count <= StagingArea.longestText else {
                throw StoreError.failed(path: path, detail: "a text of \(bytes.count) bytes is too long to be kept")
            }
            try put(Int32(bytes.count))
            guard let start = bytes.baseAddress else { return }
            var offset = 0
            while offset < bytes.count {
                if used == StagingArea.capacity { try flush() }
                let part = min(bytes.count - offset, StagingArea.capacity - used)
                memcpy(buffer + used, start + offset, part)
                used += part
                offset += part
            }
        }
    }

    /// Everything that was put, in order; valid while the area lives. Nothing can be put any more.
    func finish() throws -> StagedBytes {
        guard let file else { return StagedBytes(UnsafeRawBufferPointer(start: buffer, count: used)) }
        try flush()
        let address = mmap(nil, written, PROT_READ, MAP_PRIVATE, file.descriptor, 0)
        guard let address, address != MAP_FAILED else {
            throw StoreError.failed(path: path, detail: "no memory to read \(written) staged bytes")
        }
        mapping = address
        madvise(address, written, MADV_SEQUENTIAL)
        return StagedBytes(UnsafeRawBufferPointer(start: address, count: written))
    }

    private func flush() throws {
        let file = try file ?? UnnamedFile.open(besideStore: path)
        self.file = file
        let bytes = UnsafeRawBufferPointer(start: buffer, count: used)
        try RawFile.write(bytes, to: file.descriptor, at: written, path: path)
        written += used
        used = 0
    }
}

/// Reads what was staged, in order.
struct StagedBytes {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset >= bytes.count }

    @inline(__always)
    mutating func take<Value: BitwiseCopyable>(_ type: Value.Type) -> Value {
        let value = bytes.loadUnaligned(fromByteOffset: offset, as: Value.self)
        offset += MemoryLayout<Value>.size
        return value
    }

    /// Valid as long as the staging area.
    mutating func takeText() -> UnsafeRawBufferPointer {
        let count = Int(take(Int32.self))
        let text = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
        offset += count
        return text
    }
}
