/// Of what a scope selects.
extension Remark {
    public static func nothingHas(dimension: String, value: String, near: String?) -> Remark {
        Remark(.nothingHas, ["dimension": .name(dimension), "value": .name(value), "near": near.map { .name($0) }])
    }

    /// Events of the whole store that are later than their own recording or import, and do not move the horizon (D28).
    public static func laterThanRecorded(_ events: Int) -> Remark {
        Remark(.laterThanRecorded, ["events": .count(events)])
    }
}
