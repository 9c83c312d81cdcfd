internal import CScan
import Dispatch

/// Evaluates conditions over columns, 64 events at a time, on all cores.
struct MaskWriter: @unchecked Sendable {
    // Sendable: the columns are only read, and each part of the words is written by one worker.
    let count: Int
    /// Times that an event must lie between; nil where nothing does.
    let spans: [(times: Column<Int64>, range: ClosedRange<Int64>?)]
    /// Codes, and by code + 1 whether an event with it stays.
    let conditions: [(codes: CodeColumn, allowed: [Bool])]

    /// Words that a worker takes at once: 128 kB of a column of one byte.
    private static let part = 2048

    /// A bit for each event: whether it meets all conditions.
    func words() -> Column<UInt64> {
        let size = (count + 63) / 64
        return Column(count: size) { words in
            guard let base = words.baseAddress, size > 0 else { return }
            let pointer = Destination(base: base)
            DispatchQueue.concurrentPerform(iterations: (size + MaskWriter.part - 1) / MaskWriter.part) { part in
                let from = part * MaskWriter.part
                fill(pointer.base, from..<min(size, from + MaskWriter.part))
            }
        }
    }

    private struct Destination: @unchecked Sendable {
        let base: UnsafeMutablePointer<UInt64>
    }

    private func fill(_ words: UnsafeMutablePointer<UInt64>, _ range: Range<Int>) {
        for word in range { words[word] = .max }
        if range.upperBound * 64 > count { words[range.upperBound - 1] = .max >> UInt64(range.upperBound * 64 - count) }
        for span in spans { keep(span.times.values, in: span.range, words, range) }
        for condition in conditions {
            condition.allowed.withUnsafeBufferPointer { allowed in
                allowed.withMemoryRebound(to: UInt8.self) { keep(condition.codes, $0, words, range) }
            }
        }
    }

    private func keep(
        _ times: UnsafeBufferPointer<Int64>,
        in range: ClosedRange<Int64>?,
        _ words: UnsafeMutablePointer<UInt64>,
        _ part: Range<Int>
    ) {
        guard let range else {
            for word in part { words[word] = 0 }
            return
        }
        let (low, high) = (range.lowerBound, range.upperBound)
        clear(words, part) { times[$0] >= low && times[$0] <= high }
    }

    private func keep(
        _ codes: CodeColumn,
        _ allowed: UnsafeBufferPointer<UInt8>,
        _ words: UnsafeMutablePointer<UInt64>,
        _ part: Range<Int>
    ) {
        switch codes.width {
        case 1:
            let bytes = codes.bytes.assumingMemoryBound(to: UInt8.self)
            keep(bytes, allowed, words, part)
        case 2:
            let pairs = codes.bytes.assumingMemoryBound(to: UInt16.self)
            clear(words, part) { allowed[Int(pairs[$0])] != 0 }
        default: clear(words, part) { allowed[Int(codes[$0]) + 1] != 0 }
        }
    }

    /// Few values that stay, or few that do not: compared with a block at a time. Else looked up one by one.
    private func keep(
        _ codes: UnsafePointer<UInt8>,
        _ allowed: UnsafeBufferPointer<UInt8>,
        _ words: UnsafeMutablePointer<UInt64>,
        _ part: Range<Int>
    ) {
        let staying = allowed.indices.filter { allowed[$0] != 0 }.map(UInt8.init)
        let leaving = allowed.indices.filter { allowed[$0] == 0 }.map(UInt8.init)
        let fewer = staying.count <= leaving.count ? staying : leaving
        guard fewer.count <= MaskWriter.mostCompared else {
            return clear(words, part) { allowed[Int(codes[$0])] != 0 }
        }
        let flip: UInt64 = staying.count <= leaving.count ? 0 : .max
        // The last block may not be whole: its codes are looked up.
        let whole = part.lowerBound..<min(part.upperBound, max(part.lowerBound, count / 64))
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(1, whole.count)) { found in
            guard let base = found.baseAddress else { return }
            cscan_codes_among(codes + whole.lowerBound * 64, base, whole.count, fewer, fewer.count)
            for (index, word) in whole.enumerated() { words[word] &= base[index] ^ flip }
        }
        clear(words, whole.upperBound..<part.upperBound) { allowed[Int(codes[$0])] != 0 }
    }

    /// More comparisons than these cost more than looking each code up.
    private static let mostCompared = 24

    @inline(__always)
    private func clear(_ words: UnsafeMutablePointer<UInt64>, _ part: Range<Int>, _ keeps: (Int) -> Bool) {
        for word in part where words[word] != 0 {
            let first = word &* 64
            let last = min(64, count - first)
            var kept: UInt64 = 0
            for bit in 0..<last { kept |= (keeps(first &+ bit) ? 1 : 0) << UInt64(bit) }
            words[word] &= kept
        }
    }
}
