/// Of what a scope selects.
extension Remark {
    public static func nothingHas(dimension: String, value: String, near: String?) -> Remark {
        Remark(.nothingHas, ["dimension": .name(dimension), "value": .name(value), "near": near.map { .name($0) }])
    }
}
