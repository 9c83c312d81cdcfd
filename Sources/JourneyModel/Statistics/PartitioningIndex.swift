extension RandomAccessCollection where Index == Int {
    /// The first index from which on `isAfter` holds, found by halving; the end index where it holds nowhere.
    ///
    /// - Parameter isAfter: false up to some element, and true from there on.
    @inlinable
    public func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
