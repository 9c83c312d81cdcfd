public import Canvas

extension DashboardState {
    /// What a dashboard that is opened on this screen shows once its answers are there; nil where it is not known: they are
    /// on their way, or what is shown has been narrowed, paused or is out of date.
    public func restingView(size: Size, glyphs: GlyphSet) -> Canvas? {
        guard !isWaiting, !isPaused, stack.count == 1, generation == newestGeneration, !answers.hasFailures,
            !storeIsUnreadable
        else {
            return nil
        }
        var resting = self
        resting.stack = [Place(place.screen)]
        resting.overlay = nil
        resting.message = nil
        resting.search = ""
        return resting.view(size: size, glyphs: glyphs)
    }
}
