import JourneyModel

extension EventSource {
    /// Evidence that is no measurement (D24), in the order of its import.
    var assessments: [AssessmentRecord] { records(.assessments).all.compactMap(AssessmentRecord.init) }
}
