import Dashboard

/// The user's views as a dashboard opens with them.
struct Opening {
    let file: ViewFile
    let views: [NamedView]
    /// The one to open with; nil: none.
    let view: NamedView?
    /// What in the user's files was passed over.
    let warnings: [FileWarning]

    /// - Throws: `Complaint` where there is no view of the name that the command line says.
    init(_ options: DashboardOptions, folders: UserFolders) throws(Complaint) {
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
        self.warnings = warnings
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
