import JourneyModel

/// How channels hang together: O1 (one case on several channels) and O3 (hand-offs), D20.
enum JourneyEvidence {
    /// - Throws: `CancellationError`.
    static func of(_ analyst: ColumnarAnalyst, _ ground: JourneyGround) async throws -> [String: Evidence] {
        let scattered = try analyst.desk.scatteredCases(analyst)
        let handOffs = try await HandOffScan.counts(analyst, ground, scattered)
        guard analyst.source.cases > 0 else {
            let why = "no event has a case, so whether channels share one cannot be seen"
            return ["O1": .insufficient(n: nil, because: why), "O3": evidence(handOffs, ground)]
        }
        let linkage = try await LinkageScan.counts(analyst, ground, scattered)
        return ["O1": evidence(linkage), "O3": evidence(handOffs, ground)]
    }

    private static func evidence(_ linkage: LinkageScan.Counts) -> Evidence {
        guard linkage.several > 0 else {
            return .insufficient(n: 0, because: "nobody used several channels of one service")
        }
        return .of(.rate(linkage.linked, of: linkage.several, .d20), "people with several channels in a service")
    }

    private static func evidence(_ counts: HandOffScan.Counts, _ ground: JourneyGround) -> Evidence {
        guard counts.handOffs > 0 else {
            return .insufficient(n: 0, because: "no hand-off between channels has had its 28 days")
        }
        guard ground.rules.hasCompletion.contains(true) else {
            return .insufficient(n: counts.handOffs, because: "nothing says what completes a transaction")
        }
        return .measured(
            value: Double(counts.completed) / Double(counts.handOffs),
            companion: Double(counts.askedAgain) / Double(counts.handOffs),
            n: counts.handOffs,
            text: "\(NumberText.count(counts.handOffs)) hand-offs, \(NumberText.count(counts.askedAgain)) asked again"
        )
    }
}
