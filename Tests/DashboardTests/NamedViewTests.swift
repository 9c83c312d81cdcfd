import Canvas
import Foundation
import JourneyModel
import Testing

@testable import Dashboard

/// Views kept under a name, of any screen.
struct NamedViewTests {
    /// The view that saving under a name gives.
    private func kept(_ state: inout DashboardState, as name: String) -> NamedView? {
        state.press("S", "ctrl-u")
        state.type(name)
        for case .saveView(let view) in state.press("enter") { return view }
        return nil
    }

    @Test func savingAsksForANameAndOpeningBringsItBack() throws {
        var state = DashboardState.sample(.funnel)
        state.press("S")
        #expect(state.press("enter") == [])
        #expect(state.message == "a view needs a name")
        state.press("escape")
        let view = try #require(kept(&state, as: "blue badge"))
        #expect(state.screenText.contains("Funnel › blue badge"))
        #expect(
            view.entry.values == [
                .name: .text("blue badge"), .screen: .text("funnel"), .period: .text("2025-Q4"),
                .before: .text("previous"), .within: .text("14d"), .by: .text("channel"),
                .steps: .texts(["landing", "start form", "upload document", "submit", "confirmation"]),
            ]
        )
        var other = DashboardState.sample(.overview, scope: ViewScope())
        _ = other.update(.views([view]))
        other.press("V")
        #expect(other.screenText.contains("Funnel · 2025-Q4 · landing →"))
        other.press("enter")
        #expect(other.funnel == state.funnel)
        #expect(other.scope == state.scope)
        #expect(other.screenText.contains("Funnel › blue badge"))
        other.press("z")
        #expect(other.place.screen == .overview)
        #expect(other.scope == ViewScope())
    }

    /// Whatever is on the screen can be kept, written, read and opened elsewhere, and asks the same questions there.
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func anyViewIsTheSameElsewhere(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let keys: [Key] =
            "1234560jjksebfpumwotvcg<>".map { Key.character($0) } + [
                .enter, .enter, .enter, .escape, .tab, .down, .down, .left, .right,
            ]
        var views = 0
        for _ in 0..<12 {
            var state = DashboardState.sample(.overview)
            for _ in 0..<25 {
                guard let key = keys.randomElement(using: &random) else { continue }
                state.settle(state.update(.input(.key(key))))
            }
            state.overlay = nil
            guard state.reasonNotToSave == nil else { continue }
            let view = try #require(kept(&state, as: "kept \(views)"))
            #expect(try NamedView(view.entry) == view, "\(view)")
            var other = DashboardState.sample(.data, scope: ViewScope())
            _ = other.update(.views([view]))
            other.press("V", "enter")
            #expect(other.screen.questions(other) == state.screen.questions(state))
            #expect(other.questionScope == state.questionScope)
            #expect(other.scope.before == state.scope.before)
            #expect(other.place.detail == state.place.detail)
            #expect(other.place.sort == state.place.sort)
            #expect(other.place.stage == state.place.stage)
            #expect(other.commandLine == state.withoutCursor.commandLine)
            views += 1
        }
        #expect(views > 4)
    }

    @Test func everyRuleOfAFunnelIsKeptAndAsked() throws {
        let entry = ViewEntry([
            .name: .text("strict"), .screen: .text("funnel"), .steps: .texts(["landing", "submit|letter", "call?"]),
            .within: .text("1d12h"), .order: .text("strict"), .entry: .text("first"), .ties: .text("file"),
            .exclude: .texts(["help page", "call[channel=phone]"]), .policy: .text("drop"), .by: .text("service"),
            .attribution: .text("step:2"), .gap: .texts(["2:1h..3d"]), .allServices: .flag(true),
            .filters: .texts(["channel!=post"]), .unit: .text("case"), .sort: .text("lowest rate first"),
            .period: .text("2025-10-01..2025-10-12"), .before: .text("2024"),
        ])
        let view = try NamedView(entry)
        #expect(view.entry == entry)
        var state = DashboardState.sample(.overview)
        _ = state.update(.views([view]))
        state.press("V", "enter")
        let query = try #require(FunnelScreen.query(state))
        #expect(query.entry == .first && query.ties == .file && query.policy == .drop && query.order == .strict)
        #expect(query.exclusions.map(\.text) == ["help page", "call[channel=phone]"])
        #expect(query.attribution == .step(2) && query.interveningEventsOfAllServices)
        #expect(query.steps[1].minimumGap == .hour && query.steps[1].maximumGap == 3 * .day)
        #expect(query.scope.range == TimeRange(from: Fixtures.day(2025, 10, 1), to: Fixtures.day(2025, 10, 13)))
        #expect(state.scope.before == TimeRange(from: Fixtures.day(2024, 1, 1), to: Fixtures.day(2025, 1, 1)))
        #expect(state.place.sort == FunnelScreen.worstFirst)
        for words in [
            "--entry first", "--ties file", "--exclude 'help page' --exclude 'call[channel=phone]'", "--policy drop",
            "--attribution step:2", "--gap 2:1h..3d", "--all-services",
        ] {
            #expect(state.commandLine.contains(words))
        }
    }

    @Test func anEntryOfAnOlderFileChangesTheFunnelAlone() throws {
        let entry = ViewEntry([.name: .text("old"), .steps: .texts(["landing", "submit"]), .order: .text("ordered")])
        let view = try NamedView(entry)
        var state = DashboardState.sample(.paths)
        state.press("u", "down", "enter")
        let scope = state.scope
        _ = state.update(.views([view]))
        state.press("V", "enter")
        #expect(state.place.screen == .funnel)
        #expect(state.funnel.steps?.map(\.text) == ["landing", "submit"])
        #expect(state.scope == scope)
    }

    @Test(
        arguments: [
            ([.steps: .texts(["a"])], "name"), ([.name: .text("x")], nil),
            ([.name: .text("x"), .screen: .text("holograms")], "screen"),
            ([.name: .text("x"), .screen: .text("funnel"), .steps: .texts(["a", "|"])], "steps"),
            ([.name: .text("x"), .screen: .text("funnel"), .steps: .text("a")], "steps"),
            ([.name: .text("x"), .screen: .text("funnel"), .gap: .texts(["2:1h.."])], "gap"),
            ([.name: .text("x"), .screen: .text("funnel"), .within: .text("soon")], "within"),
            ([.name: .text("x"), .screen: .text("paths"), .filters: .texts(["nonsense"])], "where"),
            ([.name: .text("x"), .screen: .text("paths"), .unit: .text("dogs")], "unit"),
            ([.name: .text("x"), .screen: .text("paths"), .period: .text("last decade")], "period"),
            ([.name: .text("x"), .screen: .text("paths"), .period: .number(2025)], "period"),
            ([.name: .text("x"), .screen: .text("paths"), .open: .texts(["times"])], "open"),
            ([.name: .text("x"), .screen: .text("paths"), .open: .texts(["reject", "3"])], "open"),
            ([.name: .text("x"), .screen: .text("channels"), .sort: .text("beauty")], "sort"),
            ([.name: .text("x"), .screen: .text("channels"), .every: .text("decade")], "every"),
            ([.name: .text("x"), .screen: .text("maturity"), .stage: .text("3")], "stage"),
            ([.name: .text("x"), .screen: .text("funnel"), .allServices: .other], "all-services"),
        ] as [([ViewEntry.Key: ViewEntry.Value], String?)]
    )
    func whatCannotBeUnderstoodSaysWhere(_ values: [ViewEntry.Key: ViewEntry.Value], _ key: String?) {
        #expect { try NamedView(ViewEntry(values)) } throws: { ($0 as? ViewEntry.Problem)?.key == key }
    }

    @Test func aRelativePeriodIsAskedOnceTheDataIsKnownAndMovesWithIt() throws {
        let view = try NamedView(
            ViewEntry([
                .name: .text("quarter"), .screen: .text("channels"), .period: .text("last quarter"),
                .before: .text("previous"),
            ])
        )
        var state = DashboardState(store: StoreFacts(name: "R", path: "r"), view: view)
        let first = state.start()
        guard first.count == 1, let id = first.asking(CatalogQuestion.self).first?.id else {
            Issue.record("asked \(first)")
            return
        }
        state.settle(state.update(.answered(id, Fixtures.catalog)))
        #expect(state.scope.range == Fixtures.quarterBefore)
        #expect(state.screenText.contains("Jul–Sep 2025, against Apr–Jun 2025"))
    }

    @Test func aViewKeptWithARelativePeriodStaysRelative() throws {
        var state = DashboardState.sample(.channels)
        state.press("p")
        state.type("last whole quarter")
        state.press("enter")
        // The data ends two days before the quarter does.
        #expect(state.scope.range == Fixtures.quarterBefore)
        let view = try #require(kept(&state, as: "quarter"))
        #expect(view.entry.values[.period] == .text("last quarter"))
        #expect(view.entry.values[.before] == .text("previous"))
        // Once the new year has begun, the same view shows the quarter that is over.
        var catalog = Fixtures.catalog
        catalog.last = Fixtures.day(2026, 1, 4)
        let effects = state.update(.dataChanged(generation: 1))
        for (id, _) in effects.asking(CatalogQuestion.self) { state.settle(state.update(.answered(id, catalog))) }
        #expect(state.scope.range == Fixtures.quarter)
        #expect(state.scope.before == Fixtures.quarterBefore)
        #expect(!state.history.canRedo)
    }

    @Test func aViewIsDeletedAfterAQuestion() throws {
        var state = DashboardState.sample(.overview)
        let view = try #require(kept(&state, as: "front"))
        _ = state.update(.views([view]))
        #expect(state.press("V", "ctrl-x", "enter") == [])
        #expect(state.press("V", "ctrl-x", "down", "enter") == [.deleteView("front")])
    }

    @Test func theDocumentNamesEveryKey() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appendingPathComponent("docs/VIEWS.md"), encoding: .utf8)
        let named = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { line in
            line.dropFirst().prefix { $0 != "|" }.matches(of: /`([^`]+)`/).map { String($0.1) }
        }
        #expect(Set(named) == Set(ViewEntry.Key.allCases.map(\.rawValue)))
        #expect(named.count == Set(named).count)
    }

    @Test func aKioskOpensViewsAndChangesNone() throws {
        var state = DashboardState.sample(.paths)
        let view = try #require(kept(&state, as: "paths"))
        _ = state.update(.views([view]))
        state.store.isKiosk = true
        state.press("1", "S")
        #expect(state.overlay == nil)
        #expect(state.message?.contains("kiosk mode: nothing is saved") == true)
        state.press("V", "ctrl-x")
        #expect(state.message?.contains("kiosk mode: nothing is deleted") == true)
        #expect(state.press("enter") == [])
        #expect(state.place.screen == .paths)
    }

    @Test func savingIsNoStepToUndo() {
        var state = DashboardState.sample(.funnel)
        _ = kept(&state, as: "x")
        #expect(!state.history.canUndo)
    }

    @Test func whatHasNoLastingNameIsNotKept() {
        var state = DashboardState.sample(.data)
        state.push(Place(DataDetail.reject(Fixtures.summary.rejects[0])))
        state.press("S")
        #expect(state.message?.contains("no lasting name") == true)
    }
}

extension DashboardState {
    /// With the cursor at the top of the first panel: a view does not hold it, and some command lines follow it.
    fileprivate var withoutCursor: DashboardState {
        var state = self
        state.place = place.withoutCursor
        return state
    }
}
