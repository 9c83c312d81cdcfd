/// What a person or the terminal did.
public enum InputEvent: Hashable, Sendable {
    case key(Key)
    /// Pasted text, whole and as it came; clean it before showing.
    case paste(String)
    case mouse(Mouse)
    case resize(Size)
}

/// A click or a turn of the wheel; only where the mouse was asked for.
public struct Mouse: Hashable, Sendable {
    public enum Action: Hashable, Sendable {
        case click
        case doubleClick
        case wheelUp
        case wheelDown
    }

    public var action: Action
    public var x: Int
    public var y: Int

    public init(_ action: Action, x: Int, y: Int) {
        self.action = action
        self.x = x
        self.y = y
    }
}
