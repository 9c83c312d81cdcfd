import ArgumentParser
import Foundation
import JourneyFormats
import JourneyModel
import Testing

@testable import Commands

@Suite("Options of commands")
struct OptionsTests {
    @Test("a scope without options is everything, in UTC or in the usual zone")
    func emptyScope() throws {
        #expect(try ScopeOptions.parse([]).scope() == Scope())
        let berlin = try Zone.named("Europe/Berlin")
        #expect(try ScopeOptions.parse([]).scope(zone: berlin).zone == berlin)
        #expect(try ScopeOptions.parse(["--zone", "UTC"]).scope(zone: berlin).zone == .utc)
    }

    @Test("a scope holds what is said, and --to with a day includes it")
    func scope() throws {
        let scope = try ScopeOptions.parse([
            "--from", "2025-Q4", "--to", "2025-12-31", "--where", "channel=web,app", "--where", "service!=bins",
            "--unit", "case", "--as-of", "2026-01-01",
        ]).scope()
        #expect(scope.range == (try TimeRange(parsingPeriod: "2025-Q4", in: .utc)))
        #expect(scope.filters == [try Filter(parsing: "channel=web,app"), try Filter(parsing: "service!=bins")])
        #expect(scope.unit == .case)
        #expect(scope.asOf == (try Timestamp(parsingAsOf: "2026-01-01", in: .utc)))
    }

    @Test(
        "what cannot be read is an error that says what to write",
        arguments: [["--from", "yesterday"], ["--to", "2025-13"], ["--where", "channel"], ["--as-of", "soon"]]
    )
    func wrongScope(arguments: [String]) throws {
        let options = try ScopeOptions.parse(arguments)
        let error = #expect(throws: ParsingError.self) { try options.scope() }
        #expect(error?.hint.isEmpty == false)
    }

    @Test("an unknown zone is an error of the readers'")
    func wrongZone() throws {
        let options = try ScopeOptions.parse(["--zone", "Mars"])
        #expect(throws: ImportError.self) { try options.scope() }
    }

    @Test("a funnel holds what is said")
    func funnel() throws {
        let scope = Scope(unit: .case)
        let query = try FunnelOptions.parse([
            "--step", "start", "send|mail", "end?", "--within", "14d", "--order", "strict", "--entry", "first",
            "--ties", "file", "--exclude", "cancel", "--policy", "restart", "--by", "channel", "--attribution",
            "step:2",
            "--gap", "2:1h..3d", "--all-services",
        ]).query(scope: scope)
        var steps = try ["start", "send|mail", "end?"].map { try FunnelStep(parsing: $0) }
        try StepGap.set(["2:1h..3d"], on: &steps)
        #expect(query.scope == scope && query.steps == steps)
        #expect(query.window == 14 * .day && query.order == .strict && query.entry == .first && query.ties == .file)
        #expect(query.exclusions == (try FunnelQuery.Exclusion.parse("cancel")) && query.policy == .restart)
        #expect(query.breakdown == "channel")
        #expect(query.attribution == (try FunnelQuery.Attribution(parsing: "step:2")))
        #expect(query.interveningEventsOfAllServices)
    }

    @Test("of a funnel nothing is limited unless it is said")
    func usualFunnel() throws {
        let query = try FunnelOptions.parse(["--step", "a"]).query(scope: Scope())
        #expect(query == FunnelQuery(steps: [FunnelStep(touchpoint: "a")]))
    }

    @Test(
        "what no funnel can be is an error that says what to write",
        arguments: [
            ["--step", "a", "--within", "soon"], ["--step", "a", "--gap", "9:1h..2h"], ["--step", "a[b"],
            ["--step", "a", "--attribution", "step:x"],
        ]
    )
    func wrongFunnel(arguments: [String]) throws {
        let options = try FunnelOptions.parse(arguments)
        #expect(throws: ParsingError.self) { try options.query(scope: Scope()) }
    }

    @Test("options of a mapping overrule the file that is named")
    func mapping() throws {
        let scratch = try Scratch()
        let file = try scratch.write("[columns]\nperson = 'u'\ntime = 't'\ntouchpoint = 'p'\n", to: "m.toml")
        let mapping = try MappingOptions.parse([
            "--map", file, "--column", "time=at", "--set", "channel=web", "--drop", "x", "--missing", "NA",
            "--time-format", "dd/MM/yyyy", "--zone", "+02:00", "--encoding", "latin1",
        ]).mapping()
        #expect(
            mapping.arguments
                == "--column person=u --column touchpoint=p --column time=at --set channel=web --drop x --missing NA "
                + "--encoding latin1 --time-format dd/MM/yyyy --zone +02:00"
        )
        #expect(mapping.dropped == ["x"] && mapping.missing == ["NA"])
        #expect(mapping.timeFormat == "dd/MM/yyyy" && mapping.zone == "+02:00" && mapping.encoding == .latin1)
        #expect(throws: ImportError.self) { try MappingOptions.parse(["--column", "time"]).mapping() }
        #expect(throws: ImportError.self) { try MappingOptions.parse(["--map", scratch.path("none")]).mapping() }
    }

    @Test("a store is a file: its link is resolved, an address of SQLite's is refused, and none is said")
    func store() throws {
        let scratch = try Scratch()
        try scratch.write("", to: "real.cxm")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("link.cxm"),
            withDestinationPath: scratch.path("real.cxm")
        )
        #expect(try StoreOptions.parse(["--store", scratch.path("link.cxm")]).path() == scratch.path("real.cxm"))
        #expect(
            try StoreOptions.parse(["--store", "b.cxm"]).path(scratch.path("real.cxm")) == scratch.path("real.cxm")
        )
        for address in ["file:a.cxm", ":memory:"] {
            let options = try StoreOptions.parse(["--store", address])
            let complaint = #expect(throws: Complaint.self) { try options.path() }
            #expect(complaint?.hint.contains("./" + address) == true)
        }
        if ProcessInfo.processInfo.environment["CXM_STORE"] == nil {
            let complaint = #expect(throws: Complaint.self) { try StoreOptions.parse([]).path() }
            #expect(complaint?.message == "no store was named")
            #expect(try StoreOptions.parse([]).pathIfNamed() == nil)
        }
    }

    @Test("sizes are columns and rows, or columns alone, and no more than is drawn")
    func sizes() throws {
        #expect(try SizeText.parse("120x36") == (120, 36))
        #expect(try SizeText.parse("80").width == 80)
        #expect(try SizeText.parse("1000X400") == (1000, 400))
        for wrong in ["", "x", "0x1", "10x0", "-5", "1x2x3", "ten", "1001x10", "10x401", "99999999999999999999"] {
            #expect(throws: Complaint.self, "\(wrong)") { try SizeText.parse(wrong) }
        }
    }

    @Test("every option that means a word of the model's has its words in the help")
    func words() {
        for view in ["overview", "funnel", "people"] {
            #expect(CxmCommand.helpMessage(for: ShowCommand.self).contains(view))
        }
        let help = ShowFunnel.helpMessage()
        for order in FunnelQuery.Order.allCases { #expect(help.contains(order.rawValue)) }
        for unit in CountingUnit.allCases { #expect(help.contains(unit.rawValue)) }
    }
}

/// Of tuples there is no equality in `#expect`.
private func == (left: (width: Int, height: Int?), right: (Int, Int)) -> Bool {
    left.width == right.0 && left.height == right.1
}
