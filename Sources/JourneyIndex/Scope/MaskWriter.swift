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
            clear(words, part) { allowed[Int(bytes[$0])] != 0 }
        case 2:
            let pairs = codes.bytes.assumingMemoryBound(to: UInt16.self)
            clear(words, part) { allowed[Int(pairs[$0])] != 0 }
        default: clear(words, part) { allowed[Int(codes[$0]) + 1] != 0 }
        }
    }

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
