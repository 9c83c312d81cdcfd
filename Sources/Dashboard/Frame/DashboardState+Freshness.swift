import Canvas
import JourneyModel
import Wording

/// What the header says of how far the figures can be relied on: whether they follow the store, how old the newest data
/// is, and how many events there are (experience, rule 14).
extension DashboardState {
    /// From the longest form to the shortest. Sign, age and number are in all of them.
    func freshness(_ glyphs: GlyphSet) -> [[Span]] {
        guard let catalog else { return [[Span("\(glyphs.halfCircle) reading the store", .muted)]] }
        let dot = " \(glyphs.middleDot) "
        let following = following
        let sign = following.isWell ? glyphs.dot : isPaused ? glyphs.circle : glyphs.cross
        let style: Style = following.isWell ? .muted : .warning
        let age = store.dataAge.map { Self.isFuture($0) ? "future" : Self.ageText($0) }
        let old = store.dataAge.map { Self.ageWords($0) }
        let dated = dated
        let count = countText(catalog)
        func form(_ words: String, _ parts: String?...) -> [Span] {
            let rest = parts.compactMap(\.self).map { dot + $0 }.joined()
            return [Span("\(sign) \(words)", style), Span(rest, .muted)]
        }
        var forms = [
            form(following.long, dated, count),
            form(following.short, dated, count),
            form(following.short, old, count),
            form(following.short, age, count),
            form(following.short, age, Self.shortCount(catalog.events)),
        ]
        // Where all is well the sign alone says so.
        let least = [age, Self.shortCount(catalog.events)].compactMap(\.self).joined(separator: dot)
        if following.isWell { forms.append([Span("\(sign) \(least)", style)]) }
        return forms
    }

    /// The same in words alone, the longest form in its parts.
    var freshnessParts: [String] {
        [following.long, dated, catalog.map(countText)].compactMap(\.self)
    }

    /// Where the data ends; nil where it has no end.
    var dataEnd: String? { catalog?.last.map { "data to " + DateText.text(scope.zone.date(at: $0)) } }

    /// Where the data ends and how old it is.
    private var dated: String? {
        let end = dataEnd
        let old = store.dataAge.map { Self.ageWords($0) }
        let parts = [end, old].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private func countText(_ catalog: Catalog) -> String {
        NumberText.count(catalog.events) + (catalog.events == 1 ? " event" : " events")
    }

    /// Whether the figures follow the store, in words.
    private var following: (isWell: Bool, long: String, short: String) {
        if hasFailure || storeIsUnreadable { return (false, "not refreshed: older figures", "not refreshed") }
        guard isPaused else { return (true, "follows the store", "following") }
        let waits = newestGeneration == generation ? "" : ", newer data waits"
        return (false, "paused" + waits, "paused" + waits)
    }

    /// Whether a figure on the screen could not be brought up to date; ctrl-r asks again.
    var hasFailure: Bool {
        screen.questions(self).contains { answers.entries[$0.slot]?.failure != nil }
    }

    /// Two clocks may differ by minutes; more is no age, and says nothing of how fresh the data is.
    private static func isFuture(_ age: Milliseconds) -> Bool { age < -5 * .minute }

    /// `3 h old`, or that the data is from the future.
    static func ageWords(_ age: Milliseconds) -> String {
        isFuture(age) ? "dated in the future" : ageText(age) + " old"
    }

    /// Coarse on purpose: a header that counts seconds would send bytes when nothing happened (experience, rule 1).
    static func ageText(_ age: Milliseconds) -> String {
        switch age {
        case ..<Milliseconds.hour: "under 1 h"
        case ..<Milliseconds.day: "\(age / .hour) h"
        default: "\(NumberText.count(Int(age / .day))) d"
        }
    }

    /// Three digits at most: `950`, `182k`, `12M`, rounded down.
    private static func shortCount(_ number: Int) -> String {
        switch number {
        case ..<1000: NumberText.count(number)
        case ..<1_000_000: "\(number / 1000)k"
        default: "\(NumberText.count(number / 1_000_000))M"
        }
    }
}
