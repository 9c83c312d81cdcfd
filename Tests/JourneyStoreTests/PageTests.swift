import Foundation
import GRDB
import JourneyModel
import TestSupport
import Testing

@testable import JourneyStore

/// Pages that we write against what SQLite makes of the same values.
@Suite struct PageTests {
    private let fixture: StoreFixture

    init() throws {
        fixture = try StoreFixture()
    }

    private func make(_ path: String, pageSize: Int) throws -> UInt32 {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.inDatabase { database in
            try database.execute(sql: "PRAGMA page_size = \(pageSize); \(PlainRow.table)")
            return try UInt32.fetchOne(database, sql: "SELECT rootpage FROM sqlite_schema") ?? 0
        }
    }

    private func openPages(_ path: String, root: UInt32) throws -> TablePages {
        try TablePages(open(path, O_RDWR), root: root, path: path)
    }

    /// Writes blocks as pages and beside it through SQLite, and compares what SQLite reads of both.
    ///
    /// - Parameter dimensions: how many columns for dimensions the table gets, beyond the first three.
    /// - Returns: how many levels the tree has.
    @discardableResult
    private func compare(_ blocks: [[PlainRow]], pageSize: Int, dimensions count: Int = 0) throws -> Int {
        let path = fixture.path("\(UUID()).db")
        let root = try make(path, pageSize: pageSize)
        let dimensions =
            ["touchpoint", "channel", "service"].enumerated().map { dimension($0 + 1, column: $1) }
            + (0..<count).map { dimension($0 + 4, column: nil) }
        let pages = EventPages(try openPages(path, root: root), columns: PlainRow.columns)
        for rows in blocks { try pages.append(PlainRow.block(rows, dimensions)) }
        try pages.finish()
        // Closing it later would take away the locks that SQLite has on the file.
        #expect(!openFiles().contains(path))
        let queue = try DatabaseQueue(path: path)
        let reference = try DatabaseQueue()
        try reference.inDatabase { try $0.execute(sql: PlainRow.table) }
        let added = pages.newDimensions.compactMap(\.column)
        for database in [queue, reference] {
            for column in added {
                try database.inDatabase { try $0.execute(sql: "ALTER TABLE events ADD COLUMN \(column) INTEGER") }
            }
        }
        try reference.inDatabase { database in
            let marks = [String](repeating: "?", count: PlainRow.columns.count + added.count).joined(separator: ", ")
            let insertion = try database.makeStatement(sql: "INSERT INTO events VALUES (\(marks))")
            for row in blocks.joined() {
                let values = row.values(dimensions: 3 + added.count)
                try insertion.execute(arguments: StatementArguments(values))
            }
        }
        let types = (PlainRow.columns + added).map { "typeof(\"\($0)\")" }.joined(separator: ", ")
        func rows(_ queue: DatabaseQueue) throws -> [Row] {
            try queue.inDatabase { try Row.fetchAll($0, sql: "SELECT *, \(types) FROM events ORDER BY id") }
        }
        let found = try rows(queue)
        let expected = try rows(reference)
        #expect(found.count == expected.count)
        for (found, expected) in zip(found, expected) where found != expected {
            Issue.record("\(found), not \(expected)")
            break
        }
        for check in ["integrity_check", "quick_check"] {
            #expect(try queue.inDatabase { try String.fetchAll($0, sql: "PRAGMA \(check)") } == ["ok"])
        }
        // Searched for by number, from the root down.
        for row in blocks.joined().map(\.number).shuffled().prefix(10) {
            let time = "SELECT count(time) FROM events WHERE id = \(row)"
            #expect(try queue.inDatabase { try Int.fetchOne($0, sql: time) } == 1)
        }
        try queue.close()
        return try depth(path, root: root, pageSize: pageSize)
    }

