extension Optional where Wrapped: Comparable {
    /// The lesser of the two; nil where neither is there.
    public func lesser(_ other: Wrapped?) -> Wrapped? { [self, other].compactMap(\.self).min() }

    /// The greater of the two; nil where neither is there.
    public func greater(_ other: Wrapped?) -> Wrapped? { [self, other].compactMap(\.self).max() }
}
