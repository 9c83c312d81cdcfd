/// Which events of some columns are in scope; one byte an event, or nothing where all are.
struct EventMask: @unchecked Sendable {
    // Sendable: the bytes are never written again. The pointer beside their owner spares the inner loops a reference
    // count an event.
    private let owner: Column<UInt8>?
    private let bytes: UnsafePointer<UInt8>?
    /// Events in scope.
    let count: Int

    init(all count: Int) {
        owner = nil
        bytes = nil
        self.count = count
    }

    init(_ bytes: Column<UInt8>) {
        owner = bytes
        self.bytes = bytes.values.baseAddress
        count = bytes.values.reduce(0) { $0 + Int($1) }
    }

    var keepsAll: Bool { owner == nil }

    /// Whether the event at `position` is in scope.
    @inline(__always)
    func keeps(_ position: Int) -> Bool {
        guard let bytes else { return true }
        return bytes[position] != 0
    }
}
