import JourneyModel
import TOML
import Testing

@testable import JourneyFormats

@Suite("Declarations")
struct DeclarationsTests {
    static let full = """
        [organisation]
        name = "Riverbend"
        zone = "Europe/London"
        currency = "GBP"
        language = "en"
        fiscal-year = 4

        [channels]
        phone = { kind = "phone" }
        sms = { kind = "digital", same = ["Text message", "SMS"] }
        web = {}

        [touchpoints]
        "start form" = ["Start form", "START_FORM"]

        [roles]
        start = ["landing"]
        success = ["granted"]

        [services.housing]
        same = ["Housing"]
        information = ["help"]
        start = ["start form", "created[channel=phone]|created[channel!=web,sms]"]
        step = ["form"]
        submit = ["submit"]
        end = ["confirmation"]
        failure = ["error"]
        contact = ["call"]
        success = ["paid"]
        funnel = { steps = ["start form", "form?", "submit[region=north]"], within = "28d" }
        goals = { completion = 0.75, take-up = 0.85, cost = 4.50 }

        [services."council tax"]

        [goals]
        satisfaction = 0.8
        preference-captured = 0.6
        preference-used = 0.6
        preference-honoured = 0.6
        leak = 0.05

        [phases]
        awareness = ["landing", "leaflet"]
        after = ["survey"]

        [[references]]
        measure = "satisfaction"
        value = 0.9
        whose = "a shop"
        date = 2025-03-31
        source = "its report"
        service = "housing"

        [[annotations]]
        date = 2025-10-01
        text = "a new form"
        service = "housing"
        who = "tenants"

        [[funnels]]
        name = "online"
        steps = ["landing", "submit"]
        within = "14d"

        """

    private func read(_ text: String) throws -> Declarations {
        try DeclarationsFile(text, name: "town.toml").declarations
    }

