import Foundation

/// Starts processes that are given nothing but the three standard streams.
///
/// Foundation's `Process` learns of a child's end by a socket that the child inherits; a server that was started by it, as
/// tmux does, keeps that socket open, and the end never comes.
enum Bare {
    struct Failure: Error {
        var command: [String]
        var code: Int32
    }

    /// `POSIX_SPAWN_SETSID`, which the C library shows to few: who opens a terminal first in a session of its own owns it.
    private static let setsID: Int16 = 0x80

    /// Waits for the end of `command`, found by the path, whose output goes to the file at `output`.
    static func run(_ command: [String], output: String) throws {
        let child = try start(command, environment: ProcessInfo.processInfo.environment) { actions in
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
            posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1, errno == EINTR {}
    }

    /// - Parameters:
    ///   - ownsTerminal: whether the first terminal that it opens becomes its own.
    ///   - streams: opens descriptors 0, 1 and 2.
    /// - Returns: the number of the process.
    static func start(
        _ command: [String],
        environment: [String: String],
        ownsTerminal: Bool = false,
        streams: (inout posix_spawn_file_actions_t) -> Void
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        streams(&actions)
        // Closing one that is not open is no error.
        for descriptor in Int32(3)..<256 { posix_spawn_file_actions_addclose(&actions, descriptor) }

        // The threads that tests run on take no signals, and what they start would take none either: tmux ends by one.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
        posix_spawnattr_setflags(&attributes, ownsTerminal ? flags | setsID : flags)

        var words = command.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, command[0], &actions, &attributes, &words, &variables)
        guard code == 0 else { throw Failure(command: command, code: code) }
        return child
    }
}
