/// What a click somewhere on the screen stands for.
public enum ClickTarget: Hashable, Sendable {
    /// The same as pressing the key.
    case key(Key)
    /// The row of this index in a list; where several lists are on the screen, each has a number.
    case row(list: Int, index: Int)
}

/// A part of the grid and what a click on it stands for.
public struct ClickArea: Hashable, Sendable {
    public var rect: Rect
    public var target: ClickTarget
}

extension Canvas {
    /// What a click on this cell of the grid stands for: of what was drawn there last. Nil where it stands for nothing.
    public func target(x: Int, y: Int) -> ClickTarget? {
        clickAreas.last { $0.rect.contains(x: x, y: y) }?.target
    }
}
