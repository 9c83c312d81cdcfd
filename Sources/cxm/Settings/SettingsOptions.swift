import ArgumentParser
import Foundation

/// Where settings are read from, and what they say.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Settings of this file alone. Default: cxm/config.toml in XDG_CONFIG_HOME, then in XDG_CONFIG_DIRS, then in /etc.",
            valueName: "file"
        )
    )
    var config: String?

    /// The settings, key by key from the first file that says it, and what is wrong in the files.
    ///
    /// - Throws: `Complaint` where a file that was named is not there.
    func read(environment: [String: String]) throws(Complaint) -> (settings: Settings, warnings: [FileWarning]) {
        let exists = FileManager.default.fileExists(atPath:)
        if let config, !exists(config) {
            throw Complaint("there is no file '\(config)'", hint: "see docs/SETTINGS.md for what it may hold")
        }
        let paths = config.map { [$0] } ?? UserFolders(environment: environment).settings.filter(exists)
        let files = paths.map(SettingsFile.init(path:))
        return (files.reduce(Settings()) { $0.over($1.settings) }, files.flatMap(\.warnings))
    }
}
