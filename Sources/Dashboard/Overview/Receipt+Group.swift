import JourneyModel

extension Receipt {
    /// The receipt of a figure of the Overview: what was counted is the same for all, the rules are the figure's own. What the
    /// four indicators say of themselves is said of these alone.
    func of(_ group: SubjectGroup) -> Receipt {
        var receipt = self
        receipt.definitions = group.definitions + [.d7] + (isProtected ? [.d25] : [])
        switch group {
        case .unfinished, .notOnline, .dissatisfied: break
        default:
            // In public the last note says that the figures are protected.
            receipt.facts = []
            receipt.notes = isProtected ? Array(notes.suffix(1)) : []
        }
        return receipt
    }
}
