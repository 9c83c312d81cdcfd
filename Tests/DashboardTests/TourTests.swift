import Canvas
import JourneyModel
import Testing

@testable import Dashboard

struct TourTests {
    /// A tour on the sample store, with whoever answers its questions.
    private struct Stage {
        var dashboard: DashboardState
        var tour: Tour
        var effects: [Effect] = []

        init(_ text: String, dashboard: DashboardState = .sample()) {
            let (script, problems) = TourScript.reading(text)
            #expect(problems.isEmpty)
            self.dashboard = dashboard
            tour = Tour(script, from: dashboard)
            settle(tour.start(on: &self.dashboard))
        }

        mutating func press(_ name: String) {
            guard let key = Key(name: name) else { return }
            settle(tour.update(.input(.key(key)), on: &dashboard))
        }

        mutating func timeIsUp() {
            settle(tour.timeIsUp(on: &dashboard))
        }

        private mutating func settle(_ effects: [Effect]) {
            var waiting = effects
            while !waiting.isEmpty {
                let effect = waiting.removeFirst()
                if case .ask(let id, let question) = effect, let answer = Fixtures.answer(question) {
                    waiting += tour.update(.answered(id, answer), on: &dashboard)
                } else {
                    self.effects.append(effect)
                }
            }
        }

        func lines(_ width: Int = 80, _ height: Int = 24) -> [String] {
            tour.view(of: dashboard, size: Size(width: width, height: height), glyphs: .unicode).grid.text
        }
    }

    private static let script = """
        caption First, the Overview.
        wait
        caption Then the funnel, with the pencil on a step.
        screen 2
        key down
        pause 3s
        key enter
        wait
        caption And its people by channel.
        screen 4
        wait
        """

    @Test("It goes on by itself where there is a pause, and waits for a key where it is told to")
    func goesOn() {
        var stage = Stage(Self.script)
        #expect(stage.dashboard.screenID == .overview)
        #expect(stage.tour.pause == nil)
        stage.timeIsUp()
        #expect(stage.tour.caption == "First, the Overview.")
        stage.press("right")
        #expect(stage.dashboard.screenID == .funnel)
        #expect(stage.tour.pause?.length == 3000)
        #expect(stage.dashboard.place.detail == nil)
        stage.timeIsUp()
        #expect(stage.dashboard.place.detail(FunnelDetail.self) == .step(1))
        stage.press("enter")
        #expect(stage.dashboard.screenID == .channels)
        #expect(stage.lines().last?.contains("3 of 3") == true)
        stage.press("right")
        #expect(stage.tour.isAtEnd)
        stage.press("right")
        #expect(stage.lines().last?.contains("3 of 3, the end") == true)
        #expect(stage.effects.isEmpty)
    }

    @Test("Space holds it, and lets it go on with the pause begun anew")
    func pauses() {
        var stage = Stage(Self.script)
        stage.press("right")
        stage.press("space")
        #expect(stage.tour.pause == nil)
        stage.timeIsUp()
        #expect(stage.dashboard.place.detail == nil)
        #expect(stage.lines().last?.contains("paused") == true)
        stage.press("space")
        #expect(stage.tour.pause?.length == 3000)
        stage.press("space")
        stage.press("right")
        #expect(stage.dashboard.place.detail(FunnelDetail.self) == .step(1))
    }

    @Test("Back leads to the stop before, as it was, and on again to the same")
    func goesBack() {
        var stage = Stage(Self.script)
        stage.press("left")
        #expect(stage.tour.stop == 0)
        let first = stage.lines()
        stage.press("right")
        let second = stage.lines()
        stage.press("right")
        stage.press("right")
        let third = stage.lines()
        stage.press("left")
        #expect(stage.lines() == second)
        stage.press("page-up")
        #expect(stage.lines() == first)
        for _ in 0..<3 { stage.press("page-down") }
        #expect(stage.lines() == third)
    }

    @Test("No step is done before the answer to the last one is there")
    func waitsForAnswers() {
        var dashboard = DashboardState.sample()
        let script = TourScript.reading("caption a\nscreen 2\nkey down\nkey enter\nwait").script
        var tour = Tour(script, from: dashboard)
        var asked = tour.start(on: &dashboard)
        var rounds = 0
        while !asked.isEmpty, rounds < 100 {
            rounds += 1
            #expect(dashboard.place.detail == nil)
            guard case .ask(let id, let question) = asked.removeFirst(), let answer = Fixtures.answer(question) else {
                continue
            }
            asked += tour.update(.answered(id, answer), on: &dashboard)
            if asked.isEmpty { break }
        }
        #expect(rounds > 0)
        #expect(dashboard.place.detail(FunnelDetail.self) == .step(1))
    }

    @Test("The presenter leaves for the dashboard at this place, or quits")
    func leaves() {
        var stage = Stage(Self.script)
        stage.press("right")
        let place = stage.dashboard.place
        stage.press("d")
        #expect(stage.tour.isLeft)
        #expect(stage.dashboard.place == place)
        for key in ["q", "ctrl-c"] {
            var stage = Stage(Self.script)
            stage.press(key)
            #expect(stage.effects == [.quit])
        }
    }

