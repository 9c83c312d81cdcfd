import Canvas

/// Text from anywhere in which nothing can act: control and bidirectional characters are replaced, and every sign that
/// `meaning` knows becomes what stands for it.
func escaping(_ text: String, _ meaning: (Character) -> String?) -> String {
    SafeText(text).text.reduce(into: "") { $0 += meaning($1) ?? String($1) }
}

/// What stands for the signs that begin and end markup, in HTML as in Markdown.
func entity(_ character: Character) -> String? {
    switch character {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    default: nil
    }
}
