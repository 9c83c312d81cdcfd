public import JourneyModel
import Wording

/// The tree of paths as it is open: who goes where after (or came from where before) a touchpoint, and then again along
/// the branches that are open.
public struct PathTreeReport: Reportable {
    private let levels: [BranchesResult]

    /// - Parameter levels: from the anchor's on, each with one touchpoint more in its path.
    public init(_ levels: [BranchesResult]) {
        self.levels = levels
    }

    private var isForward: Bool { levels.first?.query.direction != .backward }
    private var path: [String] { levels.last?.query.path ?? [] }

    public var json: JSONValue {
        [
            "path": .strings(path),
            "direction": .string((isForward ? BranchesQuery.Direction.forward : .backward).rawValue),
            "levels": .array(
                levels.map { level in
                    [
                        "path": .strings(level.query.path),
                        "subjects": .integer(level.subjects),
                        "branches": .array(level.branches.map(\.json)),
                    ]
                }
            ),
            "receipt": levels.last.map { JSONValue($0.receipt) } ?? .null,
        ]
    }

    public var report: Report {
        let receipt = levels.first?.receipt
        let noun = receipt?.unit.plural ?? ""
        let anchor = path.first ?? ""
        let way = isForward ? "After" : "Before"
        return Report(
            title: "\(way) \(anchor)",
            scope: receipt?.scopeLine ?? "",
            figures: levels.first.map { level in
                let counted = "\(NumberText.counted(level.subjects, level.receipt.unit)) at \(anchor)"
                return [.count(noun, level.subjects, sentence: counted)]
            } ?? [],
            sections: levels.map { section($0, noun: noun) },
            receipt: levels.last?.receipt.lines ?? []
        )
    }

    private func section(_ level: BranchesResult, noun: String) -> Report.Section {
        let table = ReportTable(
            [
                .words(isForward ? "then" : "before it"), .figures(noun), .figures("share"), .figures("median"),
            ],
            level.branches.map { branch in
                [
                    ReportCell(branch.touchpoint ?? end), .count(branch.subjects), .rate(branch.share),
                    branch.touchpoint == nil
                        ? ReportCell("") : .span(branch.medianDelay, orBecause: "not measured"),
                ]
            }
        )
        let shown = isForward ? level.query.path : level.query.path.reversed()
        let title = (isForward ? "After " : "Before ") + shown.joined(separator: " → ")
        return Report.Section(title, table: table, charts: [chart(level)].compactMap { $0 })
    }

    private func chart(_ level: BranchesResult) -> Chart? {
        GroupsChart.chart("Shares", level.branches.map { ($0.touchpoint ?? end, $0.share) })
    }

    private var end: String { isForward ? "ends here" : "begins here" }

    /// A row a branch; where a journey ends or begins there is no touchpoint.
    public var records: Records {
        Records(
            ["level", "path", "touchpoint", "subjects"] + Records.measureHeader("share") + ["median_delay_ms"],
            levels.flatMap { level in
                level.branches.map { branch in
                    [
                        .integer(level.query.path.count), .text(level.query.path.joined(separator: " > ")),
                        .text(orNone: branch.touchpoint), .integer(branch.subjects),
                    ] + Records.fields(of: branch.share) + [.number(orNone: branch.medianDelay)]
                }
            }
        )
    }
}

extension BranchesResult.Branch {
    fileprivate var json: JSONValue {
        [
            "touchpoint": .string(orNull: touchpoint),
            "subjects": .integer(subjects),
            "share": JSONValue(share),
            "medianDelay": .number(orNull: medianDelay),
        ]
    }
}
