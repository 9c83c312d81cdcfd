import Canvas
import JourneyModel
import Wording

extension DashboardState {
    /// What is shown, in words.
    public var plainView: PlainView {
        if let overlay { return plainView(of: overlay) }
        var view = PlainView(head: plainHead, prompt: "a command; help lists them")
        let exported = exported
        view.content = exported.value
        if let failure = exported.failure { view.lines.append("\(failure.message): \(failure.hint)") }
        if exported.value == nil, exported.failure == nil { view.lines.append("There is nothing to show here yet.") }
        let count = panels.reduce(0) { $0 + $1.count }
        if count > 0, screen.opensRows(self) {
            view.lines.append("Rows: \(NumberText.count(count)). Say rows to hear them, or open and a number.")
        }
        return view
    }

    /// What was said last, until the next key.
    public var plainMessage: String? { message }

    /// The rows that can be opened, in the order of their numbers.
    public var plainRows: [String] { panels.flatMap { $0.map(\.text) } }

    private var plainHead: [String] {
        let badges = [
            isDemo ? "demo data" : nil, store.isPublic ? "public" : nil, store.isKept ? nil : "not kept",
            store.isKept && store.isReadOnly ? "read-only" : nil,
        ].compactMap(\.self)
        let screen = nearest(\.isNamed).id.title
        let title = [store.name, screen] + crumbs.dropFirst().filter { $0 != screen } + badges
        return [title.joined(separator: ", "), freshnessParts.joined(separator: ", ")]
    }

    private func plainView(of overlay: Overlay) -> PlainView {
        func view(_ title: String, _ prompt: String) -> PlainView { PlainView(head: [title], prompt: prompt) }
        let choosing = "a number, a word to narrow the list down, or back"
        switch overlay {
        case .help(let list), .palette(let list):
            var help = view("What can be done here", choosing)
            help.choices = actions(matching: list.entry.text).map { action in
                let keys = (action.binding.keys.map(\.name) + [action.binding.sequence].compactMap(\.self))
                    .joined(separator: " or ")
                let reason = action.binding.blocked(self).map { ", not now: \($0)" } ?? ""
                return "\(action.binding.label), \(keys): \(action.binding.summary)\(reason)"
            }
            return help
        case .choice(let kind, let list):
            var choice = view(kind.title, kind.takesSeveral ? choosing + ", mark and a number for several" : choosing)
            choice.choices = choices(kind, matching: list.entry.text).map { choice, _ in
                let mark = list.marked.contains(choice.id) ? "marked" : ""
                return [choice.label, choice.blocked ?? choice.detail, mark].filter { !$0.isEmpty }
                    .joined(separator: ", ")
            }
            return choice
        case .tool(let tool):
            let lines = tool.value.lines(self)
            var told = view(lines.title, lines.prompt)
            told.lines = lines.rows
            told.choices = lines.choices
            return told
        case .receipt:
            let tools = elsewhereBlocked == nil ? "o for what other tools would say, or " : ""
            var receipt = view("Receipt", tools + "a command; help lists them")
            receipt.lines = receiptSubject.map { [$0.title] + ReceiptText.lines($0, self).compactMap(\.plain) } ?? []
            return receipt
        case .elsewhere:
            var others = view("What other tools would say", "a command; help lists them")
            others.lines = elsewhereLines.compactMap(\.plain)
            return others
        case .explanation:
            var words = view("In plain words", "a command; help lists them")
            words.lines = screen.explanation(self)
            return words
        case .naming(.view, _): return view("Keep this view", "a name for it, or back")
        case .naming(.store, _): return view("Keep these data", "a file for the store, or back")
        case .search: return view("Search", "what to look for, or back")
        case .export(let dialog):
            var export = view("Write to a file", "its name, ok for \(dialog.entry.text), or back")
            export.lines = [dialog.problem ?? dialog.replaces.map { "\($0) exists; ok replaces it" }].compactMap(\.self)
            return export
        }
    }
}

extension PanelLine {
    fileprivate var plain: String? {
        switch self {
        case .text(let text), .point(let text), .heading(let text), .note(let text): text
        case .fact(let label, let value): "\(label): \(value)"
        case .blank: nil
        }
    }
}
