/// Which colours and attributes each role is painted with.
public struct Theme: Hashable, Sendable {
    /// Whether the theme is made for a dark or a light background.
    public enum Base: String, Hashable, Sendable {
        case dark
        case light
    }

    /// How one role is painted.
    public struct Paint: Hashable, Sendable {
        public var foreground: Colour
        public var background: Colour
        public var attributes: Attributes

        public init(foreground: Colour = .standard, background: Colour = .standard, attributes: Attributes = []) {
            self.foreground = foreground
            self.background = background
            self.attributes = attributes
        }
    }

    /// The name it is chosen by: that of its file.
    public let name: String
    public let summary: String
    public let base: Base
    /// What the terminal's default foreground and background are taken to be when contrast is checked.
    public let assumedForeground: RGB
    public let assumedBackground: RGB
    /// The colours of everything that no role sets; standard for both unless the theme says otherwise.
    public let ground: Paint
    let paints: [Role: Paint]

    init(
        name: String,
        summary: String,
        base: Base,
        assumedForeground: RGB,
        assumedBackground: RGB,
        ground: Paint,
        paints: [Role: Paint]
    ) {
        self.name = name
        self.summary = summary
        self.base = base
        self.assumedForeground = assumedForeground
        self.assumedBackground = assumedBackground
        self.ground = ground
        self.paints = paints
    }

    /// How `role` is painted.
    public subscript(role: Role) -> Paint { paints[role] ?? ground }

    /// How `style` is painted: the role's colours, and the attributes of both.
    public func paint(_ style: Style) -> Paint {
        var paint = self[style.role]
        paint.attributes.formUnion(style.attributes)
        if style.attributes.contains(.raised), paint.background == ground.background {
            paint.background = self[.modal].background
        }
        if style.role == .selection, paint.background != ground.background {
            // A selection with a background of its own is set off already; reversing would swap its colours.
            paint.attributes.remove(.reverse)
        }
        return paint
    }
}
