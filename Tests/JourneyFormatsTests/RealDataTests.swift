import Foundation
import JourneyModel
import TestSupport
import Testing

@testable import JourneyFormats

/// Files that people really have, with what other tools say of them (oracle.json beside each).
@Suite(.enabled(if: SharedData.isPresent))
struct RealDataTests {
    private func read(
        _ path: String,
        columns: [String] = [],
        _ change: (inout Mapping) -> Void = { _ in }
    ) throws -> Imported {
        var mapping = Mapping()
        for column in columns { try mapping.addColumn(column) }
        change(&mapping)
        var result = Imported()
        let file = ImportInput.file(try SharedData.url("data/" + path).path)
        result.summary = try FileImport([file], mapping: mapping).read(into: result.sink)
        return result
    }

    private func proposal(_ path: String) throws -> MappingProposal {
        try FileImport([.file(try SharedData.url("data/" + path).path)]).propose()
    }

    private let receiptColumns = [
        "case=case:concept:name", "touchpoint=concept:name", "time=time:timestamp", "channel=channel",
    ]

    @Test func receiptAsTable() throws {
        let result = try read("receipt/receipt.csv.gz", columns: receiptColumns)
        let events = result.events
        #expect(events.count == 8577)
        #expect(result.rejects.isEmpty)
        #expect(Set(events.compactMap(\.caseID)).count == 1434)
        #expect(Set(events.compactMap(\.touchpoint)).count == 27)
        #expect(Set(events.compactMap { $0.dimension("channel") }).count == 5)
        #expect(events.map(\.time).min()?.iso8601 == "2010-10-02T07:20:39.266Z")
        #expect(events.map(\.time).max()?.iso8601 == "2012-01-23T14:42:54.644Z")
    }

    @Test func receiptAsLogIsTheSame() throws {
        let table = try read("receipt/receipt.csv.gz", columns: receiptColumns)
        let log = try read("receipt/receipt.xes.gz")
        let same = try read("receipt/receipt.xes.gz", columns: receiptColumns)
        func rows(_ result: Imported) -> [String] {
            result.events.map {
                "\($0.caseID ?? "")|\($0.touchpoint ?? "")|\($0.time.iso8601)|\($0.dimension("channel") ?? "")"
            }.sorted()
        }
        #expect(rows(table) == rows(log))
        #expect(rows(table) == rows(same))
        #expect(log.events.allSatisfy { $0.person == nil })
    }

    @Test func trafficFines() throws {
        let columns = ["case=case_id", "touchpoint=activity", "time=timestamp"]
        let error = importError { _ = try read("traffic_fines/traffic_fines.csv.gz", columns: columns) }
        #expect(error?.message.contains("\"timestamp\"") == true)
        #expect(error?.hint.contains("--zone Europe/Amsterdam") == true)
        let result = try read("traffic_fines/traffic_fines.csv.gz", columns: columns) { $0.zone = "UTC" }
        #expect(result.events.count == 34_724)
        #expect(Set(result.events.compactMap(\.caseID)).count == 10_000)
        #expect(Set(result.events.compactMap(\.touchpoint)).count == 11)
    }

    @Test func clickstream() throws {
        let columns = ["person=user_id", "session=session_id", "touchpoint=event", "time=timestamp"]
        let result = try read("ecom_clickstream/ecom.csv.gz", columns: columns) { $0.zone = "UTC" }
        #expect(result.events.count == 31_106)
        #expect(Set(result.events.compactMap(\.person)).count == 600)
        #expect(Set(result.events.compactMap(\.session)).count == 3605)
        #expect(result.summary.files.first?.dimensions.contains("platform") == true)
    }

    @Test(arguments: ["services.csv", "transaction-volumes.csv"])
    func transactionsExplorerParses(_ name: String) throws {
        let data = try Data(contentsOf: SharedData.url("data/govuk_transactions/" + name))
        let source = try ByteSource(name: name, bytes: Array(data), chunkSize: 1000)
        let reader = try CSVReader(source, dialect: CSVDialect())
        let header = try CSVHeader(reader, fileName: name)
        #expect(Set(header.names).count == header.names.count)
        var rows = 0
        while let item = try reader.next() {
            guard case .row = item else {
                Issue.record("a reject: \(item)")
                continue
            }
            rows += 1
        }
        #expect(rows > 700)
    }

    @Test func smallLogs() throws {
        let fines = try read("xes/roadtraffic100traces.xes")
        #expect(Set(fines.events.compactMap(\.caseID)).count == 100)
        let example = try read("xes/running-example.xes")
        let table = try read(
            "xes/running-example.csv",
            columns: ["case=case:concept:name", "touchpoint=concept:name", "time=time:timestamp"]
        )
        #expect(example.events.count == 42)
        let asText = { (event: EventRecord) in "\(event.caseID ?? "") \(event.touchpoint ?? "") \(event.time.iso8601)" }
        #expect(example.events.map(asText).sorted() == table.events.map(asText).sorted())
        #expect(Set(example.events.compactMap { $0.dimension("actor") }).contains("Pete"))
    }

    @Test func proposals() throws {
        func pairs(_ proposal: MappingProposal) -> Set<String> {
            Set(proposal.guesses.map { "\($0.field)=\($0.column)" })
        }
        let receipt = try proposal("receipt/receipt.csv.gz")
        #expect(pairs(receipt).isSuperset(of: receiptColumns.dropLast() + ["channel=case:channel"]))
        #expect(!receipt.time.needsZone)
        let ecom = try proposal("ecom_clickstream/ecom.csv.gz")
        #expect(
            pairs(ecom).isSuperset(of: ["person=user_id", "session=session_id", "touchpoint=event", "time=timestamp"])
        )
        #expect(ecom.time.needsZone)
        let fines = try proposal("traffic_fines/traffic_fines.csv.gz")
        #expect(pairs(fines).isSuperset(of: ["case=case_id", "touchpoint=activity", "time=timestamp"]))
        #expect(fines.guesses.allSatisfy { !$0.reason.isEmpty })
    }
}
