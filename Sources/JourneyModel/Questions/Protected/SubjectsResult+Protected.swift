extension SubjectsResult {
    /// Why no list of people is shown.
    public static let noPeople = "protected: lists of people are not shown in public"

    /// There is no list of people in public, and no group is small enough for one (rule 8).
    ///
    /// - Throws: `AnalysisError.invalid`, always.
    public func protected(by policy: DisclosurePolicy) throws(AnalysisError) -> SubjectsResult {
        throw .invalid(Self.noPeople, hint: "D25: what is public never lists people, whatever their number")
    }
}
