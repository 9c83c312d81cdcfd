internal import FoundationEssentials
public import TOML

/// The themes there are: those in folders, and the two that are built in.
public struct ThemeLibrary: Sendable {
    /// Where theme files are looked for; the first folder that has a name wins.
    public let folders: [String]

    public init(folders: [String]) {
        self.folders = folders
    }

    /// The folders to look in, in their order.
    ///
    /// - Parameters:
    ///   - chosen: the folder given with `--themes-dir`.
    ///   - dataHome: `XDG_DATA_HOME`, or where it points by default.
    ///   - executable: the program's own path.
    ///   - dataDirectories: `XDG_DATA_DIRS`, split.
    public static func folders(
        chosen: String?,
        dataHome: String?,
        executable: String?,
        dataDirectories: [String]
    ) -> [String] {
        var folders: [String] = []
        if let chosen { folders.append(chosen) }
        if let dataHome { folders.append(dataHome + "/cxm/themes") }
        if let executable, let slash = executable.lastIndex(of: "/") {
            folders.append(executable[..<slash] + "/../share/cxm/themes")
        }
        folders += dataDirectories.map { $0 + "/cxm/themes" }
        return folders
    }

    /// The names of all themes, sorted.
    public var names: [String] {
        let files = folders.flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
                .filter { $0.hasSuffix(".toml") }
                .map { String($0.dropLast(5)) }
        }
        return Set(files + BuiltInThemes.texts.keys).sorted()
    }

    /// The path of the file that `name` is read from, or nil when it is built in or unknown.
    public func file(named name: String) -> String? {
        guard !name.isEmpty, !name.contains("/") else { return nil }
        return folders.map { "\($0)/\(name).toml" }.first { FileManager.default.fileExists(atPath: $0) }
    }

    /// The theme of that name.
    ///
    /// Throws when there is none, or when its file has problems. Low contrast is no reason to refuse it.
    public func theme(named name: String) throws(ThemeError) -> Theme {
        let (text, file) = try source(named: name)
        let parsed = ThemeFile(name: name, text: text, file: file)
        guard let theme = parsed.theme else { throw .invalid(parsed.problems) }
        return theme
    }

    /// Everything wrong with the theme of that name, contrast included; empty when all is well.
    public func problems(named name: String) throws(ThemeError) -> [TextProblem] {
        let (text, file) = try source(named: name)
        return ThemeCheck.problems(inText: text, name: name, file: file)
    }

    /// Everything wrong with the file at `path`, contrast included; empty when all is well.
    public static func problems(inFile path: String) throws(ThemeError) -> [TextProblem] {
        let name = path.split(separator: "/").last.map { $0.hasSuffix(".toml") ? $0.dropLast(5) : $0 } ?? ""
        return ThemeCheck.problems(inText: try read(path), name: String(name), file: path)
    }

    private func source(named name: String) throws(ThemeError) -> (text: String, file: String) {
        if let file = file(named: name) { return (try Self.read(file), file) }
        if let text = BuiltInThemes.texts[name] { return (text, "\(name).toml (built in)") }
        throw .notFound(name: name, available: names)
    }

    private static func read(_ path: String) throws(ThemeError) -> String {
        do {
            if let text = try TOMLDocument.text(path: path) { return text }
        } catch {
            throw .unreadable(file: path, reason: error.line.map { "line \($0): \(error.message)" } ?? error.message)
        }
        throw .unreadable(file: path, reason: "there is no such file")
    }
}
