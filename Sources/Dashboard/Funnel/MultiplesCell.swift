import Canvas
import JourneyModel
import Wording

/// The funnel of one group in a few columns; each part stands at the same place in all cells, so that they can be compared.
struct MultiplesCell {
    private let word: String
    private let hasLosses: Bool
    private let nameX: Int
    /// 0 where there is no room for it, as of the next two.
    private let nameWidth: Int
    private let marginWidth: Int
    private let markWidth: Int
    private let note: LossNote
    private let barX: Int
    private let barWidth: Int
    private let percentWidth: Int
    private let countWidth: Int

    /// What is written behind the largest loss.
    private static let most = ", the most"
    /// A longer name is cut where the cell is narrow.
    private static let nameWidth = 16

    /// The columns that a cell needs for the losses of `groups` in words, the largest marked.
    static func lossWidth(_ result: FunnelResult, _ groups: [FunnelResult.Group], _ canvas: Canvas) -> Int {
        let losses = groups.flatMap { group in
            group.steps.dropLast().map { FunnelLoss(step: $0, word: DroppedText.word(result.query)) }
        }
        let count = countWidth(groups, canvas)
        let text = losses.map { canvas.measure($0.text(countWidth: count) + most) }.max() ?? 0
        let names = result.steps.map { canvas.measure($0.name) }.max() ?? 0
        return nameX(result) + min(names, nameWidth) + 1 + canvas.measure(canvas.glyphs.dropped) + 1 + text
    }

    private static func nameX(_ result: FunnelResult) -> Int { 2 + String(result.steps.count).count + 1 }

    private static func countWidth(_ groups: [FunnelResult.Group], _ canvas: Canvas) -> Int {
        groups.flatMap { $0.steps.dropLast().map { canvas.measure(NumberText.count($0.dropped)) } }.max() ?? 0
    }

    /// - Parameter groups: those that are drawn.
    init(_ result: FunnelResult, _ groups: [FunnelResult.Group], _ grid: MultiplesGrid, _ canvas: Canvas) {
        let word = DroppedText.word(result.query)
        self.word = word
        hasLosses = grid.hasLosses
        let shares = groups.flatMap { $0.steps.map(\.ofEntered) }
        nameX = Self.nameX(result)
        percentWidth = shares.map { canvas.measure(MeasureText.percent($0)) }.max() ?? 0
        countWidth = Self.countWidth(groups, canvas)
        // What there is room for beside a bar that can be read, the most needed first.
        var room = grid.cellWidth - nameX - percentWidth - 1 - max(8, grid.cellWidth / 4)
        func take(_ width: Int, orElse least: Int? = nil) -> Int {
            let taken = min(width, room - 1)
            guard taken > 0, taken >= least ?? width else { return 0 }
            room -= taken + 1
            return taken
        }
        let losses = groups.compactMap { group in
            FunnelLoss.largest(in: group.steps).map { FunnelLoss(step: group.steps[$0], word: word) }
        }
        let mark = grid.hasLosses || losses.isEmpty ? 0 : take(canvas.measure(canvas.glyphs.dropped))
        // Without its name a step has its number.
        let names = result.steps.map { canvas.measure($0.name) }.max() ?? 0
        nameWidth = take(min(names, max(Self.nameWidth, grid.cellWidth / 4)), orElse: 6)
        marginWidth = take(shares.map { canvas.measure(MeasureText.margin($0)) }.max() ?? 0)
        let notes = LossNote.allCases.map { note in
            (note: note, width: losses.map { canvas.measure(note.text($0)) }.max() ?? 0)
        }
        let fitting = notes.first { mark > 0 && $0.width <= room }
        note = fitting?.note ?? .none
        markWidth = mark + (fitting?.width ?? 0)
        barX = nameX + (nameWidth > 0 ? nameWidth + 1 : 0)
        let right = [percentWidth, marginWidth, markWidth].reduce(0) { $0 + ($1 > 0 ? $1 + 1 : 0) }
        barWidth = max(0, grid.cellWidth - barX - right)
    }

