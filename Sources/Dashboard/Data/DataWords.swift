import JourneyModel

/// The Data screen in plain sentences.
enum DataWords {
    static func sentences(_ summary: StoreSummary, _ state: DashboardState) -> [String] {
        let zone = state.scope.zone
        var sentences = [
            "The store holds \(NumberText.count(summary.events)) events of \(NumberText.count(summary.people)) people, from "
                + "\(summary.sources.count == 1 ? "one source" : "\(NumberText.count(summary.sources.count)) sources")."
        ]
        if let from = summary.from, let to = summary.to {
            sentences.append(
                "The first is of \(DateText.text(zone.date(at: from))), the last of \(DateText.text(zone.date(at: to)))."
            )
        }
        let read = summary.sources.map(\.read).shownSum
        if summary.rejectedTotal != 0 {
            sentences.append(
                "\(NumberText.count(summary.rejectedTotal)) of \(NumberText.count(read)) rows read could not be stored. They are "
                    + "kept with their reasons, and can be mended and imported again."
            )
        }
        if let worst = summary.findings.max(by: { $0.count < $1.count }), worst.count > 0 {
            sentences.append(
                "Look twice at figures that need it: \(NumberText.count(worst.count)) of \(NumberText.count(worst.of)) events are "
                    + "\(worst.title)."
            )
        }
        if summary.mergedIdentities != 0 {
            sentences.append(
                "\(NumberText.count(summary.mergedIdentities)) ids are known to be somebody else's too and count as one person."
            )
        }
        return sentences
    }
}

/// How the figures of the Data screen came about.
enum DataReceipt {
    static func subject(_ summary: StoreSummary, _ state: DashboardState) -> ReceiptSubject {
        let withoutPerson = summary.findings.first { $0.title == "without a person" }?.count ?? 0
        func total(_ count: KeyPath<StoreSummary.Source, Int>) -> Receipt.Value {
            .count(summary.sources.map { $0[keyPath: count] }.shownSum)
        }
        return ReceiptSubject(
            title: "What the store holds",
            measure: nil,
            receipt: Receipt(
                definitions: [.d26, .d27, .d28],
                scope: Scope(zone: state.scope.zone),
                unit: .person,
                events: summary.events,
                subjects: summary.people,
                eventsWithoutSubject: withoutPerson,
                horizon: state.catalog?.horizon ?? summary.to,
                facts: [
                    .init("rows read", total(\.read)), .init("stored", total(\.stored)),
                    .init("duplicates", total(\.duplicates)), .init("rejected", total(\.rejected)),
                    .init("ids merged", .count(summary.mergedIdentities)),
                ],
                notes: ["These are counts of all rows, not samples: they have no interval."]
            )
        )
    }
}
