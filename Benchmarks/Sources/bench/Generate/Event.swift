/// One row of the events' file; channel, service, outcome and region are places in the town's lists.
struct Event: Sendable {
    /// Milliseconds UTC.
    var time: Int64
    var person: Int32
    var channel: UInt8
    var touchpoint: String
    var service: UInt8
    var outcome: UInt8
    var region: UInt8
    /// Milliseconds.
    var duration: Int32
    /// Pence.
    var cost: Int32
}
