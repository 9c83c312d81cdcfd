/// One line of text being typed.
public struct InputField: Hashable, Sendable {
    public var prompt: String
    public var text: String
    /// How many characters stand before the cursor.
    public var cursor: Int
    /// Shown while nothing is typed.
    public var placeholder: String

    public init(prompt: String = "", text: String, cursor: Int? = nil, placeholder: String = "") {
        self.prompt = prompt
        self.text = text
        self.cursor = cursor ?? text.count
        self.placeholder = placeholder
    }
}

extension Canvas {
    /// Draws the field, scrolled so that the cursor is in view, and puts the terminal's cursor there.
    public mutating func input(_ field: InputField, x: Int = 0, y: Int = 0, width: Int? = nil) {
        let columns = max(0, width ?? (self.width - x))
        guard columns > 0 else { return }
        fill(Rect(x: x, y: y, width: columns, height: 1), .input)
        let promptWidth = text(field.prompt, x: x, y: y, .key, width: columns)
        let start = x + promptWidth + (promptWidth > 0 ? 1 : 0)
        let room = x + columns - start
        guard room > 0 else { return }
        if field.text.isEmpty {
            text(field.placeholder, x: start, y: y, .placeholder, width: room)
            placeCursor(x: start, y: y, visible: true)
            return
        }
        let before = safe(String(field.text.prefix(max(0, field.cursor))))
        let whole = safe(field.text)
        // One column stays free for the cursor behind the last character.
        var skipped = 0
        var dropped = 0
        while before.width - skipped > room - 1, dropped < before.graphemes.count {
            skipped += before.graphemes[dropped].width
            dropped += 1
        }
        var column = start
        for grapheme in whole.graphemes.dropFirst(dropped) {
            if column + grapheme.width > start + room { break }
            put(grapheme, x: column, y: y, style: .input)
            column += grapheme.width
        }
        placeCursor(x: start + before.width - skipped, y: y, visible: true)
    }
}
