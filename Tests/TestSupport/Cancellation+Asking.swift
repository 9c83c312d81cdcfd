public import Threads

extension Cancellation {
    /// One that counts or looks at what is not safe to share: for work that asks on one thread.
    public static func asking(_ isRequested: @escaping () -> Bool) -> Cancellation {
        let question = Question(isRequested)
        return Cancellation { question.isRequested() }
    }

    private final class Question: @unchecked Sendable {
        // Sendable: asked on the thread of the test alone.
        let isRequested: () -> Bool

        init(_ isRequested: @escaping () -> Bool) { self.isRequested = isRequested }
    }
}
