import Foundation
import JourneyModel

/// Where a table begins: what comes before the line that names its columns, what divides that line, and which rows right
/// below it are none. Found from the beginning of the file, unless the mapping says it.
struct TableStart {
    /// At most so many lines may come before the names of the columns where somebody says how many do.
    static let mostLines = 1000
    /// Among so many lines without comments the names of the columns are looked for.
    private static let linesTried = 20

    private(set) var delimiter = CSVDialect.comma
    /// Before the names of the columns, behind a byte order mark.
    private(set) var bytes = 0
    private(set) var lines = 0
    /// Right below the names of the columns.
    private(set) var rowsBelow = 0
    /// What was passed over.
    private(set) var notes: [ImportNote] = []

    private let name: String
    private let all: [UInt8]
    private let dialect: CSVDialect
    private var given: UInt8?

    /// - Parameters:
    ///   - beginning: of the file.
    ///   - delimiter: what divides the fields where the format says it; nil: to be found.
    /// - Throws: `ImportError` where there are fewer lines than the mapping says come first.
    init(_ beginning: [UInt8], name: String, dialect: CSVDialect, delimiter: UInt8?, mapping: Mapping) throws {
        self.name = name
        self.dialect = dialect
        all = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(beginning.dropFirst(3)) : beginning
        given = mapping.delimiter ?? delimiter
        if let skip = mapping.skip {
            for _ in 0..<skip { try dropSaidLine(skip) }
        } else {
            passOverComments()
            try passOverTitles()
        }
        self.delimiter = try given ?? DelimiterDetection.delimiter(of: rest, name: name, dialect: dialect)
        noteLinesAbove(isSaid: mapping.skip != nil)
        rowsBelow = try mapping.skipBelow ?? surveyRows()
        if rowsBelow > 0 {
            let rows =
                rowsBelow == 1
                ? "1 row right below the names of the columns is none"
                : "\(rowsBelow) rows right below the names of the columns are none"
            notes.append(ImportNote("rows-below-header", "\(rows), and was passed over", count: rowsBelow))
        }
    }

    private var rest: [UInt8] { Array(all[bytes...]) }

    /// The line that begins at `start`, and where the next one does.
    private func line(at start: Int) -> (text: String, next: Int)? {
        guard start < all.count else { return nil }
        let end = all[start...].firstIndex { $0 == CSVDialect.lineFeed || $0 == CSVDialect.carriageReturn } ?? all.count
        var next = min(end + 1, all.count)
        if end < all.count, all[end] == CSVDialect.carriageReturn, next < all.count, all[next] == CSVDialect.lineFeed {
            next += 1
        }
        let plain = PaddedBytes(capacity: end - start)
        dialect.encoding.appendUTF8(of: all[start..<end], to: plain)
        return (plain.text(0..<plain.count), next)
    }

    private mutating func dropSaidLine(_ skip: Int) throws {
        guard let line = line(at: bytes), line.next < all.count else {
            throw ImportError(
                "\(name): has no line \(skip + 1), where the names of the columns were said to be",
                hint: "Say how many lines come before it: --skip N"
            )
        }
        take(line)
    }

    private mutating func take(_ line: (text: String, next: Int)) {
        if let mark = TableStart.separator(line.text), given == nil { given = mark }
        bytes = line.next
        lines += 1
    }

    /// `sep=;`, as spreadsheets write it for each other.
    private static func separator(_ line: String) -> UInt8? {
        let plain = line.replacingOccurrences(of: "\"", with: "").lowercased()
        guard plain.hasPrefix("sep="), plain.utf8.count >= 5 else { return nil }
        let mark = plain.utf8[plain.utf8.index(plain.utf8.startIndex, offsetBy: 4)]
        let tail = plain.utf8.dropFirst(5)
        return mark < 0x80 && tail.allSatisfy({ $0 == mark || $0 == CSVDialect.comma || $0 == 32 }) ? mark : nil
    }

    private mutating func passOverComments() {
        var looks = TableStart.linesTried
        while let line = line(at: bytes), line.next < all.count {
            let text = line.text.trimmingCharacters(in: .whitespaces)
            let isMark = TableStart.separator(text) != nil
            let isBlank = text.allSatisfy { ",;|".contains($0) }
            guard isMark || isBlank || text.hasPrefix("#") else { return }
            // Only the last of several comments could be the names of the columns.
            let isLast = text.hasPrefix("#") && all[line.next] != UInt8(ascii: "#")
            if isLast, looks > 0 {
                looks -= 1
                if namesColumns(at: bytes, next: line.next) { return }
            }
            take(line)
        }
    }

