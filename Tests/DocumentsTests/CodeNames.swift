import Foundation

/// What there is to name in the repository: declarations, files, commands, options, variables.
struct CodeNames {
    /// Of what Swift brings, and what is told from it; kept short on purpose.
    private static let foreign: Set = ["Sendable", "try!"]

    /// All declarations, by the files that have them.
    private var declared: [String: Set<String>] = [:]
    /// The files that declare a type or extend it.
    private var homes: [String: Set<String>] = [:]
    private var types: Set<String> = []
    private var paths: Set<String> = []
    private var commands: Set<String> = []
    private var options: Set<String> = []
    /// Words in capitals, as environments have them.
    private var variables: Set<String> = []
    /// The texts of the scripts.
    private var scripts: [String] = []

    init() throws {
        for path in ["Sources", "Tests", "Scripts", "docs", "themes", "Benchmarks"].flatMap(Repository.paths) {
            paths.insert(path)
            // What these tests say of names is no use of them.
            if path.contains("/DocumentsTests/") { continue }
            let isSwift = path.hasSuffix(".swift")
            let isScript = !isSwift && (path.hasPrefix("Scripts/") || path.hasPrefix("Tests/Scripts/"))
            guard isSwift || isScript, let text = try? Repository.text(path) else { continue }
            if isSwift { read(text, path) } else { scripts.append(text) }
            if path.hasPrefix("Sources/Commands/") { readCommands(text) }
        }
        paths.formUnion(["Package.swift", "README.md"])
    }

    private mutating func read(_ text: String, _ path: String) {
        var last = ""
        var isOfCases = false
        var isOfExtension = false
        for (before, word) in Words(text) {
            if before == 10 { isOfCases = false }
            // `extension A.B` is a home of both.
            isOfExtension = last == "extension" || isOfExtension && before == UInt8(ascii: ".")
            if isOfExtension { homes[word, default: []].insert(path) }
            switch last {
            case "func", "var", "let", "associatedtype": declare(word, path)
            case "struct", "class", "enum", "protocol", "actor", "typealias":
                declare(word, path)
                types.insert(word)
                homes[word, default: []].insert(path)
            // Of an enumeration; one of a switch begins with a dot.
            case "case" where before != UInt8(ascii: "."): declare(word, path)
            default: if isOfCases, before == UInt8(ascii: ",") { declare(word, path) }
            }
            if word == "case" { isOfCases = true }
            if word.contains("_"), word.allSatisfy({ $0 == "_" || $0.isUppercase }) { variables.insert(word) }
            last = word
        }
    }

    private mutating func declare(_ name: String, _ path: String) {
        declared[name, default: []].insert(path)
    }

    private mutating func readCommands(_ text: String) {
        for match in text.matches(of: /commandName: "([\w-]+)"/) { commands.insert(String(match.1)) }
        // A command without a name of its own is called as its type is.
        for match in text.matches(of: /struct (\w+): (?:Async)?ParsableCommand\b/) {
            commands.insert(match.1.lowercased())
        }
        for match in text.matches(of: /customLong\("([\w-]+)"/) { options.insert(String(match.1)) }
        for match in text.matches(of: /@(?:Option|Flag)(?s:.*?)\bvar (\w+)/) {
            let name = match.1.replacing(/[A-Z]/) { "-\($0.0.lowercased())" }
            options.insert(String(name))
        }
    }

    /// Whether `name`, as it stands in backquotes, is something of the repository.
    func know(_ name: Substring) -> Bool {
        if Self.foreign.contains(String(name)) { return true }
        let words = name.split(separator: " ")
        if words.count > 1 { return knowCall(words) }
        if name.hasPrefix("--") { return options.contains(String(name.dropFirst(2))) }
        if let variable = name.wholeMatch(of: /([A-Z]+_[A-Z_]+)(?:=\w+)?/)?.1 {
            return variables.contains(String(variable))
        }
        if name.contains("/") || name.contains(/\.(?:swift|md|h|c|toml)$/) { return knowPath(name) }
        // A key.
        if name.count == 1 { return true }
        return knowDeclaration(name) || commands.contains(String(name)) || knowPath("\(name)/") || isUsedByScripts(name)
    }

    private func knowCall(_ words: [Substring]) -> Bool {
        switch words[0] {
        case "sudo": return know(words.dropFirst().joined(separator: " ")[...])
        case "cxm":
            return words.dropFirst().prefix { $0.contains(/^[a-z]/) }.allSatisfy { commands.contains(String($0)) }
        case "swift": return ["build", "test", "format"].contains(words[1]) && arguments(words.dropFirst(2))
        case let script where script.contains("/"): return knowPath(script) && arguments(words.dropFirst())
        case let other: return isUsedByScripts(other)
        }
    }

    /// What is named behind a command: files and types that there are; numbers, options and placeholders say nothing.
    private func arguments(_ words: ArraySlice<Substring>) -> Bool {
        words.allSatisfy { word in
            !word.contains(/^[A-Z]\w*[a-z]/) || knowDeclaration(word) || paths.contains(String(word))
                || Repository.exists(String(word))
        }
    }

    /// A path from the root, from `Sources` or `docs`, or the end of one.
    private func knowPath(_ name: Substring) -> Bool {
        let path = name.hasSuffix("/") ? name.dropLast() : name
        return Repository.exists(String(path)) || paths.contains { $0.hasSuffix("/\(path)") }
    }

    /// A type, function, variable or case; `A.b` where a file that declares or extends `A` declares `b`.
    private func knowDeclaration(_ name: Substring) -> Bool {
        let parts = name.prefix { $0 != "(" }.split(separator: ".").map(String.init)
        guard let last = parts.last, let files = declared[last] else { return false }
        guard parts.count > 1 else { return true }
        let owner = parts[parts.count - 2]
        return types.contains(owner) && !(homes[owner] ?? []).isDisjoint(with: files)
    }

    private func isUsedByScripts(_ name: Substring) -> Bool {
        name.contains(/^[a-z][a-z-]+$/) && scripts.contains { $0.contains(name) }
    }
}
