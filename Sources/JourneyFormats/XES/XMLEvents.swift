import CXML

/// Reads a document of XML piece by piece and reports its elements, through libxml2: no other file, no network, no entities
/// but XML's own five.
final class XMLEvents {
    /// How deep elements may lie in one another.
    static let maxDepth = 256
    /// How many bytes one tag, comment or instruction may have: what is not whole yet is kept until it is.
    static let maxMarkup = 8 << 20
    /// How many attributes one tag may have: the parser compares each with all others.
    static let maxAttributes = 20_000

    /// An attribute while its element is reported.
    struct Attributes {
        fileprivate let all: UnsafeBufferPointer<cxml_attribute>

        /// The bytes of the attribute without a prefix that is called so.
        subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
            for attribute in all where !attribute.has_prefix && Name(attribute.name) == name {
                let bytes = UnsafeRawPointer(attribute.value).assumingMemoryBound(to: UInt8.self)
                return UnsafeBufferPointer(start: bytes, count: attribute.length)
            }
            return nil
        }
    }

    /// The name of an element, without its prefix, while it is reported.
    struct Name {
        fileprivate let bytes: UnsafePointer<CChar>

        fileprivate init(_ bytes: UnsafePointer<CChar>) { self.bytes = bytes }

        static func == (name: Name, text: StaticString) -> Bool {
            text.withUTF8Buffer { buffer in
                // The name ends with a zero, which no text here has.
                for (index, byte) in buffer.enumerated() where UInt8(bitPattern: name.bytes[index]) != byte {
                    return false
                }
                return name.bytes[buffer.count] == 0
            }
        }

        var text: String { String(cString: bytes) }
    }

    private let source: ByteSource

    var name: String { source.name }

    private let didRead: () throws -> Void
    private let began: (Name, Attributes) throws -> Void
    private let ended: () throws -> Void
    private var reader: OpaquePointer?
    private var failure: (any Error)?
    private var depth = 0
    /// Whether the outermost element has ended.
    private(set) var isWhole = false
    /// Bytes handed to the parser since it last reported anything, and about how many attributes are in them.
    private var unreported = 0
    private var assignments = 0

    /// - Parameter didRead: called after each piece.
    init(
        _ source: ByteSource,
        didRead: @escaping () throws -> Void,
        began: @escaping (Name, Attributes) throws -> Void,
        ended: @escaping () throws -> Void
    ) {
        self.source = source
        self.didRead = didRead
        self.began = began
        self.ended = ended
    }

    /// The line that is being read.
    var line: Int { reader.map { Int(cxml_line($0)) } ?? 1 }

    /// Reads to the end.
    ///
    /// - Throws: `ImportError` with file and line where it is no XML, and whatever the others throw.
    func read() throws {
        let context = Unmanaged.passUnretained(self).toOpaque()
        let handler = cxml_handler(
            context: context,
            began: { context, name, attributes, count in
                XMLEvents.from(context)?.begin(Name(name), UnsafeBufferPointer(start: attributes, count: count))
            },
            ended: { context in XMLEvents.from(context)?.end() }
        )
        guard let reader = cxml_open(handler) else { throw outOfMemory }
        self.reader = reader
        defer {
            cxml_close(reader)
            self.reader = nil
        }
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        var isAtEnd = false
        while !isAtEnd {
            let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
            try didRead()
            isAtEnd = count == 0
            unreported += count
            let isFine = piece.withUnsafeBytes {
                cxml_read(reader, $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32(count), isAtEnd)
            }
            if let failure { throw failure }
            if !isFine { throw fault(of: reader) }
            if unreported > XMLEvents.maxMarkup { throw tooLarge(line: line) }
            if unreported > piece.count { try countAttributes(piece[..<count]) }
        }
        withExtendedLifetime(self) {}
    }

    /// Before a tag so long is whole, when it is too late.
    private func countAttributes(_ bytes: ArraySlice<UInt8>) throws {
        var isAfterSign = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "="): isAfterSign = true
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if isAfterSign { assignments += 1 }
                isAfterSign = false
            // The zeros of UTF-16 among them.
            case 0...UInt8(ascii: " "): continue
            default: isAfterSign = false
            }
        }
        if assignments > XMLEvents.maxAttributes {
            throw refusal(line, "a tag has more than \(XMLEvents.maxAttributes) attributes")
        }
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> XMLEvents? {
        context.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
    }

    private func begin(_ name: Name, _ attributes: UnsafeBufferPointer<cxml_attribute>) {
        unreported = 0
        assignments = 0
        depth += 1
        guard depth <= XMLEvents.maxDepth else {
            return fail(refusal(line, "elements lie more than \(XMLEvents.maxDepth) deep in one another"))
        }
        do { try began(name, Attributes(all: attributes)) } catch { fail(error) }
    }

    private func end() {
        unreported = 0
        assignments = 0
        depth -= 1
        isWhole = depth == 0
        do { try ended() } catch { fail(error) }
    }

    private func fail(_ error: any Error) {
        failure = failure ?? error
        if let reader { cxml_stop(reader) }
    }
}
