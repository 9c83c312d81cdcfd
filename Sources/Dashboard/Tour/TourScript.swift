public import Canvas
public import JourneyModel

/// A walk through the dashboard, as its script has it (TOUR.md). A stop is a caption and all that is done until the next.
public struct TourScript: Hashable, Sendable {
    /// What one line asks for.
    public enum Command: Hashable, Sendable {
        /// Begins a stop.
        case caption(String)
        case key(Key)
        /// A key a character.
        case type(String)
        case screen(ScreenID)
        /// Marks the text where it stands on the screen.
        case point(String)
        case pause(Milliseconds)
        case wait
        /// Goes back to how the tour began.
        case reset
    }

    public struct Step: Hashable, Sendable {
        public var command: Command
        /// In the script, from 1.
        public var line: Int
    }

    public internal(set) var steps: [Step]

    /// How many stops there are.
    public var stops: Int { steps.count { $0.command.isCaption } }
}

extension TourScript.Command {
    var isCaption: Bool {
        if case .caption = self { true } else { false }
    }

    /// Whether the tour stands still here.
    var holds: Bool {
        switch self {
        case .pause, .wait: true
        default: false
        }
    }
}

/// What is wrong with a line of a script, and the way out.
public struct TourProblem: Hashable, Sendable {
    public var line: Int
    public var message: String
    public var hint: String

    public init(line: Int, message: String, hint: String) {
        self.line = line
        self.message = message
        self.hint = hint
    }
}
