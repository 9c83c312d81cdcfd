import Foundation
import JourneyModel

/// The systems of `headers.txt`: a header each, rows made up for it, and the right reading.
struct ProposalHeaders {
    struct System: CustomStringConvertible {
        var name: String
        var kinds: [String]
        var table: String
        /// The columns that are right for a field.
        var columns: [String: Set<String>] = [:]
        /// The parts of one time.
        var time: [String] = []
        /// Times that are events of their own.
        var events: Set<String> = []

        var description: String { name }
    }

    static let all: [System] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("headers.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.components(separatedBy: "\n== ").dropFirst().map(system)
    }()

    private static let rows = 40

    private struct Column {
        var name: String
        var values: String
        var fields: [String]
    }

    private static func system(_ block: String) -> System {
        let lines = block.split(separator: "\n").map(String.init).filter { !$0.isEmpty }
        let columns = lines.dropFirst(2).map { line in
            let parts = line.components(separatedBy: " |").map { $0.trimmingCharacters(in: .whitespaces) }
            let fields = parts.count > 2 ? parts[2].split(separator: " ").map(String.init) : []
            return Column(name: parts[0], values: parts[1], fields: fields)
        }
        let run =
            columns.compactMap { column -> Int? in
                let words = column.values.split(separator: " ")
                return words.first == "run" ? Int(words[1]) : nil
            }.max() ?? 1
        var table = columns.map { quoted($0.name) }.joined(separator: ",") + "\n"
        for row in 0..<rows {
            table += columns.map { quoted(value($0.values, row, run)) }.joined(separator: ",") + "\n"
        }
        var system = System(
            name: lines[0],
            kinds: lines[1].split(separator: " ").dropFirst().map(String.init),
            table: table
        )
        for column in columns {
            for field in column.fields {
                switch field {
                case "event": system.events.insert(column.name)
                case "time+": system.time.append(column.name)
                default: system.columns[field, default: []].insert(column.name)
                }
            }
        }
        return system
    }

    private static func quoted(_ text: String) -> String {
        text.contains(",") || text.contains("\"") ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }

    // MARK: Values

    private static let people = ["Jane", "Omar", "Ann", "Piotr", "Lucy", "Tom", "Mia", "Ravi"]
    private static let staff = ["Jane Smith", "Omar Khan", "Ann Lee", "Piotr Nowak"]
    private static let texts = [
        "could not find the form anywhere", "waited long but was helped in the end", "very clear page",
        "the page kept saying error", "had to send the letter twice",
    ]

    /// The value of `row`: a maker's name, then what it is told. `run` rows belong to one case.
    private static func value(_ maker: String, _ row: Int, _ run: Int) -> String {
        let parts = maker.split(separator: " ", maxSplits: 1).map(String.init)
        let told = parts.count > 1 ? parts[1] : ""
        let list = told.split(separator: ",").map(String.init)
        let words = told.split(separator: " ").map(String.init)
        func number(_ place: Int) -> Int { words.count > place ? Int(words[place]) ?? 0 : 0 }
        switch parts[0] {
        // Different in every row.
        case "id": return told + String(1000 + 7 * row)
        case "uuid": return String(format: "%08x-0000-4000-8000-%012x", row * 7919 + 1, row)
        case "email": return "p\(row * 3)@mail.example"
        case "phone": return String(format: "+4477009%05d", row * 37)
        case "text": return "\(texts[row * 3 % 5]) \(row)"
        case "coord": return "\(told).\(String(format: "%04d", 100 + row * 37))"
        case "dob": return time(Double(row) * 397 * 24 - 24 * 365 * 75, "dmy")
        // The same for so many rows.
        case "run": return "\(told.dropFirst(told.prefix { $0 != " " }.count + 1))\(500 + row / number(0))"
        case "runid": return "\(told.dropFirst(told.prefix { $0 != " " }.count + 1))\(900 + row / number(0))"
        case "pickrun": return list[(row / run) % list.count]
        case "casetime": return time(457 * Double(row / run * run) / 60, told)
        // One after the other.
        case "pick": return list[(row * 7 + row / 3) % list.count]
        case "step": return list[row % list.count]
        case "const": return told
        case "empty": return ""
        case "staff": return staff[row * 3 % 4]
        case "person": return "\(people[row % 8]) \(people[(row * 5 + row / 8) % 8])son"
        case "first": return people[(row * 3 + row / 5) % 8]
        case "post": return "AB\(10 + row % 20) \(row % 9 + 1)CD"
        case "url": return "https://town.example/apply/\(row % 9)"
        case "num":
            let span = number(1) - number(0)
            return span > 1 ? String(number(0) + row * 13 % (span + 1)) : String(format: "0.%02d", row * 13 % 100)
        case "money": return "£1,\(String(format: "%03d", 13 * row))"
        case "commamoney": return "1.\(String(format: "%03d", 100 + 13 * row)),50"
        case "length": return String(format: "00:0%d:%02d", row % 9, row * 7 % 60)
        // Times: the next row is seven and a half hours later.
        case "time": return time(457 * Double(row) / 60, told)
        case "daytime": return time(14 * Double(row), told)
        case "after":
            // What takes long is not done everywhere.
            if number(0) > 15, row % 4 == 3 { return "" }
            return time(457 * Double(row) / 60 + Double(number(0)) + 0.2, words[1])
        case "month", "monthname": return time(Double(row) * 24 * 30.5, parts[0])
        default: return "?"
        }
    }

    /// - Parameter hours: after 8 o'clock of 3 March 2025.
    private static func time(_ hours: Double, _ form: String) -> String {
        let seconds = 1_740_988_800 + Int((hours * 60).rounded(.down)) * 60
        if form == "s" { return String(seconds) }
        if form == "us" { return String(seconds * 1_000_000) }
        let patterns = [
            "iso": "yyyy-MM-dd'T'HH:mm:ss", "isoz": "yyyy-MM-dd'T'HH:mm:ss'Z'", "sql": "yyyy-MM-dd HH:mm:ss",
            "utc": "yyyy-MM-dd HH:mm:ss 'UTC'", "day": "yyyy-MM-dd", "ymd": "yyyyMMdd", "dmy": "dd/MM/yyyy",
            "dmyt": "dd/MM/yyyy HH:mm", "mdy": "MM/dd/yyyy", "mdyt": "MM/dd/yyyy hh:mm:ss a",
            "jira": "dd/MMM/yy h:mm a",
            "de": "dd.MM.yyyy HH:mm", "ded": "dd.MM.yyyy", "nl": "dd-MM-yyyy HH:mm", "nld": "dd-MM-yyyy",
            "clock": "HH:mm:ss",
            "month": "yyyy-MM", "monthname": "MMM yyyy",
        ]
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = patterns[form] ?? form
        return formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
    }
}
