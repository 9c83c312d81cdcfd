import OwnFiles

/// Writes one column, block by block with their sums, into a file or into memory; goes on where an older state of the same
/// file ends.
final class ColumnOutput {
    let id: ColumnID
    let width: Int
    private let name: String
    private(set) var count = 0
    private var sums: [UInt64] = []
    /// The block in hand.
    private let block: UnsafeMutableRawPointer
    private var used = 0
    /// Bytes before the block in hand.
    private var written = 0
    private var target: Target

    private enum Target {
        case file(OpenFile)
        case memory([ByteMemory])
    }

    /// Goes on where the column that a manifest knows as `known` ends.
    ///
    /// - Throws: `IndexFault.notWritable`.
    convenience init(
        continuing column: StoredColumn,
        _ known: IndexManifest.Column,
        in folder: ColumnFolder?
    ) throws {
        self.init(known.id, width: known.width, name: known.file, file: try folder?.fileToContinue(known.file))
        sums = known.sums
        takeUp(column)
    }

    /// Begins a column anew.
    ///
    /// - Parameter folder: nil for memory.
    /// - Throws: `IndexFault.notWritable`.
    convenience init(_ id: ColumnID, width: Int, file name: String, in folder: ColumnFolder?) throws {
        self.init(id, width: width, name: name, file: try folder?.newFile(name))
    }

    private init(_ id: ColumnID, width: Int, name: String, file: OpenFile?) {
        self.id = id
        self.name = name
        self.width = width
        block = .allocate(byteCount: BlockSum.blockSize, alignment: 64)
        target = file.map(Target.file) ?? .memory([])
    }

    deinit {
        block.deallocate()
    }

    /// The last block of what is there is not full yet: it is written again with what follows.
    private func takeUp(_ older: StoredColumn) {
        count = older.count
        used = older.bytes.count % BlockSum.blockSize
        written = older.bytes.count - used
        if used > 0 {
            sums.removeLast()
            let rest = UnsafeRawBufferPointer(rebasing: older.bytes[written...])
            UnsafeMutableRawBufferPointer(start: block, count: used).copyMemory(from: rest)
        }
    }

    /// Adds the cells at `order` in that order.
    func append(_ cells: Cells, order: UnsafeBufferPointer<Int32>) throws {
        switch width {
        case 1: try put(order.count, UInt8.self) { cells.base[Int(order[$0])] }
        case 2: try put(order.count, UInt16.self) { cells.base[Int(order[$0])] }
        case 4: try put(order.count, UInt32.self) { cells.base[Int(order[$0])] }
        default: try put(order.count, Int64.self) { cells.base[Int(order[$0])] }
        }
    }

    func append(_ cells: Cells) throws {
        switch width {
        case 1: try put(cells.count, UInt8.self) { cells.base[$0] }
        case 2: try put(cells.count, UInt16.self) { cells.base[$0] }
        case 4: try put(cells.count, UInt32.self) { cells.base[$0] }
        default: try put(cells.count, Int64.self) { cells.base[$0] }
        }
    }

    @inline(__always)
    private func put<Word: FixedWidthInteger>(
        _ more: Int,
        _ type: Word.Type,
        _ cell: (Int) -> Int64
    ) throws {
        var index = 0
        while index < more {
            let room = (BlockSum.blockSize - used) / MemoryLayout<Word>.size
            let part = min(room, more - index)
            let into = (block + used).assumingMemoryBound(to: Word.self)
            for place in 0..<part { into[place] = Word(truncatingIfNeeded: cell(index &+ place)) }
            index += part
            used += part * MemoryLayout<Word>.size
            if used == BlockSum.blockSize { try flush() }
        }
        count += more
    }

    /// Adds bytes as they are.
    func append(bytes: UnsafeRawBufferPointer) throws {
        var offset = 0
        while offset < bytes.count {
            let part = min(BlockSum.blockSize - used, bytes.count - offset)
            let piece = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + part])
            UnsafeMutableRawBufferPointer(start: block + used, count: part).copyMemory(from: piece)
            offset += part
            used += part
            if used == BlockSum.blockSize { try flush() }
        }
        count += bytes.count / width
    }

    private func flush() throws {
        let bytes = UnsafeRawBufferPointer(start: block, count: used)
        sums.append(BlockSum.of(bytes))
        switch target {
        case .file(let file):
            do throws(FileFault) { try file.write(bytes, at: written) } catch { throw IndexFault.writing(error) }
        case .memory(var blocks):
            target = .memory([])
            let memory = ByteMemory(used)
            memory.base.copyMemory(from: block, byteCount: used)
            blocks.append(memory)
            target = .memory(blocks)
        }
        written += used
        used = 0
    }

    /// What the manifest says of the column; nothing can be added any more.
    func finish() throws -> IndexManifest.Column {
        if used > 0 { try flush() }
        return IndexManifest.Column(id: id, file: name, width: width, count: count, sums: sums)
    }

    /// The column in memory, after `finish`; nil where it was written to a file.
    func inMemory(_ column: IndexManifest.Column) -> StoredColumn? {
        guard case .memory(let blocks) = target else { return nil }
        let whole = ByteMemory(written)
        var offset = 0
        for block in blocks {
            let size = min(BlockSum.blockSize, written - offset)
            (whole.base + offset).copyMemory(from: block.base, byteCount: size)
            offset += size
        }
        let bytes = UnsafeRawBufferPointer(start: whole.base, count: written)
        return StoredColumn(column, bytes: bytes, owner: whole, sums: [])
    }
}
