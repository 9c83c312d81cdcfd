import Dashboard
import JourneyArchive
import JourneyIndex
import JourneyModel
import JourneyStore
import Synchronization

/// Puts the dashboard's questions to an analyst on other threads, and looks after the store: when another process has
/// changed it, the dashboard is told, and takes a new analyst when it wants to.
final class AnswerDesk: Sendable {
    private struct Work {
        /// The analyst being made, or made already.
        var analyst: Task<TrustedAnalyst, any Error>?
        /// One that has read a newer state of the store, until the dashboard wants its answers.
        var newer: Task<TrustedAnalyst, any Error>?
        var questions: [RequestID: Task<Void, Never>] = [:]
        var watch: Task<Void, Never>?
        /// Something was worked out, or an older state let go, since memory was last given back.
        var hasFreed = false
    }

    private let archive: Archive
    private let protection: Protection
    private let mailbox: Mailbox
    private let work = Mutex(Work())

    /// - Parameter protection: stands before every analyst, and remembers what it let through when the store changes.
    init(archive: Archive, protection: Protection, mailbox: Mailbox) {
        self.archive = archive
        self.protection = protection
        self.mailbox = mailbox
        OwnMemory.keepLargeApart()
    }

    /// Answers `question` some time later, with `.answered` or `.failed` in the mailbox; with nothing if it is cancelled.
    func ask(_ request: RequestID, _ question: AnyQuestion) {
        // Under the lock, so that a quick answer cannot be over before its task is noted.
        work.withLock { work in
            work.questions[request] = Task.detached(priority: .userInitiated) { [self] in
                await answer(request, question)
                self.work.withLock { work in
                    work.questions.removeValue(forKey: request)
                    work.hasFreed = true
                }
            }
        }
    }

    private func answer(_ request: RequestID, _ question: AnyQuestion) async {
        do {
            let answer = try await question.answer(from: protection.analyst(try await readStore()))
            mailbox.put(.answered(request, answer))
        } catch is CancellationError {
            // Nobody waits any more.
        } catch {
            let complaint = Complaint(about: error)
            mailbox.put(.failed(request, message: complaint.message, hint: complaint.hint))
        }
    }

    /// The analyst, once it has read the store. A reading that failed is not kept: asking again reads again.
    private func readStore() async throws -> TrustedAnalyst {
        let reading = analyst()
        do {
            return try await reading.value
        } catch {
            work.withLock { if $0.analyst == reading { $0.analyst = nil } }
            throw error
        }
    }

    func cancel(_ request: RequestID) {
        work.withLock { $0.questions.removeValue(forKey: request) }?.cancel()
    }

    /// Looks for changes of the store a few times a second until `stop`.
    func watch() {
        let task = Task.detached(priority: .utility) { [archive, mailbox] in
            var watch = StoreWatch(archive)
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(250))
                self.giveBackMemory()
                let current: StoreStamp
                switch watch.look() {
                case .same: continue
                case .lost(let error):
                    mailbox.put(.dataUnreadable(error))
                    continue
                case .changed(let stamp): current = stamp
                }
                // The old analyst answers until the new one has read the store; a failed reading keeps the old numbers.
                let next = self.readAnalyst()
                do {
                    _ = try await next.value
                    self.work.withLock { $0.newer = next }
                    mailbox.put(.dataChanged(generation: Int(current.generation)))
                } catch {
                    mailbox.put(.dataUnreadable(error))
                }
            }
        }
        work.withLock { $0.watch = task }
    }

    /// Once nobody waits for an answer: between two answers of many the same memory is taken again.
    private func giveBackMemory() {
        let isTime = work.withLock { work in
            guard work.hasFreed, work.questions.isEmpty else { return false }
            work.hasFreed = false
            return true
        }
        if isTime { OwnMemory.giveBack() }
    }

    /// Answers from the newest state of the store that has been read. A dashboard that is paused waits with this, so that all
    /// its figures are of one state.
    func takeNewer() {
        work.withLock { work in
            guard let newer = work.newer else { return }
            work.analyst = newer
            work.newer = nil
            work.hasFreed = true
        }
    }

    func stop() {
        work.withLock { work in
            work.watch?.cancel()
            work.analyst?.cancel()
            work.questions.values.forEach { $0.cancel() }
        }
    }

    private func analyst() -> Task<TrustedAnalyst, any Error> {
        work.withLock { work in
            if let analyst = work.analyst { return analyst }
            let analyst = readAnalyst()
            work.analyst = analyst
            return analyst
        }
    }

    private func readAnalyst() -> Task<TrustedAnalyst, any Error> {
        Task.detached(priority: .userInitiated) { [archive] in
            TrustedAnalyst(try archive.index(isCancelled: { Task.isCancelled }), of: archive)
        }
    }
}
