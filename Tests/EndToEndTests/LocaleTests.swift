import Foundation
import Testing

extension EndToEnd {
    /// In a locale that is not UTF-8 a terminal shows other signs for our quotes and dots, and may obey some of their bytes.
    struct LocaleTests {
        @Test(arguments: [
            [], ["--frobnicate"], ["nowhere.cxm"], ["Öffnungszeiten “2”.cxm"], ["demo", "--people", "0"],
            ["import", "nowhere.csv", "--store", "x"], ["import", "Ämter.csv", "--store", "x"],
            ["themes", "show", "none"], ["show", "paths", "--store", "x", "--theme", "none"],
        ])
        func whatIsComplainedAboutIsASCIIWhereTheLocaleIs(arguments: [String]) throws {
            let folder = try Folder()
            for locale in ["C", "POSIX", "de_DE.ISO-8859-1", ""] {
                var environment = Program.environment(home: folder.url)
                environment["LANG"] = locale
                let outcome = try Program.Run(arguments, environment: environment, input: nil).finish()
                #expect(outcome.status == 2)
                #expect(outcome.errors.hasPrefix("cxm: error: "))
                #expect(outcome.errors.utf8.allSatisfy { $0 < 0x80 }, "\(locale): \(outcome.errors)")
            }
        }

        @Test(arguments: [["--help"], ["picture", "--help"], ["show", "funnel", "--help"], ["import", "--help"]])
        func helpIsASCIIEverywhere(arguments: [String]) throws {
            let outcome = try Program.run(arguments, in: try Folder())
            #expect(outcome.output.utf8.allSatisfy { $0 < 0x80 })
        }

        @Test func whereItIsUTF8NamesAreWrittenAsTheyAre() throws {
            let outcome = try Program.run(["Ämter.cxm"], in: try Folder())
            #expect(outcome.errors.contains("Ämter.cxm"))
        }

        private static let locales = ["C", "de_DE.UTF-8", "fr_FR.UTF-8"]

        private static func run(
            _ arguments: [String],
            locale: String,
            in folder: Folder,
            input: URL? = nil
        ) throws
            -> Program.Outcome
        {
            var environment = Program.environment(home: folder.url)
            environment["LC_ALL"] = locale
            return try Program.Run(arguments, environment: environment, input: input).finish()
        }

        /// A store that was imported where numbers are written with points, with the answers that are kept with its index.
        private static let germanTown = Result {
            let folder = try Folder()
            let outcome = try run(["demo", "--people", "600", "--path"], locale: "de_DE.UTF-8", in: folder)
            return (folder: folder, store: outcome.output.trimmingCharacters(in: .whitespacesAndNewlines))
        }

        @Test(
            "Programs read the same, whatever the locale of the import and of the reader",
            arguments: [
                ["overview"], ["overview", "--from", "2025-Q4", "--to", "2025-Q4", "--before", "2025-Q3"], ["kpis"],
                ["funnel", "--step", "landing", "start form", "--by", "channel"], ["paths"],
                ["tree", "--path", "landing"],
                ["variants"], ["channels"], ["contacts"], ["handoffs"], ["preferences"], ["maturity"],
                ["equity", "--by", "person.age_band"], ["people", "--behind", "not-captured"],
                ["people", "--behind", "unfinished=housing"], ["channels", "--where", "channel=wbe"],
                ["kpis", "--public"], ["maturity", "--public"],
            ]
        )
        func programsReadTheSame(view: [String]) throws {
            let (folder, store) = try Self.germanTown.get()
            for format in ["json", "csv"] {
                let words = ["show"] + view + ["--format", format, "--store", store]
                let printed = try Self.locales.map { locale in
                    let outcome = try Self.run(words, locale: locale, in: folder)
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    return outcome.output
                }
                #expect(!printed[0].isEmpty)
                #expect(printed[1] == printed[0] && printed[2] == printed[0], "\(format)")
            }
        }

        @Test("The importer's locale reaches no reader, and people read their own")
        func theImportersLocaleReachesNobody() throws {
            let (folder, store) = try Self.germanTown.get()
            let json = try Self.run(
                ["show", "overview", "--format", "json", "--store", store],
                locale: "C",
                in: folder
            )
            #expect(json.output.contains(/"\d,\d{3} of \d,\d{3} events"/))
            let words = ["show", "maturity", "--format", "csv", "--store", store]
            #expect(
                try Self.run(words, locale: "de_DE.UTF-8", in: folder).output.contains(/\d,\d{3} of \d,\d{3} events/)
            )
            for (locale, mark) in [("C", ","), ("de_DE.UTF-8", "\\."), ("fr_FR.UTF-8", "\u{A0}")] {
                let text = try Self.run(["show", "maturity", "--store", store], locale: locale, in: folder).output
                #expect(text.contains(try Regex("measured: \\d\(mark)\\d{3} of")), "\(locale)")
            }
        }

        @Test("What the lines of text write is what the command prints", arguments: ["json", "csv", "markdown"])
        func plainWritesWhatTheCommandPrints(format: String) throws {
            let (folder, store) = try Self.germanTown.get()
            let file = folder.file("plain.\(format)")
            let script = try folder.write("x\n\(format)\n\(file.path)\nquit\n", to: "export-\(format).txt")
            let spoken = try Self.run(
                [store, "--plain"],
                locale: "de_DE.UTF-8",
                in: folder,
                input: script
            )
            #expect(spoken.status == 0, "\(spoken.errors)")
            let words = ["show", "overview", "--format", format, "--store", store]
            let printed = try Self.run(words, locale: "de_DE.UTF-8", in: folder).output
            #expect(try String(contentsOf: file, encoding: .utf8) == printed)
        }
    }
}