    @Test(
        "Keys of a script change nothing outside: no file, no view, no end",
        arguments: ["q", "ctrl-c", "ctrl-z", "y", "ctrl-l"]
    )
    func changesNothing(key: String) {
        let stage = Stage("caption a\nkey \(key)\nwait")
        #expect(stage.effects.isEmpty)
        #expect(stage.tour.problems.map(\.line) == [2])
        #expect(stage.dashboard.message?.contains("a tour only shows") == true)
    }

    @Test("Neither exports nor saves, however it is asked")
    func writesNothing() {
        let stage = Stage("caption a\nkey x\nkey enter\nkey enter\nkey esc\nkey esc\nkey S\ntype mine\nkey enter\nwait")
        #expect(stage.effects.isEmpty)
        #expect(stage.tour.problems.count == 2)
    }

    @Test("In a workshop the script's keys are blocked as everybody's are")
    func kiosk() {
        var dashboard = DashboardState.sample()
        dashboard.store.isKiosk = true
        let stage = Stage("caption a\nkey x\nwait", dashboard: dashboard)
        #expect(stage.dashboard.overlay == nil)
        #expect(stage.dashboard.message?.contains("kiosk mode") == true)
        var stopping = stage
        stopping.press("ctrl-z")
        #expect(stopping.effects.isEmpty)
        #expect(stopping.dashboard.message?.contains("kiosk mode") == true)
    }

    @Test("reset goes back to how it began, whatever was chosen since")
    func resets() {
        var stage = Stage("caption a\nwait\ncaption b\nscreen 2\nkey f\ntype chan\nkey enter\nkey enter\nreset\nwait")
        let scope = stage.dashboard.scope
        let place = stage.dashboard.place
        stage.press("right")
        #expect(stage.dashboard.scope == scope)
        #expect(stage.dashboard.place == place)
        #expect(stage.dashboard.overlay == nil)
    }

    @Test(
        "The caption has lines of its own: the dashboard above it is drawn whole",
        arguments: [(80, 24), (120, 36), (200, 60)],
        [20, 100, 400]
    )
    func caption(_ size: (Int, Int), _ length: Int) throws {
        let caption = String(repeating: "figures speak ", count: 40).prefix(length)
        let stage = Stage("caption \(caption)\nwait")
        let lines = stage.lines(size.0, size.1)
        let rule = try #require(lines.lastIndex { Set($0) == ["\u{2500}"] })
        let words = lines[(rule + 1)...].dropLast().joined(separator: " ").split { " \u{203A}".contains($0) }
        #expect(words == caption.split(separator: " "))
        // One line more: the footer's, which the band takes.
        var alone = Canvas(width: size.0, height: rule + 1)
        stage.dashboard.draw(on: &alone)
        #expect(Array(alone.grid.text.dropLast()) == Array(lines[..<rule]))
    }

    @Test("What it points at is marked where it stands, and the caption's own words are not")
    func points() throws {
        let stage = Stage("caption Completion of 2.\npoint COMPLETION\nwait")
        let canvas = stage.tour.view(of: stage.dashboard, size: Size(width: 80, height: 24), glyphs: .unicode)
        let place = try #require(canvas.firstPlace(of: "COMPLETION"))
        for x in place.x..<place.maxX {
            #expect(canvas.grid[x, place.y].style.attributes.contains([.reverse, .underline]))
        }
        #expect(stage.tour.missing(on: stage.dashboard, size: Size(width: 80, height: 24)) == nil)
        let other = Stage("caption nowhere else.\npoint nowhere\nwait")
        #expect(other.tour.missing(on: other.dashboard, size: Size(width: 80, height: 24))?.line == 2)
    }

    @Test("Any size draws, and the same twice")
    func sizes() {
        let stage = Stage(Self.script)
        for width in [0, 1, 7, 20, 59, 60, 133] {
            for height in [0, 1, 2, 3, 5, 12, 14, 40] {
                #expect(stage.lines(width, height) == stage.lines(width, height))
            }
        }
    }

    @Test("With --keys the script's keys are shown beside the presenter's")
    func echoes() throws {
        var dashboard = DashboardState.sample()
        dashboard.echoesKeys = true
        var stage = Stage("caption a\nkey u\nwait", dashboard: dashboard)
        #expect(try #require(stage.lines().last).hasSuffix(" u  unit"))
        stage.press("left")
        #expect(try #require(stage.lines().last).hasSuffix(" u  unit"))
    }

    @Test("Clicks go to the presenter's hints only")
    func clicks() throws {
        let stage = Stage(Self.script)
        let canvas = stage.tour.view(of: stage.dashboard, size: Size(width: 120, height: 36), glyphs: .unicode)
        #expect(canvas.clickAreas.allSatisfy { $0.rect.y == 35 })
        #expect(canvas.clickAreas.contains { $0.target == .key(.right) })
        var (tour, dashboard) = (stage.tour, stage.dashboard)
        _ = tour.update(.clicked(.key(.right), isDouble: false), on: &dashboard)
        #expect(tour.stop == 1)
    }

    @Test("The tour that comes with the program can be read, and has a story's length")
    func builtIn() {
        let (script, problems) = TourScript.reading(TourScript.demo)
        #expect(problems.isEmpty)
        #expect((6...10).contains(script.stops))
    }
}
