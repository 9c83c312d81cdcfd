import Foundation
import JourneyFormats
import JourneyModel
import JourneyStore
import Reports

/// `cxm FILE…`: the dashboard on files, without a store of the user's. They are imported into one that is gone when the
/// dashboard is left.
struct FirstLook {
    let inputs: [ImportInput]

    /// Nil where the arguments name a store, or nothing that is there: several are files, and so is a single one that is no
    /// store.
    init?(_ arguments: [String]) {
        guard arguments.count > 1 || arguments.first.map(Self.isFile) == true else { return nil }
        inputs = arguments.map { ImportInput(argument: $0) }
    }

    private static func isFile(_ argument: String) -> Bool {
        if argument == "-" { return true }
        guard let file = FileHandle(forReadingAtPath: argument), let first = try? file.read(upToCount: 16) else {
            return false
        }
        return !first.isEmpty && first != Data("SQLite format 3\0".utf8)
    }

    /// As the header calls it.
    var name: String {
        if inputs.count > 1 { return "\(inputs.count) files" }
        guard case .file(let path)? = inputs.first else { return "standard input" }
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let stem = file.prefix { $0 != "." }
        return stem.isEmpty ? file : String(stem)
    }

    /// Where the dashboard cannot be shown, or nothing may be written.
    func refusal(_ kiosk: Kiosk, isPlain: Bool) -> Complaint? {
        let files = inputs.map { ShellWord.quoted(StorePath.plain($0.name)) }.joined(separator: " ")
        if kiosk.isOn {
            return Complaint("kiosk mode: only a store is opened", hint: "leave out --kiosk and \(Kiosk.variable)")
        }
        if isPlain || StandardStreams.outIsTerminal { return nil }
        return Complaint(
            "the dashboard needs a terminal, and standard output is none",
            hint:
                "put the \(inputs.count == 1 ? "file" : "files") into a store: cxm import \(files) --yes --store STORE"
        )
    }

    /// Imports the files into a store that is gone with what is returned.
    ///
    /// - Parameter zone: what times without one are in; nil: it is asked on the terminal where it is needed.
    /// - Throws: `Complaint` where something is open that a line on the terminal cannot answer; what an import throws.
    func made(zone: String?) async throws -> PassingStore {
        var given = Mapping()
        given.zone = zone
        var taken: [ImportInput: Mapping] = [:]
        for input in inputs {
            let proposal = Proposal(input: input, format: nil, mapping: given, store: nil)
            guard try proposal.isNeeded() else { continue }
            taken[input] = try AskedMapping(proposal, input).answered(&given)
        }
        // Nothing lies anywhere before: whoever is asked may leave by any signal.
        Interrupt.watch()
        let store = try PassingStore()
        let environment = ProcessInfo.processInfo.environment
        let run = ImportRun(
            inputs: inputs,
            format: nil,
            mapping: given,
            proposed: taken,
            choices: ImportChoices(),
            progress: ProgressLine(glyphs: .ofLocale(environment))
        )
        let report = try await run.run(path: store.path)
        guard report.stored > 0 else {
            let first = report.rejects.first.map { "line \($0.line): \($0.reason)" }
            throw Complaint(
                "no row of \(name) could be stored" + (first.map { "; \($0)" } ?? ""),
                hint: "see what its columns are taken for: cxm import \(ShellWord.quoted(inputs[0].name))",
                status: 1
            )
        }
        store.mappings = inputs.compactMap { input in
            taken[input].map { (file: Self.stem(of: input), toml: $0.toml) }
        }
        return store
    }

    private static func stem(of input: ImportInput) -> String {
        guard case .file(let path) = input, let file = path.split(separator: "/").last else { return "input" }
        return String(file.prefix { $0 != "." })
    }
}
