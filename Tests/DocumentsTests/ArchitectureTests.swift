import Foundation
import Testing

/// The modules stand on floors. Who may know whom is said four times: by the manifest, by what the sources import, by the
/// table and by the picture of docs/ARCHITECTURE.md.
@Suite("docs/ARCHITECTURE.md: the modules")
struct ArchitectureTests {
    /// What Swift and the system bring.
    private static let brought: Set = [
        "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Synchronization",
    ]

    private let document: String
    private let modules: [Manifest.Module]

    init() throws {
        document = try Repository.text("docs/ARCHITECTURE.md")
        modules = try Manifest().modules
    }

    @Test("each folder of Sources is a module of the manifest")
    func folders() {
        let folders = Repository.paths(below: "Sources").filter { $0.matches(of: /\//).count == 1 }
        #expect(Set(folders) == Set(modules.map { "Sources/\($0.name)" }))
        #expect(modules.count > 20)
    }

    @Test("the sources of a module import what the manifest gives it, all of it and nothing else")
    func imports() throws {
        for module in modules {
            let files = Repository.paths(below: "Sources/\(module.name)").filter { $0.hasSuffix(".swift") }
            guard !files.isEmpty else {
                #expect(module.dependencies.isEmpty, "\(module.name) is C")
                continue
            }
            var imported: Set<String> = []
            for file in files {
                for line in try Repository.text(file).split(separator: "\n") where line.contains("import ") {
                    // `internal import X`, `import func X.f`; no comment.
                    guard let found = line.wholeMatch(of: /(?:[@\w]+ )*import (?:[a-z]+ )?(\w+)(?:\.\w+)?/) else {
                        continue
                    }
                    imported.insert(String(found.1))
                }
            }
            #expect(imported.subtracting(Self.brought) == module.dependencies, "\(module.name)")
        }
    }

    @Test("the table has a row for each module, and in it what the manifest gives it")
    func table() throws {
        var rows: [String: Set<String>] = [:]
        for row in document.matches(of: /(?m)^\| `(\w+)` \|.*\| (.*) \|$/) {
            let names = row.2.split(separator: ", ").map(String.init)
            #expect(rows.updateValue(names == ["nothing"] ? [] : Set(names), forKey: String(row.1)) == nil)
        }
        #expect(
            rows == Dictionary(uniqueKeysWithValues: modules.map { ($0.name, $0.dependencies.union($0.libraries)) })
        )
    }

    @Test("the picture has each module once, above all that it knows, and as low as it can stand")
    func picture() throws {
        var floors: [Set<String>] = []
        let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("│ cxm") })
        var floor: Set<String> = []
        for line in lines[start...] {
            #expect(line.count <= 100)
            if line.hasPrefix("├") || line.hasPrefix("└") {
                floors.insert(floor, at: 0)
                floor = []
                if line.hasPrefix("└") { break }
                continue
            }
            // What stands behind the frame is a remark on the floor.
            for name in line.split(separator: "│")[0].split(separator: " ") {
                #expect(floor.insert(String(name)).inserted && !floors.contains { $0.contains(String(name)) })
            }
        }
        var expected: [Set<String>] = []
        var left = modules
        while !left.isEmpty {
            let names = Set(left.map(\.name))
            let lowest = Set(left.filter { $0.dependencies.isDisjoint(with: names) }.map(\.name))
            try #require(!lowest.isEmpty, "a circle among \(names)")
            expected.append(lowest)
            left.removeAll { lowest.contains($0.name) }
        }
        #expect(floors == expected)
    }

    @Test("only what shows answers words them")
    func wording() {
        let wording = modules.filter { $0.dependencies.contains("Wording") }.map(\.name)
        #expect(Set(wording) == ["Dashboard", "Reports", "Commands"])
    }
}
