import Testing

@testable import JourneyStore

/// Names in rows that could not be read.
@Suite struct NameSearchTests {
    private func isFound(_ names: [String], _ text: String) -> Bool {
        var text = text
        return text.withUTF8(NameSearch(names).isFound(in:))
    }

    @Test(arguments: ["7", "7,x", "x,7", "a,7,b", #"{"id":"7"}"#, "<id>7</id>", "2024-7-1", "7\n"])
    func aNameAlone(text: String) {
        #expect(isFound(["7"], text))
        #expect(isFound(["nobody", "7"], text))
    }

    @Test(arguments: ["", "17", "70", "a7", "7é", "é7", "x,77,y"])
    func partOfAnother(text: String) {
        #expect(!isFound(["7"], text))
    }

    @Test func asFormatsWriteIt() {
        #expect(isFound([#"O"Neil"#], #"x,"O""Neil",y"#))
        #expect(isFound([#"O"Neil"#], #"{"id":"O\"Neil"}"#))
        #expect(isFound(["Zoë"], #"{"id":"Zo\u00eb"}"#))
        #expect(isFound(["a/b"], #"{"id":"a\/b"}"#))
        #expect(isFound(["Tom & <Co>"], "<id>Tom &amp; &lt;Co&gt;</id>"))
        #expect(isFound(["O'Neil"], "<id v='O&apos;Neil'/>"))
    }

    @Test func nobodyIsFoundWhereNobodyIsSought() {
        #expect(!isFound([], "a,b"))
        #expect(!isFound([""], "a,,b"))
    }
}
