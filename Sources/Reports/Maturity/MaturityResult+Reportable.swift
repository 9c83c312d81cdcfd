public import JourneyModel
import Wording

extension MaturityResult: Reportable {
    public var json: JSONValue {
        [
            "stage": .integer(stage),
            "next": .integer(orNull: next),
            "blockers": .array(
                blockers.map { blocker in
                    [
                        "criterion": .string(blocker.criterion.rawValue),
                        "score": .number(orNull: blocker.score),
                        "rating": .string(orNull: blocker.rating?.rawValue),
                        "needed": .string(blocker.needed.rawValue),
                        "name": .string(blocker.name),
                        "distance": .number(orNull: blocker.distance),
                        "advice": .string(blocker.advice),
                    ]
                }
            ),
            "stages": .array(
                stages.map { stage in
                    [
                        "number": .integer(stage.number),
                        "name": .string(stage.name),
                        "held": .bool(stage.isHeld),
                        "score": .number(orNull: stage.score),
                        "criteria": .array(stage.criteria.map(\.json)),
                    ]
                }
            ),
            "enablers": .array(enablers.map(\.json)),
            "receipt": JSONValue(receipt),
        ]
    }

    public var report: Report {
        Report(
            title: "Maturity",
            scope: receipt.scopeLine,
            figures: [heldFigure],
            lead: lead,
            sections: [stageSection, blockerSection].compactMap { $0 } + stages.map(section)
                + [enablerSection].compactMap { $0 },
            receipt: receipt.lines
        )
    }

    private func name(ofStage number: Int) -> String {
        stages.first { $0.number == number }.map { "stage \(number), \($0.name)" } ?? "stage \(number)"
    }

    /// The stage that is held, by number and name.
    var heldFigure: KeyFigure {
        let held = stage == 0 ? "No stage is held yet" : "Held: \(name(ofStage: stage))"
        return KeyFigure(
            label: "Stage held",
            figure: stage == 0 ? NumberText.absent : String(stage),
            notes: stage == 0 ? ["none yet"] : stages.filter { $0.number == stage }.map(\.name),
            sentence: next == nil ? held + ", the last one" : held
        )
    }

    var lead: [String] {
        guard let next else { return [] }
        let kept = NumberText.counted(blockers.count, "criterion", "criteria")
        return ["Next: \(name(ofStage: next)), kept back by \(kept)"]
    }

    func state(of stage: Stage) -> String { stage.isHeld ? "held" : stage.number == next ? "next" : "not yet" }

    private var stageSection: Report.Section? {
        guard !stages.isEmpty else { return nil }
        let table = ReportTable(
            [.figures("#"), .words("stage"), .words("state"), .figures("met, of 100")],
            stages.map {
                [ReportCell(String($0.number)), ReportCell($0.name), ReportCell(state(of: $0)), .score($0.score)]
            }
        )
        return Report.Section("Stages", table: table, charts: [stagesChart].compactMap { $0 })
    }

    private var blockerSection: Report.Section? {
        guard !blockers.isEmpty else { return nil }
        let table = ReportTable(
            [.words("id"), .words("criterion"), .figures("score"), .words("rating"), .words("needed")],
            blockers.map {
                [
                    ReportCell($0.criterion.rawValue), ReportCell($0.name), .score($0.score),
                    ReportCell($0.rating?.rawValue ?? "insufficient evidence"), ReportCell($0.needed.rawValue),
                ]
            }
        )
        let advice = blockers.filter { !$0.advice.isEmpty }.map { "\($0.criterion.rawValue): \($0.advice)" }
        return Report.Section("What keeps the next stage back, nearest first", table: table, notes: advice)
    }

    private func section(_ stage: Stage) -> Report.Section {
        let score = stage.score.map { ", \(NumberText.decimal($0, decimals: 0)) of 100" } ?? ""
        let state = stage.isHeld ? "held" : "not held"
        return Report.Section(
            "Stage \(stage.number), \(stage.name): \(state)\(score)",
            table: Self.table(stage.criteria)
        )
    }

