import Foundation
import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

/// A real log beside the checkout, read in the simplest way that does: rows split at commas (none of these files quotes
/// a field that is read here), times with the offset they carry.
struct SharedLog: Sendable, CustomTestStringConvertible {
    var folder: String
    var file: String
    var unit: CountingUnit
    var columns: (person: String?, caseID: String?, session: String?, touchpoint: String, time: String)
    /// Column names by the dimension or trait they become.
    var others: [String: String] = [:]
    /// Where the oracle's figures on the log are.
    var oraclePath: [String]

    var testDescription: String { "\(folder) by \(unit.rawValue)" }

    static let receipt = SharedLog(
        folder: "receipt",
        file: "receipt.csv.gz",
        unit: .case,
        columns: (nil, "case:concept:name", nil, "concept:name", "time:timestamp"),
        others: ["case.channel": "case:channel"],
        oraclePath: ["log"]
    )
    static let fines = SharedLog(
        folder: "traffic_fines",
        file: "traffic_fines.csv.gz",
        unit: .case,
        columns: (nil, "case_id", nil, "activity", "timestamp"),
        oraclePath: ["traffic_fines_rda", "log"]
    )
    static let shoppers = shop(.person, "by_user")
    static let all = [receipt, fines, shoppers, shop(.session, "by_session")]

    private static func shop(_ unit: CountingUnit, _ oracle: String) -> SharedLog {
        SharedLog(
            folder: "ecom_clickstream",
            file: "ecom.csv.gz",
            unit: unit,
            columns: ("user_id", nil, "session_id", "event", "timestamp"),
            oraclePath: [oracle, "log"]
        )
    }

    func analyst() throws -> ColumnarAnalyst {
        let lines = try text().split(whereSeparator: \.isNewline)
        let names = fields(lines.first ?? "")
        var builder = SnapshotBuilder()
        for line in lines.dropFirst() {
            let row = fields(line)
            func value(_ name: String?) -> String? {
                guard let name, let index = names.firstIndex(of: name), index < row.count else { return nil }
                return row[index].isEmpty ? nil : row[index]
            }
            guard let touchpoint = value(columns.touchpoint), let time = value(columns.time).flatMap(Self.time) else {
                continue
            }
            builder.add(
                EventRecord(
                    person: value(columns.person),
                    caseID: value(columns.caseID),
                    session: value(columns.session),
                    time: time,
                    dimensions: [NamedValue(Dimension.touchpoint, touchpoint)],
                    traits: others.compactMap { name, column in value(column).map { NamedValue(name, $0) } }
                )
            )
        }
        return ColumnarAnalyst(builder.snapshot())
    }

    func oracle() throws -> [String: Any] {
        let data = try Data(contentsOf: SharedData.url("data/\(folder)/oracle.json"))
        var here = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        for name in oraclePath { here = here[name] as? [String: Any] ?? [:] }
        return here
    }

    private func text() throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", try SharedData.url("data/\(folder)/\(file)").path]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    private func fields(_ line: Substring) -> [String] {
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    /// `2011-10-11 13:45:40.276000+02:00`, with or without fraction, offset and time of day.
    private static func time(_ text: String) -> Timestamp? {
        let characters = Array(text.utf8)
        func number(_ from: Int, _ length: Int) -> Int64 {
            guard from + length <= characters.count else { return 0 }
            return characters[from..<(from + length)].reduce(0) { $0 * 10 + Int64($1) - 48 }
        }
        guard characters.count >= 10 else { return nil }
        let (year, month, day) = (Int(number(0, 4)), Int(number(5, 2)), Int(number(8, 2)))
        guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
        var milliseconds = Int64(date.daysSinceEpoch) * .day
        milliseconds += number(11, 2) * .hour + number(14, 2) * .minute + number(17, 2) * .second
        if characters.count > 22, characters[19] == UInt8(ascii: ".") { milliseconds += number(20, 3) }
        if let sign = characters.indices.dropFirst(19).first(where: { characters[$0] == 43 || characters[$0] == 45 }) {
            let offset = number(sign + 1, 2) * .hour + number(sign + 4, 2) * .minute
            milliseconds += characters[sign] == 43 ? -offset : offset
        }
        return Timestamp(milliseconds: milliseconds)
    }
}
