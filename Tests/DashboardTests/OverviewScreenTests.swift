import Canvas
import JourneyModel
import TestSupport
import Testing
import Wording

@testable import Dashboard

struct OverviewScreenTests {
    /// The overview with another answer.
    private func state(_ size: Size, _ change: (inout OverviewResult) -> Void) -> DashboardState {
        var state = DashboardState.sample(.overview, size: size)
        for (id, query) in state.update(.dataChanged(generation: 9)).asking(OverviewQuery.self) {
            var result = Fixtures.overview(query)
            change(&result)
            _ = state.update(.answered(id, result))
        }
        return state
    }

    private static var reasons: [(WritableKeyPath<Indicators, Measure>, DefinitionID, Remark)] {
        [
            (\.completion, .d12, .noStartRole),
            (\.takeUp, .d13, .noCompletion),
            (\.costPerTransaction, .d14, .noCosts),
            (\.satisfaction, .d15, .noRatings),
        ]
    }

    @Test("What was not measured meets no goal: each figure says what would bring it, and nothing of that is cut")
    func nothingMeasured() {
        let state = state(Size(width: 80, height: 24)) { result in
            result.gaps = []
            for (path, id, reason) in Self.reasons {
                result.indicators.overall[keyPath: path] = .absent(id, because: reason)
            }
        }
        let words = state.lines(80, 24).joined(separator: " ").split(separator: " ").joined(separator: " ")
        #expect(words.contains("Nothing could be measured yet."))
        #expect(!words.contains("meets its goal"))
        for (_, _, reason) in Self.reasons { #expect(words.contains(reason.text)) }
    }

    @Test("Without a gap, goals are met only as far as that is known")
    func someMeasured() {
        let state = state(Size(width: 80, height: 24)) { result in
            result.gaps = []
            result.indicators.overall.costPerTransaction = .absent(.d14, because: "the store has no costs")
        }
        let lines = state.lines(80, 24)
        #expect(lines.contains(" None: what could be measured meets its goal."))
        #expect(lines.contains("   Cost a transaction  the store has no costs"))
    }

    @Test("A trend has its lowest and highest value beside it, a cost with its pence")
    func trendsHaveTheirRange() {
        let wide = DashboardState.sample(.overview).lines(120, 24)
        #expect(wide.contains { $0.contains(" ▁2.14 █2.") })
        // Where there is no room for both, the year stays and its range goes.
        let narrow = DashboardState.sample(.overview).lines(80, 24)
        #expect(narrow.contains { $0.contains("▁▁▂▃▃▄▅▆▆▇██") } && !narrow.contains { $0.contains("▁2.14") })
    }

    @Test("What happened is marked on each trend and named below the figures")
    func annotations() {
        for size in [Size(width: 80, height: 24), Size(width: 120, height: 36)] {
            let state = state(size) { result in
                result.indicators.annotations = [
                    AnnotationRecord(time: Fixtures.day(2025, 9, 2), service: "housing", text: "Upload step changed")
                ]
            }
            let lines = state.lines(size.width, size.height)
            #expect(lines.contains { $0.contains("│1 2 Sep 2025 Upload step changed (housing)") }, "\(size)")
            #expect(lines.prefix(14).contains { $0.split(separator: "│").count > 3 }, "\(size)")
        }
    }

    @Test("Many periods have a plot with its ends and its time on a tall screen, a few a sparkline")
    func plots() {
        let tall = DashboardState.sample(.overview, size: Size(width: 120, height: 36)).lines(120, 36)
        #expect(tall.contains { $0.contains("2025-01") && $0.contains("2025-12") })
        #expect(tall.contains { $0.contains("▀▀▀") })
        let few = state(Size(width: 120, height: 36)) { $0.indicators.trend.removeFirst(6) }
        #expect(few.lines(120, 36).contains { $0.contains("▁") })
        let small = DashboardState.sample(.overview).lines(80, 24)
        #expect(!small.contains { $0.contains("▀") || $0.contains("2025-12") })
    }

    @Test("A long list of gaps leaves the services their room on a large screen")
    func servicesHaveTheirRoom() {
        let state = state(Size(width: 200, height: 60)) { result in
            let gap = result.gaps[1]
            result.gaps = (0..<60).map { index in
                var next = gap
                next.title = .names(["Gap \(index)"])
                return next
            }
        }
        let lines = state.lines(200, 60)
        for service in Fixtures.overview(OverviewQuery()).indicators.services {
            #expect(lines.contains { $0.hasPrefix("   \(service.service) ") })
        }
        #expect(lines.count { $0.contains("Gap ") } > 20)
    }

    @Test("A row of a gap is known by whom it is of, whatever its title is in words")
    func rowsHaveIDs() throws {
        let state = DashboardState.sample(.overview)
        let gaps = OverviewScreen.gaps(try #require(OverviewScreen.result(state).value), sort: state.place.sort)
        let rows = try #require(OverviewScreen().panels(state).first)
        #expect(rows.map(\.id) == gaps.map(\.group.text) && rows.count > 2)
        #expect(Set(rows.map(\.id)).count == rows.count)
    }

    @Test("Where there is room, the rate of a gap has its interval and its n")
    func ratesOfGapsHaveTheirInterval() {
        let rate = Measure.rate(4_661, of: 10_690, .d16)
        let state = state(Size(width: 200, height: 60)) { $0.gaps[1].now = rate }
        let line = state.lines(200, 60).first { $0.contains("Preference captured, not used") }
        #expect(line?.contains("43.6% ±0.9  10,690") == true)
    }
}
