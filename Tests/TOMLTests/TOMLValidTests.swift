import TOML
import Testing

/// Texts that TOML 1.0 allows, each with what it says in a notation of these tests: strings in quotes, times in angles,
/// tables in braces.
struct TOMLValidTests {
    static let documents: [(text: String, says: String)] = [
        ("", "{}"),
        ("# nothing but a comment", "{}"),
        ("\u{FEFF}a = 1", "{a:1}"),
        ("a = 1\r\nb = 2\r\n", "{a:1,b:2}"),
        (" \t a\t=\t1 # one\n\n\n  b = 2", "{a:1,b:2}"),
        ("a-b_C9 = 1\n1234 = 2\n- = 3", "{a-b_C9:1,1234:2,-:3}"),
        ("\"a b\" = 1\n'c.\"d' = 2\n\"\" = 3\n\"\\u00e9\" = 4", "{a b:1,c.\"d:2,:3,é:4}"),
        ("a . b = 1\na.\"c\".'d' = 2", "{a:{b:1,c:{d:2}}}"),
        ("3.14 = 'pi'", "{3:{14:\"pi\"}}"),
        // Strings.
        ("a = \"\"\nb = ''", "{a:\"\",b:\"\"}"),
        (#"a = "\b\t\n\f\r\"\\ \u00e9 \U0001F600""#, "{a:\"\u{8}\t\n\u{C}\r\"\\ é 😀\"}"),
        (#"a = 'C:\new "x"'"#, #"{a:"C:\new "x""}"#),
        ("a = \"\"\"\none\ntwo\"\"\"", "{a:\"one\ntwo\"}"),
        ("a = \"\"\"one\r\ntwo\"\"\"", "{a:\"one\ntwo\"}"),
        ("a = \"\"\"one \\  \n\n   two\"\"\"", "{a:\"one two\"}"),
        ("a = \"\"\"\\\n  \"\"\"", "{a:\"\"}"),
        ("a = \"\"\"\"\"\"", "{a:\"\"}"),
        ("a = \"\"\"\"one\"\"\"\"", "{a:\"\"one\"\"}"),
        ("a = \"\"\"\"\"one\"\"\"\"\"", "{a:\"\"\"one\"\"\"}"),
        ("a = \"\"\"one \"\"\\\" two\"\"\"", "{a:\"one \"\"\" two\"}"),
        ("a = '''\none\\n\n'two'''''", "{a:\"one\\n\n'two''\"}"),
        ("a = 'é\t😀'", "{a:\"é\t😀\"}"),
        // Numbers.
        ("a = [0, +0, -0, 42, +17, -17, 1_000, 5_3_4]", "{a:[0,0,0,42,17,-17,1000,534]}"),
        ("a = 9223372036854775807\nb = -9223372036854775808", "{a:9223372036854775807,b:-9223372036854775808}"),
        ("a = [0xDEAD_beef, 0o0755, 0b1101_0110]", "{a:[3735928559,493,214]}"),
        (
            "a = [1.0, -0.01, 5e+22, 1e06, -2E-2, 6.626e-3, 9_224.5_1]",
            "{a:[1.0,-0.01,5e+22,1000000.0,-0.02,0.006626,9224.51]}"
        ),
        ("a = [inf, +inf, -inf, nan, +nan, -nan]", "{a:[inf,inf,-inf,nan,nan,nan]}"),
        ("a = [true, false]", "{a:[true,false]}"),
        // Times.
        ("a = 1979-05-27T07:32:00Z", "{a:<offsetDateTime 1979-05-27T07:32:00Z>}"),
        ("a = 1979-05-27 07:32:00.999-07:00", "{a:<offsetDateTime 1979-05-27 07:32:00.999-07:00>}"),
        ("a = 1979-05-27t07:32:00", "{a:<localDateTime 1979-05-27t07:32:00>}"),
        ("a = 2000-02-29 # leap", "{a:<localDate 2000-02-29>}"),
        ("a = [07:32:00, 23:59:60.5]", "{a:[<localTime 07:32:00>,<localTime 23:59:60.5>]}"),
        // Lists and tables in braces.
        ("a = []\nb = [ [1, 'x'], [ ] ]", "{a:[],b:[[1,\"x\"],[]]}"),
        ("a = [ # first\n 1, # one\n\n 2,\n # last\n]", "{a:[1,2]}"),
        ("a = {}\nb = { x = 1, y.z = 2 }\nc = [{n = 'p'}, {}]", "{a:{},b:{x:1,y:{z:2}},c:[{n:\"p\"},{}]}"),
        ("a = { l = [\n1\n] }", "{a:{l:[1]}}"),
        // Headers.
        ("[a]\nx = 1\n[b]\nx = 2", "{a:{x:1},b:{x:2}}"),
        ("[ a . 'b' ]\nx = 1\n[a]\ny = 2", "{a:{b:{x:1},y:2}}"),
        ("[a.b.c]\n[a]\n[a.b]", "{a:{b:{c:{}}}}"),
        ("[[a]]\nx = 1\n[[a]]\n[[a]]\nx = 3", "{a:[{x:1},{},{x:3}]}"),
        ("[[a]]\n[a.b]\nx = 1\n[[a.c]]\n[[a.c]]\ny = 2\n[[a]]", "{a:[{b:{x:1},c:[{},{y:2}]},{}]}"),
        ("a.b = 1\n[a.c]\nd = 2", "{a:{b:1,c:{d:2}}}"),
        ("[a.b.c]\nz = 9\n[a]\nb.d = 1", "{a:{b:{c:{z:9},d:1}}}"),
        // To Swift these two are one text; to TOML they are two keys.
        ("\"\u{E9}\" = 1\n\"e\u{301}\" = 2", "{\u{E9}:1,e\u{301}:2}"),
    ]

    @Test("Every form of TOML 1.0 is read", arguments: documents.indices)
    func document(_ index: Int) throws {
        let document = Self.documents[index]
        #expect(Self.words(.table(try TOMLText.table(document.text))) == document.says, "\(document.text)")
    }

    @Test("A table says its keys in the order of the text, and finds each")
    func order() throws {
        let table = try TOMLText.table("zebra = 1\nant = 2\n[m]\n[b]\n")
        #expect(table.keys == ["zebra", "ant", "m", "b"])
        #expect(table["ant"]?.integer == 2)
        #expect(table["ant"]?.number == 2)
        #expect(table["ant"]?.string == nil)
        #expect(table["bee"] == nil)
    }

    static func words(_ kind: TOMLValue.Kind) -> String {
        switch kind {
        case .string(let text): "\"\(text)\""
        case .integer(let number): "\(number)"
        case .float(let number): "\(number)"
        case .bool(let flag): "\(flag)"
        case .time(let time): "<\(time.kind) \(time.text)>"
        case .array(let values): "[" + values.map { words($0.kind) }.joined(separator: ",") + "]"
        case .table(let table):
            "{" + table.entries.map { "\($0.key):\(words($0.value.kind))" }.joined(separator: ",") + "}"
        }
    }
}
