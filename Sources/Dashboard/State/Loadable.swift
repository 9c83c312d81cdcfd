/// An answer on its way, here, or out of date.
public struct Loadable<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The last answer, kept while a newer one is on its way.
    public var value: Value?
    /// The value answers an earlier question or earlier data: draw it dimmed.
    public var isStale: Bool
    public var isWaiting: Bool
    /// Why there is no newer value.
    public var failure: Failure?

    public struct Failure: Hashable, Sendable {
        public var message: String
        public var hint: String

        public init(message: String, hint: String) {
            self.message = message
            self.hint = hint
        }
    }

    public init(value: Value? = nil, isStale: Bool = false, isWaiting: Bool = false, failure: Failure? = nil) {
        self.value = value
        self.isStale = isStale
        self.isWaiting = isWaiting
        self.failure = failure
    }

    func map<Other>(_ transform: (Value) -> Other?) -> Loadable<Other> {
        Loadable<Other>(
            value: value.flatMap(transform),
            isStale: isStale,
            isWaiting: isWaiting,
            failure: failure.map { .init(message: $0.message, hint: $0.hint) }
        )
    }
}
