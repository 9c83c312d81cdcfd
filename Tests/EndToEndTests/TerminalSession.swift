import Foundation
import Testing

/// A real terminal: a tmux server of the test's own with one window, in which the program runs.
final class TerminalSession {
    private let socket: URL
    private let folder: Folder
    private let statusFile: URL
    private let recordFile: URL
    /// The program in the environment of this session, as a shell takes it.
    private let commandPrefix: String

    /// Starts `arguments` of the program in a window of `width` by `height`. When it ends its exit status is kept, and a
    /// shell prompt stands where it was, so that what the program left behind can be seen.
    ///
    /// - Parameters:
    ///   - term: nil: there is no `TERM`.
    ///   - stty: what the terminal is told before.
    ///   - isRecorded: all that the program sends is kept, from its first byte.
    init(
        _ arguments: [String],
        width: Int = 120,
        height: Int = 36,
        term: String? = "xterm-256color",
        stty: String? = nil,
        isRecorded: Bool = false,
        environment: [String: String] = [:],
        in folder: Folder
    ) throws {
        self.folder = folder
        socket = folder.file("tmux-\(UUID().uuidString.prefix(8))")
        statusFile = folder.file("status-\(UUID().uuidString.prefix(8))")
        var variables = Program.environment(home: folder.url)
        recordFile = folder.file("record-\(UUID().uuidString.prefix(8))")
        variables["TERM"] = term
        // What one session leaves for the next is a test's own business.
        variables["XDG_CACHE_HOME"] = folder.url.appendingPathComponent("cache-\(UUID().uuidString)").path
        variables.merge(environment) { _, new in new }
        let assignments = variables.map { "\($0.key)=\(quoted($0.value))" }.sorted().joined(separator: " ")
        commandPrefix = "env -i \(assignments) \(quoted(Program.url.path))"
        let words = arguments.map(quoted).joined(separator: " ")
        // The inner shell is the session's own: it waits for the program, notes its status and stays.
        let before = (isRecorded ? "read start; " : "") + (stty.map { "stty \($0); " } ?? "")
        let script =
            "\(before)\(commandPrefix) \(words); echo $? > \(quoted(statusFile.path)); "
            + "exec env -i PS1='ready> ' TERM=\(term ?? "dumb") sh"
        try tmux(
            "-f",
            "/dev/null",
            "new-session",
            "-d",
            "-x",
            "\(width)",
            "-y",
            "\(height)",
            "-c",
            folder.url.path,
            "sh",
            "-c",
            script
        )
        try tmux("set-option", "-g", "status", "off")
        try tmux("set-option", "-g", "window-size", "manual")
        // What a program puts on the clipboard goes to tmux's own.
        try tmux("set-option", "-s", "set-clipboard", "on")
        if isRecorded {
            try tmux("pipe-pane", "cat > \(quoted(recordFile.path))")
            try press("Enter")
        }
    }

    deinit {
        _ = try? tmux("kill-server")
    }

    /// Starts the program at the prompt that stands where it has ended, so that the shell can stop it and go on with it.
    func runAtPrompt(_ arguments: [String]) throws {
        try wait(for: "ready>")
        let script = folder.file("run-\(UUID().uuidString.prefix(8))")
        try Data("exec \(commandPrefix) \(arguments.map(quoted).joined(separator: " "))\n".utf8).write(to: script)
        try type("sh \(script.path)\n")
    }

    /// Presses keys by tmux's names: `Enter`, `Escape`, `Down`, `C-c`, or a character.
    func press(_ keys: String...) throws {
        try press(keys)
    }

    func press(_ keys: [String]) throws {
        try tmux(["send-keys"] + keys)
    }

    /// Types text literally.
    func type(_ text: String) throws {
        try tmux("send-keys", "-l", text)
    }

    /// Pastes as a terminal does, in brackets where the program asked for them.
    func paste(_ text: String) throws {
        try tmux("set-buffer", text)
        try tmux("paste-buffer", "-p")
    }

    func resize(width: Int, height: Int) throws {
        try tmux("resize-window", "-x", "\(width)", "-y", "\(height)")
    }

