import Canvas
import JourneyModel
import Testing

@testable import Dashboard

/// What follows from the list of screens, for any that is added.
struct ScreenListTests {
    private static let all = Screens.list.all

    @Test("No two screens share a name, a digit, a letter or a key of views")
    func nothingIsSaidTwice() {
        for values in [
            Self.all.map(\.id.name), Self.all.compactMap { $0.digit.map(String.init) },
            Self.all.compactMap { $0.letter.map(String.init) }, ViewEntry.Key.allCases.map(\.rawValue),
        ] {
            #expect(Set(values).count == values.count, "\(values)")
        }
    }

    @Test("Every screen has a way to it, with a name in the palette")
    func everyScreenCanBeReached() {
        for screen in Self.all {
            #expect(!Screens.list.keys(opening: screen.id).isEmpty, "\(screen.id)")
            let state = DashboardState.sample(.overview)
            #expect(state.bindings.contains { $0.command == .screen(screen.id) }, "\(screen.id)")
        }
    }

    @Test("Every screen is drawn into golden files, but for one that is reached with what is on another")
    func everyScreenIsDrawn() {
        for screen in Screens.list.tops {
            let isDrawn = Shot.all.contains { $0.state(Size(width: 120, height: 36)).place.screen == screen.id }
            #expect(isDrawn, "\(screen.id.title): add a Shot")
        }
    }

    @Test(
        "g and the letter go to a screen's top, and what g does by itself is undone",
        arguments: ["overview", "data"]
    )
    func letters(_ start: String) throws {
        for screen in Screens.list.tops {
            let letter = try #require(screen.letter)
            var state = DashboardState.sample(try #require(ScreenID.named(start)))
            state.press("down", "down")
            let stood = state.place
            state.press("g", String(letter))
            #expect(state.place.screen == screen.id && state.stack.count == 1)
            #expect(state.screen.id == screen.id && state.overlay == nil)
            state.open(stood.screen)
            #expect(state.place == stood)
        }
    }

    @Test("g alone goes to the first row, and any other key after it is itself")
    func prefixAlone() {
        var state = DashboardState.sample(.overview)
        state.press("down", "down", "g")
        #expect(state.cursor() == 0)
        state.press("G", "g", "j")
        #expect(state.cursor() == 1)
        // Only the next key counts.
        state.press("f")
        #expect(state.overlay == .choice(.filterDimension, FilteredList()))
        state.press("escape", "g", "l")
        #expect(state.place.screen == .people)
    }

    @Test("A letter after g is shown as what it does")
    func echo() {
        var state = DashboardState.sample(.overview)
        state.echoesKeys = true
        state.press("g", "c")
        #expect(state.echo?.action == "Channels")
    }

    @Test("In lines of text gf is what its digit is")
    func plain() {
        var state = DashboardState.sample(.overview)
        #expect(state.read("gf") == .keys([.character("2")]))
        #expect(state.read("funnel") == .keys([.character("2")]))
    }

    @Test("A screen that is reached from others keeps the tab, the name and the view of the one it came from")
    func reachedFromOthers() throws {
        var state = DashboardState.sample(.channels)
        state.press("down", "enter", "e", "enter")
        #expect(state.place.screen == .equity)
        #expect(state.filters.map(\.text) == ["channel=app"])
        #expect(state.screenText.contains("Channels › app › by age band"))
        #expect(state.screenText.contains("4 Channels"))
        #expect(!state.screen.explanation(state).isEmpty)
        var kept: NamedView?
        for case .saveView(let view) in state.press("S", "x", "enter") { kept = view }
        let view = try #require(kept)
        #expect(view.entry.values[.screen] == .text("channels"))
        #expect(view.entry.values[.open] == .texts(["equity", "person.age_band"]))
        var other = DashboardState.sample(.data)
        _ = other.update(.views([view]))
        other.press("V", "enter")
        #expect(other.stack.map(\.screen) == [.channels, .equity])
        #expect(other.commandLine == state.commandLine)
        other.press("escape")
        #expect(other.place.screen == .channels)
        state.press("escape", "z")
        #expect(state.message == "undone: going back from by age band; Z brings it back")
        state.press("z")
        #expect(state.message == "undone: opening by age band; Z brings it back")
    }

    @Test("What screens remember is told apart by type, and as at first it is as if nothing were remembered")
    func states() {
        var states = ScreenStates()
        states[FunnelState.self].window = 5
        #expect(states[ChannelsState.self] == ChannelsState())
        states[ChannelsState.self].every = .week
        #expect(states[FunnelState.self].window == 5 && states[ChannelsState.self].every == .week)
        states[ChannelsState.self].every = nil
        var other = ScreenStates()
        other[FunnelState.self].window = 5
        #expect(states == other && states.hashValue == other.hashValue)
        other.take(FunnelState.self, from: ScreenStates())
        #expect(other == ScreenStates())
    }

    @Test("What is open is told apart by its screen")
    func details() {
        #expect(AnyDetail(FunnelDetail.times) == AnyDetail(FunnelDetail.times))
        #expect(AnyDetail(FunnelDetail.times) != AnyDetail(MaturityDetail.criterion(.p1)))
        #expect(Place(FunnelDetail.step(1)).detail(MaturityDetail.self) == nil)
        for screen in Self.all {
            #expect(screen.details.map { $0.screen == screen.id } ?? true)
            #expect(screen.details?.init(words: []) == nil)
        }
    }
}
