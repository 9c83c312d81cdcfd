import Canvas

/// Where themes are looked for.
enum UserThemes {
    static func library(folder: String?, environment: [String: String]) -> ThemeLibrary {
        let user = UserFolders(environment: environment)
        return ThemeLibrary(
            folders: ThemeLibrary.folders(
                chosen: folder,
                dataHome: user.data,
                executable: Executable.path,
                dataDirectories: user.systemData
            )
        )
    }
}
