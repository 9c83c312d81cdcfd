import JourneyModel

/// A value of a dimension by its name, or that it is missing. Names are the same where they have the same bytes, as in the
/// store.
public struct ValueName: Sendable {
    /// Nil where the value is missing.
    public let name: String?

    public init(_ name: String?) {
        self.name = name
    }

    public static let missing = ValueName(nil)

    /// As an answer calls it (D6).
    public var text: String { name ?? Dimension.notSet }
}

extension ValueName: Hashable {
    public static func == (left: ValueName, right: ValueName) -> Bool {
        guard let name = left.name, let other = right.name else { return left.name == nil && right.name == nil }
        return name.utf8.elementsEqual(other.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        guard let name else { return hasher.combine(0 as UInt8) }
        let isTaken: Void? = name.utf8.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if isTaken == nil { hasher.combine(0 as UInt8) }
    }
}

/// What is missing comes first.
extension ValueName: Comparable {
    public static func < (left: ValueName, right: ValueName) -> Bool {
        guard let other = right.name else { return false }
        guard let name = left.name else { return true }
        if name < other { return true }
        return name == other && name.utf8.lexicographicallyPrecedes(other.utf8)
    }
}

extension ValueName: Codable {
    public init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        self.init(box.decodeNil() ? nil : try box.decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        if let name { try box.encode(name) } else { try box.encodeNil() }
    }
}
