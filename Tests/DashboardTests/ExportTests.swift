import Canvas
import JourneyModel
import TestSupport
import Testing

@testable import Dashboard

/// What `x` asks to be written, and what it says about it.
struct ExportTests {
    /// Chooses the format by typing its name, and takes the proposed file name.
    private func export(_ state: inout DashboardState, as format: String) -> Export? {
        state.press("x")
        state.type(format)
        state.press("enter")
        guard case .export(let export)? = state.press("enter").first else { return nil }
        return export
    }

    @Test(arguments: [
        ("text", "txt"), ("JSON", "json"), ("CSV", "csv"), ("Markdown", "md"), ("HTML", "html"),
        ("picture", "svg"),
    ])
    func aFileOfEveryFormatIsProposedByStoreViewAndPeriod(format: String, ending: String) {
        var state = DashboardState.sample(.funnel)
        let export = export(&state, as: format)
        #expect(export?.path == "Riverbend-services-funnel-2025-Q4.\(ending)")
        #expect(export?.mayReplace == false)
        #expect(export?.content == FunnelScreen.result(state).value.map(Export.Content.init))
    }

    @Test func namesSayThePeriodAndNothingStrange() {
        func name(_ range: TimeRange, store: String = "town") -> String {
            var state = DashboardState.sample(.channels, scope: ViewScope(range: range))
            state.store.name = store
            return ExportName.proposed(state, .csv)
        }
        func time(_ text: String) -> Timestamp {
            (try? TimeRange(parsingFrom: text, to: nil, in: .utc))?.from ?? Timestamp(milliseconds: 0)
        }
        #expect(name(.all) == "town-channels.csv")
        #expect(name(TimeRange(from: time("2025"), to: time("2026"))) == "town-channels-2025.csv")
        #expect(name(TimeRange(from: time("2025-03"), to: time("2025-04"))) == "town-channels-2025-03.csv")
        #expect(name(TimeRange(from: time("2025-03-03"), to: time("2025-03-04"))) == "town-channels-2025-03-03.csv")
        let odd = TimeRange(from: time("2025-03-03"), to: time("2025-03-10"))
        #expect(name(odd) == "town-channels-2025-03-03-to-2025-03-09.csv")
        #expect(name(TimeRange(from: time("2025-03-03"))) == "town-channels-since-2025-03-03.csv")
        #expect(name(.all, store: "../../etc/\u{202E}pass wd\u{1B}") == "etc-pass-wd-channels.csv")
        #expect(name(.all, store: ".-") == "channels.csv")
    }

    /// Every screen and detail with a command.
    private static let twins: [(screen: ScreenID, keys: [String])] = [
        (.overview, []), (.funnel, []), (.funnel, ["enter"]), (.funnel, ["t"]), (.paths, []),
        (.paths, ["tab"]), (.paths, ["enter"]), (.channels, []), (.channels, ["tab"]), (.preferences, []),
        (.preferences, ["v"]), (.preferences, ["c"]), (.preferences, ["g"]), (.maturity, []), (.maturity, ["enter"]),
        (.maturity, ["m"]), (.data, []),
    ]

    @Test func everyScreenIsAmongTheTwins() {
        for screen in Screens.list.tops {
            let isThere = Self.twins.contains { $0.screen == screen.id }
            #expect(isThere, "\(screen.id.title): add it to the twins")
        }
    }

    /// What is exported answers the very question that the command asks.
    @Test(arguments: twins)
    func everyScreenHasATwin(screen: ScreenID, keys: [String]) throws {
        var state = DashboardState.sample(screen)
        for key in keys { state.press(key) }
        let command = state.shownCommand
        let exported = try #require(export(&state, as: "JSON"))
        let scope = state.questionScope
        let view = command[0] == "show" ? command[1] : command[0]
        func value(_ option: String) -> String? {
            command.firstIndex(of: option).map { command[$0 + 1] }
        }
        let answers = exported.content.answers.map(\.answer)
        #expect(!answers.isEmpty && (answers.count == 1 || view == "tree"))
        switch (view, answers.first) {
        case ("overview", let result as OverviewResult):
            #expect(result.query.scope == scope)
            let before = try value("--before").map { try TimeRange(parsingPeriod: $0, in: scope.zone) }
            #expect(result.query.before == before && before != nil)
        case ("funnel", let result as FunnelResult):
            #expect(result.query.scope == scope && result.query.breakdown == value("--by"))
            #expect(try value("--within").map { try SpanWord.parse($0) } == result.query.window)
        case ("paths", let result as PathsResult):
            #expect(result.query.scope == scope && value("--top") == String(result.query.top))
        case ("variants", let result as VariantsResult):
            #expect(result.query.scope == scope && value("--top") == String(result.query.top))
        case ("tree", _):
            let levels = answers.compactMap { $0 as? BranchesResult }
            #expect(levels.count == answers.count)
            let path = command.drop { $0 != "--path" }.dropFirst().prefix { !$0.hasPrefix("--") }
            #expect(levels.map(\.query.path) == path.indices.map { Array(path[...$0]) })
            #expect(levels.allSatisfy { $0.query.scope == scope })
        case ("channels", let result as ChannelsResult):
            #expect(result.query.scope == scope && value("--every") == result.query.every.rawValue)
        case ("contacts", let result as ContactsResult): #expect(result.query.scope == scope)
        case ("preferences", let result as PreferencesResult): #expect(result.query.scope == scope)
        case ("maturity", let result as MaturityResult):
            #expect(result.query.scope == scope)
            let supposed = command.drop { $0 != "--suppose" }.dropFirst()
            #expect(result.receipt.notes.contains { $0.id == .supposed } == !supposed.isEmpty)
            #expect(supposed.isEmpty == (keys != ["m"]))
        case ("info", is StoreSummary): break
        default: Issue.record("\(command) and \(exported.content)")
        }
    }

