import Canvas
import Dashboard
import TOML

/// The user's views and theme as a dashboard opens with them.
struct Opening {
    let file: ViewFile
    let views: [NamedView]
    /// The one to open with; nil: none.
    let view: NamedView?
    let themes: ThemeLibrary
    /// The theme of the command line, or else of the settings.
    private let theme: Theme?
    /// What in the user's files was passed over.
    let warnings: [TextProblem]

    /// - Throws: `Complaint` where there is no view of the name that the command line says, `ThemeError` where there is no
    ///   such theme.
    init(_ options: DashboardOptions, environment: [String: String]) throws {
        let folders = UserFolders(environment: environment)
        let themes = UserThemes.library(folder: options.themesFolder, environment: environment)
        file = ViewFile(path: options.views ?? folders.configuration + "/cxm/views.toml")
        let (views, viewWarnings) = file.loadIfReadable()
        self.views = views
        var warnings = options.warnings + viewWarnings
        var named: NamedView?
        if let name = options.view { named = try views.view(named: name, in: file) }
        view = named ?? options.start.flatMap { start in views.first { $0.name == start.name } }
        if let start = options.start, view == nil {
            warnings.append(start.warning("there is no view '\(start.name)' in \(file.path)"))
        }
        let usual = options.usualTheme.flatMap { try? themes.theme(named: $0.name) }
        if let named = options.usualTheme, usual == nil {
            warnings.append(named.warning("the theme '\(named.name)' cannot be used; cxm themes lists those there are"))
        }
        theme = try options.theme.map { try themes.theme(named: $0) } ?? usual
        self.themes = themes
        self.warnings = warnings
    }

    /// The theme that the user wants, or else the usual one on a background of `ground`.
    func theme(on ground: Theme.Base?) throws -> Theme {
        try theme ?? themes.theme(named: ground == .light ? "light" : "dark")
    }
}

extension [NamedView] {
    /// - Throws: `Complaint` where none is called that.
    fileprivate func view(named name: String, in file: ViewFile) throws(Complaint) -> NamedView {
        guard let view = first(where: { $0.name == name }) else {
            throw Complaint(
                "there is no view '\(name)' in \(file.path)",
                hint: isEmpty ? "S keeps one in the dashboard" : "there are: " + map(\.name).joined(separator: ", ")
            )
        }
        return view
    }
}
