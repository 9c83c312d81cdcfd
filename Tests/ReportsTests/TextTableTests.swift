import Testing

@testable import Reports

private func lines(_ table: ReportTable, width: Int = 40) -> [String] {
    TextTable(table, style: TextStyle(width: width)).lines
}

@Test func figuresAreSetRightAndWordsLeft() {
    let table = ReportTable(
        [.words("name"), .figures("n")],
        [[ReportCell("a"), ReportCell("1,234")], [ReportCell("日本"), ReportCell("5")]]
    )
    #expect(lines(table) == ["  name      n", "  a     1,234", "  日本      5"])
}

@Test func wordsAreWrappedBeforeARowBecomesAList() {
    let table = ReportTable(
        [.figures("n"), .words("path")],
        [[ReportCell("12"), ReportCell("landing → start form → upload document")]]
    )
    #expect(
        lines(table, width: 24) == ["   n  path", "  12  landing → start", "      form → upload", "      document"]
    )
    #expect(
        lines(table, width: 12) == [
            "  n: 12", "    path:", "      landing →", "      start form", "      → upload", "      document",
        ]
    )
}

@Test func emptyCellsAreLeftOutOfLists() {
    let table = ReportTable(
        [.words("a"), .figures("second"), .figures("third")],
        [[ReportCell("x"), ReportCell(""), ReportCell("1")]]
    )
    #expect(lines(table, width: 14) == ["  a: x", "    third: 1"])
}

@Test func reasonsNameTheRowsUnlessThereAreMany() {
    func table(_ count: Int) -> ReportTable {
        let absent = (0..<count).map { [ReportCell("r\($0)"), ReportCell("–", reason: "nobody")] }
        return ReportTable([.words("a"), .figures("rate")], absent + [[ReportCell("z"), ReportCell("1")]])
    }
    #expect(table(2).reasons == ["– under \"rate\" for r0, r1: nobody"])
    #expect(table(4).reasons == ["– under \"rate\": nobody"])
    #expect(table(0).reasons == [])
}
