import JourneyModel
import Wording

/// The Paths screen in plain sentences.
enum PathsWords {
    static func sentences(_ state: DashboardState) -> [String] {
        if let tree = PathsScreen.tree(state) { return sentences(tree, state) }
        guard let paths = PathsScreen.paths(state).value else { return [] }
        let unit = paths.receipt.unit
        var sentences: [String] = []
        if let variants = PathsScreen.variants(state).value, let first = variants.variants.first {
            sentences.append(
                "\(NumberText.counted(variants.subjects, unit)) took "
                    + "\(NumberText.counted(variants.distinct, "path", "different paths")). The most common, "
                    + "\(path(first.path)), was taken by \(NumberText.percent(first.share.value)) of them."
            )
            if let few = Sentence.few(variants.subjects, unit) { sentences.append(few) }
        }
        if let transition = paths.transitions.first {
            sentences.append(
                "The most frequent step is from \(transition.from) to \(transition.to): "
                    + "\(NumberText.counted(transition.count, "time")), which is "
                    + "\(NumberText.percent(transition.share.value)) of what follows \(transition.from)."
            )
        }
        if let handOffs = paths.handOffs, let first = handOffs.pairs.first {
            let whose = NumberText.counted(first.subjects, handOffs.receipt.unit)
            sentences.append(
                "\(whose) went from \(first.from) to \(first.to) within a journey, the most frequent change of channel."
            )
            if let completed = first.completed.value {
                let asked = first.reAsked.value.map { "; \(NumberText.percent($0)) were asked again" } ?? ""
                sentences.append(
                    "Of these hand-offs \(NumberText.percent(completed)) were completed within 28 days\(asked)."
                )
            }
        }
        if let again = paths.rework.first {
            sentences.append(
                "\(NumberText.counted(again.subjects, unit)) came to \(again.touchpoint) more than once."
            )
        }
        return sentences
    }

    /// A long path by its ends.
    private static func path(_ path: [String]) -> String {
        guard path.count > 4, let first = path.first, let last = path.last else {
            return path.joined(separator: " \u{2192} ")
        }
        return "\(path.count) touchpoints from \(first) to \(last)"
    }

    private static func sentences(_ tree: PathTree, _ state: DashboardState) -> [String] {
        guard let root = tree.answer(0, state).value, root.subjects != 0 else { return [] }
        let isForward = tree.direction == .forward
        let unit = root.receipt.unit
        let most = root.branches.max { $0.subjects < $1.subjects }
        var sentences = ["\(NumberText.counted(root.subjects, unit)) came to \(tree.anchor)."]
        if let few = Sentence.few(root.subjects, unit) { sentences.append(few) }
        if let most {
            let share = NumberText.percent(most.share.value)
            if let touchpoint = most.touchpoint {
                sentences.append(
                    "\(isForward ? "Next" : "Before that") most of them, \(share), \(isForward ? "went to" : "were at") "
                        + "\(touchpoint)."
                )
            } else {
                sentences.append("For \(share) of them the journey \(isForward ? "ended" : "began") there.")
            }
        }
        return sentences
    }
}
