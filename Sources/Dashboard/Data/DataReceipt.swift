import JourneyModel
import Wording

/// How the figures of the Data screen came about: of the row under the cursor, and of the store it is in.
enum DataReceipt {
    static func subject(_ summary: StoreSummary, _ state: DashboardState) -> ReceiptSubject {
        let withoutPerson = summary.findings.first { $0.title == .withoutPerson }?.count ?? 0
        func total(_ count: KeyPath<StoreSummary.Source, Int>) -> Receipt.Value {
            .count(summary.sources.map { $0[keyPath: count] }.shownSum)
        }
        let receipt = Receipt(
            definitions: [.d26, .d27, .d28],
            scope: Scope(zone: state.scope.zone),
            unit: .person,
            events: summary.events,
            subjects: summary.people,
            eventsWithoutSubject: withoutPerson,
            horizon: state.catalog?.horizon ?? summary.to,
            facts: [
                .init(.rowsRead, total(\.read)), .init(.rowsStored, total(\.stored)),
                .init(.rowsDuplicate, total(\.duplicates)), .init(.rowsRejected, total(\.rejected)),
                .init(.idsMerged, .count(summary.mergedIdentities)),
            ],
            notes: [.rowsAreNoSample]
        )
        return row(summary, receipt, state) ?? ReceiptSubject(title: "What the store holds", receipt: receipt)
    }

    private static func row(_ summary: StoreSummary, _ receipt: Receipt, _ state: DashboardState) -> ReceiptSubject? {
        guard state.place.detail == nil, let panel = DataPanel(rawValue: state.place.panel),
            let index = state.cursor(panel: panel.rawValue)
        else { return nil }
        func subject(_ title: String, _ numbers: [ReceiptSubject.Number], _ rules: [DefinitionID]) -> ReceiptSubject {
            ReceiptSubject(title: title, numbers: numbers, rules: rules, receipt: receipt)
        }
        switch panel {
        case .sources:
            guard let source = summary.sources.element(index) else { return nil }
            return subject(
                "Source \(source.name)",
                [
                    ReceiptSubject.Number("read", NumberText.count(source.read)),
                    ReceiptSubject.Number("stored", NumberText.count(source.stored)),
                    ReceiptSubject.Number("duplicates", NumberText.count(source.duplicates)),
                    ReceiptSubject.Number("rejected", NumberText.count(source.rejected)),
                ],
                [.d27, .d28]
            )
        case .findings:
            guard let finding = summary.findings.element(index) else { return nil }
            let count = "\(NumberText.count(finding.count)) of \(NumberText.count(finding.of))"
            return subject("Finding: \(finding.title.text)", [ReceiptSubject.Number("counted", count)], [.d27])
        case .dimensions:
            guard let dimension = summary.dimensions.element(index) else { return nil }
            let values = ReceiptSubject.Number("values", NumberText.count(dimension.count))
            return subject("Dimension \(dimension.name)", [values], [.d26])
        // What stands in rejected rows may be personal: a receipt says how many there are.
        case .rejects: return nil
        }
    }
}
