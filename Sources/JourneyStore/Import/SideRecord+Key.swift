internal import JourneyModel

extension SideRecord {
    init(_ reject: Reject) {
        self.init(.rejects, [.whole(Int64(reject.line)), .text(reject.reason), .text(reject.raw)])
    }

    /// The same for the same fields of the same source.
    func key(source: StableHash) -> RecordKey {
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
        return hash.key
    }
}
