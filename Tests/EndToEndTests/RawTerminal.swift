import Foundation
import Testing

/// A terminal without anybody who shows it: what the program sends is taken when the test takes it, and not before.
final class RawTerminal {
    let process: Int32
    /// This side of it, and the program's, kept open so that the terminal's modes can be looked at when the program has gone.
    private let ours: Int32
    private let theirs: Int32
    private let modes: termios
    private var status: Int32?

    /// Starts `arguments` of the program.
    ///
    /// - Parameter waits: whether a write waits until the terminal takes more. Else it fails, as where something that has the
    ///   same terminal open wants it so.
    init(
        _ arguments: [String],
        width: UInt16 = 120,
        height: UInt16 = 36,
        waits: Bool = true,
        environment: [String: String] = [:],
        in folder: Folder
    ) throws {
        var (ours, theirs): (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: height, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
        try #require(openpty(&ours, &theirs, nil, nil, &size) == 0)
        for end in [ours, theirs] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ours, F_SETFL, O_NONBLOCK)
        (self.ours, self.theirs) = (ours, theirs)
        modes = Self.modes(of: theirs)

        let name = try #require(ttyname(theirs).map { String(cString: $0) })
        // A fault leaves no image of memory behind.
        let script = "ulimit -c 0; cd '\(folder.url.path)'; exec \"$@\""
        var variables = Program.environment(home: folder.url)
        variables["XDG_CACHE_HOME"] = folder.file("cache-\(UUID().uuidString)").path
        variables.merge(environment) { _, new in new }
        process = try Bare.start(
            ["/bin/sh", "-c", script, "sh", Program.url.path] + arguments,
            environment: variables,
            ownsTerminal: true
        ) { actions in
            posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR | (waits ? 0 : O_NONBLOCK), 0)
            for descriptor in Int32(1)...2 { posix_spawn_file_actions_adddup2(&actions, 0, descriptor) }
        }
    }

    deinit {
        if status == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        close(ours)
        close(theirs)
    }

    func press(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = write(ours, bytes, bytes.count)
    }

    /// What has been sent, so far as it has come; in pieces of no more than `piece` bytes.
    func take(piece: Int = 1 << 16) -> [UInt8] {
        var all: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: piece)
        while true {
            let count = read(ours, &bytes, piece)
            guard count > 0 else { return all }
            all += bytes[..<count]
        }
    }

    /// Takes what is sent until `condition` holds of all of it.
    func take(_ what: String, seconds: Double = 20, until condition: ([UInt8]) -> Bool) throws -> [UInt8] {
        var all: [UInt8] = []
        let end = Date().addingTimeInterval(seconds)
        repeat {
            all += take()
            if condition(all) { return all }
            var input = pollfd(fd: ours, events: Int16(POLLIN), revents: 0)
            poll(&input, 1, 20)
        } while Date() < end
        throw TerminalSession.TimedOut(waitingFor: what, screen: String(decoding: all.suffix(2000), as: UTF8.self))
    }

    /// Takes what is sent until nothing has come for so many seconds.
    func takeUntilRest(_ rest: Double = 1) -> [UInt8] {
        var all: [UInt8] = []
        var input = pollfd(fd: ours, events: Int16(POLLIN), revents: 0)
        repeat { all += take(piece: 100) } while poll(&input, 1, Int32(rest * 1000)) > 0
        return all
    }

    /// Whether the terminal takes more before something is taken from it.
    var takesMore: Bool {
        var output = pollfd(fd: theirs, events: Int16(POLLOUT), revents: 0)
        return poll(&output, 1, 0) > 0
    }

    /// Whether its modes are those that it had before the program.
    var hasItsModes: Bool {
        let now = Self.modes(of: theirs)
        return now.c_iflag == modes.c_iflag && now.c_oflag == modes.c_oflag && now.c_lflag == modes.c_lflag
    }

    private static func modes(of terminal: Int32) -> termios {
        var modes = termios()
        tcgetattr(terminal, &modes)
        return modes
    }

    /// Waits for the program's end.
    ///
    /// - Returns: its exit status; 128 + n where signal n ended it, as a shell has it. Nil: it goes on.
    func exitStatus(seconds: Double = 10) -> Int32? {
        let end = Date().addingTimeInterval(seconds)
        while status == nil, Date() < end {
            var found: Int32 = 0
            if waitpid(process, &found, WNOHANG) == process {
                status = found & 0x7F == 0 ? (found >> 8) & 0xFF : 128 + found & 0x7F
            } else {
                Thread.sleep(forTimeInterval: 0.01)
            }
        }
        return status
    }
}