    /// The screen as lines of text.
    func screen() throws -> [String] {
        try tmux("capture-pane", "-p").components(separatedBy: "\n").dropLast()
    }

    /// The screen with the escape sequences that colour it.
    func styledScreen() throws -> String {
        try tmux("capture-pane", "-p", "-e")
    }

    /// What the program has put on the clipboard.
    func clipboard() throws -> String {
        try tmux("show-buffer")
    }

    /// Whether the terminal is as a shell wants it: its first screen, the cursor seen, no keypad or mouse mode.
    func isRestored() throws -> Bool {
        let modes = "#{alternate_on} #{cursor_flag} #{keypad_cursor_flag} #{keypad_flag} #{mouse_any_flag} #{wrap_flag}"
        return try display(modes) == "0 1 0 0 0 1"
    }

    /// What tmux knows of the terminal, in its own format.
    func display(_ format: String) throws -> String {
        try tmux("display-message", "-p", format).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Sends bytes to the program as a terminal does, whatever they are.
    func send(_ text: String) throws {
        try tmux(Self.sending(text))
    }

    /// Sends the pieces a few milliseconds apart, as they come over a slow line.
    func send(pieces: [String]) throws {
        let pause = [";", "run-shell", "sleep 0.005", ";"]
        try tmux(Array(pieces.map(Self.sending).joined(separator: pause)))
    }

    private static func sending(_ text: String) -> [String] {
        ["send-keys", "-H"] + text.utf8.map { String($0, radix: 16) }
    }

    /// What the program has sent; of a session that is recorded.
    func recording() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: recordFile))
    }

    /// The terminal is gone from one moment to the next.
    func vanish() throws {
        try tmux("kill-server")
    }

    /// The id of the program's process: the child of the session's shell.
    func programID() throws -> Int32 {
        let shell = try tmux("display-message", "-p", "#{pane_pid}").trimmingCharacters(in: .whitespacesAndNewlines)
        let children = try run(["pgrep", "-P", shell, "-f", Program.url.path])
        return try #require(Int32(children.split(separator: "\n").first ?? ""))
    }

    /// Waits until the screen fulfils `condition`, and gives it back.
    ///
    /// - Throws: `TimedOut` with the last screen, so that a failing test shows what was there.
    @discardableResult
    func wait(
        _ what: String,
        seconds: Double = 20,
        until condition: ([String]) -> Bool
    ) throws -> [String] {
        let end = Date().addingTimeInterval(seconds)
        var last: [String] = []
        repeat {
            last = try screen()
            if condition(last) { return last }
            Thread.sleep(forTimeInterval: 0.02)
        } while Date() < end
        throw TimedOut(waitingFor: what, screen: last.joined(separator: "\n"))
    }

    /// Waits until some line contains `text`.
    @discardableResult
    func wait(for text: String, seconds: Double = 20) throws -> [String] {
        try wait("'\(text)'", seconds: seconds) { $0.contains { $0.contains(text) } }
    }

    /// Waits for the program's end and returns its exit status.
    func exitStatus(seconds: Double = 10) throws -> Int32 {
        let end = Date().addingTimeInterval(seconds)
        repeat {
            if let text = try? String(contentsOf: statusFile, encoding: .utf8),
                let status = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines))
            {
                return status
            }
            Thread.sleep(forTimeInterval: 0.02)
        } while Date() < end
        throw TimedOut(waitingFor: "the program's end", screen: try screen().joined(separator: "\n"))
    }

    struct TimedOut: Error, CustomStringConvertible {
        var waitingFor: String
        var screen: String

        var description: String { "waited in vain for \(waitingFor); the screen was:\n\(screen)" }
    }

    @discardableResult
    private func tmux(_ arguments: String...) throws -> String {
        try tmux(arguments)
    }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        try run(["env", "-u", "TMUX", "tmux", "-S", socket.path] + arguments)
    }

    private func run(_ command: [String]) throws -> String {
        let file = folder.file("output-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Bare.run(command, output: file.path)
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
}

/// `word` as one word of a shell's command line.
private func quoted(_ word: String) -> String {
    "'" + word.replacingOccurrences(of: "'", with: #"'\''"#) + "'"
}
