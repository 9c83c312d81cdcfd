public import JourneyModel
import Wording

extension ChannelsResult: Reportable {
    public var json: JSONValue {
        [
            "periods": .array(
                periods.map { cell in
                    [
                        "period": .string(cell.period.label),
                        "channel": .string(cell.channel),
                        "events": .integer(cell.events),
                        "subjects": .integer(cell.subjects),
                    ]
                }
            ),
            "totals": .array(
                totals.map { total in
                    [
                        "channel": .string(total.channel),
                        "events": .integer(total.events),
                        "subjects": .integer(total.subjects),
                        "share": .number(orNull: total.share.value),
                        "shareMeasure": JSONValue(total.share),
                        "kind": .string(orNull: total.kind?.rawValue),
                        "completed": .integer(orNull: total.completed),
                        "costPerTransaction": JSONValue(total.costPerTransaction),
                    ]
                }
            ),
            "events": .integer(events),
            "subjects": .integer(subjects),
            "every": .string(query.every.rawValue),
            "annotations": annotations.json,
            "receipt": JSONValue(receipt),
        ]
    }

    public var report: Report {
        Report(
            title: "Channels",
            scope: receipt.scopeLine,
            figures: [
                .count(
                    "Events",
                    events,
                    sentence:
                        "\(NumberText.counted(events, "event")) of \(NumberText.counted(subjects, receipt.unit)) "
                        + "on \(NumberText.counted(totals.count, "channel"))"
                )
            ],
            sections: [totalSection, periodSection] + [annotations.section(query.scope)].compactMap { $0 },
            receipt: receipt.lines
        )
    }

    private var totalSection: Report.Section {
        let table = ReportTable(
            [
                .words("channel"), .words("kind"), .figures("events"), .figures("share"),
                .figures(receipt.unit.plural), .figures("completed"), .figures("cost each"),
            ],
            totals.map {
                [
                    ReportCell($0.channel), ReportCell($0.kind?.rawValue ?? ""), .count($0.events), .rate($0.share),
                    .count($0.subjects),
                    ReportCell(
                        $0.completed.map(NumberText.count) ?? NumberText.absent,
                        reason: "completed transactions are not known"
                    ),
                    .money($0.costPerTransaction, currency: nil),
                ]
            }
        )
        return Report.Section("In all", table: table)
    }

    /// Events by period and channel, the channels in the order of the totals.
    private var periodSection: Report.Section {
        let channels = totals.map(\.channel)
        let byPeriod = Dictionary(grouping: periods, by: \.period)
        let rows = byPeriod.keys.sorted().map { period in
            [ReportCell(period.label)]
                + channels.map { channel in
                    .count(byPeriod[period]?.first { $0.channel == channel }?.events ?? 0)
                }
        }
        let table = ReportTable([.words(query.every.rawValue)] + channels.map { .figures($0) }, rows)
        return Report.Section("Events by \(query.every.rawValue)", table: table, charts: mixCharts)
    }

    /// A row a period and channel; the totals have no period.
    public var records: Records {
        let header = ["period", "channel", "kind", "events", "subjects", "share", "completed", "cost_per_transaction"]
        let kinds = Dictionary(totals.map { ($0.channel, $0.kind) }, uniquingKeysWith: { first, _ in first })
        let periodRows = periods.map { cell -> [Records.Field] in
            [
                .text(cell.period.label), .text(cell.channel), .text(orNone: (kinds[cell.channel] ?? nil)?.rawValue),
                .integer(cell.events), .integer(cell.subjects), .none, .none, .none,
            ]
        }
        let totalRows = totals.map { total -> [Records.Field] in
            [
                .none, .text(total.channel), .text(orNone: total.kind?.rawValue), .integer(total.events),
                .integer(total.subjects), .value(of: total.share), .integer(orNone: total.completed),
                .value(of: total.costPerTransaction),
            ]
        }
        return Records(header, periodRows + totalRows)
    }
}
