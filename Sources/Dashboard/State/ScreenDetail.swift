/// What can be open within a screen. Each screen that has such declares a type of its own.
protocol ScreenDetail: ErasedValue {
    /// The screen that it is open in.
    static var screen: ScreenID { get }

    /// What is open, in words that a file can hold and `init(words:)` reads back; nil for what has no lasting name, such as
    /// one row that was not stored.
    var words: [String]? { get }

    /// Nil where the words name nothing of this screen.
    init?(words: [String])
}

/// What is open within some screen, as a place carries it: `Place.detail(_:)` gives it to its screen.
struct AnyDetail: Hashable, Sendable {
    let value: any ScreenDetail

    init(_ value: any ScreenDetail) {
        self.value = value
    }

    var screen: ScreenID { type(of: value).screen }
    var words: [String]? { value.words }

    static func == (left: AnyDetail, right: AnyDetail) -> Bool { left.value.equals(right.value) }

    func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}
