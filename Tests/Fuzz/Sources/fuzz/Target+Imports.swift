import Foundation
import JourneyFormats
import JourneyModel

extension Target {
    private static let events =
        "u,t,p,c,cost,age\na,2025-01-01T00:00:00Z,start,web,1.5,30\n\"b\"\"x\",2025-01-02 10:00:00+01:00,\"en,d\",,,\n"

    private static let fields = [
        "person=u", "time=t", "touchpoint=p", "channel=c", "cost=cost", "person.age=age",
    ]

    private static func read(_ bytes: [UInt8], name: String, columns: [String] = []) throws {
        var mapping = Mapping()
        for column in columns { try mapping.addColumn(column) }
        _ = try FileImport([.bytes(bytes, name: name)], mapping: mapping).read(into: Forget())
    }

    static let csv = Target(
        name: "csv",
        seeds: texts(
            events,
            events.replacing(",", with: ";").replacing("\n", with: "\r\n"),
            "u\tt\tp\tc\tcost\tage\n\"\t\t\n"
        )
    ) { try read($0, name: "a.csv", columns: fields) }

    static let xes = Target(
        name: "xes",
        seeds: texts(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><log><?p?><global scope=\"trace\"/><trace>"
                + "<string key=\"concept:name\" value=\"c\"/><event><string key=\"concept:name\" value=\"a&amp;\"/>"
                + "<date key=\"time:timestamp\" value=\"2025-01-01T10:00:00Z\"/><list key=\"l\"><values/></list></event>"
                + "<event><string key=\"lifecycle:transition\" value=\"start\"/></event></trace></log>",
            "<!DOCTYPE log [<!ENTITY a \"b\">]><x:log xmlns:x='u'><x:trace><x:event/></x:trace><!-- c --><![CDATA[d]]></x:log>"
        )
    ) { try read($0, name: "a.xes") }

    static let gzip = Target(
        name: "gzip",
        seeds: { [Array(packed), Array(packed + packed), Array(packed.dropLast(9))] }
    ) {
        try read($0, name: "a.csv.gz", columns: fields)
    }

    /// "u,t,p", a line and nothing more, as gzip packs it without compression.
    private static let packed: [UInt8] = {
        let text = Array("u,t,p,c,cost,age\n".utf8)
        var sum: UInt32 = ~0
        for byte in text {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        let count = UInt16(text.count)
        func bytes(_ word: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: word.littleEndian, Array.init) }
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + bytes(count) + bytes(~count) + text + bytes(~sum)
            + bytes(UInt32(text.count))
    }()

    static let proposal = Target(name: "proposal", seeds: texts(events, "=cmd,\u{1B}[2J,time\n1,2,01/02/2025\n")) {
        bytes in
        let proposal = try FileImport([.bytes(bytes, name: "a.csv")]).propose()
        _ = try Mapping(toml: proposal.mapping.toml, name: "p.toml")
    }
}
