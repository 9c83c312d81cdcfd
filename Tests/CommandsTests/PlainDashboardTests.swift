import Dashboard
import Foundation
import JourneyModel
import Synchronization
import Testing

@testable import Commands

@Suite("The dashboard in lines of text")
struct PlainDashboardTests {
    /// What was said.
    private final class Ear: Sendable {
        private let texts = Mutex<[String]>([])

        func hear(_ text: String) { texts.withLock { $0.append(text) } }

        /// All since it was last asked.
        func take() -> String {
            texts.withLock { texts in
                defer { texts = [] }
                return texts.joined()
            }
        }
    }

    private let scratch: Scratch
    private let ear = Ear()

    init() throws { scratch = try Scratch() }

    private func open(_ source: StubSource, kiosk: Bool = false) async throws -> PlainDashboard {
        var options = DashboardOptions(store: "town.cxm")
        options.views = scratch.path("views.toml")
        options.isPlain = true
        options.kiosk = Kiosk(asked: kiosk, environment: [:])
        let ear = ear
        return try await PlainDashboard(options, .stub(source), say: { ear.hear($0) })
    }

    private func say(_ line: String, _ dashboard: inout PlainDashboard) async -> String {
        _ = ear.take()
        await dashboard.take(line)
        return ear.take()
    }

    @Test("says what it shows, takes words and digits, and ends when it is left")
    func session() async throws {
        var dashboard = try await open(StubSource())
        await dashboard.start()
        let first = ear.take()
        #expect(first.contains("stub") && first.contains("Overview") && first.contains("Say: "))
        #expect(first.allSatisfy { $0 != "\u{1B}" })
        #expect(await say("channels", &dashboard).contains("Channels"))
        #expect(await say("rows", &dashboard).contains("1: "))
        #expect(await say("gibberish", &dashboard).hasPrefix("'gibberish' means nothing here. Say one of: "))
        #expect(!dashboard.isOver)
        #expect(await say("quit", &dashboard) == "")
        #expect(dashboard.isOver)
    }

    @Test("data that came meanwhile is there with the next line, and so it is said; once that it is gone")
    func following() async throws {
        let source = StubSource(seed: 1)
        var dashboard = try await open(source)
        await dashboard.start()
        source.grow(seed: 2)
        #expect(await say("", &dashboard).contains("There is new data in the store.\n"))
        #expect(await !say("", &dashboard).contains("new data"))
        source.breakDown()
        #expect(await say("", &dashboard).contains("the store changed and could not be read"))
        #expect(await say("channels", &dashboard).contains("Channels"))
    }

    @Test("a view is kept in the user's file, and an export is written")
    func kept() async throws {
        var dashboard = try await open(StubSource())
        #expect(await say("channels", &dashboard).contains("Channels"))
        _ = await say("S", &dashboard)
        #expect(await say("mine", &dashboard).contains("saved as mine in \(scratch.path("views.toml"))"))
        #expect(try scratch.text(of: "views.toml").contains("name = \"mine\""))
    }

    @Test("in kiosk mode nothing is kept, exported or looked up by person")
    func kiosk() async throws {
        var dashboard = try await open(StubSource(), kiosk: true)
        await dashboard.start()
        for key in ["S", "x"] {
            #expect(await say(key, &dashboard).contains("kiosk mode: nothing is"), "\(key)")
        }
        #expect(try scratch.names == [])
    }
}
