import JourneyModel

extension TownWriter {
    /// What the town says of itself before anything happens: roles, kinds of channels, what readers of a chart should
    /// know, and the evidence for the enablers of maturity.
    func declare() throws {
        for touchpoint in Touchpoint.allCases {
            guard let role = touchpoint.role else { continue }
            try take(.touchpointRole(touchpoint: touchpoint.rawValue, service: nil, role: role))
        }
        for service in TownService.allCases where service.plan.endsWithLetter {
            let letter = Touchpoint.decisionNotice.rawValue
            try take(.touchpointRole(touchpoint: letter, service: service.name, role: .end))
        }
        for channel in TownChannel.allCases {
            try take(.channelKind(channel: channel.name, kind: channel.kind))
        }
        try annotate()
        try assess()
    }

    private func annotate() throws {
        try annotate(calendar.paymentNotices, .benefits, "SMS payment notices begin")
        if let start = calendar.formTest.from {
            try annotate(start, .councilTax, "Form test begins: A as it is, B shorter")
        }
        try annotate(calendar.parkingForm, .parking, "Shorter form, fewer documents asked for")
        try annotate(calendar.outageStart, nil, "Website down for the weekend")
        try annotate(calendar.uploadChange, .housing, "Upload step changed")
    }

    private func annotate(_ time: Timestamp, _ service: TownService?, _ text: String) throws {
        try take(.annotation(AnnotationRecord(time: time, service: service?.name, text: text)))
    }

    private func assess() throws {
        try attest(
            "leadership commitment",
            80,
            "Cabinet paper 31, service standard adopted",
            "chief executive",
            290,
            75
        )
        try attest(
            "privacy and security",
            90,
            "Data protection audit, no major finding",
            "data protection officer",
            200,
            165
        )
        try attest("citizen feedback", 70, "Feedback board minutes", "head of customer services", 120, 245)
        // Past its expiry: capped one grade lower (D24).
        try attest("cross-agency collaboration", 75, "Data sharing agreement with the county", "town clerk", 700, -60)
        try take(
            .assessment(
                AssessmentRecord(
                    criterion: "agile delivery",
                    kind: .asserted,
                    score: 70,
                    statement: "Two of five teams work in fortnightly cycles",
                    owner: "head of digital",
                    date: calendar.end.advanced(by: -100 * .day)
                )
            )
        )
    }

    /// - Parameters:
    ///   - age: days from the evidence to the end of the two years.
    ///   - validity: days from that end to its expiry; negative where it has expired.
    private func attest(
        _ criterion: String,
        _ score: Double,
        _ statement: String,
        _ owner: String,
        _ age: Milliseconds,
        _ validity: Milliseconds
    ) throws {
        try take(
            .assessment(
                AssessmentRecord(
                    criterion: criterion,
                    kind: .attested,
                    score: score,
                    statement: statement,
                    owner: owner,
                    date: calendar.end.advanced(by: -age * .day),
                    expires: calendar.end.advanced(by: validity * .day)
                )
            )
        )
    }
}
