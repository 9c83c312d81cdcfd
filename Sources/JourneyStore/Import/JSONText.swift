internal import JourneyModel

/// JSON as the store keeps attributes (RFC 8259): an object of strings. Of a name that comes twice, SQLite's JSON
/// functions see the first.
struct JSONText {
    private var bytes: [UInt8] = []
    /// Each attribute's name, quoted, with the colon.
    private var names: [[UInt8]] = []

    mutating func prepare(_ names: [String]) {
        self.names = names.map { name in
            var quoted: [UInt8] = []
            JSONText.append(Array(name.utf8)[...], to: &quoted)
            quoted.append(UInt8(ascii: ":"))
            return quoted
        }
    }

    /// Writes the object of row `index`; false where the row has no attribute.
    mutating func read(_ attributes: [EventBatch.Attribute], at index: Int) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        for (place, attribute) in attributes.enumerated() {
            let range = attribute.texts.range(index)
            if range.isEmpty { continue }
            bytes.append(bytes.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
            bytes.append(contentsOf: names[place])
            JSONText.append(attribute.texts.bytes[range], to: &bytes)
        }
        guard !bytes.isEmpty else { return false }
        bytes.append(UInt8(ascii: "}"))
        return true
    }

    /// The object written last.
    func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) { bytes.withUnsafeBufferPointer(body) }

    private static func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
            case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
