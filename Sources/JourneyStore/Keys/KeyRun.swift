internal import Foundation

/// Keys in ascending order, none of them twice. A large run lies in a file without a name beside the store, so that the
/// system may take its memory back.
final class KeyRun {
    /// Bytes a key as the store keeps it: eight of the place, two of the mark.
    static let keySize = 10
    /// Bytes of the number of a key's event.
    static let eventSize = 5
    /// Beyond this many bytes a run lies in a file.
    private static let mostMemory = 64 << 20

    private(set) var count = 0
    let capacity: Int
    fileprivate let places: UnsafeMutablePointer<UInt64>
    fileprivate let marks: UnsafeMutablePointer<UInt16>
    /// The lower 32 bits of each event's number, and the eight above them.
    fileprivate let lows: UnsafeMutablePointer<UInt32>
    fileprivate let highs: UnsafeMutablePointer<UInt8>
    private let memory: UnsafeMutableRawPointer
    private let size: Int

    /// - Parameter path: the store's.
    init(capacity: Int, besideStore path: String) throws {
        self.capacity = capacity
        size = max(1, capacity * (KeyRun.keySize + KeyRun.eventSize))
        memory =
            try size > KeyRun.mostMemory
            ? UnnamedFile.map(size, besideStore: path)
            : UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
        places = memory.assumingMemoryBound(to: UInt64.self)
        lows = (memory + capacity * 8).assumingMemoryBound(to: UInt32.self)
        marks = (memory + capacity * 12).assumingMemoryBound(to: UInt16.self)
        highs = (memory + capacity * 14).assumingMemoryBound(to: UInt8.self)
    }

    deinit {
        if size > KeyRun.mostMemory { munmap(memory, size) } else { memory.deallocate() }
    }

    /// - Parameter event: the number of the event that has the key; 0 where nobody knows.
    @inline(__always)
    func append(_ key: RecordKey, event: Int64 = 0) {
        places[count] = key.place
        marks[count] = key.mark
        lows[count] = UInt32(truncatingIfNeeded: event)
        highs[count] = UInt8(truncatingIfNeeded: event >> 32)
        count += 1
    }

    /// The number of the event that has the `index`-th key; 0 where nobody knows.
    @inline(__always)
    func event(_ index: Int) -> Int64 { Int64(highs[index]) << 32 | Int64(lows[index]) }

    @inline(__always)
    subscript(index: Int) -> RecordKey { RecordKey(place: places[index], mark: marks[index]) }

    /// All keys of `runs`, which have none in common.
    static func merging(_ runs: [KeyRun], besideStore path: String) throws -> KeyRun {
        let merged = try KeyRun(capacity: runs.reduce(0) { $0 + $1.count }, besideStore: path)
        forEachKey(of: runs) { merged.append($0, event: $1) }
        return merged
    }

    /// The keys of `runs`, few of them, in ascending order, each with the number of its event.
    static func forEachKey(of runs: [KeyRun], _ body: (RecordKey, Int64) throws -> Void) rethrows {
        try withExtendedLifetime(runs) {
            var heads = runs.filter { $0.count > 0 }.map {
                Head($0)
            }
            while heads.count > 1 {
                var lowest = 0
                for index in 1..<heads.count where heads[index].key < heads[lowest].key { lowest = index }
                try body(heads[lowest].key, heads[lowest].event)
                if !heads[lowest].advance() { heads.remove(at: lowest) }
            }
            guard var last = heads.first else { return }
            repeat { try body(last.key, last.event) } while last.advance()
        }
    }

    /// Where a merge stands in a run.
    private struct Head {
        var key: RecordKey
        var event: Int64
        private let run: KeyRun
        private var place = 0

        /// - Parameter run: has keys, and outlives it.
        init(_ run: KeyRun) {
            self.run = run
            key = run[0]
            event = run.event(0)
        }

        /// False at the end.
        @inline(__always)
        mutating func advance() -> Bool {
            place += 1
            if place == run.count { return false }
            key = run[place]
            event = run.event(place)
            return true
        }
    }
}

/// Searches a run, which outlives it, for keys that ascend.
struct KeySearch {
    private let places: UnsafePointer<UInt64>
    private let marks: UnsafePointer<UInt16>
    private let count: Int
    /// Where the key is that was asked for last, where the run has it.
    private(set) var position = 0

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
