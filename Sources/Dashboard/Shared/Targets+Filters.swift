import JourneyModel

extension Targets {
    /// The goal of digital take-up; nil where channels are filtered, for then the filter decides how digital it is.
    func takeUp(with filters: [Filter]) -> Double? {
        filters.contains { $0.dimension == Dimension.channel } ? nil : takeUp
    }
}
