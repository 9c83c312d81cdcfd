import ArgumentParser
import Foundation

/// `--public`.
struct PublicOption: ParsableArguments {
    @Flag(
        name: .customLong("public"),
        help: "For everybody's eyes: small counts hidden, others rounded, nobody listed. CXM_KIOSK does the same."
    )
    var isPublic = false

    /// - Throws: `Complaint` where a file of settings that was named is not there.
    func protection(_ config: SettingsOptions) throws(Complaint) -> Protection {
        let environment = ProcessInfo.processInfo.environment
        let kiosk = Kiosk(asked: false, environment: environment)
        return Protection(
            isPublic: isPublic || kiosk.isOn,
            try config.read(environment: environment).settings
        )
    }
}
