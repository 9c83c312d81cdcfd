import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

/// Names that are declared to be the same are as if the data had called them so.
@Suite("Names that are the same")
struct SameNamesTests {
    @Test("every answer is that of data in which each thing has one name", arguments: 0..<24)
    func renamed(seed: UInt64) async throws {
        var town = RandomTown(seed: seed, declares: seed % 2 == 0).builder
        var declarations = town.declarations ?? Declarations()
        declarations.nameTheSame()
        town.declarations = declarations
        let renamed = rewritten(town, declarations)
        let (folded, plain) = (ColumnarAnalyst(town.snapshot()), ColumnarAnalyst(renamed.snapshot()))
        var random = SplitMix64(seed: seed)
        for _ in 0..<2 {
            let scope = randomScope(&random)
            for question in talliedQuestions(scope, &random) {
                try await hold(question, folded, plain, "seed \(seed): \(question)")
            }
        }
    }

    private func hold<Asked: Question>(
        _ question: Asked,
        _ folded: ColumnarAnalyst,
        _ plain: ColumnarAnalyst,
        _ note: String
    ) async throws {
        do {
            let expected = try await plain.answer(question)
            #expect(try await folded.answer(question) == expected, "\(note)")
        } catch is AnalysisError {
            await #expect(throws: AnalysisError.self, "\(note)") { try await folded.answer(question) }
        }
    }

    private func rewritten(_ town: SnapshotBuilder, _ declarations: Declarations) -> SnapshotBuilder {
        func name(_ name: String?, _ dimension: String) -> String? {
            name.map { declarations.sameNames(dimension)[$0] ?? $0 }
        }
        var result = SnapshotBuilder()
        result.declarations = declarations
        for var record in town.records {
            record.dimensions = record.dimensions.map { value in
                NamedValue(value.name, name(value.value, value.name) ?? value.value)
            }
            result.add(record)
        }
        for record in town.side {
            if var row = PreferenceRecord(of: record) {
                row.service = name(row.service, Dimension.service)
                if row.purpose != .content { row.value = name(row.value, Dimension.channel) }
                result.side.append(.preference(row))
            } else if var row = ConsentRecord(of: record) {
                row.channel = name(row.channel, Dimension.channel)
                result.side.append(.consent(row))
            } else {
                result.side.append(record)
            }
        }
        return result
    }

    @Test("a filter and a step may call a thing by any of its names")
    func anyName() async throws {
        var builder = SnapshotBuilder()
        for (place, channel) in ["Text message", "SMS", "sms", "web"].enumerated() {
            builder.add(person: "p\(place)", time: Int64(place), "call", ["channel": channel])
            builder.add(person: "p\(place)", time: Int64(place) + 10, "Call ", ["channel": channel])
        }
        var declarations = Declarations()
        declarations.channels = [.init(name: "sms", same: ["SMS", "Text message"])]
        declarations.touchpoints = [.init(name: "a call", same: ["call", "Call "])]
        builder.declarations = declarations
        let analyst = ColumnarAnalyst(builder.snapshot())
        let catalog = try await analyst.answer(CatalogQuestion())
        #expect(catalog.channels == [.init(name: "sms", count: 6), .init(name: "web", count: 2)])
        #expect(catalog.touchpoints == [.init(name: "a call", count: 8)])
        for name in ["sms", "SMS", "Text message"] {
            let scope = Scope(filters: [Filter(dimension: "channel", values: [name])])
            let steps = [FunnelStep(touchpoint: "call"), FunnelStep(touchpoint: "a call")]
            let result = try await analyst.answer(FunnelQuery(scope: scope, steps: steps))
            #expect(result.entered == 3 && result.converted == 3)
            #expect(result.receipt.notes == [.noWindow])
            #expect(result.receipt.facts.last == .init(.declarations, .remark(.declaredIn(generation: 1))))
        }
    }
}