    /// Whether the line, which looks like a comment, names the columns all the same: it has as many fields as the rows
    /// below, and the first of these has values in it.
    private func namesColumns(at start: Int, next: Int) -> Bool {
        guard let trial = try? trial(at: start), trial.share >= 0.9, trial.rows > 0,
            let below = try? self.trial(at: next)
        else { return false }
        return below.fields.contains(where: TableStart.isValue)
    }

    private func trial(at start: Int) throws -> DelimiterDetection.Trial? {
        try DelimiterDetection.best(
            of: Array(all[start...]),
            name: name,
            dialect: dialect,
            among: given.map { [$0] } ?? DelimiterDetection.candidates
        )
    }

    /// Titles come before the names of the columns: lines with few fields, above one that names as many columns as nearly all
    /// rows below it have fields.
    private mutating func passOverTitles() throws {
        let first = try trial(at: bytes)
        if let first, first.share >= 0.5, 2 * TableStart.filled(first.fields) >= first.fields.count { return }
        var place = bytes
        var passed: [(text: String, next: Int)] = []
        while passed.count < TableStart.linesTried, let line = line(at: place), line.next < all.count {
            passed.append(line)
            place = line.next
            guard let trial = try trial(at: place), trial.rows > 0, trial.share >= 0.9,
                TableStart.areNames(trial.fields), try hasValues(below: place, trial.delimiter),
                try passed.allSatisfy({ try isTitle($0.text, trial) })
            else { continue }
            for line in passed { take(line) }
            return
        }
    }

    private func isTitle(_ line: String, _ trial: DelimiterDetection.Trial) throws -> Bool {
        let found = try DelimiterDetection.best(
            of: Array(line.utf8),
            name: name,
            dialect: CSVDialect(),
            among: [trial.delimiter]
        )
        return 2 * TableStart.filled(found?.fields ?? [line]) <= trial.fields.count
    }

    private static func filled(_ fields: [String]) -> Int {
        fields.count { !$0.allSatisfy(\.isWhitespace) }
    }

    /// Whether they could be the names of columns: all there, all different, and nothing that is a number or a time.
    private static func areNames(_ fields: [String]) -> Bool {
        filled(fields) == fields.count && Set(fields).count == fields.count && !fields.contains(where: isValue)
    }

    private static func isValue(_ text: String) -> Bool {
        if ValueParsing.number(text) != nil { return true }
        guard let first = text.first, first.isNumber else { return false }
        return text.contains("/") || text.contains(":") || text.contains("-") || text.contains(".")
    }

    private func hasValues(below start: Int, _ delimiter: UInt8) throws -> Bool {
        try rows(from: start, delimiter, 20).dropFirst().contains { $0.contains(where: TableStart.isValue) }
    }

    private func rows(from start: Int, _ delimiter: UInt8, _ count: Int) throws -> [[String]] {
        var form = dialect
        form.delimiter = delimiter
        let source = try ByteSource(name: name, bytes: Array(all[start...]), chunkSize: ByteSource.chunkSize)
        let reader = try CSVReader(source, dialect: form)
        var rows: [[String]] = []
        while rows.count < count, let item = try reader.next() {
            if case .row = item { rows.append((0..<reader.fieldCount).map(reader.text)) } else { rows.append([]) }
        }
        return rows
    }

    private mutating func noteLinesAbove(isSaid: Bool) {
        guard lines > 0 else { return }
        let start = line(at: 0).map { $0.text.prefix(60) } ?? ""
        let many = lines == 1 ? "1 line" : "\(lines) lines"
        let why = isSaid ? ", as was said" : ""
        notes.append(
            ImportNote(
                "lines-above-header",
                "\(many) above the names of the columns passed over\(why), from \"\(start)\" on",
                count: lines
            )
        )
    }

    // MARK: Survey tools

    /// How many rows right below the names of the columns say what was asked, and not what was answered: Qualtrics writes one
    /// or two, SurveyMonkey one. They are known by the column of the response's id, which holds none there.
    private func surveyRows() throws -> Int {
        let rows = try rows(from: bytes, delimiter, 4)
        guard let names = rows.first?.map({ NameWords($0).joined }) else { return 0 }
        let below = rows.dropFirst().prefix(2)
        if let id = names.firstIndex(of: "responseid"), names.contains("startdate") || names.contains("recordeddate") {
            let heads = below.prefix { row in
                row.contains { $0.contains("\"ImportId\"") }
                    || (row.count > id && NameWords(row[id]).joined == names[id])
            }
            return heads.count
        }
        if let id = names.firstIndex(of: "respondentid"), names.contains("collectorid"), let row = below.first,
            row.count > id
        {
            return row[id].isEmpty ? 1 : 0
        }
        return 0
    }
}