    @Test("a file says everything")
    func everything() throws {
        let declarations = try read(Self.full)
        #expect(declarations.organisation.zone?.name == "Europe/London")
        #expect(declarations.organisation.fiscalYear == 4)
        #expect(declarations.channels.map(\.name) == ["phone", "sms", "web"])
        #expect(declarations.channelKinds == ["phone": .assisted, "sms": .digital])
        #expect(declarations.sameNames("channel") == ["Text message": "sms", "SMS": "sms"])
        #expect(declarations.sameNames("touchpoint") == ["Start form": "start form", "START_FORM": "start form"])
        #expect(declarations.sameNames("service") == ["Housing": "housing"])
        #expect(declarations.services.map(\.name) == ["council tax", "housing"])
        let housing = declarations.services[1]
        #expect(housing.roles.entries.count == 9)
        #expect(housing.roles.entries.map(\.role).first == .information)
        #expect(
            housing.roles.entries.filter { $0.role == .start }.map(\.step.name) == [
                "start form", "created[channel=phone]", "created[channel!=web,sms]",
            ]
        )
        #expect(housing.funnel?.within == 28 * .day && housing.funnel?.steps.count == 3)
        #expect(housing.goals[.cost] == 4.5 && housing.goals[.takeUp] == 0.85)
        #expect(declarations.goals[.leak] == 0.05)
        #expect(declarations.successes.map(\.outcomes) == [["paid"], ["granted"]])
        #expect(declarations.annotationRecords.first?.text == "a new form (tenants)")
        // Midnight in London, where it is summer.
        #expect(declarations.annotationRecords.first?.time.iso8601 == "2025-09-30T23:00:00.000Z")
        #expect(declarations.funnels.first?.name == "online")
        #expect(declarations.phases.map(\.name) == [.awareness, .after])
    }

    @Test("what is printed and read again is the same, and prints the same")
    func roundTrip() throws {
        let declarations = try read(Self.full)
        #expect(try read(declarations.toml) == declarations)
        #expect(try read(declarations.toml).toml == declarations.toml)
        #expect(try read("") == Declarations() && Declarations().toml == "")
        #expect(try read("[organisation]\n[channels]\n[goals]\n") == Declarations())
        let odd = try read("[channels]\n\"a.b\\n\\u0007\" = { kind = \"post\", same = [\"\"] }\n[services.\"\"]\n")
        #expect(try read(odd.toml) == odd)
    }

    @Test(
        "what has no meaning is said with file and line, and the nearest right word",
        arguments: [
            ("[chanels]", 1, "there is no key \"chanels\"", "Did you mean channels?"),
            ("x = 1", 1, "there is no key \"x\"", "Keys: organisation"),
            ("channels = 1", 1, "channels must be a table", "[channels]"),
            ("[channels]\nweb = \"digital\"", 2, "web must be a table", "{ kind = \"digital\" }"),
            ("[channels]\nweb = { kind = \"digitl\" }", 2, "kind cannot be \"digitl\"", "Did you mean digital?"),
            ("[channels]\nweb = { knd = \"digital\" }", 2, "no key \"knd\" in [channels.web]", "Did you mean kind?"),
            ("[channels]\na = { same = [\"x\"] }\nb = { same = [\"x\"] }", 3, "is \"a\" already", "one place"),
            ("[channels]\na = { same = [\"b\"] }\nb = {}", 2, "is \"b\" already", "one place"),
            ("[channels]\na = { same = [\"a\"] }", 2, "is \"a\" already", "one place"),
            ("[touchpoints]\n\na = \"b\"", 3, "a must be a list of texts", "for example"),
            ("[roles]\nstrat = [\"a\"]", 2, "no key \"strat\" in [roles]", "Did you mean start?"),
            ("[roles]\nstart = [1]", 2, "must be a list of texts", "quotes"),
            ("[services.h]\nend = [\n\"a\",\n\"b[region=n]\"]", 4, "not by 'region'", "b[channel=phone]"),
            ("[services.h]\nend = [\"a?\"]", 2, "cannot be optional", "?"),
            ("[services.h]\nend = [\"a\"]\nstart = [\"a\"]", 3, "has the role end already", "one role"),
            ("[services.h]\nend = [\"a[\"]", 2, "never closes it", "NAME"),
            ("[services.h]\nfunel = 1", 2, "no key \"funel\"", "Did you mean funnel?"),
            ("[services.h]\nfunnel = { steps = [\"a\"] }", 2, "at least two steps", "steps"),
            ("[services.h]\nfunnel = { steps = [\"a?\", \"b\", \"c\"] }", 2, "cannot be optional", "?"),
            ("[services.h]\nfunnel = { name = \"x\", steps = [\"a\", \"b\"] }", 2, "no key \"name\"", "steps"),
            ("[services.h]\nfunnel = { steps = [\"a\", \"b\"], within = \"soon\" }", 2, "no length of time", "14d"),
            ("[services.h]\ngoals = { completion = 75 }", 2, "a share from 0 to 1", "0.7"),
            ("[goals]\ntake-upp = 0.5", 2, "no key \"take-upp\" in [goals]", "Did you mean take-up?"),
            ("[goals]\ncost = -1", 2, "an amount", "0.7"),
            ("[goals]\nleak = nan", 2, "a share", "0.7"),
            ("[organisation]\nzone = \"Europe/Londn\"", 2, "no time zone", "Europe/London"),
            ("[organisation]\nfiscal-year = 13", 2, "a month from 1 to 12", "April"),
            ("[organisation]\ncurrency = \"pounds\"", 2, "is no currency", "GBP"),
            ("[phases]\nawarenes = []", 2, "no key \"awarenes\"", "Did you mean awareness?"),
            ("[[annotations]]\ntext = \"x\"", 1, "a date and a text", "date"),
            ("[[annotations]]\ndate = 2025-02-30\ntext = \"x\"", 2, "", ""),
            ("[[annotations]]\ndate = \"tomorrow\"\ntext = \"x\"", 2, "must be a day", "2025-10-01"),
            ("annotations = [1]", 1, "a list of tables", "[[annotations]]"),
            ("[[funnels]]\nsteps = [\"a\", \"b\"]", 1, "a funnel has a name", "name"),
            ("[[references]]\nvalue = 1", 1, "says its measure", "completion"),
            ("[[references]]\nmeasure = \"completion\"\nvalue = 0.5", 1, "whose", "whose"),
            ("[channels]\nweb = {", 2, "", ""),
        ]
    )
    func problems(text: String, line: Int, message: String, hint: String) {
        let problem = #expect(throws: TextProblem.self) { try read(text) }
        #expect(problem?.file == "town.toml" && problem?.line == line, "\(String(describing: problem))")
        if !message.isEmpty {
            #expect(problem?.message.contains(message) == true, "\(String(describing: problem))")
            #expect(problem?.hint.contains(hint) == true, "\(String(describing: problem?.hint))")
        }
    }

    @Test("names that are nowhere in the data are told with their lines and what may have been meant")
    func unknown() throws {
        let file = try DeclarationsFile(Self.full, name: "town.toml")
        let values: [String: Set<String>] = [
            "channel": ["phone", "SMS", "web"], "service": ["Housing", "council tax"],
            "touchpoint": [
                "START_FORM", "landng", "help", "created", "form", "submit", "confirmation", "error", "call",
                "leaflet", "survey",
            ],
            "outcome": ["Granted", "PAID"],
        ]
        let unknown = file.unknown(in: values)
        let landing = unknown.first { $0.mention.name == "landing" }
        #expect(landing?.nearest == "landng" && landing?.mention.line == 17)
        #expect(!unknown.contains { $0.mention.kind == .outcome || $0.mention.kind == .service })
        #expect(!unknown.contains { $0.mention.name == "start form" || $0.mention.name == "sms" })
    }

    @Test("no mutation of a file ends the program; each is read or refused with file and line")
    func mutations() throws {
        var random = SplitMix64(seed: 7)
        let seed = Array(Self.full.utf8)
        for round in 0..<3000 {
            var bytes = seed
            for _ in 0...random.below(4) {
                let place = random.below(max(1, bytes.count))
                switch random.below(5) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(Array("[]{}\"',=.#\n?|!\\0".utf8)[random.below(16)], at: place)
                case 2: bytes[place] = UInt8(random.below(256))
                case 3: bytes.removeSubrange(place..<min(bytes.count, place + random.below(40)))
                default:
                    let from = random.below(max(1, bytes.count))
                    bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + random.below(40))], at: place)
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            do {
                let declarations = try read(text)
                #expect(try read(declarations.toml) == declarations, "round \(round)")
            } catch let problem as TextProblem {
                #expect(problem.file == "town.toml" && problem.line != nil, "round \(round): \(problem)")
            }
        }
    }
}
