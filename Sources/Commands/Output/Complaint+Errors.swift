import Canvas
import Foundation
import JourneyFormats
import JourneyModel
import JourneyStore
import TOML
import Terminal

extension Complaint {
    /// What to say about `error`, whatever it is.
    init(about error: any Error) {
        if let known = Complaint(known: error) {
            self = known
            return
        }
        let text = (error as? any LocalizedError)?.errorDescription ?? String(describing: error)
        self.init(text, hint: "see: cxm --help")
    }

    /// The same of an error of ours, each of which knows its message and its hint; nil for any other.
    init?(known error: any Error) {
        if let limit = Self.limitReached {
            self = limit
            return
        }
        switch error {
        case let complaint as Complaint: self = complaint
        case WholeFile.Failure.complaint(let complaint): self = complaint
        case let error as ParsingError: self.init(error.message, hint: error.hint)
        case let error as AnalysisError: self.init(error.message, hint: error.hint)
        case let error as ImportError: self.init(error.message, hint: error.hint)
        case let error as StoreError: self.init(error.message, hint: error.hint)
        case let error as ErasureError: self.init(error.message, hint: error.hint)
        case let error as TextProblem: self.init(error.sentence, hint: error.hint)
        case let error as RepeatedImport: self.init(error.message, hint: error.hint)
        case let error as ForgettingError: self.init(error.message, hint: error.hint)
        case let error as ThemeError: self.init(error.description, hint: error.hint)
        case let error as TerminalError: self.init(error.description, hint: error.hint)
        case is CancellationError:
            self.init("stopped", hint: "nothing was changed", status: 128 + (Interrupt.signal ?? 2))
        default: return nil
        }
    }

    /// The time that the system gives the process is used up: what then fails is no fault of what it worked on.
    private static var limitReached: Complaint? {
        guard Interrupt.signal == SIGXCPU else { return nil }
        return Complaint(
            "stopped: the time to compute is used up",
            hint: "nothing was changed; raise the limit with: ulimit -t",
            status: 128 + SIGXCPU
        )
    }
}
