import JourneyModel
import Wording

/// How a figure came about, line by line (architecture: one key shows any figure's receipt).
enum ReceiptText {
    static func lines(_ subject: ReceiptSubject, _ state: DashboardState) -> [PanelLine] {
        var lines: [PanelLine] = []
        if let measure = subject.measure { lines += figure(measure, isShare: subject.isShare) }
        lines += subject.numbers.map { .fact($0.label, $0.text) }
        if !lines.isEmpty { lines.append(.blank) }
        let receipt = subject.receipt
        let scope = receipt.scope
        lines += [
            .fact("period", DateText.text(scope.range, in: scope.zone) + ", \(scope.zone.name)"),
            .fact("filters", scope.filters.isEmpty ? "none" : scope.filters.map(\.words).joined(separator: "; ")),
        ]
        if let row = subject.row { lines.append(.fact("row", row)) }
        lines += [
            .fact("store", state.store.name),
            .fact("counted", "\(NumberText.count(receipt.subjects)) \(receipt.unit.plural)"),
            .fact("events", NumberText.count(receipt.events)),
        ]
        if receipt.eventsWithoutSubject != 0 {
            lines.append(
                .fact(
                    "without a \(receipt.unit.rawValue)",
                    NumberText.count(receipt.eventsWithoutSubject) + " events, in volumes only"
                )
            )
        }
        if let horizon = receipt.horizon { lines.append(.fact("data until", DateText.text(horizon, in: scope.zone))) }
        lines += receipt.facts.map { .fact($0.label.text, $0.value.text(in: scope.zone)) }
        lines += receipt.notes.map { .note($0.text) }
        for id in subject.definitions {
            let definition = Definition.of(id)
            lines += [
                .blank, .heading("\(id.rawValue)  \(definition.title)"), .text(definition.text),
                .note("Source: \(definition.source)."),
            ]
        }
        return lines
    }

    private static func figure(_ measure: Measure, isShare: Bool?) -> [PanelLine] {
        let isRate =
            isShare
            ?? measure.value.map { value in
                guard let top = measure.numerator, let bottom = measure.denominator, bottom > 0 else { return false }
                return abs(top / bottom - value) < 1e-9 && (0...1).contains(value)
            } ?? false
        func number(_ value: Double?) -> String {
            guard let value, !isRate else { return NumberText.percent(value, decimals: 2) }
            return NumberText.decimal(value, decimals: value == value.rounded() ? 0 : 2)
        }
        var lines: [PanelLine] = [.fact("figure", number(measure.value))]
        if let top = measure.numerator, let bottom = measure.denominator {
            let decimals = top == top.rounded() && bottom == bottom.rounded() ? 0 : 2
            let words =
                "\(NumberText.decimal(top, decimals: decimals)) of \(NumberText.decimal(bottom, decimals: decimals))"
            lines.append(.fact("that is", words))
        }
        if let low = measure.low, let high = measure.high {
            lines.append(.fact("95% interval", "\(number(low)) to \(number(high))"))
        }
        return lines + measure.caveats.map { .note($0.text) }
    }
}
