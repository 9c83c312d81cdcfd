/// Whether whoever wanted a piece of work wants it no more. What takes long asks now and then, and ends with
/// `CancellationError` once it is so: the one way to stop anything, whoever stops it.
public struct Cancellation: Sendable {
    private let answer: @Sendable () -> Bool

    /// - Parameter isRequested: asked often and on any thread, so it must be quick.
    public init(_ isRequested: @escaping @Sendable () -> Bool) {
        answer = isRequested
    }

    /// For work that nobody stops.
    public static let never = Cancellation { false }

    /// That of the task that asks.
    public static let ofTask = Cancellation { Task.isCancelled }

    public var isRequested: Bool { answer() }

    /// - Throws: `CancellationError` where it is requested.
    public func check() throws(CancellationError) {
        if answer() { throw CancellationError() }
    }
}