    private var enablerSection: Report.Section? {
        enablers.isEmpty ? nil : Report.Section("Enablers, not part of the gate", table: Self.table(enablers))
    }

    private static func table(_ criteria: [CriterionResult]) -> ReportTable {
        ReportTable(
            [
                .words("id"), .words("criterion"), .figures("now"), .figures("goal"), .figures("score"),
                .words("rating"), .figures("n"), .words("evidence"),
            ],
            criteria.map { criterion in
                [
                    ReportCell(criterion.id.rawValue), ReportCell(criterion.name),
                    ReportCell(criterion.valueText),
                    ReportCell(criterion.targetText),
                    .score(criterion.score),
                    ReportCell(criterion.rating?.rawValue ?? NumberText.absent),
                    ReportCell(criterion.n.map(NumberText.count) ?? ""),
                    ReportCell(
                        criterion.notApplicable.map { "not applicable: " + $0 }
                            ?? "\(criterion.kind.rawValue): \(criterion.evidence.text)"
                    ),
                ]
            }
        )
    }

    /// A row a criterion; enablers have no stage.
    public var records: Records {
        let header = [
            "stage", "stage_name", "held", "id", "criterion", "kind", "value", "target", "score", "rating", "n",
            "evidence", "not_applicable",
        ]
        func row(_ stage: Stage?, _ criterion: CriterionResult) -> [Records.Field] {
            [
                .integer(orNone: stage?.number), .text(orNone: stage?.name),
                .integer(orNone: stage.map { $0.isHeld ? 1 : 0 }), .text(criterion.id.rawValue), .text(criterion.name),
                .text(criterion.kind.rawValue), .number(orNone: criterion.value), .number(criterion.target),
                .number(orNone: criterion.score), .text(orNone: criterion.rating?.rawValue),
                .integer(orNone: criterion.n), .text(criterion.evidence.text), .text(orNone: criterion.notApplicable),
            ]
        }
        let gated = stages.flatMap { stage in stage.criteria.map { row(stage, $0) } }
        return Records(header, gated + enablers.map { row(nil, $0) })
    }
}

extension CriterionResult {
    var json: JSONValue {
        [
            "id": .string(id.rawValue),
            "name": .string(name),
            "kind": .string(kind.rawValue),
            "value": .number(orNull: value),
            "target": .number(target),
            "score": .number(orNull: score),
            "rating": .string(orNull: rating?.rawValue),
            "n": .integer(orNull: n),
            "evidence": .text(evidence),
            "evidenceRemark": JSONValue(evidence),
            "share": .bool(isShare),
            "lowerIsBetter": .bool(lowerIsBetter),
            "notApplicable": .string(orNull: notApplicable),
            "companionValue": .number(orNull: companionValue),
            "companionTarget": .number(orNull: companionTarget),
            "expires": JSONValue(expires),
            "advice": .string(advice),
        ]
    }

    /// The value, and after a stroke the second one of a criterion in two parts.
    var valueText: String {
        let first = text(of: value, isShare: isShare)
        return companionTarget == nil ? first : first + " / " + text(of: companionValue, isShare: companionIsShare)
    }

    var targetText: String {
        let first = (lowerIsBetter ? "≤ " : "") + text(of: target, isShare: isShare)
        return companionTarget.map { first + " / ≤ " + text(of: $0, isShare: companionIsShare) } ?? first
    }

    private func text(of value: Double?, isShare: Bool) -> String {
        guard let value else { return NumberText.absent }
        if isShare { return NumberText.percent(value) }
        return NumberText.decimal(value, decimals: value == value.rounded() ? 0 : 2)
    }
}

extension ReportCell {
    /// Without one there is not enough evidence, as the criterion's evidence says in the same row.
    static func score(_ score: Double?) -> ReportCell {
        ReportCell(score.map { NumberText.decimal($0, decimals: 0) } ?? NumberText.absent)
    }
}
