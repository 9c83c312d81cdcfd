extension TallyTable {
    /// In the order of the keys: sums of fractions go by it.
    var inOrder: [(key: Key, value: Value)] { pairs.sorted { $0.key < $1.key } }
}
