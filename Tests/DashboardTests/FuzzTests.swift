import Canvas
import JourneyModel
import TestSupport
import Testing

@testable import Dashboard

struct FuzzTests {
    private static let keys: [Key] =
        "abcdefghijklmnopqrstuvwxyzTVSOGNZ0123456789?/:|<>! ".map { Key.character($0) } + [
            .enter, .enter, .enter, .escape, .backspace, .tab, .backTab, .up, .down, .left, .right, .home, .end,
            .pageUp,
            .pageDown, .delete, .ctrl("u"), .ctrl("w"), .ctrl("r"), .ctrl("n"), .ctrl("x"), .function(1),
            .character("é"),
            .character("\u{301}"), .character("\u{202E}"),
        ]

    private static let screens: [ScreenID] = [.overview, .funnel, .paths, .channels, .preferences, .maturity, .data]
    private static let steps = 4_000
    /// Drawing takes longer than a key: what is wrong in the state is still there some keys later.
    private static let stepsPerFrame = 100

    /// Forty thousand random keys at random sizes, answers late, early or failing: every grid has the size asked for,
    /// in both glyph sets, and the cursor lies inside.
    @Test(arguments: Seeds.first(10))
    func anyKeyAtAnySize(_ seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) + 1)
        var state = DashboardState.sample(Self.screens[(seed + 1) % Self.screens.count])
        var open: [(RequestID, AnyQuestion)] = []
        for step in 0..<Self.steps {
            var effects: [Effect] = []
            switch Int.random(in: 0..<20, using: &random) {
            case 0: effects = state.update(.input(.paste("pasted\u{1B}[31m text\nmore")))
            case 1: effects = state.update(.dataChanged(generation: step))
            case 2: effects = state.update(.tick(dataAge: Milliseconds(random.next() % 10_000_000_000)))
            case 3: effects = state.update(.input(.mouse(Mouse(.wheelDown, x: 1, y: 1))))
            default:
                guard let key = Self.keys.randomElement(using: &random) else { continue }
                effects = state.update(.input(.key(key)))
            }
            for case .ask(let id, let question) in effects { open.append((id, question)) }
            while !open.isEmpty, Int.random(in: 0..<4, using: &random) > 0 {
                let (id, question) = open.remove(at: Int.random(in: 0..<open.count, using: &random))
                let fails = Int.random(in: 0..<6, using: &random) == 0
                let answer = fails ? nil : Fixtures.answer(question)
                let next =
                    answer.map { state.update(.answered(id, $0)) }
                    ?? state.update(.failed(id, message: "no", hint: "try again"))
                for case .ask(let id, let question) in next { open.append((id, question)) }
            }
            let size = Size(
                width: Int.random(in: 0..<(step % 3 == 0 ? 260 : 130), using: &random),
                height: Int.random(in: 0..<(step % 3 == 0 ? 90 : 40), using: &random)
            )
            _ = state.update(.input(.resize(size)))
            #expect(!state.stack.isEmpty)
            guard step % Self.stepsPerFrame == 0 else { continue }
            let canvas = state.view(size: size, glyphs: step / Self.stepsPerFrame % 2 == 0 ? .unicode : .ascii)
            let isNothing = size.width == 0 || size.height == 0
            #expect(canvas.grid.width == (isNothing ? 80 : size.width))
            #expect(canvas.grid.height == (isNothing ? 24 : size.height))
            if let cursor = canvas.cursor { #expect(canvas.grid.bounds.contains(x: cursor.x, y: cursor.y)) }
        }
    }
}
