/// Which events of some columns are in scope; one byte an event, or nothing where all are.
struct EventMask: Sendable {
    private let bytes: Column<UInt8>?
    /// Events in scope.
    let count: Int

    init(all count: Int) {
        bytes = nil
        self.count = count
    }

    init(_ bytes: Column<UInt8>) {
        self.bytes = bytes
        count = bytes.values.reduce(0) { $0 + Int($1) }
    }

    var keepsAll: Bool { bytes == nil }

    /// Whether the event at `position` is in scope.
    @inline(__always)
    func keeps(_ position: Int) -> Bool {
        guard let bytes else { return true }
        return bytes.values[position] != 0
    }
}
