import JourneyModel
import Testing

@testable import Reports

/// A slow and obvious reader of RFC 4180, to read back what was written.
private func rows(of csv: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = Array(csv.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
        if isQuoted {
            if scalar != "\"" {
                field.unicodeScalars.append(scalar)
            } else if scalars.first == "\"" {
                field += "\""
                scalars.removeFirst()
            } else {
                isQuoted = false
            }
        } else if scalar == "\"" {
            isQuoted = true
        } else if scalar == "," {
            row.append(field)
            field = ""
        } else if scalar == "\r", scalars.first == "\n" {
            scalars.removeFirst()
            rows.append(row + [field])
            row = []
            field = ""
        } else {
            field.unicodeScalars.append(scalar)
        }
    }
    #expect(row.isEmpty && field.isEmpty && !isQuoted)
    return rows
}

@Test(arguments: Samples.all.map(\.name))
func everyAnswerIsOneTable(name: String) throws {
    let answer = try #require(Samples.all.first { $0.name == name }?.answer)
    let table = rows(of: answer.rendered(as: .csv))
    let header = try #require(table.first)
    #expect(Set(header).count == header.count)
    #expect(table.count == answer.records.rows.count + 1)
    #expect(table.count > 1)
    for row in table { #expect(row.count == header.count) }
}

@Test(arguments: [
    ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-2", "'-2"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\rx", "'\rx"),
    ("\n=1", "'\n=1"), ("\r\n=1", "'\r\n=1"), ("＝1+1", "'＝1+1"), ("＋1", "'＋1"), ("－1", "'－1"),
    ("＠SUM(A1)", "'＠SUM(A1)"),
    ("a=1", "a=1"), ("", ""), ("plain", "plain"), ("a,b", "a,b"), ("say \"hi\"", "say \"hi\""),
    ("two\r\nlines", "two\r\nlines"),
    ("é😀", "é😀"), ("\u{1B}]0;x\u{7}", "\u{FFFD}]0;x\u{FFFD}"),
])
func textFieldsReadBackAndFormulasAreGuarded(text: String, expected: String) {
    let csv = CSVRenderer.text(of: Records(["a", "b"], [[.text(text), .integer(1)]]))
    #expect(rows(of: csv) == [["a", "b"], [expected, "1"]])
}

@Test func headersAreGuardedLikeFields() {
    let csv = CSVRenderer.text(of: Records(["=cmd", "plain"], [[.integer(1), .integer(2)]]))
    #expect(csv == "'=cmd,plain\r\n1,2\r\n")
}

@Test func numbersStayNumbers() {
    let fields: [Records.Field] = [.integer(-5), .number(-0.25), .number(1e21), .number(.nan), .none]
    let csv = CSVRenderer.text(of: Records(["a", "b", "c", "d", "e"], [fields]))
    #expect(csv == "a,b,c,d,e\r\n-5,-0.25,1e+21,,\r\n")
}

@Test func aLoneEmptyFieldIsStillALine() {
    #expect(CSVRenderer.text(of: Records(["a"], [[.none]])) == "a\r\n\"\"\r\n")
}

@Test func funnelInCSV() {
    let table = rows(of: Samples.funnel.rendered(as: .csv))
    #expect(
        table.first == [
            "group", "step", "name", "optional", "entered", "converted", "reached", "dropped", "pending", "of_previous",
            "of_previous_low", "of_previous_high", "of_previous_n", "of_entered", "of_entered_low", "of_entered_high",
            "of_entered_n", "median_from_previous_ms",
        ]
    )
    #expect(table.count == 1 + 3 + 3 + 3)
    #expect(Array(table[3].prefix(10)) == ["", "3", "submit", "0", "200", "120", "120", "0", "0", "0.6"])
    #expect(table[3].last == "187200000")
    #expect(Array(table[4].prefix(6)) == ["web", "1", "landing", "0", "150", "100"])
}
