/// An answer on its way, here, or out of date.
public struct Loadable<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The last answer, kept while a newer one is on its way.
    public var value: Value?
    /// The value answers an earlier question or earlier data.
    public var isStale: Bool
    /// The value is of earlier data and a newer one will most likely be there before anybody has looked: draw it as it is.
    public var isQuiet: Bool
    public var isWaiting: Bool
    /// Why there is no newer value.
    public var failure: Failure?

    public init(
        value: Value? = nil,
        isStale: Bool = false,
        isQuiet: Bool = false,
        isWaiting: Bool = false,
        failure: Failure? = nil
    ) {
        self.value = value
        self.isStale = isStale
        self.isQuiet = isQuiet
        self.isWaiting = isWaiting
        self.failure = failure
    }

    /// Whether the value is shown to be out of date.
    var isDimmed: Bool { failure != nil || isStale && !isQuiet }

    func map<Other>(_ transform: (Value) -> Other?) -> Loadable<Other> {
        Loadable<Other>(
            value: value.flatMap(transform),
            isStale: isStale,
            isQuiet: isQuiet,
            isWaiting: isWaiting,
            failure: failure
        )
    }
}

/// Why a question was not answered, and what to do about it.
public struct Failure: Hashable, Sendable {
    public var message: String
    public var hint: String

    public init(message: String, hint: String) {
        self.message = message
        self.hint = hint
    }
}
