/// The screens, by the digit that opens each.
public enum ScreenID: Int, CaseIterable, Hashable, Sendable {
    case overview = 1
    case funnel = 2
    case paths = 3
    case channels = 4
    case preferences = 5
    case maturity = 6
    case people = 7
    case feedback = 8
    case experiments = 9
    case data = 0

    public var title: String {
        switch self {
        case .overview: "Overview"
        case .funnel: "Funnel"
        case .paths: "Paths"
        case .channels: "Channels"
        case .preferences: "Preferences"
        case .maturity: "Maturity"
        case .people: "People"
        case .feedback: "Feedback"
        case .experiments: "Tests"
        case .data: "Data"
        }
    }

    /// Where the nearest thing is until the screen is there.
    var meanwhile: String {
        switch self {
        case .people: "l lists the people behind a figure"
        case .feedback: "satisfaction is on 1 Overview"
        case .experiments: "p compares a period with the one before"
        default: "\(rawValue) opens \(title)"
        }
    }
}
