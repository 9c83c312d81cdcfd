import Canvas
import Foundation
import JourneyModel
import Testing

@testable import Reports

// What every answer looks like in every format, in files under Tests/Golden/Reports that a person can read. After a
// change that is meant, run with CXM_UPDATE_GOLDEN=1 and look at the difference.

private let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Golden/Reports")

private func expectGolden(_ text: String, _ name: String) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["CXM_UPDATE_GOLDEN"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == golden, "\(name)")
}

@Test(arguments: Samples.all.map(\.name), OutputFormat.all(holding: .answer))
func answersLookAsTheyShould(name: String, format: OutputFormat) throws {
    let answer = try #require(Samples.all.first { $0.name == name }?.answer)
    var text = answer.rendered(as: format)
    // Every page has the same head, which tests of its own look at.
    if format == .html { text = String(text[try #require(text.range(of: "<body>")).lowerBound...]) }
    try expectGolden(text, "\(name).\(format.fileExtension)")
}

@Test func narrowASCIIFunnel() throws {
    let text = Samples.funnel.rendered(as: .text, style: TextStyle(width: 40, glyphs: .ascii))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    try expectGolden(text, "funnel-40-ascii.txt")
}

@Test func wideFunnel() throws {
    try expectGolden(Samples.funnel.rendered(as: .text, style: TextStyle(width: 120)), "funnel-120.txt")
}

@Test(arguments: Samples.all.map(\.name), [40, 80, 132])
func textKeepsToItsWidth(name: String, width: Int) throws {
    let answer = try #require(Samples.all.first { $0.name == name }?.answer)
    let text = answer.rendered(as: .text, style: TextStyle(width: width))
    for line in text.split(separator: "\n") { #expect(SafeText(String(line)).width <= width, "\(line)") }
    #expect(!text.contains(" \n"))
}

@Test(arguments: OutputFormat.all(holding: .answer))
func demoDataSaysSo(format: OutputFormat) {
    let marked = Samples.paths.rendered(as: format, from: ReportOrigin(isDemo: true))
    switch format {
    case .text, .markdown, .html: #expect(marked.contains("DEMO DATA"))
    case .json: #expect(marked.contains("\"demo\": true"))
    default: #expect(marked == Samples.paths.rendered(as: format))
    }
}
