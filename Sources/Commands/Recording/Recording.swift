import Foundation
import OwnFiles
import Synchronization
import Terminal

/// What is shown, written to an asciicast while it is sent (`--record`).
///
/// The file is whole at any moment, even if the program is killed: a line is written with one call, and none crosses the end
/// of a page of the file, because a kill can come between two pages. Where the next line might not fit, spaces before the
/// line's end fill the page.
final class Recording: Sendable {
    let path: String
    private let descriptor: Int32
    private let beginning = ContinuousClock.now
    private let state: Mutex<State>

    private struct State {
        var cast: Asciicast
        var size = 0
        /// Why nothing is written any more.
        var problem: String?
    }

    private static let page = 4096

    /// Makes the file.
    ///
    /// - Throws: `Complaint` where there is one of that name already, or none can be made.
    init(named name: String, environment: [String: String], now: Date) throws(Complaint) {
        let file = WholeFile(named: name)
        path = file.path
        // What was on the screen is for the user alone until they share it.
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST {
                throw Complaint("'\(path)' is there already", hint: "record under another name, or delete it first")
            }
            throw file.complaint(FileFault(path, code: errno))
        }
        let term = environment["TERM"] ?? ""
        state = Mutex(State(cast: Asciicast(timestamp: Int(now.timeIntervalSince1970), term: term)))
    }

    deinit {
        close(descriptor)
    }

    /// Takes the file away: nothing was recorded.
    func discard() {
        // Another file may have got the name meanwhile.
        guard let own = try? FileStatus(of: descriptor, path: path), FileStatus(at: path)?.isSame(as: own) == true
        else {
            return
        }
        unlink(path)
    }

    func take(_ output: TerminalOutput) {
        state.withLock { state in
            for line in state.cast.lines(output, at: seconds) { write(line, &state) }
        }
    }

    /// Writes what is left, and says where the recording is, or why it ends earlier than the session.
    func sayEnd() {
        let problem = state.withLock { state in
            for line in state.cast.end(at: seconds) { write(line, &state) }
            return state.problem
        }
        if let problem {
            StandardStreams.note("warning: the recording in \(path) ends early: \(problem)")
        } else {
            StandardStreams.note("recorded: \(path)")
        }
    }

    private var seconds: Double { (ContinuousClock.now - beginning) / .seconds(1) }

    private func write(_ line: [UInt8], _ state: inout State) {
        guard state.problem == nil else { return }
        var bytes = line
        let left = Self.page - (state.size + bytes.count) % Self.page
        if left < Asciicast.longestLine {
            bytes.insert(contentsOf: Array(repeating: UInt8(ascii: " "), count: left), at: bytes.count - 1)
        }
        let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if written == bytes.count {
            state.size += written
        } else {
            state.problem = written < 0 ? String(cString: strerror(errno)) : "no room left"
            // Half a line would spoil the whole.
            ftruncate(descriptor, off_t(state.size))
        }
    }
}
