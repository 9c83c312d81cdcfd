public import JourneyModel
import Wording

extension SubjectsResult: Reportable {
    public var json: JSONValue {
        [
            "behind": .string(query.group.text),
            "title": .text(query.group.title),
            "titleRemark": JSONValue(query.group.title),
            "total": .integer(total),
            "withheld": .integer(withheld),
            "order": .string(query.order.rawValue),
            "pseudonyms": .bool(!query.showsNames),
            "people": .array(
                subjects.map { subject in
                    [
                        "name": .string(orNull: subject.name),
                        "why": .text(subject.why),
                        "whyRemark": JSONValue(subject.why),
                        "since": JSONValue(subject.since),
                        "events": .integer(subject.events),
                        "first": JSONValue(subject.first),
                        "last": JSONValue(subject.last),
                        "lastTouchpoint": .string(orNull: subject.lastTouchpoint),
                        "lastChannel": .string(orNull: subject.lastChannel),
                    ]
                }
            ),
            "receipt": JSONValue(receipt),
        ]
    }

    public var report: Report {
        let zone = query.scope.zone
        func day(_ time: Timestamp?) -> ReportCell {
            ReportCell(time.map { DateText.text(zone.date(at: $0)) } ?? NumberText.absent)
        }
        let table = ReportTable(
            [
                .words(receipt.unit.noun(1)), .words("why"), .figures(query.group.sinceTitle.text), .figures("events"),
                .figures("last"), .words("last seen at"),
            ],
            subjects.map { subject in
                [
                    ReportCell(subject.name ?? "not named"), ReportCell(subject.why.text), day(subject.since),
                    .count(subject.events), day(subject.last), ReportCell(subject.lastSeen),
                ]
            }
        )
        let lead = "\(NumberText.counted(total, receipt.unit)): \(query.group.title.text)"
        var rest = total - withheld > subjects.count ? ["The first \(NumberText.count(subjects.count)) are shown."] : []
        if withheld > 0 {
            rest.append("\(NumberText.count(withheld)) have not agreed to analytics and are not listed (D17).")
        }
        return Report(
            title: "People behind a figure",
            scope: receipt.scopeLine,
            lead: [lead] + rest,
            sections: subjects.isEmpty ? [] : [Report.Section(order, table: table, notes: notes)],
            receipt: receipt.lines
        )
    }

    private var order: String {
        switch query.order {
        case .recent: "Latest event first"
        case .reason: "Last \(query.group.sinceTitle.text) first"
        case .events: "Most events first"
        }
    }

    private var notes: [String] {
        guard receipt.unit != .case, !query.showsNames else { return [] }
        return ["A person is shown by a pseudonym, the same in every list of this store; --names gives the names."]
    }

    public var records: Records {
        Records(
            ["name", "why", "since", "events", "first", "last", "last_touchpoint", "last_channel"],
            subjects.map { subject in
                [
                    .text(orNone: subject.name), .text(subject.why.text), .time(subject.since),
                    .integer(subject.events),
                    .time(subject.first), .time(subject.last), .text(orNone: subject.lastTouchpoint),
                    .text(orNone: subject.lastChannel),
                ]
            }
        )
    }
}

extension SubjectsResult.Subject {
    /// Where the last event was: `call, phone`.
    fileprivate var lastSeen: String {
        let words = [lastTouchpoint, lastChannel].compactMap { $0 }
        return words.isEmpty ? NumberText.absent : words.joined(separator: ", ")
    }
}
