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
    }
}
