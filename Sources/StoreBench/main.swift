import Foundation
import JourneyModel
import JourneyStore

// Usage: StoreBench STORE COUNT PEOPLE [seed]
let arguments = CommandLine.arguments
let path = arguments[1]
let count = Int(arguments[2])!
let people = Int(arguments[3])!

func cpu() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(0), &usage)
    return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6 + Double(usage.ru_stime.tv_sec)
        + Double(usage.ru_stime.tv_usec) / 1e6
}
func peak() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(0), &usage)
    return usage.ru_maxrss / 1024
}
func threadCPU() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let dims: [(String, Int)] = [("touchpoint", 30), ("channel", 8), ("service", 12), ("outcome", 6), ("agency", 9), ("region", 12), ("consent", 2)]
let rows = 16384
nonisolated(unsafe) var state: UInt64 = 88172645463325252
func next() -> UInt64 { state ^= state << 13; state ^= state >> 7; state ^= state << 17; return state }

func batch(_ start: Int, _ n: Int) -> EventBatch {
    var b = EventBatch()
    b.count = n
    b.time.reserveCapacity(n)
    b.person.reserve(rows: n, bytes: n * 8)
    b.eventID.reserve(rows: n, bytes: n * 8)
    var text = [UInt8](repeating: 48, count: 8)
    func digits(_ value: Int, _ width: Int) -> UnsafeBufferPointer<UInt8> {
        var v = value
        for i in 0..<width { text[width - 1 - i] = 48 + UInt8(v % 10); v /= 10 }
        return text.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[0..<width]) }
    }
    var p = 0
    for i in 0..<n {
        let id = start + i
        if id % 5 == 0 || i == 0 { p = Int((UInt64(id / 5) &* 0x9E3779B97F4A7C15) >> 20) % people }
        b.time.append(1_704_067_200_000 + Int64(id) * 6000)
        _ = digits(p, 7)
        text.withUnsafeMutableBufferPointer { $0[7] = $0[6]; for j in (1..<7).reversed() { $0[j] = $0[j - 1] }; $0[0] = 80 }
        text.withUnsafeBufferPointer { b.person.append($0) }
        var width = 1, x = id
        while x >= 10 { width += 1; x /= 10 }
        b.eventID.append(digits(id, width))
        b.duration.append(Int64(next() % 90000))
        b.cost.append(Double(next() % 900))
    }
    for (name, size) in dims {
        var column = EventBatch.Column(name: name)
        column.values = (0..<size).map { "\(name) \($0)" }
        column.codes = (0..<n).map { _ in Int32(next() % UInt64(size)) }
        b.dimensions.append(column)
    }
    return b
}

final class Counter: StoredEventSink {
    var events = 0
    var sum: Int64 = 0
    func take(_ stored: StoredEvents) throws { events += stored.count; for p in stored.events.person { sum &+= Int64(p) } }
}

let writer = try StoreWriter(path: path)
for round in 0..<2 {
    let sink = Counter()
    let start = ContinuousClock.now
    let before = cpu()
    var making = 0.0
    var body = 0.0
    let summary = try writer.importBatch(source: "bench", format: "none", fileName: nil, now: Timestamp(milliseconds: 1_800_000_000_000), hash: { _ in (0, 0) }, events: sink) { importSink in
        let begun = threadCPU()
        var at = 0
        while at < count {
            let t = threadCPU()
            let b = batch(at, min(rows, count - at))
            making += threadCPU() - t
            try importSink.take(b)
            at += b.count
        }
        body = threadCPU() - begun
    }
    let total = cpu() - before
    print("round \(round): events \(summary.events) dup \(summary.duplicates) ties \(summary.ties) wall \(ContinuousClock.now - start) cpu \(total - making) (making \(making), take \(body - making)) peak \(peak()) MB sink \(sink.events) \(sink.sum)")
}
