import Canvas
import Foundation
import JourneyModel
import Wording

/// How far long work has come: one line on a terminal's standard error, from half a second on, ten times a second at
/// most. Nothing at all where standard error is no terminal.
final class ProgressLine {
    private static let delay = Duration.milliseconds(500)
    private static let interval = Duration.milliseconds(100)
    private static let barWidth = 16

    let glyphs: GlyphSet
    private let isShown: Bool
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var last: ContinuousClock.Instant?
    private var width = 0

    init(glyphs: GlyphSet, isShown: Bool = StandardStreams.errorIsTerminal) {
        self.glyphs = glyphs
        self.isShown = isShown
        start = clock.now
    }

    var seconds: Double { start.duration(to: clock.now) / .seconds(1) }

    /// Shows `label`, the share done where it is known, and the count of what was done with its rate. `isNewStage`: at
    /// once, however short the time since the last.
    func show(_ label: String, share: Double?, count: Int? = nil, noun: String = "", isNewStage: Bool = false) {
        let now = clock.now
        guard isShown, isNewStage || start.duration(to: now) >= Self.delay else { return }
        if let last, !isNewStage, last.duration(to: now) < Self.interval { return }
        last = now
        draw(Self.text(label, share: share, count: count, noun: noun, seconds: seconds, glyphs: glyphs))
    }

    /// Says that what was read of `name` is being written, which may take as long again in a large store; only where the
    /// work has taken long enough to be shown at all.
    func storing(_ name: String) {
        guard start.duration(to: clock.now) >= Self.delay else { return }
        show("\(name): storing", share: nil, isNewStage: true)
    }

    /// Takes the line away.
    func clear() {
        guard width > 0 else { return }
        StandardStreams.errorLine(SafeText("", glyphs), over: width)
        width = 0
    }

    private func draw(_ text: String) {
        let safe = SafeText(text, glyphs).fitted(TextWidth.ofTerminal(STDERR_FILENO) - 1, ellipsis: glyphs.ellipsis)
        // Blanks over what the line before leaves: every terminal knows those.
        StandardStreams.errorLine(safe, over: width)
        width = safe.width
    }

    static func text(
        _ label: String,
        share: Double?,
        count: Int?,
        noun: String,
        seconds: Double,
        glyphs: GlyphSet
    ) -> String {
        var parts = [label]
        if let share {
            let done = Int((min(1, max(0, share)) * Double(barWidth)).rounded(.down))
            let full = glyphs.barParts.last ?? "#"
            let rest = glyphs.repertoire == .ascii ? glyphs.barRest : glyphs.barPending
            parts.append(String(repeating: full, count: done) + String(repeating: rest, count: barWidth - done))
            parts.append("\(Int(share * 100))%")
        }
        if let count, seconds > 0 {
            let rate = NumberText.decimal(Double(count) / seconds, decimals: 0)
            parts.append("\(NumberText.count(count)) \(noun), \(rate)/s")
        }
        if let share, share > 0.01, share < 1 {
            let left = seconds / share - seconds
            parts.append(SpanText.text(left.rounded(.up) * 1000) + " left")
        }
        return parts.joined(separator: "  ")
    }
}
