import Canvas

/// A terminal of a few lines: it understands what a frame may consist of and nothing else, and knows what it shows.
struct TerminalModel {
    struct Shown: Equatable {
        var text = " "
        var rendition = Rendition.plain
    }

    let width: Int
    let height: Int
    private(set) var cells: [[Shown]]
    private(set) var cursor = (x: 0, y: 0)
    private(set) var isCursorVisible = true
    private(set) var rendition = Rendition.plain
    /// What it was sent and does not understand, and writing beyond the last column.
    private(set) var complaints: [String] = []
    /// Whether it repeats characters and ends attributes one by one.
    let isModern: Bool
    private var last: Character?

    init(width: Int, height: Int, isModern: Bool) {
        (self.width, self.height, self.isModern) = (width, height, isModern)
        // Nobody knows what is there before.
        cells = Array(repeating: Array(repeating: Shown(text: "#"), count: width), count: height)
    }

    mutating func take(_ bytes: [UInt8]) {
        var rest = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\u{1B}" else {
                var character = Character(scalar)
                while let mark = rest.first, mark.properties.isGraphemeExtend {
                    character = Character(String(character) + String(mark))
                    rest.removeFirst()
                }
                write(character)
                continue
            }
            guard rest.popFirst() == "[" else { return complaints.append("no CSI") }
            let parameters = rest.prefix { $0 >= "0" && $0 <= "?" }
            rest = rest.dropFirst(parameters.count)
            guard let final = rest.popFirst() else { return complaints.append("an end in the middle") }
            var text = ""
            text.unicodeScalars.append(contentsOf: parameters)
            obey(Character(final), text)
        }
    }

    private mutating func write(_ character: Character) {
        let width = (0x2E80...0x9FFF).contains(character.unicodeScalars.first?.value ?? 0) ? 2 : 1
        guard cursor.x + width <= self.width else { return complaints.append("'\(character)' beyond the last column") }
        for x in cursor.x..<cursor.x + width { release(x) }
        cells[cursor.y][cursor.x] = Shown(text: String(character), rendition: rendition)
        if width == 2 { cells[cursor.y][cursor.x + 1] = Shown(text: "", rendition: rendition) }
        cursor.x += width
        last = character
    }

    /// Writing over one half of a wide character leaves a blank where the other was.
    private mutating func release(_ x: Int) {
        if x + 1 < width, cells[cursor.y][x + 1].text.isEmpty { cells[cursor.y][x + 1].text = " " }
        if cells[cursor.y][x].text.isEmpty, x > 0 { cells[cursor.y][x - 1].text = " " }
    }

    private mutating func obey(_ final: Character, _ parameters: String) {
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        let first = numbers.first ?? 0
        switch (final, parameters) {
        case ("H", _):
            cursor = ((numbers.count > 1 ? max(1, numbers[1]) : 1) - 1, max(1, first) - 1)
        case ("C", _): cursor.x += max(1, first)
        case ("K", ""):
            for x in cursor.x..<width { release(x) }
            for x in cursor.x..<width { cells[cursor.y][x] = Shown(rendition: rendition) }
        case ("J", "2"):
            cells = Array(repeating: Array(repeating: Shown(rendition: rendition), count: width), count: height)
        case ("b", _) where isModern:
            guard let last, last.isASCII else { return complaints.append("nothing that can be repeated") }
            for _ in 0..<max(1, first) { write(last) }
        case ("m", _): select(numbers[...])
        case ("h", "?25"): isCursorVisible = true
        case ("l", "?25"): isCursorVisible = false
        default: complaints.append("CSI \(parameters) \(final)")
        }
        if final != "b", final != "m" { last = nil }
        // After the last column a character may end there, but nothing else may count on the place.
        if "HCK".contains(final), cursor.x >= width || cursor.y >= height { complaints.append("the cursor is outside") }
    }

    private mutating func select(_ parameters: ArraySlice<Int>) {
        var rest = parameters
        while let code = rest.popFirst() {
            switch code {
            case 0: rendition = Rendition.plain
            case 1: rendition.attributes.insert(.bold)
            case 2: rendition.attributes.insert(.dim)
            case 4: rendition.attributes.insert(.underline)
            case 7: rendition.attributes.insert(.reverse)
            case 22 where isModern: rendition.attributes.subtract([.bold, .dim])
            case 24 where isModern: rendition.attributes.remove(.underline)
            case 27 where isModern: rendition.attributes.remove(.reverse)
            case 39 where isModern: rendition.foreground = .standard
            case 49 where isModern: rendition.background = .standard
            case 38, 48:
                guard rest.popFirst() == 5, let number = rest.popFirst() else { return complaints.append("a colour") }
                if code == 38 { rendition.foreground = .index(number) } else { rendition.background = .index(number) }
            default: complaints.append("SGR \(code)")
            }
        }
    }
}
