/// How a cell looks: what it means, and how it is set.
public struct Style: Hashable, Sendable {
    public var role: Role
    public var attributes: Attributes

    public init(_ role: Role, _ attributes: Attributes = []) {
        self.role = role
        self.attributes = attributes
    }

    /// The same with another role.
    public func role(_ role: Role) -> Style { Style(role, attributes) }
    /// The same with further attributes.
    public func adding(_ attributes: Attributes) -> Style { Style(role, self.attributes.union(attributes)) }

    public var bold: Style { adding(.bold) }
    public var dimmed: Style { adding(.dim) }
    public var reversed: Style { adding(.reverse) }
    public var underlined: Style { adding(.underline) }
}

/// A style for every role, so that a drawing call reads `.muted` or `.text.bold`.
extension Style {
    public static let text = Style(.text)
    public static let muted = Style(.muted)
    public static let figure = Style(.figure)
    public static let heading = Style(.heading)
    public static let title = Style(.title)
    public static let header = Style(.header)
    public static let tab = Style(.tab)
    public static let tabSelected = Style(.tabSelected)
    public static let rule = Style(.rule)
    public static let accent = Style(.accent)
    public static let accent2 = Style(.accent2)
    public static let good = Style(.good)
    public static let bad = Style(.bad)
    public static let warning = Style(.warning)
    public static let bar = Style(.bar)
    public static let barPending = Style(.barPending)
    public static let barRest = Style(.barRest)
    public static let whisker = Style(.whisker)
    public static let target = Style(.target)
    public static let spark = Style(.spark)
    public static let selection = Style(.selection)
    public static let match = Style(.match)
    public static let badge = Style(.badge)
    public static let key = Style(.key)
    public static let hint = Style(.hint)
    public static let disabled = Style(.disabled)
    public static let link = Style(.link)
    public static let input = Style(.input)
    public static let placeholder = Style(.placeholder)
    public static let modal = Style(.modal)
    public static let modalTitle = Style(.modalTitle)

    public static func series(_ index: Int) -> Style { Style(.series(index)) }
    public static func heat(_ fraction: Double) -> Style { Style(.heat(fraction)) }
}
