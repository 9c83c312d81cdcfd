import JourneyModel
import Reports
import TestSupport

/// Answers whose every name tries to be something else.
enum HostileAnswers {
    /// Names that try to end their element, run a script, load something, restyle the page, turn the reading direction,
    /// write to a terminal, or be too long.
    static let names = [
        "<script>document.title='owned'</script>", "\"><img src=x onerror=\"document.title='owned'\">",
        "</title><svg onload=document.title='owned'>", "</style><style>*{display:none}</style>", "' onclick='x'",
        "</table></section><h1>mine</h1>", "&lt;b&gt;&amp;&#60;i&#62;", "javascript:document.title='owned'",
        "]]><!-- <![CDATA[", "\u{202E}gnirts\u{2066}", "\u{1B}]52;c;aGk=\u{7}\u{9B}2J\u{0}\r\n",
        "=HYPERLINK(\"http://example.org\")", String(repeating: "Donaudampfschifffahrt", count: 15),
        String(decoding: [0xEF, 0xBF, 0xBE, 0xEF, 0xBF, 0xBF] as [UInt8], as: UTF8.self),
        "url(http://example.org/x.png);}body{background:red}",
    ]

    static let funnel: FunnelResult = {
        let steps = names.enumerated().map { index, name in
            let reached = 2000 - index * 100
            return FunnelResult.Step(
                name: name,
                isOptional: false,
                reached: reached,
                dropped: 90,
                pending: 10,
                ofPrevious: .rate(reached, of: reached + 100, .d3),
                ofEntered: .rate(reached, of: 2000, .d3),
                medianFromPrevious: 60_000,
                next: [.init(touchpoint: name, channel: name, subjects: 40, medianDelay: 60_000)],
                nothingNext: 50
            )
        }
        let groups = names.map { name in
            FunnelResult.Group(
                value: name,
                entered: 100,
                converted: 50,
                pending: 0,
                dropped: 50,
                steps: [],
                rate: .rate(50, of: 100, .d6),
                againstRest: nil,
                medianTimeToConvert: nil
            )
        }
        let scope = Scope(filters: names.map { Filter(dimension: $0, values: [$0]) })
        var receipt = Samples.receipt([.d3], scope: scope)
        receipt.notes = names.map { .names([$0]) }
        return FunnelResult(
            query: FunnelQuery(scope: scope, steps: names.map { FunnelStep(touchpoint: $0) }, breakdown: names[0]),
            entered: 2000,
            converted: 600,
            pending: 140,
            dropped: 1260,
            steps: steps,
            rateOfAll: .rate(600, of: 2000, .d3),
            rateOfMature: .rate(600, of: 1860, .d3),
            timeToConvert: FunnelResult.TimeToConvert(
                n: 3,
                quantiles: [0.5: 60_000],
                histogram: nil,
                spans: [],
                curve: KaplanMeier(events: [60_000, 70_000, 90_000], censored: [80_000])
            ),
            groups: groups,
            receipt: receipt
        )
    }()

    static let channels: ChannelsResult = {
        let months = [0, 1, 2].map {
            Period(.month, containing: CivilDate(daysSinceEpoch: 20_000)).advanced(by: $0)
        }
        return ChannelsResult(
            query: ChannelsQuery(),
            periods: months.flatMap { month in
                names.map { .init(period: month, channel: $0, events: 10, subjects: 5) }
            },
            totals: names.map {
                .init(
                    channel: $0,
                    kind: nil,
                    events: 30,
                    subjects: 5,
                    share: .rate(30, of: 30 * names.count, .d20),
                    completed: nil,
                    costPerTransaction: .absent(.d20, because: .names([$0]))
                )
            },
            events: 30 * names.count,
            subjects: 50,
            receipt: Samples.receipt([.d20])
        )
    }()
}
