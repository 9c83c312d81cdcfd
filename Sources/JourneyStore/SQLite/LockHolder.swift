internal import Foundation

/// Who holds a store's write lock, as far as the system tells (Linux: /proc). Opening the file to ask with `F_GETLK` would
/// not do: closing it again drops every lock that this process has on it.
enum LockHolder {
    /// SQLite's RESERVED byte (https://www.sqlite.org/fileformat2.html, "The Lock-Byte Page").
    private static let reservedByte = 0x4000_0001

    /// `process 4711 (cxm)`; nil where nobody holds it or the system does not say.
    static func describe(path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0,
            let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
        else { return nil }
        for line in locks.split(separator: "\n") {
            // 1: POSIX ADVISORY WRITE 4711 fd:00:131 1073741825 1073741825
            let fields = line.split(separator: " ")
            guard fields.count >= 8, fields[3] == "WRITE", let process = Int(fields[4]),
                fields[5].split(separator: ":").last == "\(status.st_ino)",
                let from = Int(fields[6]), from <= reservedByte, Int(fields[7]) ?? .max >= reservedByte
            else { continue }
            let name = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
            let known = name.map { " (\($0.trimmingCharacters(in: .whitespacesAndNewlines)))" }
            return "process \(process)\(known ?? "")"
        }
        return nil
    }
}