    @Test func equityIsExportedAsItIsShown() throws {
        var state = DashboardState.sample(.channels)
        state.press("e", "enter")
        let exported = try #require(export(&state, as: "CSV"))
        guard let result = exported.content.answers.first?.answer as? EquityResult else {
            Issue.record("\(exported.content)")
            return
        }
        #expect(state.commandLine.contains("show equity --by \(result.query.trait)"))
    }

    @Test func theStateOfTheDataThatIsShownIsWritten() throws {
        var state = DashboardState.sample(.funnel)
        let shown = FunnelScreen.result(state).value
        state.press("space")
        state.settle(state.update(.dataChanged(generation: 7)))
        #expect(try #require(export(&state, as: "JSON")).content == shown.map(Export.Content.init))
        // Live again, and the new answer on its way: nothing is written that is out of date.
        state.press("escape", "space")
        _ = state.update(.dataChanged(generation: 8))
        _ = state.update(.input(.key(.character("x"))))
        #expect(state.overlay == nil)
        #expect(state.message?.contains("wait until the answer is there") == true)
    }

    @Test func aFileThatIsThereIsReplacedOnlyByASecondEnter() {
        var state = DashboardState.sample(.funnel)
        _ = export(&state, as: "CSV")
        state.settle(state.update(.exported(.exists(path: "/exports/there.csv"))))
        #expect(state.screenText.contains("/exports/there.csv exists. Enter again replaces it"))
        // Another name is another file: the permission does not carry over.
        state.type("x")
        guard case .export(let other)? = state.press("enter").first else {
            Issue.record("no export")
            return
        }
        #expect(!other.mayReplace && other.path.hasSuffix(".csvx"))
        state.settle(state.update(.exported(.exists(path: "/exports/there.csvx"))))
        guard case .export(let again)? = state.press("enter").first else {
            Issue.record("no export")
            return
        }
        #expect(again.mayReplace && again.path == other.path)
        state.settle(state.update(.exported(.written(path: "/exports/there.csvx", bytes: 12_345))))
        #expect(state.overlay == nil)
        #expect(state.message == "written: /exports/there.csvx, 12.3 kB")
    }

    @Test func aFailureKeepsTheNameAndSaysTheWayOut() {
        var state = DashboardState.sample(.funnel)
        _ = export(&state, as: "HTML")
        state.settle(state.update(.exported(.failed(message: "no room for 'x'", hint: "make room"))))
        #expect(state.screenText.contains("no room for 'x': make room"))
        #expect(state.screenText.contains("funnel-2025-Q4.html"))
        state.press("ctrl-u")
        #expect(state.press("enter").isEmpty)
        #expect(state.screenText.contains("type a name"))
        state.press("escape")
        #expect(state.overlay == nil)
    }

    @Test func aPastedNameIsTaken() {
        var state = DashboardState.sample(.channels)
        state.press("x", "enter", "ctrl-u")
        state.settle(state.update(.input(.paste("out/here.txt\nq"))))
        guard case .export(let export)? = state.press("enter").first else {
            Issue.record("no export")
            return
        }
        #expect(export.path == "out/here.txt")
    }

    @Test func aKioskExportsNothing() {
        var state = DashboardState.sample(.funnel)
        state.store.isKiosk = true
        state.press("x")
        #expect(state.overlay == nil)
        #expect(state.message?.contains("kiosk mode") == true)
    }

    @Test func thePictureIsTheScreenWithoutTheDialog() {
        var state = DashboardState.sample(.funnel)
        let size = Size(width: 120, height: 36)
        let before = state.view(size: size, glyphs: .unicode).grid
        _ = export(&state, as: "picture")
        #expect(state.view(size: size, glyphs: .unicode).grid != before)
        #expect(state.bareView(size: size, glyphs: .unicode).grid == before)
    }

    @Test(arguments: [Size(width: 40, height: 12), Size(width: 20, height: 5), Size(width: 200, height: 60)])
    func theDialogFitsEverySize(size: Size) {
        var state = DashboardState.sample(.funnel)
        _ = state.update(.input(.resize(size)))
        _ = export(&state, as: "CSV")
        state.settle(state.update(.exported(.exists(path: "/" + String(repeating: "long/", count: 60)))))
        #expect(state.view(size: size, glyphs: .ascii).grid.text.count == size.height)
    }
}
