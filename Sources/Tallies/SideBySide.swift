import Dispatch

/// What `make` makes of each number below `count`, on all cores.
func sideBySide<Value: Sendable>(_ count: Int, _ make: @Sendable (Int) -> Value) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { values, made in
        guard let base = values.baseAddress else { return }
        let places = Places(base: base)
        DispatchQueue.concurrentPerform(iterations: count) { (places.base + $0).initialize(to: make($0)) }
        made = count
    }
}

private struct Places<Value>: @unchecked Sendable {
    // Sendable: each place is written by one worker, and read by nobody before all are done.
    let base: UnsafeMutablePointer<Value>
}
