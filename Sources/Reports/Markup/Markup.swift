/// A piece of an HTML page or of a picture in it. The only way to write one: what comes from data becomes text or the
/// value of an attribute, and both are made safe when they are written, so that nothing can be forgotten.
indirect enum Markup {
    case element(String, [(name: String, value: String)], [Markup])
    case text(String)
    /// A style sheet of this module's own, which HTML takes letter by letter; never anything from data.
    case styleSheet(String)

    /// `Markup.tag("td", ["class": "n"], [.text("1")])`.
    static func tag(
        _ name: String,
        _ attributes: KeyValuePairs<String, String> = [:],
        _ children: [Markup] = []
    ) -> Markup {
        .element(name, attributes.map { (name: $0.key, value: $0.value) }, children)
    }

    /// An element that holds text only.
    static func tag(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String) -> Markup {
        tag(name, attributes, [.text(text)])
    }
}

extension Markup {
    /// The piece as HTML that is well-formed XML too: every element is closed, every attribute quoted.
    var html: String {
        var html = ""
        write(to: &html)
        return html
    }

    private func write(to html: inout String) {
        switch self {
        case .text(let text): html += Self.escaped(text)
        case .styleSheet(let text): html += text
        case .element(let name, let attributes, let children):
            html += "<" + name
            for attribute in attributes { html += " \(attribute.name)=\"\(Self.escaped(attribute.value))\"" }
            if children.isEmpty, Self.void.contains(name) {
                html += "/>"
            } else {
                html += ">"
                for child in children { child.write(to: &html) }
                html += "</\(name)>"
            }
            if Self.lines.contains(name) { html += "\n" }
        }
    }

    /// HTML's elements without content, and those of a picture: only these may close themselves.
    private static let void: Set = ["meta", "rect", "line", "path", "circle"]
    /// After these a line ends, so that a person can read the file.
    private static let lines: Set = [
        "meta", "title", "style", "head", "header", "main", "section", "nav", "figure", "figcaption", "svg", "desc",
        "table", "caption", "thead", "tbody", "tr", "ul", "li", "h1", "h2", "h3", "p", "div", "rect", "line", "path",
        "text", "footer",
    ]

    /// Text in which nothing can act, also as the value of an attribute.
    static func escaped(_ text: String) -> String {
        escaping(text) { character in
            switch character {
            case "\"": "&quot;"
            case "'": "&#39;"
            default: entity(character)
            }
        }
    }
}
