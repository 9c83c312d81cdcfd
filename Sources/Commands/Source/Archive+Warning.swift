import JourneyArchive

extension Archive {
    /// Says on standard error what a person should know of the places of the index.
    func warnOfIndex() {
        for objection in objections() { StandardStreams.note("warning: \(objection)") }
    }
}
