internal import CTerminal
internal import Canvas

/// Turns what curses reads into events: keys, whole pastes, clicks.
struct InputReader {
    private var paste: [UInt8]?
    private var lastClick: (x: Int, y: Int, at: ContinuousClock.Instant)?
    /// When a paste whose end has not come is given up.
    private var pasteDeadline: ContinuousClock.Instant?
    /// When an Esc after which nothing came is taken for the key.
    private var escapeDeadline: ContinuousClock.Instant?

    /// More than this of a paste is dropped: it is meant for a text field.
    private static let longestPaste = 1 << 20
    /// A slow line may pause in the middle of a paste; what comes after a longer pause is taken for keys again.
    private static let longestPause = Duration.seconds(5)
    private static let doubleClick = Duration.milliseconds(400)
    /// The rest of a key's sequence may come this much later than its Esc.
    private static let escapePause = Duration.milliseconds(25)

    /// The next event that is there already, or nil.
    mutating func next() -> TerminalEvent? {
        while true {
            let input = ct_read()
            if input.kind == CT_NOTHING { return nil }
            let isUndecided = input.kind == CT_UNDECIDED
            escapeDeadline = isUndecided ? ContinuousClock.now + Self.escapePause : nil
            if isUndecided, paste == nil { return .foreseen(.escape) }
            if let event = take(input) { return .input(event) }
        }
    }

    /// When ``giveUp()`` has something to do, if nothing comes before.
    var deadline: ContinuousClock.Instant? { [escapeDeadline, pasteDeadline].compactMap(\.self).min() }

    /// Decides about an Esc that has been alone for long enough, and ends a paste whose end should have come by now.
    mutating func giveUp() -> InputEvent? {
        let now = ContinuousClock.now
        if let deadline = escapeDeadline, now >= deadline {
            escapeDeadline = nil
            return take(ct_decide())
        }
        if let deadline = pasteDeadline, now >= deadline { return endPaste() }
        return nil
    }

    private mutating func take(_ input: ct_input) -> InputEvent? {
        paste == nil ? event(input) : pasted(input)
    }

    private mutating func pasted(_ input: ct_input) -> InputEvent? {
        pasteDeadline = ContinuousClock.now + Self.longestPause
        switch Int(input.kind) {
        case CT_PASTE_END:
            return endPaste()
        case CT_CHARACTER:
            if let scalar = Unicode.Scalar(input.code), (paste?.count ?? 0) < Self.longestPaste {
                paste?.append(contentsOf: Array(String(scalar).utf8))
            }
            return nil
        default:
            return nil
        }
    }

    private mutating func endPaste() -> InputEvent? {
        defer {
            paste = nil
            pasteDeadline = nil
        }
        return paste.map { .paste(String(decoding: $0, as: UTF8.self)) }
    }

    private mutating func event(_ input: ct_input) -> InputEvent? {
        if input.kind != CT_CLICK, input.kind != CT_IGNORED { lastClick = nil }
        switch Int(input.kind) {
        case CT_CHARACTER:
            return Self.character(input.code).map { .key($0) }
        case CT_KEY:
            return Self.key(Int(input.code)).map { .key($0) }
        case CT_FUNCTION_KEY:
            return .key(.function(Int(input.code)))
        case CT_PASTE_BEGIN:
            paste = []
            pasteDeadline = ContinuousClock.now + Self.longestPause
            return nil
        case CT_CLICK:
            return click(Int(input.x), Int(input.y))
        case CT_WHEEL_UP:
            return .mouse(Mouse(.wheelUp, x: Int(input.x), y: Int(input.y)))
        case CT_WHEEL_DOWN:
            return .mouse(Mouse(.wheelDown, x: Int(input.x), y: Int(input.y)))
        default:
            return nil
        }
    }

    private mutating func click(_ x: Int, _ y: Int) -> InputEvent {
        let now = ContinuousClock.now
        if let last = lastClick, last.x == x, last.y == y, now - last.at < Self.doubleClick {
            lastClick = nil
            return .mouse(Mouse(.doubleClick, x: x, y: y))
        }
        lastClick = (x, y, now)
        return .mouse(Mouse(.click, x: x, y: y))
    }

    private static func character(_ code: UInt32) -> Key? {
        switch code {
        case 0x0A, 0x0D: return .enter
        case 0x09: return .tab
        case 0x1B: return .escape
        case 0x08, 0x7F: return .backspace
        case 0x01...0x1A: return Unicode.Scalar(code + 0x60).map { .ctrl(Character($0)) }
        case 0x00...0x1F, 0x80...0x9F: return nil
        default: return Unicode.Scalar(code).map { .character(Character($0)) }
        }
    }

    private static func key(_ code: Int) -> Key? {
        switch code {
        case CT_UP: .up
        case CT_DOWN: .down
        case CT_LEFT: .left
        case CT_RIGHT: .right
        case CT_HOME: .home
        case CT_END: .end
        case CT_PAGE_UP: .pageUp
        case CT_PAGE_DOWN: .pageDown
        case CT_DELETE: .delete
        case CT_INSERT: .insert
        case CT_BACKSPACE: .backspace
        case CT_ENTER: .enter
        case CT_BACK_TAB: .backTab
        default: nil
        }
    }
}
