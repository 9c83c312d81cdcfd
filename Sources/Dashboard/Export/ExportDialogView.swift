import Canvas
import JourneyModel

extension Canvas {
    /// The dialog: the name, and below it what Enter does or what is in the way. A path is shown to its end, over as many
    /// lines as it takes.
    mutating func export(_ dialog: ExportDialog, _ hints: [KeyHint]) {
        let note =
            dialog.problem ?? dialog.replaces.map { "\($0) exists. Enter again replaces it; or type another name." }
            ?? "In the current folder, or wherever the name says."
        let columns = overlayWidth(76)
        let inner = max(1, columns - 4)
        let frameHeight = min(height, lineCount(note, width: inner) + 7)
        let frame = Rect(
            x: (width - columns) / 2,
            y: max(0, (height - frameHeight) / 3),
            width: columns,
            height: frameHeight
        )
        let field = InputField(text: dialog.entry.text, cursor: dialog.entry.cursor, placeholder: "a file name")
        clear(frame)
        region(frame) { canvas in
            canvas.fill(canvas.bounds, .modal)
            canvas.rule()
            canvas.rule(y: canvas.height - 1)
            canvas.text("Write \(dialog.format.title) to", x: 2, y: 1, .modalTitle.bold, width: inner)
            canvas.region(x: 2, y: 4, width: inner, height: max(0, frameHeight - 7)) { $0.paragraph(note, .modal) }
            canvas.footer(hints, x: 2, y: canvas.height - 2, width: inner)
            canvas.restyle(canvas.bounds) { $0.adding(.raised) }
            canvas.input(field, x: 2, y: 2, width: inner)
        }
    }
}
