import Foundation

/// A program that was started, and what it has used once it has ended.
final class ChildProcess {
    struct End {
        /// 0…255, or 128 + the signal that ended it.
        var status: Int32
        var use: Use
        /// The most memory it had resident at once, in bytes. Never less than this process had when it started it.
        var peakMemory: Int
    }

    /// What it reads, and where it writes.
    enum Input {
        /// Nothing; what it writes is dropped.
        case nothing
        /// This process's standard input; what it writes is dropped.
        case inherited
        /// The terminal at this path, which becomes its own; it writes there too.
        case terminal(String)
    }

    /// POSIX_SPAWN_SETSID, which the C library shows to few.
    private static let newSession: Int16 = 0x80

    let id: pid_t
    /// By `Clock`.
    let start: Double
    private let command: [String]

    /// Starts `command`, found by the path.
    ///
    /// - Parameter environment: nil: this process's own.
    /// - Throws: `Complaint` where it cannot be started.
    init(_ command: [String], environment: [String: String]? = nil, input: Input = .nothing) throws {
        self.command = command
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        switch input {
        case .terminal(let path):
            // The first terminal that the leader of a new session opens is its own.
            posix_spawnattr_setflags(&attributes, Self.newSession)
            for stream in Int32(0)...2 { posix_spawn_file_actions_addopen(&actions, stream, path, O_RDWR, 0) }
        case .nothing:
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        case .inherited:
            posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        }
        var words = command.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        let variables = environment ?? ProcessInfo.processInfo.environment
        var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { settings.forEach { free($0) } }
        var id: pid_t = 0
        start = Clock.seconds
        let code = posix_spawnp(&id, command[0], &actions, &attributes, &words, &settings)
        guard code == 0 else {
            throw Complaint("'\(command[0])' cannot be started: \(String(cString: strerror(code)))")
        }
        self.id = id
    }

    /// Waits for its end.
    func end() -> End {
        while true {
            if let end = poll(0) { return end }
        }
    }

    /// Waits for its end.
    ///
    /// - Throws: `Complaint` where its exit status is not 0.
    func success() throws -> End {
        let end = end()
        guard end.status == 0 else {
            throw Complaint("'\(command.joined(separator: " "))' ended with status \(end.status)")
        }
        return end
    }

    /// Its end if it has ended.
    func endIfEnded() -> End? { poll(WNOHANG) }

    private func poll(_ options: Int32) -> End? {
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(id, &status, options, &usage) == id else { return nil }
        let wall = Clock.seconds - start
        let signal = status & 0x7F
        return End(
            status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
            use: Use(wall: wall, usage: usage),
            peakMemory: usage.ru_maxrss * 1024
        )
    }
}