    func draw(_ group: FunnelResult.Group, isSelected: Bool, on canvas: inout Canvas) {
        drawHead(group, isSelected: isSelected, on: &canvas)
        let largest = FunnelLoss.largest(in: group.steps)
        for index in group.steps.indices {
            let y = 1 + index * (hasLosses ? 2 : 1)
            drawStep(group, index, y: y, on: &canvas)
            let loss = FunnelLoss(step: group.steps[index], word: word)
            if hasLosses, index + 1 < group.steps.count {
                drawLoss(loss, isLargest: index == largest, y: y + 1, on: &canvas)
            } else if markWidth > 0, index == largest {
                let mark = [Span(canvas.glyphs.dropped, .accent.bold), Span(note.text(loss), .text.bold)]
                canvas.line(mark, x: canvas.width - markWidth, y: y, width: markWidth)
            }
        }
    }

    private func drawHead(_ group: FunnelResult.Group, isSelected: Bool, on canvas: inout Canvas) {
        let entered = [Span(NumberText.count(group.entered)), Span(" entered", .muted)]
        canvas.line(entered, width: canvas.width, align: .right)
        let room = max(0, canvas.width - canvas.measure(entered) - 1)
        let marker = isSelected ? canvas.glyphs.marker + " " : "  "
        canvas.line([Span(marker + group.value, isSelected ? .selection.reversed : .text.bold)], width: room)
    }

    private func drawStep(_ group: FunnelResult.Group, _ index: Int, y: Int, on canvas: inout Canvas) {
        let step = group.steps[index]
        canvas.text("\(index + 1)", x: 2, y: y, .muted, width: nameX - 3, align: .right)
        let reason = reason(group, index)
        // A reason that is longer than a bar takes the name's place; the names stand in the other cells too.
        let reasonX = canvas.measure(reason) <= barWidth ? barX : nameX
        if reasonX == barX || reason.isEmpty { canvas.text(step.name, x: nameX, y: y, width: nameWidth) }
        if step.ofEntered.value == nil {
            canvas.text(reason, x: reasonX, y: y, .muted, width: barX + barWidth - reasonX)
        } else {
            canvas.bar(FunnelSteps.bar(group.steps, index, of: group.entered), x: barX, y: y, width: barWidth)
        }
        let percentX = barX + barWidth + 1
        canvas.text(MeasureText.percent(step.ofEntered), x: percentX, y: y, width: percentWidth, align: .right)
        // All who entered took the first step: that has no margin.
        guard index > 0, marginWidth > 0 else { return }
        canvas.text(
            MeasureText.margin(step.ofEntered),
            x: percentX + percentWidth + 1,
            y: y,
            .muted,
            width: marginWidth
        )
    }

    /// Why a step has no share; once, where it is the same for several steps.
    private func reason(_ group: FunnelResult.Group, _ index: Int) -> String {
        let reasons = group.steps.map { $0.ofEntered.value == nil ? $0.ofEntered.caveats.last : nil }
        let isSame = index > 0 && reasons[index - 1] == reasons[index]
        return isSame ? "" : reasons[index]?.text ?? ""
    }

    private func drawLoss(_ loss: FunnelLoss, isLargest: Bool, y: Int, on canvas: inout Canvas) {
        var spans = [
            Span(canvas.glyphs.dropped + " ", isLargest ? .accent.bold : .rule),
            Span(loss.text(countWidth: countWidth), isLargest ? .text.bold : .text),
        ]
        if isLargest { spans.append(Span(Self.most, .accent.bold)) }
        let room = canvas.width - barX
        spans += loss.next(before: nil, room: room - canvas.measure(spans), on: canvas)
        canvas.line(spans, x: barX, y: y, width: room)
    }
}

/// What stands beside the mark of the largest loss: the first for which there is room.
private enum LossNote: CaseIterable {
    case countAndShare
    case share
    case none

    func text(_ loss: FunnelLoss) -> String {
        switch self {
        case .countAndShare: " " + loss.text()
        case .share: " " + NumberText.percent(loss.share)
        case .none: ""
        }
    }
}
