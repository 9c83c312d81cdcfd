extension DashboardState {
    /// The screen one is on.
    public var screenID: ScreenID { place.screen }

    /// Whether an answer that the screen asks for is on its way, or has yet to be asked for.
    public var isWaiting: Bool { answers.isWaiting }

    /// Whether figures are being brought up to date that are not shown to be out of date yet. If that takes longer than people
    /// take for a moment, `.answersAreLate` shows it.
    public var isWaitingQuietly: Bool { answers.isWaitingQuietly }
}
