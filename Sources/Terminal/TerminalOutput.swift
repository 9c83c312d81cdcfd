internal import CTerminal
public import Canvas

/// What the terminal was sent, for whoever records it.
public enum TerminalOutput: Hashable, Sendable {
    case bytes([UInt8])
    /// The size for what is sent from now on.
    case size(Size)
}

/// Passes what is sent on to a closure. It must live as long as the terminal is open.
final class Observer: Sendable {
    let take: @Sendable (TerminalOutput) -> Void

    init(_ take: @escaping @Sendable (TerminalOutput) -> Void) {
        self.take = take
    }

    func begin() {
        ct_observe(
            { bytes, count, context in
                guard let bytes, let context else { return }
                let sent = Array(UnsafeBufferPointer(start: bytes, count: count))
                Unmanaged<Observer>.fromOpaque(context).takeUnretainedValue().take(.bytes(sent))
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
    }

    static func end() {
        ct_observe(nil, nil)
    }
}
