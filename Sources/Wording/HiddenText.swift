import JourneyModel

extension Int {
    /// `<10`, or `hidden` where it need not be few; nil for what is shown.
    public var hiddenText: String? {
        isHidden ? hiddenLimit.map { "<\($0)" } ?? "hidden" : nil
    }
}
