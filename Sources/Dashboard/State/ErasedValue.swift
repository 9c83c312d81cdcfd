/// A value that can be compared and hashed where its type is not known: what a screen declares for itself and the rest of
/// the dashboard only carries.
protocol ErasedValue: Hashable, Sendable {}

extension ErasedValue {
    func equals(_ other: any ErasedValue) -> Bool { (other as? Self) == self }
}
