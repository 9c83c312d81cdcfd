extension TOMLParser {
    /// The string that begins with the quote that is next, of any of the four kinds.
    mutating func string() throws(TOMLFault) -> String {
        let open = scanner.place()
        if scanner.starts(with: "\"\"\"") { return try longString(UInt8(ascii: "\""), from: open) }
        if scanner.starts(with: "'''") { return try longString(UInt8(ascii: "'"), from: open) }
        return try shortString(from: open)
    }

    private mutating func shortString(from open: TOMLPlace) throws(TOMLFault) -> String {
        let quote = scanner.next
        scanner.advance()
        var text: [UInt8] = []
        while let next = scanner.next {
            if next == quote {
                scanner.advance()
                return String(decoding: text, as: UTF8.self)
            }
            if next == UInt8(ascii: "\n") || scanner.starts(with: "\r\n") { break }
            if next == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                try escape(into: &text)
            } else {
                try plainByte(next, into: &text)
            }
        }
        throw TOMLFault("the text is not closed: its quote at the end is missing", at: open)
    }

    private mutating func longString(_ quote: UInt8, from open: TOMLPlace) throws(TOMLFault) -> String {
        scanner.advance(3)
        _ = scanner.newline()
        var text: [UInt8] = []
        while let next = scanner.next {
            if next == quote {
                var count = 0
                while count < 5, scanner.peek(count) == quote { count += 1 }
                scanner.advance(count)
                // Up to two quotes may stand right before the three that close it.
                text += repeatElement(quote, count: count < 3 ? count : count - 3)
                if count >= 3 { return String(decoding: text, as: UTF8.self) }
            } else if scanner.newline() {
                text.append(UInt8(ascii: "\n"))
            } else if next == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                if try !joinedLines() { try escape(into: &text) }
            } else {
                try plainByte(next, into: &text)
            }
        }
        throw TOMLFault("the text is not closed: its three quotes at the end are missing", at: open)
    }

    private mutating func plainByte(_ byte: UInt8, into text: inout [UInt8]) throws(TOMLFault) {
        guard byte == UInt8(ascii: "\t") || (byte >= 0x20 && byte != 0x7F) else {
            throw scanner.fault("text cannot hold \(scanner.nextInWords()) as it is: write it as \\uXXXX")
        }
        text.append(byte)
        scanner.advance()
    }

    /// A backslash at the end of a line takes away the line break and all blanks and line breaks that follow.
    private mutating func joinedLines() throws(TOMLFault) -> Bool {
        var offset = 1
        while scanner.peek(offset) == UInt8(ascii: " ") || scanner.peek(offset) == UInt8(ascii: "\t") { offset += 1 }
        let byte = scanner.peek(offset)
        let isBreak =
            byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r") && scanner.peek(offset + 1) == UInt8(ascii: "\n")
        guard isBreak else { return false }
        scanner.advance(offset)
        while scanner.newline() { scanner.blanks() }
        return true
    }

    private mutating func escape(into text: inout [UInt8]) throws(TOMLFault) {
        let digits: Int
        switch scanner.peek(1) {
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        case let letter:
            guard let letter, let byte = Self.escapes[letter] else {
                throw scanner.fault("there is no such escape: a backslash itself is written \\\\")
            }
            text.append(byte)
            scanner.advance(2)
            return
        }
        var code: UInt32 = 0
        for offset in 2..<2 + digits {
            let digit = scanner.peek(offset).flatMap { Character(Unicode.Scalar($0)).hexDigitValue }
            guard let digit else { throw scanner.fault("the escape needs \(digits) hexadecimal digits") }
            code = code << 4 | UInt32(digit)
        }
        guard let scalar = Unicode.Scalar(code) else { throw scanner.fault("the escape is no Unicode character") }
        text += Array(String(Character(scalar)).utf8)
        scanner.advance(2 + digits)
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "b"): 0x08, UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "f"): 0x0C,
        UInt8(ascii: "r"): 0x0D, UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C,
    ]
}
