import JourneyFormats
import JourneyModel

extension Target {
    static let expressions = Target(
        name: "expressions",
        seeds: texts(
            "a|b[service=passport,x]?",
            "channel!=web,app\\,x",
            "3:1h..2d",
            "step:2",
            "trait:person.age=30",
            "reached=2",
            "2025-Q4",
            "2025-10-03..2025-12-15",
            "last 28 days",
            "2025-10-03T10:00:00+01:00",
            "1.5h",
            "P1DT2H"
        )
    ) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        if let step = try? FunnelStep(parsing: text) {
            require((try? FunnelStep(parsing: step.text)) == step, "the step written and read again")
        }
        if let filter = try? Filter(parsing: text) {
            require((try? Filter(parsing: filter.text)) == filter, "the filter written and read again")
        }
        _ = try? FunnelQuery.Exclusion.parse(text)
        _ = try? FunnelQuery.Attribution(parsing: text)
        _ = try? StepGap(parsing: text)
        _ = try? SpanWord.parse(text)
        _ = try? SubjectGroup(
            parsing: text,
            funnel: FunnelQuery(steps: [FunnelStep(touchpoint: "a"), FunnelStep(touchpoint: "b")])
        )
        for zone in [Zone.utc, berlin] {
            _ = try? TimeRange(parsingPeriod: text, in: zone)
            _ = try? TimeRange(parsingFrom: text, to: nil, in: zone)
            _ = try? TimeRange(parsingFrom: nil, to: text, in: zone)
            _ = try? Timestamp(parsingAsOf: text, in: zone)
        }
        if let period = RelativePeriod(text) { require(RelativePeriod(period.text) == period, "the period read again") }
    }

    private static let berlin = (try? Zone.named("Europe/Berlin")) ?? .utc
}
