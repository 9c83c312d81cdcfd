extension TOMLParser {
    /// The value that begins here; it lies `depth` tables and lists deep.
    mutating func value(depth: Int) throws(TOMLFault) -> TOMLValue.Kind {
        switch scanner.next {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try string())
        case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
        case UInt8(ascii: "{"): return .table(try inlineTable(depth: depth))
        default: return try plainValue()
        }
    }

    private mutating func array(depth: Int) throws(TOMLFault) -> [TOMLValue] {
        if depth > TOMLText.maxDepth { throw tooDeep() }
        let open = scanner.place()
        scanner.advance()
        var values: [TOMLValue] = []
        while true {
            try gap(inListFrom: open)
            if scanner.take("]") { return values }
            let place = scanner.place()
            values.append(TOMLValue(kind: try value(depth: depth), place: place))
            try gap(inListFrom: open)
            if scanner.take("]") { return values }
            guard scanner.take(",") else {
                throw scanner.fault("there is \(scanner.nextInWords()) where a , or the ] of the list should be")
            }
        }
    }

    /// Blanks, line breaks and comments.
    private mutating func gap(inListFrom open: TOMLPlace) throws(TOMLFault) {
        repeat {
            scanner.blanks()
            try comment()
        } while scanner.newline()
        if scanner.next == nil { throw TOMLFault("the list is not closed: its ] is missing", at: open) }
    }

    private mutating func inlineTable(depth: Int) throws(TOMLFault) -> TOMLTable {
        let table = TOMLNode(.header, at: scanner.place())
        scanner.advance()
        scanner.blanks()
        if scanner.take("}") { return table.finished() }
        while true {
            try assignment(in: table, depth: depth)
            scanner.blanks()
            if scanner.take("}") { return table.finished() }
            guard scanner.take(",") else {
                throw scanner.fault("there is \(scanner.nextInWords()) where a , or the } of the table should be")
            }
        }
    }

    // MARK: Numbers, words and times

    private mutating func plainValue() throws(TOMLFault) -> TOMLValue.Kind {
        let place = scanner.place()
        let start = scanner.index
        skipPlain()
        // A date and a time may be parted by one blank.
        if scanner.index - start == 10, scanner.next == UInt8(ascii: " "), scanner.peek(3) == UInt8(ascii: ":"),
            TOMLTime.looksLikeDate(scanner.slice(from: start))
        {
            scanner.advance()
            skipPlain()
        }
        let word = String(decoding: scanner.slice(from: start), as: UTF8.self)
        let shown = TOMLFault.short(word)
        switch word {
        case "": throw scanner.fault("there is \(scanner.nextInWords()) where a value should be")
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "inf", "+inf": return .float(.infinity)
        case "-inf": return .float(-.infinity)
        case "nan", "+nan", "-nan": return .float(.nan)
        default: break
        }
        if TOMLTime.looksLikeTime(word.utf8) {
            guard let time = TOMLTime(word) else { throw TOMLFault("there is no date or time \(shown)", at: place) }
            return .time(time)
        }
        switch TOMLNumber(word) {
        case .integer(let number): return .integer(number)
        case .float(let number): return .float(number)
        case .tooLarge: throw TOMLFault("the number \(shown) is too large", at: place)
        case nil:
            let isText = word.utf8.first.map { $0 | 0x20 >= UInt8(ascii: "a") } ?? false
            throw TOMLFault("\(shown) is no value" + (isText ? ": text is put in quotes" : ""), at: place)
        }
    }

    private mutating func skipPlain() {
        while let next = scanner.next, Self.isBare(next) || [0x2B, 0x2E, 0x3A].contains(next) { scanner.advance() }
    }
}
