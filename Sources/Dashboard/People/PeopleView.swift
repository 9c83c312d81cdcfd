import Canvas
import JourneyModel
import Wording

/// How many, why they are here, and a line for each.
enum PeopleView {
    static func draw(_ state: DashboardState, on canvas: inout Canvas) {
        if let reason = state.peopleBlocked {
            canvas.emptyState(EmptyState(reason, "esc goes back."))
            return
        }
        canvas.answer(PeopleScreen.result(state)) { result, canvas in
            guard result.total > 0 else {
                canvas.emptyState(
                    EmptyState(
                        "Nobody here: \(result.query.group.title.text).",
                        state.filters.isEmpty
                            ? "p chooses another period; esc goes back."
                            : "f takes filters away, p chooses another period; esc goes back."
                    )
                )
                return
            }
            draw(result, state, on: &canvas)
        }
    }

    private static func draw(_ result: SubjectsResult, _ state: DashboardState, on canvas: inout Canvas) {
        canvas.line([
            Span(NumberText.count(result.total), .figure.bold),
            Span(" \(result.receipt.unit.noun(result.total)): "),
            Span(result.query.group.title.text, .text.bold),
        ])
        canvas.text(shown(result), y: 1, .muted)
        let top = canvas.height > 6 ? 3 : 2
        canvas.table(
            table(result, cursor: state.cursor(), isWide: canvas.width >= 100),
            titled: result.receipt.unit == .case ? "Case" : "Person",
            in: Rect(x: 0, y: top, width: canvas.width, height: max(0, canvas.height - top))
        )
    }

    /// How many of them are listed, and in which order; and who may not be.
    private static func shown(_ result: SubjectsResult) -> String {
        let order = result.query.order.words(result.query.group)
        let count = result.subjects.count
        let isPart = count < result.total - result.withheld
        let listed = isPart ? "the first \(NumberText.count(count)) of them, \(order)" : order
        guard result.withheld > 0 else { return listed }
        return "\(listed); \(NumberText.count(result.withheld)) have not agreed to analytics and are not listed"
    }

    private static func table(_ result: SubjectsResult, cursor: Int?, isWide: Bool) -> Table {
        let group = result.query.group
        return Table(
            columns: [
                TableColumn("", minimum: 9, maximum: 24, priority: 10),
                TableColumn("why", minimum: isWide ? 40 : 24, maximum: 60, priority: 9, grow: 1),
                TableColumn(group.sinceTitle.text, align: .right, priority: 8),
                TableColumn("events", align: .right, priority: 5),
                TableColumn("first", align: .right, priority: 2),
                TableColumn("last", align: .right, priority: 7),
                TableColumn("last seen at", minimum: 15, maximum: 30, priority: 4, grow: 0.3),
                TableColumn("on", maximum: 16, priority: 3),
            ],
            rows: result.subjects.map { row($0, result.query.scope.zone) },
            cursor: cursor,
            list: 0
        )
    }

    private static func row(_ subject: SubjectsResult.Subject, _ zone: Zone) -> TableRow {
        func day(_ time: Timestamp?, _ style: Style) -> TableCell {
            .text(time.map { DateText.text(zone.date(at: $0)) } ?? NumberText.absent, style)
        }
        func name(_ text: String?) -> TableCell { .text(text ?? NumberText.absent, .muted) }
        return TableRow([
            subject.name.map { .text($0) } ?? .text("not named", .muted),
            .text(subject.why.text),
            day(subject.since, .text),
            .text(NumberText.count(subject.events), .muted),
            day(subject.first, .muted),
            day(subject.last, .text),
            name(subject.lastTouchpoint),
            name(subject.lastChannel),
        ])
    }
}
