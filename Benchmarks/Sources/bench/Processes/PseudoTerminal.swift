import Foundation

/// A program in a terminal that nobody sees: what it sends is counted and kept.
final class PseudoTerminal {
    struct Size {
        var columns: UInt16
        var rows: UInt16

        static let usual = Size(columns: 120, rows: 36)
    }

    /// Seconds in which all must send nothing and hardly work to have come to rest.
    private static let rest = 1.0
    /// Seconds of a core that one may use in that time: looking for changes of the store takes some.
    private static let idleWork = 0.03

    let process: ChildProcess
    /// This side of the terminal.
    let descriptor: Int32
    /// All that the program has sent.
    private(set) var output: [UInt8] = []
    /// By `Clock`, when something first and last came; nil: never.
    private(set) var firstOutput: Double?
    private(set) var lastOutput: Double?
    private(set) var isOver = false

    /// Starts `command` in a new terminal.
    ///
    /// - Throws: `Complaint` where there is no terminal to be had, or the program cannot be started.
    init(_ command: [String], environment: [String: String], size: Size) throws {
        var (ours, theirs): (Int32, Int32) = (-1, -1)
        var window = winsize(ws_row: size.rows, ws_col: size.columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ours, &theirs, nil, nil, &window) == 0 else {
            throw Complaint("no terminal can be made: \(String(cString: strerror(errno)))")
        }
        descriptor = ours
        defer { close(theirs) }
        // No other program may hold it open.
        for end in [ours, theirs] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        guard let name = ttyname(theirs) else { throw Complaint("a terminal has no name") }
        process = try ChildProcess(command, environment: environment, input: .terminal(String(cString: name)))
    }

    deinit {
        if !isOver {
            kill(process.id, SIGKILL)
            _ = process.end()
        }
        close(descriptor)
    }

    /// Waits until something comes in one of `terminals` and takes it in; at most `seconds`.
    ///
    /// - Returns: those in which something came.
    @discardableResult
    static func wait(_ terminals: [PseudoTerminal], seconds: Double) -> [PseudoTerminal] {
        let open = terminals.filter { !$0.isOver }
        var requests = open.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        guard poll(&requests, nfds_t(requests.count), Int32(max(0, seconds * 1000).rounded(.up))) > 0 else { return [] }
        let ready = zip(open, requests).filter { $1.revents != 0 }.map(\.0)
        for terminal in ready { terminal.take() }
        return ready
    }

    /// Waits until all of `terminals` have answered and drawn what there is to.
    static func waitForRest(_ terminals: [PseudoTerminal]) {
        func work() -> Double { terminals.reduce(0) { $0 + ProcessWork.seconds(of: $1.process.id) } }
        var (since, before) = (Clock.seconds, work())
        while true {
            let isQuiet = wait(terminals, seconds: since + rest - Clock.seconds).isEmpty
            if isQuiet, Clock.seconds - since < rest { continue }
            let now = work()
            if isQuiet, now - before <= idleWork * Double(terminals.count) { return }
            (since, before) = (Clock.seconds, now)
        }
    }

    /// Presses keys.
    func press(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = write(descriptor, bytes, bytes.count)
    }

    /// Waits until the program has sent `text`. What comes in `others` meanwhile is taken in too: a program whose terminal
    /// nobody reads stands still.
    ///
    /// - Throws: `Complaint` where it does not within `seconds`, or ends.
    func wait(for text: String, seconds: Double, with others: [PseudoTerminal] = []) throws {
        let end = Clock.seconds + seconds
        let wanted = Array(text.utf8)
        while !output.contains(wanted) {
            guard Clock.seconds < end, !isOver else {
                throw Complaint("the dashboard never showed '\(text)'; it sent \(output.count) bytes")
            }
            Self.wait(others.isEmpty ? [self] : others, seconds: 0.1)
        }
    }

    /// Waits until nothing comes for `seconds`.
    func waitForSilence(seconds: Double) {
        while !Self.wait([self], seconds: seconds).isEmpty, !isOver {}
    }

    /// Presses `q` and waits for the program's end.
    func quit() -> ChildProcess.End {
        press("q")
        while !isOver { Self.wait([self], seconds: 1) }
        return process.end()
    }

    private func take() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(descriptor, &buffer, buffer.count)
        if count > 0 {
            output += buffer[..<count]
            lastOutput = Clock.seconds
            firstOutput = firstOutput ?? lastOutput
        } else if count == 0 || errno != EINTR {
            // A terminal whose program has gone says that it cannot be read.
            isOver = true
        }
    }
}
