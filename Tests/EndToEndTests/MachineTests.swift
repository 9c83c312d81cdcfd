import Foundation
import Testing

extension EndToEnd {
    /// docs/MACHINE.md against the program: who carries it to another machine finds there what it is linked with.
    struct MachineTests {
        private static let document = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("docs/MACHINE.md")

        /// Those with a version in their name: what Swift brings itself has none, and is carried by the release program.
        private func libraries() throws -> Set<String> {
            let printed = try Program.shell("readelf --dynamic '\(Program.url.path)'", in: try Folder()).output
            let names = printed.matches(of: /\(NEEDED\).*\[(lib[^\]]*\.so\.[0-9]+)\]/).map { String($0.output.1) }
            return Set(names)
        }

        @Test func theDocumentNamesEveryLibraryThatTheProgramIsLinkedWith() throws {
            let text = try String(contentsOf: Self.document, encoding: .utf8)
            let libraries = try libraries()
            #expect(libraries.contains("libncursesw.so.6"))
            for library in libraries { #expect(text.contains("`\(library)`"), "\(library)") }
            // A program for debugging has less of its own, and takes Swift's from the toolchain.
            guard ProcessInfo.processInfo.environment["CXM_BINARY"] != nil else { return }
            let named = Set(text.matches(of: /`(lib[^`]*\.so\.[0-9]+)`/).map { String($0.output.1) })
            #expect(named == libraries)
        }
    }
}
