import ArgumentParser

/// `cxm show VIEW`: any screen without the screen.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Any screen as text, JSON, CSV, Markdown or HTML.",
        discussion: "Example: cxm show funnel --step start submit --within 14d --store town.cxm --format json",
        subcommands: [
            ShowOverview.self, ShowFunnel.self, ShowPaths.self, ShowVariants.self, ShowTree.self, ShowChannels.self,
            ShowPreferences.self, ShowMaturity.self, ShowIndicators.self, ShowEquity.self, ShowContacts.self,
            ShowHandOffs.self, ShowPeople.self, ShowGroups.self, ShowTools.self,
            ShowConsent.self,
        ]
    )

    func run() throws {
        throw Complaint("no view was named", hint: CxmCommand.choices(of: Self.self))
    }
}
