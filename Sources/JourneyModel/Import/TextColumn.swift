/// Texts of many rows in one run of bytes (UTF-8). An empty text stands for a missing one, which in a table it always is.
public struct TextColumn: Sendable {
    public private(set) var bytes: [UInt8] = []
    /// Where each row's text ends in `bytes`; it begins where the one before ends.
    public private(set) var ends: [UInt32] = []

    public init() {}

    /// Texts that lie in `bytes` one after another and end at `ends`.
    public init(bytes: [UInt8], ends: [UInt32]) {
        self.bytes = bytes
        self.ends = ends
    }

    public var count: Int { ends.count }
    public var isEmpty: Bool { ends.isEmpty }

    public mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: text)
        ends.append(UInt32(bytes.count))
    }

    public mutating func append(_ text: String?) {
        if let text { bytes.append(contentsOf: text.utf8) }
        ends.append(UInt32(bytes.count))
    }

    /// Rows without a text, so that the column is `count` rows long.
    public mutating func pad(to count: Int) {
        while ends.count < count { ends.append(UInt32(bytes.count)) }
    }

    public mutating func reserve(rows: Int, bytes: Int) {
        ends.reserveCapacity(rows)
        self.bytes.reserveCapacity(bytes)
    }

    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Where row `index` lies in `bytes`.
    @inline(__always)
    public func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    /// The text of row `index`; empty where it has none, or the column has no rows.
    public func text(_ index: Int) -> String {
        isEmpty ? "" : String(decoding: bytes[range(index)], as: UTF8.self)
    }
}
