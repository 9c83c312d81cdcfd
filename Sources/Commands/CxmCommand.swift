import ArgumentParser

/// `cxm`, with the dashboard as what it does when it is only given a store.
struct CxmCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cxm",
        abstract: "Customer and citizen experience in the terminal.",
        discussion: """
            cxm STORE                        the dashboard
            cxm demo                         the dashboard with made-up data, to try it
            cxm tour                         a walk through the demo, with captions
            cxm import FILE --store STORE    puts events into a store, which it makes if need be
            cxm declare FILE --store STORE   says what its data mean: roles, channels, funnels, goals
            cxm sync BOOK                    the nightly job: what is new in files, and what is declared
            cxm batches --store STORE        what was imported; cxm forget BATCH takes one import out again
            cxm erase PERSON --store STORE   takes a person out of a store, everywhere
            cxm report --store STORE         several views in one document
            cxm show VIEW --store STORE      any screen as text, JSON, CSV, Markdown or HTML
            """,
        version: Version.text,
        subcommands: [
            OpenCommand.self, DemoCommand.self, TourCommand.self, ImportCommand.self, TemplateCommand.self,
            DeclareCommand.self, SyncCommand.self, BatchesCommand.self, ForgetCommand.self, EraseCommand.self,
            InfoCommand.self, ShowCommand.self, ReportCommand.self, ThemesCommand.self, KeysCommand.self,
            PictureCommand.self, ManualCommand.self,
        ],
        defaultSubcommand: OpenCommand.self
    )
}
