import JourneyFormats
import JourneyModel

extension Target {
    /// A pattern or zone, a line break, and a time: read as a column of times is.
    static let times = Target(
        name: "times",
        seeds: texts(
            "dd/MM/yyyy HH:mm:ss\n31/12/2025 23:59:59",
            "epoch\n1704103200",
            "epoch-ms\n-1",
            "yyyy-MM-dd'T'HH:mm:ss.SSSXXX\nx",
            "+01:00\n2025-03-30 02:30",
            "Europe/Berlin\n2025-10-26T02:30:00"
        )
    ) { bytes in
        let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
        let word = String(decoding: parts[0], as: UTF8.self)
        let time = String(decoding: parts.dropFirst().joined(), as: UTF8.self).filter { $0 != "\"" }
        for change in [{ $0.timeFormat = word }, { $0.zone = word }] as [(inout Mapping) -> Void] {
            var mapping = Mapping()
            try mapping.add(field: "time", column: "t")
            try mapping.add(field: "touchpoint", constant: "a")
            change(&mapping)
            let table = Array("t\n\"\(time)\"\n".utf8)
            _ = try? FileImport([.bytes(table, name: "a.csv")], mapping: mapping).read(into: Forget())
        }
    }
}
