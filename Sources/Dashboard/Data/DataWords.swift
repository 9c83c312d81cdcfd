import JourneyModel
import Wording

/// The Data screen in plain sentences.
enum DataWords {
    static func sentences(_ summary: StoreSummary, _ state: DashboardState) -> [String] {
        let zone = state.scope.zone
        guard summary.events > 0 else { return ["The store holds no events yet: import a file."] }
        let unit: CountingUnit = summary.people > 0 || summary.cases == 0 ? .person : .case
        let subjects = NumberText.counted(unit == .person ? summary.people : summary.cases, unit)
        var sentences = [
            "The store holds \(NumberText.counted(summary.events, "event")) of \(subjects), from "
                + "\(NumberText.counted(summary.sources.count, "source"))."
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
        let ofEvents = summary.findings.filter { !isOfPreferences($0) }
        if let worst = ofEvents.max(by: { $0.count < $1.count }), worst.count > 0 {
            sentences.append(
                "\(NumberText.count(worst.count)) of \(NumberText.count(worst.of)) events are \(worst.title.text): look twice at "
                    + "figures that need it."
            )
        }
        if summary.mergedIdentities != 0 {
            sentences.append(
                "\(NumberText.counted(summary.mergedIdentities, "id is", "ids are")) known to be somebody else's too, and count as one "
                    + "person."
            )
        }
        return sentences
            + summary.findings.filter(isOfPreferences).map { finding in
                "\(NumberText.count(finding.count)) of \(NumberText.count(finding.of)) \(finding.title.text)."
            }
    }

    /// Other checks count events.
    private static func isOfPreferences(_ finding: StoreSummary.Finding) -> Bool {
        [
            .preferencesForChannelNobodyHas, .preferencesForMoreChannels, .recordsOfNobodysName, .recordsOfMoreNames,
        ].contains(finding.title.id)
    }
}
