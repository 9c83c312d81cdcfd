import ArgumentParser
import Canvas
import Foundation
import TOML

/// `cxm themes`: what there is, what one looks like, and whether it is fit to use.
struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: "Lists, shows and checks themes.",
        discussion: "Example: cxm themes check my-theme.toml",
        subcommands: [List.self, Show.self, Check.self],
        defaultSubcommand: List.self
    )

    struct Folder: ParsableArguments {
        @Option(help: ArgumentHelp("Look for themes here first.", valueName: "folder")) var themesDir: String?

        var library: ThemeLibrary {
            UserThemes.library(folder: themesDir, environment: ProcessInfo.processInfo.environment)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The themes there are.")

        @OptionGroup var folder: Folder
        @OptionGroup(title: "Output") var output: OutputOptions

        func run() throws {
            try output.show(ThemeList(folder.library))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The colours that a theme gives each role.")

        @Argument(help: "The theme's name.") var name: String
        @OptionGroup var folder: Folder
        @OptionGroup(title: "Output") var output: OutputOptions

        func run() throws {
            try output.show(ThemeSheet(theme: try folder.library.theme(named: name)))
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Reports unknown roles, bad colours and low contrast, with file and line.",
            discussion: "Exit status 1 where there is anything to report."
        )

        @Argument(help: "Names, or files ending in .toml; all themes where none is given.") var themes: [String] = []
        @OptionGroup var folder: Folder

        func run() throws {
            let library = folder.library
            let names = themes.isEmpty ? library.names : themes
            var count = 0
            for name in names {
                let isFile = name.hasSuffix(".toml") || name.contains("/")
                let lines: [String]
                do throws(ThemeError) {
                    let problems = isFile ? try ThemeLibrary.problems(inFile: name) : try library.problems(named: name)
                    lines = problems.map { "\($0): \($0.hint)" }
                } catch {
                    // What cannot be read is a fault of that theme, and no reason to pass over the others.
                    guard case .unreadable = error else { throw error }
                    lines = ["\(error): \(error.hint)"]
                }
                for line in lines { StandardStreams.out(SafeText(line).text + "\n") }
                count += lines.count
            }
            guard count == 0 else { throw ExitCode(1) }
            StandardStreams.out("\(names.count) \(names.count == 1 ? "theme" : "themes") without a fault\n")
        }
    }
}
