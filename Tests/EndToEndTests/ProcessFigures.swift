import Foundation

/// What the system says of a process; nil once there is nothing left of it.
struct ProcessFigures {
    /// `S` asleep, `R` running, `T` stopped, `Z` over.
    var state: Character
    /// What it has worked, in hundredths of a second.
    var ticks: Int

    init?(of process: Int32) {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let name = text.lastIndex(of: ")")
        else { return nil }
        // The state is the third field of proc(5), the times are the 14th and the 15th.
        let fields = text[name...].dropFirst(2).split(separator: " ")
        guard fields.count > 12, let state = fields[0].first, let user = Int(fields[11]), let system = Int(fields[12])
        else { return nil }
        self.state = state
        ticks = user + system
    }

    /// The most memory that a process has had, in bytes.
    static func peakMemory(of process: Int32) -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let number = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        return number << 10
    }
}
