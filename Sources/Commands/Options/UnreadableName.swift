import Foundation

/// What this program was called with and cannot take: a file may have any bytes for a name, texts here are UTF-8. A name that
/// was repaired would be another file's.
enum UnreadableName {
    /// Variables that name files.
    private static let prefixes = ["CXM_", "XDG_", "HOME=", "TMPDIR="]

    /// - Throws: `Complaint` where an argument or a variable is no UTF-8.
    static func check() throws(Complaint) {
        for place in 0..<Int(CommandLine.argc) {
            guard let argument = CommandLine.unsafeArgv[place], String(validatingCString: argument) == nil else {
                continue
            }
            throw complaint("'\(String(cString: argument))'")
        }
        var variable = environ
        while let entry = variable.pointee {
            defer { variable += 1 }
            guard String(validatingCString: entry) == nil else { continue }
            let text = String(cString: entry)
            if prefixes.contains(where: text.hasPrefix) { throw complaint(String(text.prefix { $0 != "=" })) }
        }
    }

    private static func complaint(_ name: String) -> Complaint {
        Complaint(
            "\(name) is not in UTF-8",
            hint: "give the file a name in UTF-8, or a link that has one: ln -s NAME OTHER"
        )
    }
}
