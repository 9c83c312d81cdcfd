internal import Foundation
internal import GRDBSQLite

/// Writes rows right into the file of a database, as finished pages of a table that SQLite has made and that is empty.
///
/// Putting a row into a tree that only grows at its end is writing it down behind the one before; SQLite's way there, by a
/// program of instructions for each value, costs several times as much.
final class TablePages {
    private let output: PageOutput
    private let root: UInt32
    private let change: UInt32
    private let layout: PageLayout
    private var leaf: LeafPage
    private var tree = TableTree()
    private var lastRow = Int64.min

    /// SQLite reads no longer row.
    private static let longest = 1_000_000_000

    /// - Parameters:
    ///   - file: an open file that SQLite does not have open; it is closed with the pages.
    ///   - root: the table's root page.
    ///   - path: the store's.
    /// - Throws: where the file is of a kind that SQLite does not make unless it is told to.
    init(_ file: Int32, root: UInt32, path: String) throws {
        var header = [UInt8](repeating: 0, count: 100)
        guard pread(file, &header, 100, 0) == 100, let kind = header.withUnsafeBytes(Kind.init) else {
            close(file)
            throw StoreError.failed(path: path, detail: "it is of a form that rows cannot be added to")
        }
        layout = kind.layout
        output = PageOutput(file, path: path, layout: layout, pages: kind.pages)
        leaf = LeafPage(layout)
        change = kind.change
        self.root = root
    }

    private struct Kind {
        let layout: PageLayout
        let pages: UInt32
        let change: UInt32

        init?(header: UnsafeRawBufferPointer) {
            func word(_ offset: Int) -> UInt32 {
                header.loadUnaligned(fromByteOffset: offset, as: UInt32.self).bigEndian
            }
            // Types for 0 and 1 are known (44), no page tells where pages are (52), texts are UTF-8 (56).
            guard word(44) == 4, word(52) == 0, word(56) == 1 else { return nil }
            layout = PageLayout(header: header)
            pages = word(28)
            change = word(24)
        }
    }

    /// - Parameter number: above all those before.
    @inline(__always)
    func append(_ record: borrowing RowRecord, number: Int64) throws {
        let payload = record.count
        let key = UInt64(bitPattern: number)
        let head = Varint.size(UInt64(payload)) + Varint.size(key)
        guard layout.local(payload: payload) == payload else { return try appendLong(record, number: number) }
        if !leaf.hasRoom(for: head + payload) { try finishLeaf() }
        var row = leaf.place(head + payload)
        row += Varint.write(UInt64(payload), to: row)
        row += Varint.write(key, to: row)
        record.write(to: row)
        lastRow = number
    }

    /// The file is one that SQLite reads afterwards, and that nobody has open.
    func finish() throws {
        if lastRow > .min { try finishTree() }
        // The number of pages counts where the change that it was written with is the last one (28, 92).
        try withUnsafeBytes(of: output.last.bigEndian) { try output.overwrite($0, at: 28) }
        try withUnsafeBytes(of: change.bigEndian) { try output.overwrite($0, at: 92) }
        try output.finish()
    }

    private func finishTree() throws {
        if tree.isEmpty {
            leaf.finish()
            try output.overwrite(UnsafeRawBufferPointer(start: leaf.bytes, count: layout.size), at: rootOffset)
        } else {
            try finishLeaf()
            let page = try tree.write(to: output)
            try page.withUnsafeBytes { try output.overwrite($0, at: rootOffset) }
        }
    }

    private var rootOffset: Int { (Int(root) - 1) * layout.size }

    private func finishLeaf() throws {
        leaf.finish()
        let number = output.number()
        try output.put(leaf.bytes, at: number)
        tree.add(number, upTo: lastRow)
        leaf.empty()
    }

    /// A row that does not fit: the rest of it goes to a chain of pages.
    private func appendLong(_ record: borrowing RowRecord, number: Int64) throws {
        let payload = record.count
        guard payload <= TablePages.longest else {
            throw SQLiteFailure(code: SQLITE_TOOBIG, message: "string or blob too big")
        }
        let bytes = UnsafeMutableRawPointer.allocate(byteCount: payload, alignment: 8)
        defer { bytes.deallocate() }
        record.write(to: bytes)
        let local = layout.local(payload: payload)
        let key = UInt64(bitPattern: number)
        let size = Varint.size(UInt64(payload)) + Varint.size(key) + local + 4
        if !leaf.hasRoom(for: size) { try finishLeaf() }
        var row = leaf.place(size)
        row += Varint.write(UInt64(payload), to: row)
        row += Varint.write(key, to: row)
        row.copyMemory(from: bytes, byteCount: local)
        let first = try putChain(UnsafeRawBufferPointer(start: bytes + local, count: payload - local))
        (row + local).storeBytes(of: first.bigEndian, as: UInt32.self)
        lastRow = number
    }

    /// Each page begins with the number of the next.
    private func putChain(_ bytes: UnsafeRawBufferPointer) throws -> UInt32 {
        let first = output.number()
        var page = [UInt8](repeating: 0, count: layout.size)
        var number = first
        var offset = 0
        while offset < bytes.count {
            let count = min(bytes.count - offset, layout.usable - 4)
            let next = offset + count < bytes.count ? output.number() : 0
            try page.withUnsafeMutableBytes { page in
                page.storeBytes(of: next.bigEndian, as: UInt32.self)
                let part = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
                UnsafeMutableRawBufferPointer(rebasing: page[4...]).copyMemory(from: part)
                if let start = page.baseAddress { try output.put(start, at: number) }
            }
            number = next
            offset += count
        }
        return first
    }
}
