import CZlib

/// Unpacks gzip, also of several members one after another (as `cat a.gz b.gz` makes them).
final class GzipInflater {
    struct Step {
        var consumed: Int
        var produced: Int
        var isAtEnd: Bool
    }

    private let name: String
    // zlib keeps a pointer to the struct, so it needs an address of its own that does not change.
    private let stream: UnsafeMutablePointer<z_stream>
    /// Between two members, or after the last.
    private var isBetweenMembers = false

    init(name: String) throws {
        self.name = name
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 is the largest window, 16 more asks for the gzip header and its checksum.
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else {
            throw ImportError("\(name): cannot start to unpack", hint: "Free some memory and try again.")
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// Unpacks what it can of `input` into `output`. `isLast`: no input comes after this.
    ///
    /// - Throws: `ImportError` where the data is damaged or stops in the middle.
    func step(
        input: UnsafeMutableRawBufferPointer,
        output: UnsafeMutableRawBufferPointer,
        isLast: Bool
    ) throws -> Step {
        var padding = 0
        if isBetweenMembers {
            // Tapes and some tools fill up with zeros after the last member.
            while padding < input.count, input[padding] == 0 { padding += 1 }
            if padding == input.count { return Step(consumed: padding, produced: 0, isAtEnd: isLast) }
            inflateReset(stream)
            isBetweenMembers = false
        }
        let rest = UnsafeMutableRawBufferPointer(rebasing: input[padding...])
        stream.pointee.next_in = rest.bindMemory(to: Bytef.self).baseAddress
        stream.pointee.avail_in = UInt32(clamping: rest.count)
        stream.pointee.next_out = output.bindMemory(to: Bytef.self).baseAddress
        stream.pointee.avail_out = UInt32(clamping: output.count)
        let status = inflate(stream, Z_NO_FLUSH)
        let consumed = padding + rest.count - Int(stream.pointee.avail_in)
        let produced = output.count - Int(stream.pointee.avail_out)
        switch status {
        case Z_STREAM_END:
            isBetweenMembers = true
        case Z_OK, Z_BUF_ERROR:
            // Without input it may still hold output back; only when that is out too is the file too short.
            if rest.isEmpty, isLast, produced == 0 { throw truncated }
        default:
            let reason = stream.pointee.msg.map { String(cString: $0) } ?? "code \(status)"
            throw ImportError(
                "\(name): the compressed data is damaged (\(reason))",
                hint: "Nothing was stored. Test the file with gzip -t and fetch it again."
            )
        }
        return Step(consumed: consumed, produced: produced, isAtEnd: false)
    }

    private var truncated: ImportError {
        ImportError(
            "\(name): the compressed file stops in the middle",
            hint: "Nothing was stored. Test the file with gzip -t and fetch it again."
        )
    }
}
