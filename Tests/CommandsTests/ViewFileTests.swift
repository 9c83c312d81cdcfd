import Foundation
import TOML
import Testing

@testable import Commands
@testable import Dashboard

@Suite("The file of named views")
struct ViewFileTests {
    private static let text = """
        # Mine.

        # About housing.
        [[view]]
        name = "housing"
        screen = "funnel"
        where = ["service=housing"]
        steps = ["start", "send|mail"]
        within = "14d"

        # Between.
        [[view]]
        name = "later version"
        screen = "holograms"

        [[view]]
        name = "mix"
        screen = "channels"   # by month
        every = "quarter"

        # The end.
        """

    private func reading(_ text: String) -> ViewFileReading { ViewFileReading(ViewFileText(text), file: "v.toml") }

    private func view(_ name: String, screen: String = "paths") throws -> NamedView {
        try NamedView(ViewEntry([.name: .text(name), .screen: .text(screen)]))
    }

    @Test("views are read in their order; what is none is a warning with its line, and stays in the text")
    func reading() {
        let read = reading(Self.text)
        #expect(read.views.map(\.name) == ["housing", "mix"])
        #expect(read.warnings.map(\.line) == [14])
        #expect(read.warnings.first?.message.contains("'holograms' is no screen") == true)
        #expect(ViewFileText(Self.text).text == Self.text)
    }

    @Test(
        "what is no view, and where",
        arguments: [
            ("[[view]]\nname = 'a'\nscrean = 'paths'\n", 3, "unknown key 'screan'; keys are: name, screen,"),
            ("[[view]]\nscreen = 'paths'\n", 1, "a view needs a name"),
            ("x = 1\n", 1, "each view begins with [[view]]"),
            ("\n[[view]]\nname = \n", 3, "where a value should be"),
            ("[[view]]\nname = 'a'\nscreen = 'paths'\n[[view]]\nname = 'a'\nscreen = 'data'\n", 5, "is there twice"),
            ("[[view]]\nname = 'a'\nscreen = 'paths'\nunit = 'crowd'\n", 4, "'crowd' is not known here"),
            ("[view]\nname = 'a'\n", 1, "each view begins with [[view]]"),
        ]
    )
    func warnings(text: String, line: Int, words: String) throws {
        let warning = try #require(reading(text).warnings.first)
        #expect(warning.line == line)
        #expect(warning.message.contains(words), "\(warning.message)")
    }

    @Test("one view is changed and every other line stays as somebody wrote it")
    func changed() throws {
        let text = ViewFileText(Self.text).keeping(try view("mix")).text
        let expected = Self.text.replacing(
            "screen = \"channels\"   # by month\nevery = \"quarter\"\n",
            with: "screen = \"paths\"\nperiod = \"all\"\n"
        )
        #expect(text == expected)
        let gone = ViewFileText(text).without("housing").text
        #expect(reading(gone).views.map(\.name) == ["mix"])
        #expect(gone.contains("# Mine.") && gone.contains("# Between.") && gone.contains("holograms"))
        #expect(ViewFileText(Self.text).without("nobody").text == Self.text)
    }

    @Test("a new view goes to the end, and the first of a file says what the file is")
    func added() throws {
        let first = ViewFileText("").keeping(try view("one"))
        #expect(
            first.text == """
                # Named views of cxm. Each value is written as on the command line.

                [[view]]
                name = "one"
                screen = "paths"
                period = "all"

                """
        )
        let second = first.keeping(try view("t\"wo", screen: "data"))
        #expect(reading(second.text).views.map(\.name) == ["one", "t\"wo"])
        #expect(second.text.hasPrefix(first.text))
    }

    @Test("what is kept is read again as it was")
    func roundTrip() throws {
        for kept in reading(Self.text).views {
            #expect(reading(ViewFileText("").keeping(kept).text).views == [kept])
        }
    }

    @Test("the file is made with its folder, written whole, and is nobody else's to read wrongly")
    func onDisk() throws {
        let scratch = try Scratch()
        let file = ViewFile(path: scratch.path("new/folder/views.toml"))
        #expect(try file.load().views == [])
        #expect(try file.save(view("one")).map(\.name) == ["one"])
        #expect(try file.save(view("two")).map(\.name) == ["one", "two"])
        #expect(try file.delete("one").map(\.name) == ["two"])
        #expect(try file.load().views.map(\.name) == ["two"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("new/folder")) == ["views.toml"])
    }

    @Test("a link to the file stays a link")
    func link() throws {
        let scratch = try Scratch()
        try scratch.write("# real\n", to: "real.toml")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("views.toml"),
            withDestinationPath: scratch.path("real.toml")
        )
        _ = try ViewFile(path: scratch.path("views.toml")).save(view("one"))
        #expect(try scratch.text(of: "real.toml").hasPrefix("# real\n"))
        #expect(try scratch.names == ["real.toml", "views.toml"])
        let values = try scratch.url.appendingPathComponent("views.toml").resourceValues(forKeys: [.isSymbolicLinkKey])
        #expect(values.isSymbolicLink == true)
    }

    @Test("a file that cannot be read stops who changes it, and nobody else")
    func unreadable() throws {
        let scratch = try Scratch()
        try Data([0xFF, 0xFE]).write(to: scratch.url.appendingPathComponent("views.toml"))
        let file = ViewFile(path: scratch.path("views.toml"))
        #expect(throws: Complaint.self) { try file.save(view("one")) }
        #expect(try Data(contentsOf: scratch.url.appendingPathComponent("views.toml")) == Data([0xFF, 0xFE]))
        let (views, warnings) = file.loadIfReadable()
        #expect(views == [] && warnings.count == 1)
    }

    @Test("the dashboard is told the views and where they are, or what went wrong")
    func actions() throws {
        let scratch = try Scratch()
        let file = ViewFile(path: scratch.path("views.toml"))
        let one = try view("one")
        #expect(file.saving(one) == [.views([one]), .message("saved as one in \(file.path)")])
        #expect(file.deleting("one") == [.views([]), .message("one deleted from \(file.path)")])
        let folder = ViewFile(path: scratch.url.path)
        let said = folder.saving(one)
        #expect(said.count == 1)
        if case .message(let text) = said[0] {
            #expect(text.contains(scratch.url.path))
        } else {
            Issue.record("\(said)")
        }
    }
}
