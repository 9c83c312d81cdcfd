internal import Foundation

/// Keys in ascending order, none of them twice. A large run lies in a file without a name beside the store, so that the
/// system may take its memory back.
final class KeyRun {
    /// Bytes a key: eight of the place, two of the mark.
    static let keySize = 10
    /// Beyond this many bytes a run lies in a file.
    private static let mostMemory = 64 << 20

    private(set) var count = 0
    let capacity: Int
    fileprivate let places: UnsafeMutablePointer<UInt64>
    fileprivate let marks: UnsafeMutablePointer<UInt16>
    private let memory: UnsafeMutableRawPointer
    private let size: Int

    /// - Parameter path: the store's.
    init(capacity: Int, besideStore path: String) throws {
        self.capacity = capacity
        size = max(1, capacity * KeyRun.keySize)
        memory =
            try size > KeyRun.mostMemory
            ? UnnamedFile.map(size, besideStore: path)
            : UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
        places = memory.assumingMemoryBound(to: UInt64.self)
        marks = (memory + capacity * MemoryLayout<UInt64>.size).assumingMemoryBound(to: UInt16.self)
    }

    deinit {
        if size > KeyRun.mostMemory { munmap(memory, size) } else { memory.deallocate() }
    }

    @inline(__always)
    func append(_ key: RecordKey) {
        places[count] = key.place
        marks[count] = key.mark
        count += 1
    }

    @inline(__always)
    subscript(index: Int) -> RecordKey { RecordKey(place: places[index], mark: marks[index]) }

    /// All keys of `runs`, which have none in common.
    static func merging(_ runs: [KeyRun], besideStore path: String) throws -> KeyRun {
        let merged = try KeyRun(capacity: runs.reduce(0) { $0 + $1.count }, besideStore: path)
        forEachKey(of: runs) { merged.append($0) }
        return merged
    }

    /// The keys of `runs`, few of them, in ascending order.
    static func forEachKey(of runs: [KeyRun], _ body: (RecordKey) throws -> Void) rethrows {
        try withExtendedLifetime(runs) {
            var heads = runs.filter { $0.count > 0 }.map {
                Head(key: $0[0], places: $0.places, marks: $0.marks, rest: $0.count)
            }
            while heads.count > 1 {
                var lowest = 0
                for index in 1..<heads.count where heads[index].key < heads[lowest].key { lowest = index }
                try body(heads[lowest].key)
                if !heads[lowest].advance() { heads.remove(at: lowest) }
            }
            guard var last = heads.first else { return }
            repeat { try body(last.key) } while last.advance()
        }
    }

    /// Where a merge stands in a run.
    private struct Head {
        var key: RecordKey
        var places: UnsafeMutablePointer<UInt64>
        var marks: UnsafeMutablePointer<UInt16>
        /// How many keys there are from here on.
        var rest: Int

        /// False at the end.
        @inline(__always)
        mutating func advance() -> Bool {
            rest -= 1
            if rest == 0 { return false }
            places += 1
            marks += 1
            key = RecordKey(place: places.pointee, mark: marks.pointee)
            return true
        }
    }
}

/// Searches a run, which outlives it, for keys that ascend.
struct KeySearch {
    private let places: UnsafePointer<UInt64>
    private let marks: UnsafePointer<UInt16>
    private let count: Int
    private var position = 0

    init(_ run: KeyRun) {
        places = UnsafePointer(run.places)
        marks = UnsafePointer(run.marks)
        count = run.count
    }

    /// Whether the run has `key`, which is not below the one asked for before.
    @inline(__always)
    mutating func contains(_ key: RecordKey) -> Bool {
        // In growing steps from where the last key was: near where the runs are of one size, and far in few steps where
        // this one is much longer.
        var step = 1
        var low = position
        while low + step < count && isBelow(low + step, key) {
            low += step
            step *= 2
        }
        var high = min(count, low + step)
        while low < high {
            let middle = (low + high) / 2
            if isBelow(middle, key) { low = middle + 1 } else { high = middle }
        }
        position = low
        return low < count && places[low] == key.place && marks[low] == key.mark
    }

    @inline(__always)
    private func isBelow(_ index: Int, _ key: RecordKey) -> Bool {
        places[index] != key.place ? places[index] < key.place : marks[index] < key.mark
    }
}
