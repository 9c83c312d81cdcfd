import JourneyModel
import Testing

@testable import JourneyFormats

struct MappingTests {
    private let full = """
        rows = "events"
        unmapped = "attributes"
        drop = ["junk"]
        encoding = "latin1"
        delimiter = ";"

        [columns]
        person = "user_id"
        touchpoint = "what happened"
        time = "when"
        "person.age" = "age"
        region = "Region"

        [set]
        channel = "web"

        [times]
        zone = "Europe/Amsterdam"
        format = "d.M.yy H:mm"

        [values]
        missing = ["NA", "-"]

        [roles]
        information = ["help"]

        [roles.passport]
        start = ["apply"]
        step = ["upload", "pay"]
        submit = ["hand in"]
        end = ["granted", "refused"]
        failure = ["error"]
        contact = ["call"]

        [channels]
        digital = ["web"]
        assisted = ["balie"]
        message = ["brief"]
        """

    @Test func fileSaysEverything() throws {
        let mapping = try Mapping(toml: full, name: "map.toml")
        #expect(mapping.rows == .events)
        #expect(mapping.unmapped == .attributes)
        #expect(mapping.dropped == ["junk"])
        #expect(mapping.encoding == .latin1)
        #expect(mapping.delimiter == UInt8(ascii: ";"))
        #expect(mapping.columns.map(\.field) == ["person", "touchpoint", "time", "person.age", "region"])
        #expect(mapping.columns.map(\.column) == ["user_id", "what happened", "when", "age", "Region"])
        #expect(mapping.constants == [NamedValue("channel", "web")])
        #expect(mapping.zone == "Europe/Amsterdam")
        #expect(mapping.timeFormat == "d.M.yy H:mm")
        #expect(mapping.missing == ["NA", "-"])
        #expect(mapping.roles.count == 9)
        #expect(mapping.roles.contains(.init(touchpoint: "refused", service: "passport", role: .end)))
        #expect(mapping.roles.contains(.init(touchpoint: "help", service: nil, role: .information)))
        #expect(mapping.channelKinds.map(\.channel) == ["web", "balie", "brief"])
    }

    @Test func writtenFileSaysTheSame() throws {
        var mapping = try Mapping(toml: full, name: "map.toml")
        try mapping.add(field: "odd \"name\"", column: "line\nbreak\\ \u{1}")
        let again = try Mapping(toml: mapping.toml, name: "again.toml")
        #expect(Set(again.columns) == Set(mapping.columns))
        #expect(Set(again.roles) == Set(mapping.roles))
        var left = again
        var right = mapping
        (left.columns, right.columns, left.roles, right.roles) = ([], [], [], [])
        #expect(left == right)
    }

    @Test func dottedTraitIsOneField() throws {
        let mapping = try Mapping(toml: "[columns]\nperson.age = \"a\"\ncase.kind = \"b\"\n", name: "m")
        #expect(Set(mapping.columns.map(\.field)) == ["person.age", "case.kind"])
    }

    @Test(arguments: [
        ("[colums]\nperson = \"a\"\n", "m.toml, line 1: there is no key \"colums\"", "Did you mean columns?"),
        (
            "[columns]\nperson = \"a\"\n[times]\nzonne = \"UTC\"", "m.toml, line 4: there is no key \"zonne\"",
            "Did you mean zone?"
        ),
        ("rows = \"prefrences\"\n", "m.toml, line 1: rows cannot be \"prefrences\"", "Did you mean preferences?"),
        ("[columns]\n\nperson = 5\n", "m.toml, line 3: person must be text", "quotes"),
        ("[columns]\ntime = \"a\"\n[set]\ntime = \"b\"\n", "m.toml, line 4: time is given twice", "one source"),
        ("[columns\nperson = \"a\"\n", "m.toml, line 1: ", "[columns]"),
        ("[roles]\nstrat = [\"a\"]\n", "m.toml, line 2: there is no key \"strat\" in [roles]", "Did you mean start?"),
        ("[roles.passport]\nstart = \"a\"\n", "m.toml, line 2: start must be a list", "[\"one\", \"two\"]"),
        ("[channels]\ndigitl = [\"a\"]\n", "m.toml, line 2: there is no key \"digitl\"", "Did you mean digital?"),
        ("encoding = \"utf-7\"\n", "m.toml, line 1: there is no encoding \"utf-7\"", "latin1"),
        (
            "rows = \"consents\"\n[columns]\nstauts = \"a\"\n", "m.toml, line 3: \"stauts\" is no field",
            "Did you mean status?"
        ),
        ("columns = 3\n", "m.toml, line 1: columns must be a table", "[columns]"),
    ])
    func errorsNameFileLineAndNearestKey(_ text: String, _ message: String, _ hint: String) {
        let error = importError { _ = try Mapping(toml: text, name: "m.toml") }
        #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "no error")")
        #expect(error?.hint.contains(hint) == true, "\(error?.hint ?? "no error")")
    }

