/// Steps of transactions in range that a system or staff did (D24, P6).
public struct StepCounts: Tally {
    public var bySystem = 0
    public var byStaff = 0

    public init() {}

    public mutating func add(_ other: StepCounts) {
        bySystem += other.bySystem
        byStaff += other.byStaff
    }
}
