import TOML
import Testing

@Suite("Every key and value knows where it stands")
struct TOMLPlaceTests {
    @Test("Line and column of keys and values")
    func places() throws {
        let table = try TOMLText.table(
            """
            # a comment
            "é" . b = 1
            long = '''
            two
            three'''
            list = [
              1,
              'x', 2,
            ]

              [deep . in]
              key =  { inner = true }
            [[many]]
            n = 1
            [[many]]
            n = 2
            """
        )
        func at(_ line: Int, _ column: Int) -> [Int] { [line, column] }
        func place(_ place: TOMLPlace?) -> [Int] { place.map { [$0.line, $0.column] } ?? [] }
        #expect(place(table.entry("é")?.place) == at(2, 1))
        let b = table["é"]?.table?.entry("b")
        #expect(place(b?.place) == at(2, 7) && place(b?.value.place) == at(2, 11))
        #expect(place(table.entry("long")?.place) == at(3, 1) && place(table["long"]?.place) == at(3, 8))
        #expect(table["list"]?.array?.map { place($0.place) } == [at(7, 3), at(8, 3), at(8, 8)])
        #expect(place(table.entry("deep")?.place) == at(11, 4))
        let inner = table["deep"]?.table?.entry("in")
        #expect(place(inner?.place) == at(11, 11))
        let key = inner?.value.table?.entry("key")
        #expect(place(key?.place) == at(12, 3) && place(key?.value.place) == at(12, 10))
        #expect(place(key?.value.table?.entry("inner")?.place) == at(12, 12))
        #expect(place(table.entry("many")?.place) == at(13, 3))
        #expect(table["many"]?.array?.map { place($0.place) } == [at(13, 3), at(15, 3)])
        #expect(table["many"]?.array?.compactMap { $0.table?.line(of: "n") } == [14, 16])
    }

    @Test("A table that another's header implied stands where its own header is")
    func implied() throws {
        let table = try TOMLText.table("[a.b]\nx = 1\n\n[a]\ny = 2\n")
        #expect(table.line(of: "a") == 4)
        #expect(table["a"]?.table?.line(of: "b") == 1)
    }

    @Test("Lines are counted the same with line breaks of either kind")
    func breaks() throws {
        let text = "a = 1\n\nb = '''\nx\n'''\nc = \"\"\"\\\n\n  x\"\"\"\nd = [\n1\n]\ne = 5\n"
        for text in [text, text.replacing("\n", with: "\r\n")] {
            let table = try TOMLText.table(text)
            #expect(table.entries.map(\.line) == [1, 3, 6, 9, 12])
        }
    }
}
