import JourneyModel

extension EventSource {
    /// Evidence that is no measurement (D24), in the order of its import.
    var assessments: [AssessmentRecord] {
        let records = records(.assessments)
        let (criterion, kind) = (records.text(.assessmentCriterion), records.text(.assessmentKind))
        let (statement, owner) = (records.text(.assessmentStatement), records.text(.assessmentOwner))
        let (score, date) = (records.reals(.assessmentScore), records.everyTime(.assessmentDate))
        let expires = records.times(.assessmentExpires)
        return (0..<records.count).compactMap { row in
            guard let kind = kind(row).flatMap(AssessmentRecord.Kind.init(rawValue:)) else { return nil }
            return AssessmentRecord(
                criterion: criterion(row) ?? "",
                kind: kind,
                score: score?[row] ?? 0,
                statement: statement(row) ?? "",
                owner: owner(row) ?? "",
                date: Timestamp(milliseconds: date[row]),
                expires: expires.flatMap { $0[row] == .min ? nil : Timestamp(milliseconds: $0[row]) }
            )
        }
    }
}
