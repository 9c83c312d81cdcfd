/// A grid as bytes, to be kept and shown again: its size, then each cell's role, attributes and text.
extension Grid {
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(width * height * 4)
        for number in [width, height] {
            bytes += [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
        }
        for y in 0..<height {
            for x in 0..<width {
                let cell = self[x, y]
                let text = Array(cell.text.utf8.prefix(Int(UInt8.max)))
                bytes += [Grid.roleNumbers[cell.style.role] ?? 0, cell.style.attributes.rawValue, UInt8(text.count)]
                bytes += text
            }
        }
        return bytes
    }

    /// Nil where the bytes are no grid. Every text is cleaned again: bytes that lay in a file are not trusted.
    public init?(bytes: [UInt8]) {
        guard bytes.count >= 4 else { return nil }
        let width = Int(bytes[0]) | Int(bytes[1]) << 8
        let height = Int(bytes[2]) | Int(bytes[3]) << 8
        // Each cell has three bytes at least. What lay in a file is not trusted with any amount of memory.
        let size = Size(width: width, height: height)
        guard size == size.drawn, bytes.count >= 4 + 3 * width * height else { return nil }
        self.init(width: width, height: height)
        var offset = 4
        for y in 0..<height {
            for x in 0..<width {
                guard offset + 3 <= bytes.count, offset + 3 + Int(bytes[offset + 2]) <= bytes.count,
                    Int(bytes[offset]) < Role.allCases.count
                else { return nil }
                let style = Style(Role.allCases[Int(bytes[offset])], Attributes(rawValue: bytes[offset + 1]))
                let text = SafeText(bytes: bytes[offset + 3..<offset + 3 + Int(bytes[offset + 2])])
                offset += 3 + Int(bytes[offset + 2])
                guard let grapheme = text.graphemes.first else { continue }
                put(grapheme, x: x, y: y, style: style, clip: bounds)
            }
        }
        guard offset == bytes.count else { return nil }
    }

    private static let roleNumbers = Dictionary(
        uniqueKeysWithValues: zip(Role.allCases, 0...).map { ($0, UInt8($1)) }
    )
}
