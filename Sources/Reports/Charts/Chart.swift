/// A picture of figures that a table says too: shapes in a box that is as wide as the page and has a fixed height, so that
/// its letters keep their size on a phone. Across, a position is a share of the width; down, it is in points.
public struct Chart: Hashable, Sendable {
    /// What it shows.
    public var title: String
    /// The same in words, for whoever cannot see it.
    public var description: String
    public var height: Double
    public var shapes: [Shape]
    /// What the inks mean; empty where they speak for themselves.
    public var legend: [LegendEntry]
    /// One of a row of small pictures with the same scale.
    public var isSmall: Bool

    public enum Shape: Hashable, Sendable {
        case bar(Box, Ink)
        case line(from: Point, to: Point, Ink)
        /// Joined by lines. Both coordinates are shares of the box; down is more.
        case curve([Point], within: Box, Ink)
        /// The area between a curve and the bottom of the box.
        case area([Point], within: Box, Ink)
        case text(Label, at: Point, Anchor, Ink)
    }

    /// Words in as many letters as there is room for, on a wide page and on a phone.
    public struct Label: Hashable, Sendable {
        public var wide: String
        public var narrow: String
    }

    public struct Point: Hashable, Sendable {
        public var x: Double
        public var y: Double

        public init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    public struct Box: Hashable, Sendable {
        /// Shares of the width.
        public var x: Double
        public var width: Double
        /// Points.
        public var y: Double
        public var height: Double

        public init(x: Double, width: Double, y: Double, height: Double) {
            self.x = x
            self.y = y
            self.width = width
            self.height = height
        }
    }

    public enum Anchor: String, Hashable, Sendable { case start, middle, end }

    /// What a shape stands for; the style sheet gives it colours.
    public enum Ink: Hashable, Sendable {
        /// The figure.
        case figure
        /// Where the figure could lie as well: a line over a bar, an area around a curve.
        case whisker
        case band
        case pending
        case dropped
        /// What is left of the whole.
        case rest
        case rule
        /// Where something happened.
        case mark
        case label
        case note
        /// The figure of a label, at its end.
        case value
        /// A cell of a heat map, from 0 (nothing) to 4.
        case heat(Int)
        /// The cell where both sides say the same.
        case match
    }

    public struct LegendEntry: Hashable, Sendable {
        public var ink: Ink
        public var text: String

        public init(_ ink: Ink, _ text: String) {
            self.ink = ink
            self.text = text
        }
    }

    public init(
        title: String,
        description: String,
        height: Double,
        shapes: [Shape],
        legend: [LegendEntry] = [],
        isSmall: Bool = false
    ) {
        self.title = title
        self.description = description
        self.height = height
        self.shapes = shapes
        self.legend = legend
        self.isSmall = isSmall
    }
}
