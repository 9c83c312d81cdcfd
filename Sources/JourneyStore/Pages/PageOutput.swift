internal import Foundation

/// Adds pages to a database file that SQLite does not have open, one after another.
///
/// Whoever closes a file loses every lock that the process has on it: nobody may have the file open through SQLite
/// meanwhile.
final class PageOutput {
    private static let bufferSize = 1 << 20

    let layout: PageLayout
    private var file: Int32
    private let path: String
    private let buffer: UnsafeMutableRawPointer
    private var used = 0
    /// The page that the buffer begins with.
    private var first: UInt32
    /// The highest page that was asked for.
    private(set) var last: UInt32

    /// - Parameters:
    ///   - file: is closed with the output, and before: by `finish`.
    ///   - pages: how many the file has.
    init(_ file: Int32, path: String, layout: PageLayout, pages: UInt32) {
        self.file = file
        self.path = path
        self.layout = layout
        first = pages + 1
        last = pages
        buffer = .allocate(byteCount: PageOutput.bufferSize, alignment: 4096)
    }

    deinit {
        buffer.deallocate()
        if file >= 0 { close(file) }
    }

    /// The number of the next page.
    @inline(__always)
    func number() -> UInt32 {
        last += 1
        if last == layout.lockPage { last += 1 }
        return last
    }

    /// Writes page `number`: pages come in the order in which the numbers were asked for.
    func put(_ page: UnsafeRawPointer, at number: UInt32) throws {
        while UInt64(number) > UInt64(first) + UInt64(used / layout.size) { try putEmpty() }
        try makeRoom().copyMemory(from: page, byteCount: layout.size)
    }

    /// Writes over what is in the file already.
    func overwrite(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws {
        try RawFile.write(bytes, to: file, at: offset, path: path)
    }

    /// Every page is in the file afterwards, and SQLite may open it.
    func finish() throws {
        try flush()
        close(file)
        file = -1
    }

    private func flush() throws {
        let offset = (Int(first) - 1) * layout.size
        try RawFile.write(UnsafeRawBufferPointer(start: buffer, count: used), to: file, at: offset, path: path)
        first += UInt32(used / layout.size)
        used = 0
    }

    private func putEmpty() throws {
        try makeRoom().initializeMemory(as: UInt8.self, repeating: 0, count: layout.size)
    }

    private func makeRoom() throws -> UnsafeMutableRawPointer {
        if used == PageOutput.bufferSize { try flush() }
        defer { used += layout.size }
        return buffer + used
    }
}
