internal import Foundation

/// Elements on their way from some threads to others, in order and few at a time: who puts one in waits while the pipe is
/// full, who takes one waits while it is empty.
///
/// An element that was put in belongs to who takes it: the pipe does not ask that it can be shared.
public final class BoundedPipe<Element>: @unchecked Sendable {
    // Sendable: what changes is changed under `condition`.

    private enum End {
        /// Nothing more comes; what is in it is still taken.
        case closed
        /// Nobody takes any more; what was in it is lost.
        case stopped
        case failed(any Error)
    }

    private let capacity: Int
    private let condition = NSCondition()
    private var elements: [Element] = []
    private var end: End?

    /// - Parameter capacity: how many elements may wait at once, at least 1.
    public init(capacity: Int = 1) {
        self.capacity = max(1, capacity)
    }

    /// Waits while the pipe is full.
    ///
    /// - Returns: false where nobody takes it: the pipe was closed or stopped.
    /// - Throws: what `fail` was told; `CancellationError`.
    @discardableResult
    public func put(_ element: Element, _ cancellation: Cancellation) throws -> Bool {
        try cancellation.check()
        condition.lock()
        defer { condition.unlock() }
        while end == nil, elements.count >= capacity { try wait(cancellation) }
        return try append(element)
    }

    /// The same for who is never asked to stop but by the pipe's end.
    @discardableResult
    public func put(_ element: Element) throws -> Bool {
        condition.lock()
        defer { condition.unlock() }
        while end == nil, elements.count >= capacity { condition.wait() }
        return try append(element)
    }

    /// Waits while the pipe is empty; nil once it is closed and empty, or stopped.
    ///
    /// - Throws: what `fail` was told; `CancellationError`.
    public func take(_ cancellation: Cancellation) throws -> Element? {
        try cancellation.check()
        condition.lock()
        defer { condition.unlock() }
        while end == nil, elements.isEmpty { try wait(cancellation) }
        return try removeFirst()
    }

    /// The same for who is never asked to stop but by the pipe's end.
    public func take() throws -> Element? {
        condition.lock()
        defer { condition.unlock() }
        while end == nil, elements.isEmpty { condition.wait() }
        return try removeFirst()
    }

    /// Nothing is put in any more; what is in it is still taken.
    public func close() { finish(.closed) }

    /// Wakes everybody who waits; what is in it is lost.
    public func stop() { finish(.stopped) }

    /// Lets everybody who puts in or takes know of an error; what is in it is lost.
    public func fail(_ error: any Error) { finish(.failed(error)) }

    /// An end that loses what is in the pipe overrules one that does not; of such ends the first holds.
    private func finish(_ new: End) {
        condition.lock()
        defer { condition.unlock() }
        switch (end, new) {
        case (.stopped, _), (.failed, _), (.closed, .closed): return
        case (nil, .closed): break
        default: elements = []
        }
        end = new
        condition.broadcast()
    }

    private func append(_ element: Element) throws -> Bool {
        if case .failed(let error) = end { throw error }
        guard end == nil else { return false }
        elements.append(element)
        condition.broadcast()
        return true
    }

    private func removeFirst() throws -> Element? {
        if case .failed(let error) = end { throw error }
        guard !elements.isEmpty else { return nil }
        defer { condition.broadcast() }
        return elements.removeFirst()
    }

    /// A while, or until something changes.
    private func wait(_ cancellation: Cancellation) throws(CancellationError) {
        if !condition.wait(until: Date(timeIntervalSinceNow: 0.05)) { try cancellation.check() }
    }
}
