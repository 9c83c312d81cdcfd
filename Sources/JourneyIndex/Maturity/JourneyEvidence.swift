import JourneyModel

/// How channels hang together: O1 (one case on several channels) and O3 (hand-offs), D20.
enum JourneyEvidence {
    /// - Throws: `CancellationError`.
    static func of(_ analyst: ColumnarAnalyst, _ ground: JourneyGround) async throws -> [CriterionID: Evidence] {
        let scattered = try analyst.desk.scatteredCases(analyst)
        let handOffs = try await HandOffScan.counts(analyst, ground, scattered)
        guard analyst.source.cases > 0 else {
            return [.o1: .insufficient(n: nil, because: .noCase), .o3: evidence(handOffs, ground)]
        }
        let linkage = try await LinkageScan.counts(analyst, ground, scattered)
        return [.o1: evidence(linkage), .o3: evidence(handOffs, ground)]
    }

    private static func evidence(_ linkage: LinkageScan.Counts) -> Evidence {
        guard linkage.several > 0 else {
            return .insufficient(n: 0, because: .nobodyOnSeveralChannels)
        }
        return .of(.rate(linkage.linked, of: linkage.several, .d20), Remark.peopleOnSeveralChannels)
    }

    private static func evidence(_ counts: HandOffScan.Counts, _ ground: JourneyGround) -> Evidence {
        guard counts.handOffs > 0 else {
            return .insufficient(n: 0, because: .noHandOffDue)
        }
        guard ground.rules.hasCompletion.contains(true) else {
            return .insufficient(n: counts.handOffs, because: .completionUndefined)
        }
        return .measured(
            value: Double(counts.completed) / Double(counts.handOffs),
            companion: Double(counts.askedAgain) / Double(counts.handOffs),
            n: counts.handOffs,
            over: .handOffs(counts.handOffs, askedAgain: counts.askedAgain)
        )
    }
}
