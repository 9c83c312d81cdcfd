import Foundation
import Testing

/// A store of 1,500 people with one visit each, on two channels, from 1 October 2025 on.
enum SmallStore {
    static func make(in folder: Folder) throws -> String {
        let store = folder.file("small.cxm").path
        let rows = (0..<1500).map { index in
            let day = String(format: "2025-%02d-%02d", 10 + index % 3, 1 + index % 28)
            return "p\(index),\(day)T10:00:00Z,\(index % 2 == 0 ? "start" : "end"),\(index % 3 == 0 ? "web" : "phone")"
        }
        let file = try folder.write("user,at,page,channel\n" + rows.joined(separator: "\n") + "\n", to: "small.csv")
        let mapping = ["person=user", "time=at", "touchpoint=page", "channel=channel"].flatMap { ["--column", $0] }
        let outcome = try Program.run(["import", file.path, "--store", store] + mapping, in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return store
    }
}
