/// Reads a document: its headers, keys and what they may add to one another. Values are in the files beside this one.
struct TOMLParser {
    struct Key {
        let name: String
        let place: TOMLPlace
    }

    var scanner: TOMLScanner

    /// `bytes` must be UTF-8.
    init(_ bytes: [UInt8]) {
        scanner = TOMLScanner(bytes)
    }

    mutating func document() throws(TOMLFault) -> TOMLTable {
        let root = TOMLNode(.header, at: scanner.place())
        var current = root
        var depth = 0
        while scanner.next != nil {
            scanner.blanks()
            if scanner.next == UInt8(ascii: "[") {
                (current, depth) = try header(in: root)
            } else if scanner.next != UInt8(ascii: "#"), !isAtEndOfLine {
                try assignment(in: current, depth: depth)
            }
            try endOfLine()
        }
        return root.finished()
    }

    private var isAtEndOfLine: Bool {
        scanner.next == nil || scanner.starts(with: "\n") || scanner.starts(with: "\r\n")
    }

    private mutating func endOfLine() throws(TOMLFault) {
        scanner.blanks()
        try comment()
        guard scanner.next != nil, !scanner.newline() else { return }
        throw scanner.fault("there is \(scanner.nextInWords()) where the line should end")
    }

    mutating func comment() throws(TOMLFault) {
        guard scanner.take("#") else { return }
        while let next = scanner.next, !isAtEndOfLine {
            guard next == UInt8(ascii: "\t") || (next >= 0x20 && next != 0x7F) else {
                throw scanner.fault("a comment cannot hold \(scanner.nextInWords())")
            }
            scanner.advance()
        }
    }

    // MARK: Headers

    private mutating func header(in root: TOMLNode) throws(TOMLFault) -> (TOMLNode, depth: Int) {
        scanner.advance()
        let isList = scanner.take("[")
        scanner.blanks()
        let keys = try path()
        let end = isList ? "]]" : "]"
        guard isList ? scanner.starts(with: "]]") : scanner.starts(with: "]") else {
            throw scanner.fault("there is \(scanner.nextInWords()) where the \(end) of the header should be")
        }
        scanner.advance(end.utf8.count)
        guard let last = keys.last else { throw scanner.fault("the header is empty") }
        var table = root
        for key in keys.dropLast() { table = try step(to: key, from: table) }
        let new = TOMLNode(.header, at: last.place)
        switch (table[last.name], isList) {
        case (nil, false): table.add(last, .table(new))
        case (nil, true): table.add(last, .tables(TOMLNode.List(new)))
        case (.tables(let list), true): list.tables.append(new)
        case (.table(let known), false) where known.origin == .implied:
            table.define(last)
            return (known, keys.count)
        default: throw twice(last, in: table)
        }
        return (new, keys.count)
    }

    /// The table that `key` leads to in a header that goes on.
    private func step(to key: Key, from table: TOMLNode) throws(TOMLFault) -> TOMLNode {
        switch table[key.name] {
        case nil:
            let new = TOMLNode(.implied, at: key.place)
            table.add(key, .table(new))
            return new
        case .table(let known): return known
        case .tables(let list): if let last = list.tables.last { return last }
        default: break
        }
        throw twice(key, in: table)
    }

    // MARK: Keys

    /// `a.b = VALUE`, in `table`, which lies `depth` tables deep.
    mutating func assignment(in table: TOMLNode, depth: Int) throws(TOMLFault) {
        let keys = try path(below: depth)
        guard scanner.take("=") else {
            throw scanner.fault("there is \(scanner.nextInWords()) where the = after the key should be")
        }
        scanner.blanks()
        guard let last = keys.last else { throw scanner.fault("the key is empty") }
        var table = table
        for key in keys.dropLast() {
            switch table[key.name] {
            case nil:
                let new = TOMLNode(.dotted, at: key.place)
                table.add(key, .table(new))
                table = new
            case .table(let known) where known.origin == .dotted || known.origin == .implied:
                known.origin = .dotted
                table = known
            default: throw twice(key, in: table)
            }
        }
        guard table[last.name] == nil else { throw twice(last, in: table) }
        let place = scanner.place()
        table.add(last, .value(try value(depth: depth + keys.count)), at: place)
    }

    private func twice(_ key: Key, in table: TOMLNode) -> TOMLFault {
        let first = table.line(of: key.name).map { " already on line \($0)" } ?? ""
        return TOMLFault(
            "\(TOMLFault.short(TOMLWriting.key(key.name))) stands\(first), and nothing can be added to it",
            at: key.place
        )
    }

    /// One key, or several with dots between them, and the blanks behind.
    private mutating func path(below depth: Int = 0) throws(TOMLFault) -> [Key] {
        var keys: [Key] = []
        repeat {
            scanner.blanks()
            let place = scanner.place()
            keys.append(Key(name: try simpleKey(), place: place))
            if depth + keys.count > TOMLText.maxDepth { throw tooDeep() }
            scanner.blanks()
        } while scanner.take(".")
        return keys
    }

    mutating func tooDeep() -> TOMLFault {
        scanner.fault("tables and lists lie more than \(TOMLText.maxDepth) deep in one another")
    }

    private mutating func simpleKey() throws(TOMLFault) -> String {
        switch scanner.next {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            guard !scanner.starts(with: "\"\"\""), !scanner.starts(with: "'''") else {
                throw scanner.fault("a key cannot go over several lines")
            }
            return try string()
        default:
            let start = scanner.index
            while let next = scanner.next, Self.isBare(next) { scanner.advance() }
            guard scanner.index > start else {
                throw scanner.fault("there is \(scanner.nextInWords()) where a key should be")
            }
            return String(decoding: scanner.slice(from: start), as: UTF8.self)
        }
    }

    static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
