import Foundation

/// Memory that a process has to itself; what it shares, such as an index that others have mapped too, is left out.
struct ProcessMemory {
    /// Bytes that it has written.
    private(set) var dirty = 0
    /// Bytes of files that only this process has mapped; the kernel can drop them.
    private(set) var clean = 0

    /// Nothing where the process is not there any more.
    init(of process: pid_t) {
        let text = (try? String(contentsOfFile: "/proc/\(process)/smaps_rollup", encoding: .utf8)) ?? ""
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 3, let kilobytes = Int(words[1]) else { continue }
            if words[0] == "Private_Dirty:" { dirty += kilobytes * 1024 }
            if words[0] == "Private_Clean:" { clean += kilobytes * 1024 }
        }
    }
}