    @Test func argumentsOverruleTheFile() throws {
        let file = try Mapping(toml: full, name: "m")
        var arguments = Mapping()
        try arguments.addColumn("channel=kanaal")
        try arguments.addColumn("user=user_id")
        try arguments.addConstant("region=north")
        arguments.zone = "UTC"
        let both = file.overruled(by: arguments)
        #expect(both.columns.map(\.field) == ["touchpoint", "time", "person.age", "channel", "user"])
        #expect(both.constants == [NamedValue("region", "north")])
        #expect(both.zone == "UTC")
        #expect(both.timeFormat == "d.M.yy H:mm")
    }

    @Test func argumentsAreChecked() throws {
        var mapping = Mapping()
        try mapping.addColumn("time=when=then")
        #expect(mapping.columns == [.init(field: "time", column: "when=then")])
        #expect(importError { try mapping.addColumn("time=other") }?.message.contains("given twice") == true)
        // A column may feed several fields.
        try mapping.addColumn("end=when=then")
        #expect(mapping.columns.map(\.column) == ["when=then", "when=then"])
        for wrong in ["", "=", "a=", "=b", "a"] { #expect(importError { try mapping.addColumn(wrong) } != nil) }
    }

    @Test func argumentsAreQuotedForAShell() throws {
        var mapping = Mapping()
        try mapping.add(field: "person", column: "user_id")
        try mapping.add(field: "time", column: "it's \"then\" $x\nnow")
        try mapping.add(field: "channel", constant: "web site")
        // The line break is written out: a terminal would take it for the end of the command.
        let time = #"$'time=it\'s "then" $x\x0anow'"#
        let expected = "--column person=user_id --column \(time) --set 'channel=web site'"
        #expect(mapping.arguments == expected)
    }

    @Test func fields() {
        #expect(Field(named: "case") == .caseID)
        #expect(Field(named: "channel") == .dimension("channel"))
        #expect(Field(named: "language") == .dimension("language"))
        #expect(Field(named: "person.age") == .trait("person.age"))
        #expect(Field(named: "person.") == nil)
        #expect(Field(named: "") == nil)
    }

    @Test(arguments: [
        ("12", 12), ("-1.5", -1.5), ("6,400,000", 6_400_000), ("1,234.5", 1234.5), (" 7 ", 7), ("1e3", 1000),
    ])
    func numbers(_ text: String, _ expected: Double) {
        #expect(ValueParsing.number(text) == expected)
    }

    @Test(arguments: ["", "12,5", "1,23,456", "#REF!", "-", "nan", "inf", "0x10", "1.2.3", ",123", "1,2345"])
    func noNumbers(_ text: String) {
        #expect(ValueParsing.number(text) == nil)
    }

    @Test(arguments: [
        ("0", 0), ("1.5s", 1500), ("20 min", 1_200_000), ("2h", 7_200_000), ("1d", 86_400_000), ("250ms", 250),
        ("PT1H30M", 5_400_000), ("P1DT1S", 86_401_000), ("1:02:03", 3_723_000),
    ])
    func durations(_ text: String, _ expected: Int64) {
        #expect(ValueParsing.duration(text, unit: nil) == expected)
    }

    @Test(arguments: ["", "1500", "soon", "5 x", "PT", "P1X", "1:2", "1:70:00", "PT5"])
    func noDurations(_ text: String) {
        #expect(ValueParsing.duration(text, unit: nil) == nil)
    }
}