    /// What this process has open, where the system tells.
    private func openFiles() -> [String] {
        let folder = "/proc/self/fd"
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return numbers.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)") }
    }

    private func dimension(_ id: Int, column: String?) -> ImportDimension {
        let values = NameCodes("people", highest: 0, lookup: nil)
        return ImportDimension(id: Int32(id), name: "d\(id)", isNew: column == nil, column: column, values: values)
    }

    private func depth(_ path: String, root: UInt32, pageSize: Int) throws -> Int {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        var page = Int(root)
        var depth = 1
        while bytes[(page - 1) * pageSize] == 5 {
            page = bytes[(page - 1) * pageSize + 8..<(page - 1) * pageSize + 12].reduce(0) { $0 << 8 | Int($1) }
            depth += 1
        }
        return depth
    }

    @Test func numbersOfEveryWidth() throws {
        var values: [Int64] = [0, 1, 2, -1, .max, .min + 1]
        for bits in 1..<63 as Range<Int64> {
            for near in -2...2 as ClosedRange<Int64> { values += [(1 << bits) + near, -(1 << bits) + near] }
        }
        let rows = values.enumerated().map { index, value in
            PlainRow(
                number: Int64(index + 1),
                eventID: "\(value)",
                time: value,
                numbers: [value, value &+ 1 == .min ? nil : value &+ 1, nil, value],
                cost: Double(value)
            )
        }
        try compare([rows], pageSize: 4096)
        // The same numbers as those of the rows.
        let numbers = Set(values).sorted().map { PlainRow(number: $0, time: 5) }
        try compare([numbers], pageSize: 1024)
    }

    @Test func costsThatAreNoPlainNumbers() throws {
        let costs: [Double?] = [
            nil, 0, -0.0, 1, -1, 0.5, 7, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
            0x1p46, 0x1p47, -0x1p47, 0x1p47 - 1, 0x1p53, 0x1p62, 0x1p63, 0x1p64, -0x1p63, 1e300, 140_737_488_355_327.5,
        ]
        try compare([costs.enumerated().map { PlainRow(number: Int64($0), cost: $1) }], pageSize: 4096)
    }

    /// Around what a page keeps of a row, and around what a chain of pages keeps of the rest.
    @Test(arguments: [512, 1024, 4096, 65536])
    func textsOfEveryLength(pageSize: Int) throws {
        var lengths = [0, 1, 2, 56, 57, 58, 8180, 8190]
        for pages in 1...4 { lengths += (-50..<12).map { pages * (pageSize - 4) + $0 } }
        for local in [(pageSize - 12) * 32 / 255 - 23, (pageSize - 12) * 64 / 255 - 23, pageSize / 4] {
            lengths += (-15..<15).map { local + $0 }
        }
        let rows = lengths.shuffled().enumerated().map { index, length in
            PlainRow(
                number: Int64(index * 3 + 1),
                eventID: index % 3 == 0 ? String(repeating: "é", count: max(0, length / 4)) : nil,
                time: -Int64(length),
                attributes: String(repeating: "a", count: max(0, length))
            )
        }
        // An empty text stands for none, as it does in an import.
        try compare(
            [
                rows.map { row in
                    var row = row
                    if row.attributes == "" { row.attributes = nil }
                    if row.eventID == "" { row.eventID = nil }
                    return row
                }
            ],
            pageSize: pageSize
        )
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func randomBlocks(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let pageSize = [512, 1024, 4096, 16384][Int(seed % 4)]
        var number: Int64 = seed % 3 == 0 ? 0 : Int64.random(in: 1...1 << 40, using: &generator)
        var blocks: [[PlainRow]] = []
        for block in 0..<5 {
            var rows: [PlainRow] = []
            let isSparse = Bool.random(using: &generator)
            for _ in 0..<Int.random(in: 0...80, using: &generator) {
                number += Int64.random(in: 1...300, using: &generator)
                var row = isSparse ? PlainRow(number: number, time: 1) : PlainRow.random(number, &generator)
                // Dimensions come one by one, some in a later block; more than a record's header counts in one byte.
                row.dimensions = (0..<min(3 + block * 40, 150)).map { _ in
                    Int.random(in: 0..<4, using: &generator) == 0
                        ? Int32.random(in: 1...70_000, using: &generator) : nil
                }
                rows.append(row)
            }
            blocks.append(rows)
        }
        // Which of them has a column of its own depends on the block that has it first: told by names, not by place.
        try compare(
            blocks.map {
                $0.map { row in
                    var row = row
                    row.dimensions = Array(row.dimensions.prefix(3))
                    return row
                }
            },
            pageSize: pageSize
        )
        try compare(inOrder(blocks), pageSize: pageSize, dimensions: 147)
    }

    /// The same rows with a first row that has every dimension that the block may have, so that columns come in order.
    private func inOrder(_ blocks: [[PlainRow]]) -> [[PlainRow]] {
        blocks.map { rows in
            guard var first = rows.first else { return rows }
            first.dimensions = first.dimensions.map { $0 ?? 1 }
            return [first] + rows.dropFirst()
        }
    }

    @Test func treesOfEveryDepth() throws {
        var depths: Set<Int> = []
        for count in [0, 1, 2, 15, 16, 17, 18, 30, 500, 600, 2000, 20_000] {
            let rows = (0..<count).map { PlainRow(number: Int64($0) * 7 + 1, time: Int64($0) << 20) }
            depths.insert(try compare([rows], pageSize: 512))
        }
        #expect(depths.isSuperset(of: [1, 2, 3]))
    }

    /// Every number of leaves around what one page above them has room for: none of those pages may be left with one.
    @Test func noPageAboveHasOnlyOneBelow() throws {
        for leaves in 30...130 {
            let rows = (0..<leaves).map {
                PlainRow(number: Int64($0) + 1, time: 1, attributes: String(repeating: "a", count: 400))
            }
            try compare([rows], pageSize: 512)
        }
    }

    /// The page on which SQLite takes its locks stays empty.
    @Test func theLockPageIsPassedOver() throws {
        let path = fixture.path("large.db")
        let root = try make(path, pageSize: 65536)
        // As large a file as that, with holes for pages that nothing refers to.
        let lockPage: UInt32 = 0x4000_0000 / 65536 + 1
        let file = open(path, O_RDWR)
        #expect(ftruncate(file, off_t(lockPage - 3) * 65536) == 0)
        try withUnsafeBytes(of: (lockPage - 3).bigEndian) { try RawFile.write($0, to: file, at: 28, path: path) }
        close(file)
        let pages = EventPages(try openPages(path, root: root), columns: PlainRow.columns)
        let rows = (0..<20).map {
            PlainRow(number: Int64($0), time: 1, attributes: String(repeating: "\($0 % 10)", count: 50_000 + $0 * 9000))
        }
        try pages.append(PlainRow.block(rows, []))
        try pages.finish()
        let texts = try DatabaseQueue(path: path).inDatabase {
            try String.fetchAll($0, sql: "SELECT attributes FROM events ORDER BY id")
        }
        #expect(texts == rows.map(\.attributes))
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        try handle.seek(toOffset: UInt64(lockPage - 1) * 65536)
        #expect(try handle.read(upToCount: 65536)?.allSatisfy { $0 == 0 } == true)
        #expect(try handle.seekToEnd() > UInt64(lockPage + 3) * 65536)
    }
}
