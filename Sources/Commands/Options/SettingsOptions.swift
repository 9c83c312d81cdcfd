import ArgumentParser
import Foundation
import JourneyModel
import Reports
import TOML
import Wording

/// Where settings are read from, and what they say.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Settings of this file alone. Default: cxm/config.toml in XDG_CONFIG_HOME, then in XDG_CONFIG_DIRS, then in /etc.",
            valueName: "file"
        )
    )
    var config: String?

    /// How dates and numbers are written. What is wrong in the files is said on standard error.
    ///
    /// - Throws: `Complaint` where a file that was named is not there.
    func wording() throws(Complaint) -> WordingStyle {
        let environment = ProcessInfo.processInfo.environment
        let (settings, warnings) = try read(environment: environment)
        StandardStreams.warn(warnings)
        return settings.wording(environment: environment)
    }

    /// The settings, key by key from the first file that says it, and what is wrong in the files.
    ///
    /// - Throws: `Complaint` where a file that was named is not there.
    func read(environment: [String: String]) throws(Complaint) -> (settings: Settings, warnings: [TextProblem]) {
        let paths = config.map { [$0] } ?? UserFolders(environment: environment).settings
        let files = paths.compactMap(SettingsFile.init(path:))
        if let config, files.isEmpty {
            throw Complaint("there is no file '\(config)'", hint: "see docs/SETTINGS.md for what it may hold")
        }
        return (files.reduce(Settings()) { $0.over($1.settings) }, files.flatMap(\.warnings))
    }
}
