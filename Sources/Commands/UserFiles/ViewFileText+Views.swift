import Dashboard
import TOML

extension ViewFileText {
    /// The text with `view` in it, in place of one of the same name, else at the end.
    func keeping(_ view: NamedView) -> ViewFileText {
        var text = isEmpty ? ViewFileText(Self.heading) : self
        text.put(Self.lines(of: view), at: text.part(of: view.name))
        return text
    }

    /// The text without the view of this name.
    func without(_ name: String) -> ViewFileText {
        var text = self
        if let part = part(of: name) { text.remove(at: part) }
        return text
    }

    private func part(of name: String) -> Int? { ViewFileReading(self, file: "").part(of: name) }

    private static let heading = "# Named views of cxm. Each value is written as on the command line.\n"

    private static func lines(of view: NamedView) -> [String] {
        let entry = view.entry
        let lines = ViewEntry.Key.allCases.compactMap { key -> String? in
            let value: String
            switch entry.values[key] {
            case nil, .other: return nil
            case .text(let text): value = TOMLWriting.quoted(text)
            case .texts(let texts): value = TOMLWriting.list(texts)
            case .number(let number): value = String(number)
            case .flag(let flag): value = String(flag)
            }
            return "\(TOMLWriting.key(key.rawValue)) = \(value)"
        }
        return ["[[view]]"] + lines
    }
}
