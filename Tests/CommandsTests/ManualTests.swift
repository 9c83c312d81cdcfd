import ArgumentParser
import Dashboard
import Foundation
import JourneyModel
import Reports
import Testing

@testable import Commands

@Suite("What the program says of itself")
struct ManualTests {
    private var page: String {
        get throws {
            let tool = try JSONDecoder().decode(CommandDescription.Tool.self, from: Data(CxmCommand._dumpHelp().utf8))
            return ManualPage(tool.command).text
        }
    }

    @Test("the manual page names every command that is shown, every view and every key")
    func manual() throws {
        let page = try page
        for command in CxmCommand.configuration.subcommands {
            let isShown = command.configuration.shouldDisplay
            #expect(page.contains(".SS cxm \(command._commandName)\n") == isShown, "\(command._commandName)")
        }
        for view in ShowCommand.configuration.subcommands {
            #expect(page.contains(".SS cxm show \(view._commandName)\n"))
        }
        for section in KeySection.all { #expect(page.contains(section.title.replacing("-", with: "\\-"))) }
        #expect(page.contains(".B \(Kiosk.variable)\n"))
    }

    @Test("no line of text is a request of roff's, and hyphens can be copied")
    func escaped() throws {
        let requests: Set = [".TH", ".SH", ".SS", ".PP", ".TP", ".nf", ".fi", ".I", ".B"]
        for line in try page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
            #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)")
        }
        #expect(try !page.contains(/[^\\]-/))
    }

    @Test("every view of cxm show has a name of its own, and an example that calls it")
    func examples() {
        let views = ShowCommand.configuration.subcommands
        #expect(Set(views.map { $0._commandName }).count == views.count)
        for view in views {
            #expect(view.configuration.discussion.contains("cxm show \(view._commandName)"))
        }
    }

    @Test("every view of cxm show has a sample, whose renditions are in golden files")
    func samples() {
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Golden/Reports")
        for view in ShowCommand.configuration.subcommands {
            let file = golden.appendingPathComponent("\(view._commandName).json")
            let isThere = FileManager.default.fileExists(atPath: file.path)
            #expect(isThere, "\(view._commandName): add an answer to Samples.all of ReportsTests")
        }
    }

    @Test("the sheet of keys says the same in every format")
    func keys() {
        let sheet = KeySheet()
        let entries = sheet.sections.flatMap(\.entries)
        #expect(entries.count > 40)
        for format in OutputFormat.all(holding: .answer) {
            #expect(sheet.rendered(as: format).contains("ctrl-l ctrl-r"))
        }
        #expect(sheet.records.rows.count == entries.count)
    }
}
