import Foundation
import JourneyModel
import Testing

@testable import JourneyFormats

struct XESTests {
    private func log(_ body: String, root: String = "<log xmlns=\"http://www.xes-standard.org/\">") -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(root)\n\(body)\n</log>\n"
    }

    private func event(_ name: String, _ time: String, _ more: String = "") -> String {
        "<event><string key=\"concept:name\" value=\"\(name)\"/><date key=\"time:timestamp\" value=\"\(time)\"/>\(more)</event>"
    }

    private let stamp = "2024-01-02T03:04:05.000+01:00"

    @Test func standardKeysNeedNoMapping() throws {
        let body = """
            <global scope="trace"><string key="concept:name" value="UNKNOWN"/></global>
            <string key="concept:name" value="the log"><string key="inner" value="x"/></string>
            <trace>
              <string key="concept:name" value="c1"/>
              <string key="channel" value="Desk &amp; Post"/>
              <string key="department" value="General"><string key="nested" value="not this"/></string>
              <list key="many"><values><string key="concept:name" value="nor this"/></values></list>
              \(event("Apply", stamp, "<string key=\"org:role\" value=\"clerk\"/><float key=\"cost:total\" value=\"12.5\"/>"))
              \(event("Grant", "2024-01-02T05:04:05.000Z", "<boolean key=\"paper\" value=\"true\"/>"))
            </trace>
            <trace>\(event("Apply", stamp))</trace>
            """
        let result = try imported(log(body), name: "a.xes")
        let events = result.events
        #expect(events.map(\.caseID) == ["c1", "c1", "a, trace 2"])
        #expect(events.map(\.touchpoint) == ["Apply", "Grant", "Apply"])
        #expect(events.map(\.time.iso8601).prefix(2) == ["2024-01-02T02:04:05.000Z", "2024-01-02T05:04:05.000Z"])
        #expect(events.map { $0.dimension("channel") } == ["Desk & Post", "Desk & Post", nil])
        #expect(events.map { $0.dimension("actor") } == ["clerk", nil, nil])
        #expect(events.map(\.cost) == [12.5, nil, nil])
        #expect(events.map(\.sequence) == [1, 2, 3])
        #expect(events.map(\.person) == [nil, nil, nil])
        #expect(events.first?.dimension("case:department") == "General")
        #expect(events[1].dimension("paper") == "true")
        #expect(
            events.allSatisfy { event in
                !(event.dimensions + event.attributes).contains { $0.value.contains("this") }
            }
        )
        #expect(result.notes.contains { $0.contains("not a person") })
    }

    @Test func columnsNameTraceAttributesWithOrWithoutPrefix() throws {
        let body =
            "<trace><string key=\"concept:name\" value=\"c1\"/><string key=\"kanaal\" value=\"web\"/>"
            + "<string key=\"klant\" value=\"ann\"/>\(event("Apply", stamp))</trace>"
        for column in ["kanaal", "case:kanaal"] {
            let result = try imported(log(body), name: "a.xes", columns: ["channel=\(column)", "person=klant"])
            #expect(result.events.first?.dimension("channel") == "web")
            #expect(result.events.first?.person == "ann")
        }
        let missing = importError { _ = try imported(log(body), name: "a.xes", columns: ["channel=knaal"]) }
        #expect(missing?.message == "a.xes: no event or trace has an attribute \"knaal\" (for channel)")
    }

    @Test func mappedAttributeThatComesLate() throws {
        let many = String(repeating: event("A", stamp), count: 10_001)
        let late = event("B", stamp, "<string key=\"rare\" value=\"yes\"/>")
        let result = try imported(log("<trace>\(many)\(late)</trace>"), name: "a.xes", columns: ["variant=rare"])
        #expect(result.events.last?.dimension("variant") == "yes")
    }

    @Test func manyResourcesAreNoDimension() throws {
        let events = (0..<600).map { event("A", stamp, "<string key=\"org:resource\" value=\"r\($0)\"/>") }
        let result = try imported(log("<trace>\(events.joined())</trace>"), name: "a.xes")
        #expect(result.events.first?.dimension("actor") == nil)
        #expect(result.events.first?.attribute("org:resource") == "r0")
        let few = (0..<600).map { event("A", stamp, "<string key=\"org:resource\" value=\"r\($0 % 9)\"/>") }
        #expect(
            try imported(log("<trace>\(few.joined())</trace>"), name: "a.xes").events.last?.dimension("actor") == "r5"
        )
    }

    @Test func onlyCompletionsAreEventsAndStartsGiveDurations() throws {
        func step(_ name: String, _ time: String, _ transition: String, _ instance: String? = nil) -> String {
            let number = instance.map { "<string key=\"concept:instance\" value=\"\($0)\"/>" } ?? ""
            return event(
                name,
                "2024-01-02T\(time)Z",
                "<string key=\"lifecycle:transition\" value=\"\(transition)\"/>\(number)"
            )
        }
        let first = [
            step("A", "10:00:00", "start", "1"), step("A", "10:01:00", "START", "2"),
            step("A", "10:05:00", "Complete", "2"),
            step("A", "10:06:00", "complete", "1"), step("B", "11:00:00", "schedule"), step("B", "11:10:00", "start"),
            step("B", "11:20:00", "suspend"), step("B", "11:30:00", "complete"), step("C", "12:00:00", "complete"),
            step("D", "12:00:00", "start"),
        ]
        let second = [step("D", "13:00:00", "complete")]
        let body = [first, second].map { "<trace>\($0.joined())</trace>" }.joined()
        let result = try imported(log(body), name: "a.xes")
        #expect(result.events.map(\.touchpoint) == ["A", "A", "B", "C", "D"])
        #expect(result.events.map(\.duration) == [240_000, 360_000, 1_200_000, nil, nil])
        #expect(result.summary.skipped == 6)
        #expect(result.summary.read == 11)
        #expect(result.notes.contains { $0.contains("4 start, 1 suspend") })
    }

    @Test func timesTypedAsStringAreReadAndNoted() throws {
        let body = event("A", stamp).replacingOccurrences(of: "<date", with: "<string")
        let result = try imported(log("<trace>\(body)</trace>"), name: "a.xes")
        #expect(result.events.count == 1)
        #expect(result.notes.contains { $0.hasPrefix("1 times are typed as string") })
    }

    @Test func rejectsKeepTheEvent() throws {
        let body = "<trace>\(String(repeating: event("A", stamp), count: 20))\n\(event("B&lt;", "never"))</trace>"
        let result = try imported(log(body), name: "a.xes")
        #expect(result.events.count == 20)
        #expect(result.rejects.map(\.line) == [4])
        #expect(result.rejects.first?.raw == event("B&lt;", "never"))
        #expect(result.rejects.first?.reason.contains("\"never\" is not a time") == true)
    }

    @Test func namespacesAndPackedFiles() throws {
        let text = log("<trace><string key=\"concept:name\" value=\"c\"/>\(event("A", stamp))</trace>")
        let prefixed = text.replacingOccurrences(of: "</", with: "<#").replacingOccurrences(of: "<#", with: "</x:")
            .replacingOccurrences(of: "<(?=[a-z])", with: "<x:", options: .regularExpression)
            .replacingOccurrences(of: "xmlns=", with: "xmlns:x=")
        let plain = try imported(text, name: "a.xes").events
        #expect(plain.count == 1)
        #expect(try imported(prefixed, name: "a.xes").events == plain)
        #expect(try imported(gzipped(Array(text.utf8)), name: "a.xes.gz").events == plain)
    }

    @Test func brokenXMLNamesFileAndLine() throws {
        let good = String(repeating: event("A", stamp) + "\n", count: 50)
        let broken = [
            log("<trace>\n\(good)</trce>\n\(good)"), "<log>\n<trace>\n\(good)",
            "<log><trace>\n<event a=></event></trace></log>",
        ]
        for text in broken {
            let error = importError { _ = try imported(text, name: "a.xes") }
            #expect(
                error?.message.hasPrefix("a.xes, line ") == true,
                "\(text.prefix(40)) … \(String(describing: error))"
            )
        }
        let wrongTag = importError { _ = try imported(broken[0], name: "a.xes") }?.message
        #expect(wrongTag?.contains("line 54:") == true, "\(wrongTag ?? "no error")")
        let other = importError { _ = try imported("<html><body/></html>", name: "a.xes") }
        #expect(other?.message.contains("<html>") == true)
        let late = importError {
            _ = try imported(log("<trace>\(event("A", stamp))<string key=\"k\" value=\"v\"/></trace>"), name: "a.xes")
        }
        #expect(late?.message.contains("comes after its events") == true)
    }

    /// Entities that multiply, and entities from outside, neither fill the memory nor fetch a file: both are refused.
    @Test func entitiesAreNotResolved() throws {
        var declarations = "<!ENTITY a0 \"aaaaaaaaaa\">"
        for level in 1...12 {
            declarations += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
        }
        let laughs = "<!DOCTYPE log [\(declarations)]><log><trace>\(event("&a12;", stamp))</trace></log>"
        let declares = importError { _ = try imported(laughs, name: "a.xes") }
        #expect(declares?.message == "a.xes, line 1: the document has declarations of its own (a DTD)")
        #expect(declares?.hint.contains("Take <!DOCTYPE") == true)
        let secret = FileManager.default.temporaryDirectory.appendingPathComponent("cxm-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: secret) }
        try "SECRET".write(to: secret, atomically: true, encoding: .utf8)
        let outside =
            "<!DOCTYPE log [<!ENTITY x SYSTEM \"\(secret.absoluteString)\">]><log><trace>"
            + "<string key=\"concept:name\" value=\"c\"/>&x;\(event("A", stamp))</trace></log>"
        #expect(importError { _ = try imported(outside, name: "a.xes") } == declares)
        // A DTD elsewhere is not fetched, and what it may declare is not known.
        let elsewhere = "<!DOCTYPE log SYSTEM \"\(secret.absoluteString)\">"
        let trace = "<log><trace>\(event("A", stamp))\(event("&amp;&#65;&lt;", stamp))</trace></log>"
        #expect(try imported(elsewhere + trace, name: "a.xes").events.map(\.touchpoint) == ["A", "&A<"])
        for document in [elsewhere + "<log>&x;</log>", "<log>&x;</log>", elsewhere + "<log><string key='&x;'/></log>"] {
            let unknown = importError { _ = try imported(document, name: "a.xes") }
            #expect(unknown?.message == "a.xes, line 1: there is an entity that XML itself does not have")
        }
    }

    /// Records come while the file is still being read: what is in memory is a chunk and a trace, not the log.
    @Test func streams() throws {
        let header = Array("<log>".utf8)
        let trace = Array("<trace><string key=\"concept:name\" value=\"c\"/>\(event("A", stamp))</trace>\n".utf8)
        let traces = 100_000
        var sent = -1
        var handedOut = 0
        var farthest = 0
        var taken = 0
        let source = try ByteSource(name: "big.xes") { buffer in
            let next = sent < 0 ? header : sent < traces ? trace : sent == traces ? Array("</log>".utf8) : []
            guard next.count <= buffer.count else { return 0 }
            buffer.copyBytes(from: next)
            sent += 1
            handedOut += next.count
            return next.count
        }
        let reader = XESReader(source) { _ in
            taken += 1
            farthest = max(farthest, handedOut - taken * trace.count)
        }
        try reader.read()
        #expect(taken == traces)
        #expect(farthest < 1 << 20)
    }
}
