extension String {
    /// What stands before and after the first two dots of a range, such as `1h..3d`; nil without them.
    var partsAroundDots: (before: String, after: String)? {
        for index in indices.dropLast() where self[index] == "." {
            let next = self.index(after: index)
            if self[next] == "." { return (String(self[..<index]), String(self[self.index(after: next)...])) }
        }
        return nil
    }
}
