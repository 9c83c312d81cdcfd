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
    private let places: UnsafeMutablePointer<UInt64>
    private let marks: UnsafeMutablePointer<UInt16>
    private let memory: UnsafeMutableRawPointer
    private let size: Int

    /// - Parameter path: the store's.
    init(capacity: Int, besideStore path: String) throws {
        self.capacity = capacity
        size = max(1, capacity * KeyRun.keySize)
        memory = try size > KeyRun.mostMemory
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

    /// The places and marks of `range`.
    func withKeys(
        _ range: Range<Int>,
        _ body: (UnsafeBufferPointer<UInt64>, UnsafeBufferPointer<UInt16>) throws -> Void
    ) rethrows {
        try body(
            UnsafeBufferPointer(start: places + range.lowerBound, count: range.count),
            UnsafeBufferPointer(start: marks + range.lowerBound, count: range.count)
        )
    }

    /// All keys of `runs`, which have none in common.
    static func merging(_ runs: [KeyRun], besideStore path: String) throws -> KeyRun {
        let merged = try KeyRun(capacity: runs.reduce(0) { $0 + $1.count }, besideStore: path)
        if runs.count == 2 {
            merged.merge(runs[0], runs[1])
        } else {
            forEachKey(of: runs) { merged.append($0) }
        }
        return merged
    }

    private func merge(_ left: KeyRun, _ right: KeyRun) {
        var first = 0
        var second = 0
        while first < left.count && second < right.count {
            let isFirst = left[first] < right[second]
            append(isFirst ? left[first] : right[second])
            if isFirst { first += 1 } else { second += 1 }
        }
        while first < left.count {
            append(left[first])
            first += 1
        }
        while second < right.count {
            append(right[second])
            second += 1
        }
    }

    /// The keys of `runs`, few of them, in ascending order.
    static func forEachKey(of runs: [KeyRun], _ body: (RecordKey) throws -> Void) rethrows {
        var rest = runs.filter { $0.count > 0 }
        var positions = [Int](repeating: 0, count: rest.count)
        while !rest.isEmpty {
            var lowest = 0
            for index in 1..<rest.count where rest[index][positions[index]] < rest[lowest][positions[lowest]] {
                lowest = index
            }
            try body(rest[lowest][positions[lowest]])
            positions[lowest] += 1
            if positions[lowest] == rest[lowest].count {
                rest.remove(at: lowest)
                positions.remove(at: lowest)
            }
        }
    }
}

/// Searches a run for keys that ascend.
struct KeySearch {
    private let run: KeyRun
    private var position = 0

    init(_ run: KeyRun) {
        self.run = run
    }

    /// Whether the run has `key`, which is not below the one asked for before.
    @inline(__always)
    mutating func contains(_ key: RecordKey) -> Bool {
        // In growing steps from where the last key was: near where the runs are of one size, and far in few steps where
        // this one is much longer.
        var step = 1
        var low = position
        while low + step < run.count && run[low + step] < key {
            low += step
            step *= 2
        }
        var high = min(run.count, low + step)
        while low < high {
            let middle = (low + high) / 2
            if run[middle] < key { low = middle + 1 } else { high = middle }
        }
        position = low
        return low < run.count && run[low] == key
    }
}
