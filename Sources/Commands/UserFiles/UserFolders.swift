/// Where a user's own files are, by the XDG base directory rules. Values only: nothing is read or made here.
struct UserFolders {
    /// Settings and named views.
    var configuration: String
    /// The demo store and the user's themes.
    var data: String
    /// What can be made again: indexes of stores beside which nothing can be written.
    var cache: String
    /// Where the system keeps themes for everybody, in order.
    var systemData: [String]
    /// The files of settings there may be, the user's own first; what one does not say, the next may.
    var settings: [String]

    /// - Parameter environment: HOME and the XDG variables are read. A relative path counts as unset (XDG).
    init(environment: [String: String]) {
        let home = environment["HOME"] ?? "/"
        func folder(_ name: String, else standard: String) -> String {
            guard let path = environment[name], path.hasPrefix("/") else { return standard }
            return path
        }
        func folders(_ name: String, else standard: String) -> [String] {
            let text = environment[name].flatMap { $0.isEmpty ? nil : $0 } ?? standard
            return text.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        }
        configuration = folder("XDG_CONFIG_HOME", else: home + "/.config")
        data = folder("XDG_DATA_HOME", else: home + "/.local/share")
        cache = folder("XDG_CACHE_HOME", else: home + "/.cache")
        let systemSettings = folders("XDG_CONFIG_DIRS", else: "/etc/xdg") + ["/etc"]
        settings = ([configuration] + systemSettings).map { $0 + "/cxm/config.toml" }
        systemData = folders("XDG_DATA_DIRS", else: "/usr/local/share:/usr/share")
    }
}
