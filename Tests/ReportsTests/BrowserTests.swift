import Foundation
import JourneyModel
import Testing

@testable import Reports

/// A real browser, where there is one: `CXM_BROWSER`, else Debian's chromium, best without windows.
private enum Browser {
    static let path: String? = [
        ProcessInfo.processInfo.environment["CXM_BROWSER"], "/usr/bin/chromium-headless-shell", "/usr/bin/chromium",
    ]
    .compactMap { $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }

    /// The page as the browser understands it, after everything that could run has run. Without a network.
    static func document(of html: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cxm-page-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (page, output) = (folder.appendingPathComponent("page.html"), folder.appendingPathComponent("dom"))
        for (file, text) in [(page, html), (output, "")] { try Data(text.utf8).write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path))
        process.arguments = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder.path)/profile", "--timeout=20000",
            "--dump-dom", page.absoluteString,
        ]
        // It would leave settings, a cache and a list of certificates in the home of who runs the tests.
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("XDG_") }
            .merging(["HOME": folder.path, "TMPDIR": folder.path]) { _, ours in ours }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return String(decoding: try Data(contentsOf: output), as: UTF8.self)
    }
}

/// How many elements of each name a browser's text of a page has.
private func census(of document: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for match in document.matches(of: /<([a-zA-Z][a-zA-Z0-9]*)/) {
        counts[String(match.output.1), default: 0] += 1
    }
    return counts
}

@Suite(
    .enabled(if: Browser.path != nil, "there is no browser here; Scripts/test installs one"),
    .serialized,
    .timeLimit(.minutes(2))
)
struct BrowserTests {
    @Test(arguments: ["funnel", "channels"])
    func aBrowserSeesTheElementsThatWereWrittenAndNoOthers(name: String) throws {
        let answer: any Reportable = name == "funnel" ? HostileAnswers.funnel : HostileAnswers.channels
        let title = HostileAnswers.names[2]
        let html = answer.rendered(as: .html, from: ReportOrigin(store: title, isDemo: true))
        let document = try Browser.document(of: html)
        #expect(census(of: document) == (try ParsedPage(html).census))
        // A script that ran would have put its own title there.
        #expect(document.contains("<title>\(answer.report.title), DEMO DATA</title>"))
        #expect(!document.contains("<title>owned"))
    }

    @Test func theTestWouldSeeAScriptAndAnInjectedElement() throws {
        let body = "<body><p>\(HostileAnswers.names[0])</p></body>"
        let html = "<!DOCTYPE html>\n<html><head><title>mine</title></head>\(body)</html>"
        let document = try Browser.document(of: html)
        #expect(document.contains("<title>owned</title>"))
        #expect(census(of: document)["script"] == 1)
    }

    @Test func tablesHaveTheRowsOfTheJSON() throws {
        let funnel = HostileAnswers.funnel
        let document = try Browser.document(of: funnel.rendered(as: .html))
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(funnel.rendered(as: .json).utf8)) as? [String: Any]
        )
        let steps = try #require(json["steps"] as? [[String: Any]])
        let groups = try #require(json["groups"] as? [[String: Any]])
        // Each step's next touchpoints, and a row for nothing.
        let next = steps.reduce(0) { $0 + (($1["next"] as? [Any])?.count ?? 0) + 1 }
        let rows = document.split(separator: "<tbody>").dropFirst().map { body in
            (body.split(separator: "</tbody>").first ?? "").matches(of: /<tr>/).count
        }
        #expect(rows == [steps.count, next, 1, groups.count])
    }

    @Test func theStyleSheetIsInForce() throws {
        // The policy lets this page's own style in and nothing else: a page without it would be unreadable, unnoticed.
        let html = Samples.funnel.rendered(as: .html)
        let policy = Markup.escaped(HTMLRenderer.policy)
        let probe = html.replacing(policy, with: policy + "; script-src 'unsafe-inline'")
            .replacing(
                "</body>",
                with: "<script>document.title=getComputedStyle(document.querySelector('dl')).display</script></body>"
            )
        #expect(try Browser.document(of: probe).contains("<title>grid</title>"))
    }
}
