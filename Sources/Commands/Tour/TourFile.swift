import Canvas
import Dashboard
import Foundation

/// A script as it was named on the command line, and how what is wrong with it is said.
struct TourFile {
    /// As complaints call it.
    let name: String
    let text: String
    let script: TourScript
    let problems: [TourProblem]

    /// More than anybody writes.
    private static let longest = 1 << 20

    /// The tour of the demo town, which comes with the program.
    static let builtIn = TourFile(name: "demo", text: TourScript.demo)

    /// - Parameter name: a file, or `demo` for the tour that comes with the program.
    /// - Throws: `Complaint` where there is no such file, or it is no text.
    init(named name: String) throws(Complaint) {
        if name == Self.builtIn.name {
            self = Self.builtIn
            return
        }
        let file = URL(fileURLWithPath: name)
        guard let handle = try? FileHandle(forReadingFrom: file) else {
            throw Complaint(
                "there is no tour '\(name)'",
                hint: "name a script, or begin one: cxm tour --print > \(name)"
            )
        }
        guard let bytes = try? handle.read(upToCount: Self.longest + 1) else {
            throw Complaint("'\(name)' cannot be read", hint: "name a script; docs/TOUR.md says what it looks like")
        }
        guard bytes.count <= Self.longest else {
            throw Complaint("'\(name)' is too long for a tour", hint: "a script has at most 1 MiB")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Complaint("'\(name)' is not in UTF-8", hint: "save it as plain text in UTF-8")
        }
        self.init(name: name, text: text)
    }

    private init(name: String, text: String) {
        self.name = name
        self.text = text
        (script, problems) = TourScript.reading(text)
    }

    /// The script, where nothing is wrong with it.
    func whole() throws(Complaint) -> TourScript {
        guard let first = problems.first else { return script }
        let more = problems.count > 1 ? "; cxm tour --check lists \(problems.count - 1) more" : ""
        throw Complaint("\(name):\(first.line): \(first.message)", hint: first.hint + more)
    }
}
