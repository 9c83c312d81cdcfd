internal import JourneyModel

extension SideRecord {
    init(_ reject: Reject) {
        self.init(.rejects, [.whole(Int64(reject.line)), .text(reject.reason), .text(reject.raw)])
    }

    /// The same for the same fields of the same source; of a cost and of a rating, which name nothing that would tell two of them
    /// apart, for the same fields and as many like it before it in the file.
    ///
    /// - Parameter copies: those of the file so far.
    func key(source: StableHash, copies: inout KeyCounts) -> RecordKey {
        var hash = source
        hash.add(UInt64(kind.number))
        for (form, value) in zip(kind.forms, values) {
            // What is missing is hashed as what the field holds.
            switch (form, value) {
            case (.time, .whole(let number)), (.whole, .whole(let number)): hash.add(Int64?.some(number))
            case (.time, _), (.whole, _): hash.add(Int64?.none)
            case (.real, .real(let number)): hash.add(Double?.some(number))
            case (.real, _): hash.add(Double?.none)
            case (.text, .text(let text)), (.person, .text(let text)): hash.add(String?.some(text))
            case (.text, _), (.person, _): hash.add(String?.none)
            }
        }
        guard [.costs, .feedback].contains(kind) else { return hash.key }
        let before = copies.add(hash.key)
        if before > 0 { hash.add(before) }
        return hash.key
    }
}
