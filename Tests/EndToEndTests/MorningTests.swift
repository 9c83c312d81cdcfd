import Foundation
import Testing

extension EndToEnd {
    @Suite("A morning's work")
    struct MorningTests {
        private let folder: Folder
        private let store: String

        init() throws {
            folder = try Folder()
            store = try Town.made.get().store
        }

        @Test("From the largest gap to its cause, to a file and to a command that says the same")
        func morning() throws {
            // She opens the store: the gaps stand on the first screen, those of most people first.
            let terminal = try TerminalSession([store], in: folder)
            let overview = try terminal.wait(for: "did not finish")
            let gap = try #require(overview.first { $0.contains("did not finish") })
            let service = try #require(gap.firstMatch(of: /Started (.+), did not finish/)?.1)

            // The largest of people who did not finish: she looks for it, and opens it.
            try terminal.press("/")
            try terminal.type("did not finish")
            try terminal.press("Enter")
            try terminal.wait("the gap's row marked") { $0.contains { $0.contains("› Started \(service)") } }
            try terminal.press("Enter")
            let funnel = try terminal.wait("its funnel") { screen in
                screen.first?.contains("Funnel › ") == true && screen.first?.contains(" › \(service) ") == true
                    && screen.contains { $0.contains("not converted") }
            }

            // The cause: the step at which most drop, and where they went.
            let losses = funnel.compactMap { $0.firstMatch(of: #/([0-9,]+) not converted, /#) }.compactMap {
                number($0.1)
            }
            let most = try #require(losses.indices.max { losses[$0] < losses[$1] })
            for _ in 0..<most { try terminal.press("j") }
            try terminal.press("Enter")
            try terminal.wait(for: "\(losses[most]) not converted after")
            try terminal.wait(for: "WHAT THEY DID NEXT")
            try terminal.press("Escape")

            // By age band, in the last full quarter, beside the one before.
            try terminal.press("b")
            try terminal.type("age")
            try terminal.press("Enter")
            try terminal.wait(for: "BY AGE BAND")
            try terminal.press("p")
            try terminal.wait(for: "type to narrow down")
            try terminal.type("Jul–Sep 2025")
            try terminal.press("Enter")
            let compared = try terminal.wait("both quarters") { screen in
                screen.prefix(2).contains { $0.contains("Jul–Sep 2025, against Apr–Jun 2025") }
                    && screen.contains { $0.contains("before") && $0.contains("%") }
            }
            let entries = compared.compactMap { $0.firstMatch(of: /([0-9,]+) entered +([0-9,]+) converted/) }
            let totals = try #require(entries.first)
            let (entered, converted) = try (#require(number(totals.1)), #require(number(totals.2)))
            let bands = compared.compactMap { $0.firstMatch(of: #/^ [ ›] ([0-9]+[-+][0-9]*) +([0-9]+) +([0-9]+) /#) }
            #expect(bands.count > 2)

            // A file for a colleague.
            try terminal.press("x")
            try terminal.wait(for: "Write what the screen shows as")
            try terminal.type("JSON")
            try terminal.press("Enter")
            try terminal.wait("the file's name to be asked or the file written") { screen in
                screen.contains { $0.contains(".json") }
            }
            if try !terminal.screen().contains(where: { $0.contains("written:") }) { try terminal.press("Enter") }
            try terminal.wait(for: "written:")
            let name = try #require(
                try FileManager.default.contentsOfDirectory(atPath: folder.url.path).first { $0.hasSuffix(".json") }
            )
            let file = try json(Data(contentsOf: folder.file(name)))

            // And the command, to run it again next month.
            try terminal.press("y")
            try terminal.wait(for: "copied: cxm show funnel")
            let command = try terminal.clipboard()
            try terminal.press("Escape", "q", "q", "q")
            #expect(try terminal.exitStatus() == 0)

            let again = try json(Data(Program.shell("\(command) --format json", in: folder).output.utf8))
            #expect(again == file, "the command says what the file says")
            let text = try Program.shell(command, in: folder).output
            for figures in [[entered, converted]] + bands.compactMap({ [Int($0.2), Int($0.3)].compactMap(\.self) }) {
                for figure in figures {
                    #expect(text.contains("\(figure)"), "\(figure) of the screen is in\n\(text)")
                    #expect("\(file)".contains("\(figure)"), "\(figure) of the screen is in the file")
                }
            }
        }

        private func number(_ text: Substring) -> Int? {
            Int(text.replacingOccurrences(of: ",", with: ""))
        }

        private func json(_ data: Data) throws -> NSDictionary {
            try #require(try JSONSerialization.jsonObject(with: data) as? NSDictionary)
        }
    }
}
