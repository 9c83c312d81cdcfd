import Foundation
import Testing

@testable import Commands

@Suite("A tour's script, as it is named")
struct TourFileTests {
    @Test("the demo's comes with the program and has no fault")
    func demo() throws {
        let file = try TourFile(named: "demo")
        #expect(file.problems.isEmpty)
        #expect(throws: Never.self) { try file.whole() }
    }

    @Test("what is wrong is said with its line, and how many more there are")
    func wrong() throws {
        let scratch = try Scratch()
        let path = try scratch.write("nonsense\nmore nonsense\n", to: "a.tour")
        let file = try TourFile(named: path)
        #expect(file.problems.count > 1)
        let complaint = #expect(throws: Complaint.self) { try file.whole() }
        #expect(complaint?.message.hasPrefix("\(path):1: ") == true)
        #expect(complaint?.hint.contains("cxm tour --check lists \(file.problems.count - 1) more") == true)
    }

    @Test("a file that is none, is too long or no text is refused")
    func files() throws {
        let scratch = try Scratch()
        #expect(throws: Complaint.self) { try TourFile(named: scratch.path("none.tour")) }
        #expect(throws: Complaint.self) { try TourFile(named: scratch.url.path) }
        let long = try scratch.write(String(repeating: "x", count: (1 << 20) + 1), to: "long.tour")
        let complaint = #expect(throws: Complaint.self) { try TourFile(named: long) }
        #expect(complaint?.message.hasSuffix("is too long for a tour") == true)
        try Data([0xC3, 0x28]).write(to: scratch.url.appendingPathComponent("bad.tour"))
        #expect(throws: Complaint.self) { try TourFile(named: scratch.path("bad.tour")) }
    }
}
