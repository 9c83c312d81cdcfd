import Foundation

/// What `Package.swift` says of the modules of the program.
struct Manifest {
    struct Module {
        var name: String
        /// Targets of ours and products of others.
        var dependencies: Set<String> = []
        /// Libraries of the system that it links, as `libxml2`.
        var libraries: Set<String> = []
    }

    let modules: [Module]

    init() throws {
        let text = try Repository.text("Package.swift").replacing(/(?m)^ *\/\/.*$/, with: "")
        modules = try text.split(separator: /\n        \.(?=\w*[tT]arget\(|systemLibrary\()/).dropFirst().compactMap {
            guard !$0.hasPrefix("testTarget"), !$0.contains("path: \"Tests/") else { return nil }
            return try Self.module($0)
        }
    }

    private static func module(_ text: Substring) throws -> Module {
        var module = Module(name: String(text.firstMatch(of: /name: "(\w+)"/)?.1 ?? ""))
        if let list = text.firstMatch(of: /(?s)\bdependencies: \[(.*?)\]/)?.1 {
            let ours = list.replacing(/package: "[^"]*"/, with: "")
            module.dependencies = Set(ours.matches(of: /"(\w+)"/).map { String($0.1) })
        }
        module.libraries = Set(text.matches(of: /linkedLibrary\("(\w+)"\)/).map { "lib\($0.1)" })
        let map = "Sources/\(module.name)/module.modulemap"
        if Repository.exists(map) {
            for link in try Repository.text(map).matches(of: /\blink "(\w+)"/) {
                module.libraries.insert("lib\(link.1)")
            }
        }
        return module
    }
}
