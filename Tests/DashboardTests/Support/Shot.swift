import Canvas
import Testing

@testable import Dashboard

/// A screen of the sample store, or a place deeper in it.
struct Shot: CustomTestStringConvertible, Sendable {
    var name: String
    var screen: ScreenID
    /// Pressed one after the other.
    var keys: [String] = []
    /// Whether the keys are shown (`--keys`).
    var echoesKeys = false

    var testDescription: String { name }

    static let all = [
        Shot(name: "overview", screen: .overview),
        Shot(name: "funnel", screen: .funnel),
        Shot(name: "funnel-step", screen: .funnel, keys: ["enter"]),
        Shot(name: "funnel-times", screen: .funnel, keys: ["t"]),
        Shot(name: "paths", screen: .paths),
        Shot(name: "paths-tree", screen: .paths, keys: ["tab", "enter"]),
        Shot(name: "channels", screen: .channels),
        Shot(name: "preferences", screen: .preferences),
        Shot(name: "preferences-channel", screen: .preferences, keys: ["enter"]),
        Shot(name: "preferences-services", screen: .preferences, keys: ["v"]),
        Shot(name: "preferences-consent", screen: .preferences, keys: ["g"]),
        Shot(name: "maturity", screen: .maturity),
        Shot(name: "maturity-criterion", screen: .maturity, keys: ["enter"]),
        Shot(name: "data", screen: .data),
        Shot(name: "data-reject", screen: .data, keys: ["tab", "enter"]),
        Shot(name: "people", screen: .overview, keys: ["down", "l"]),
        Shot(name: "help", screen: .overview, keys: ["?"]),
        Shot(name: "keys", screen: .funnel, keys: ["down", "b"], echoesKeys: true),
    ]

    func state(_ size: Size) -> DashboardState {
        var state = DashboardState.sample(screen, size: size)
        state.echoesKeys = echoesKeys
        for key in keys { state.press(key) }
        return state
    }
}
