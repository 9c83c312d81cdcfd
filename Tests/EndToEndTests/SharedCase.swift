import Foundation
import TestSupport

/// A folder with `case.json`: commands, and what each has to say. `run`, beside the cases, is its twin and says how one is
/// written.
struct SharedCase {
    private let folder: URL
    private let steps: [[String: Any]]

    /// Where the cases are, if they are there.
    static let folder: URL? = SharedData.folder.map { $0.appendingPathComponent("cases") }.flatMap { folder in
        FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }

    static let names: [String] = {
        guard let folder else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { name in
            FileManager.default.fileExists(atPath: folder.appendingPathComponent("\(name)/case.json").path)
        }.sorted()
    }()

    init(_ name: String) throws {
        guard let all = SharedCase.folder else { throw CocoaError(.fileNoSuchFile) }
        folder = all.appendingPathComponent(name)
        let data = try Data(contentsOf: folder.appendingPathComponent("case.json"))
        let value = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        guard let steps = value?["steps"] as? [[String: Any]] else { throw CocoaError(.fileReadCorruptFile) }
        self.steps = steps
    }

    /// What is not as it should be, in words; empty where the case holds.
    func problems() throws -> [String] {
        let scratch = try Folder()
        return try steps.enumerated().flatMap { number, step in
            try problems(step, scratch).map { "step \(number + 1): \($0)" }
        }
    }

    private func problems(_ step: [String: Any], _ scratch: Folder) throws -> [String] {
        let store = scratch.file("case.cxm").path
        let words = (step["run"] as? [String] ?? []).map { word in
            word == "STORE" ? store : word.replacingOccurrences(of: "SCRATCH", with: scratch.url.path)
        }
        let environment = Program.environment(home: scratch.url)
            .merging(step["env"] as? [String: String] ?? [:]) { $1 }
        let input = try (step["stdin"] as? String).map { try scratch.write($0, to: "input") }
        let run = try Program.Run(words, environment: environment, input: input, directory: folder)
        let outcome = try run.finish()
        var problems: [String] = []
        if step["status"] as? String != "any" {
            let wanted = step["status"] as? Int ?? 0
            // A negative status is death by that signal.
            if Int(outcome.status) != (wanted < 0 ? 128 - wanted : wanted) {
                problems.append("exit \(outcome.status), wanted \(wanted): \(outcome.errors.prefix(200))")
            }
        }
        for text in step["stdout"] as? [String] ?? [] where !outcome.output.contains(text) {
            problems.append("not printed: \(text)")
        }
        for text in step["stderr"] as? [String] ?? [] where !outcome.errors.contains(text) {
            problems.append("not said: \(text)")
        }
        for text in step["absent"] as? [String] ?? []
        where outcome.output.contains(text) || outcome.errors.contains(text) {
            problems.append("must not occur: \(text)")
        }
        guard let expected = step["expect"] as? [String: Any], !expected.isEmpty else { return problems }
        guard let answer = try? JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) else {
            return problems + ["no JSON: \(outcome.errors.prefix(200))"]
        }
        for (path, wanted) in expected.sorted(by: { $0.key < $1.key }) {
            let found = JSONPath(path).value(in: answer)
            if !SharedCase.isSame(found, wanted) {
                problems.append("\(path) is \(found.map { "\($0)" } ?? "not there"), right is \(wanted)")
            }
        }
        return problems
    }

    /// Numbers agree to 1e-9; nothing is the same as null.
    private static func isSame(_ found: Any?, _ wanted: Any) -> Bool {
        if wanted is NSNull { return found == nil }
        guard let found else { return false }
        if let found = found as? Double, let wanted = wanted as? Double {
            return abs(found - wanted) <= 1e-9 * max(1, abs(found), abs(wanted))
        }
        return (found as? NSObject) == (wanted as? NSObject)
    }
}

/// The way to a value in JSON: `a.b`, `a[0]`, `a[name=value].b`, `a[#]` for a length.
private struct JSONPath {
    private enum Part {
        case key(String)
        case place(Int)
        case row(key: String, value: String)
        case length
    }

    private var parts: [Part] = []

    init(_ text: String) {
        var rest = Substring(text)
        while let first = rest.first {
            if first == "[" {
                let inside = rest.dropFirst().prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 2)
                let pair = inside.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if inside == "#" {
                    parts.append(.length)
                } else if pair.count == 2 {
                    parts.append(.row(key: String(pair[0]), value: String(pair[1])))
                } else {
                    parts.append(.place(Int(inside) ?? -1))
                }
            } else {
                let key = rest.prefix { $0 != "." && $0 != "[" }
                rest = rest.dropFirst(key.count)
                if !key.isEmpty { parts.append(.key(String(key))) }
                if rest.first == "." { rest = rest.dropFirst() }
            }
        }
    }

    /// Nil where there is none, or null.
    func value(in json: Any) -> Any? {
        var value: Any? = json
        for part in parts {
            switch part {
            case .key(let key): value = (value as? [String: Any])?[key]
            case .place(let place):
                let list = value as? [Any] ?? []
                value = list.indices.contains(place) ? list[place] : nil
            case .row(let key, let wanted):
                value = (value as? [[String: Any]])?.first { row in row[key].map { "\($0)" == wanted } ?? false }
            case .length:
                value = (value as? [Any])?.count ?? (value as? [String: Any])?.count ?? (value as? String)?.count
            }
        }
        return value is NSNull ? nil : value
    }
}
