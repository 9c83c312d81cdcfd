import Foundation

/// The machine that was measured on: a figure means nothing without it.
enum Machine {
    static var text: String {
        let parts = [
            "\(cores) cores", field("model name", in: "/proc/cpuinfo", separator: ":"),
            memory.map { "\(Figure.megabytes($0 * 1024)) MB of memory" },
            field("PRETTY_NAME", in: "/etc/os-release", separator: "="), kernel, "load \(load) at the start",
        ]
        return parts.compactMap { $0 }.joined(separator: ", ") + "\n"
    }

    private static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// Kilobytes.
    private static var memory: Int? {
        field("MemTotal", in: "/proc/meminfo", separator: ":").flatMap { text in
            text.split(separator: " ").first.flatMap { Int($0) }
        }
    }

    private static var kernel: String? {
        (try? String(contentsOfFile: "/proc/sys/kernel/osrelease", encoding: .utf8)).map {
            "Linux " + $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }

    /// How many programs wanted a core in the last minute.
    private static var load: String {
        let text = try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)
        return text?.split(separator: " ").first.map(String.init) ?? "unknown"
    }

    /// The first value of that name in a file of names and values.
    private static func field(_ name: String, in path: String, separator: Character) -> String? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: separator, maxSplits: 1)
            guard parts.count == 2, parts[0].trimmingCharacters(in: .whitespaces) == name else { continue }
            return parts[1].trimmingCharacters(in: CharacterSet(charactersIn: " \t\""))
        }
        return nil
    }
}
