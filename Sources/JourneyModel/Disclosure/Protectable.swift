/// An answer that disclosure control can be applied to (D25).
public protocol Protectable {
    /// The same answer as it may be shown in public: counts hidden and rounded, totals from rounded parts, figures of too few
    /// absent with the reason. An answer that is protected already comes back as it is.
    ///
    /// - Throws: `AnalysisError.invalid` where nothing of it is for the public.
    func protected(by policy: DisclosurePolicy) throws(AnalysisError) -> Self
}

extension Receipt {
    /// The answer has been protected.
    public var isProtected: Bool { definitions.contains(.d25) }

    func protected(by policy: DisclosurePolicy) -> Receipt {
        guard !isProtected else { return self }
        var receipt = self
        receipt.definitions.append(.d25)
        receipt.events = policy.count(events)
        receipt.subjects = policy.count(subjects)
        receipt.eventsWithoutSubject = policy.count(eventsWithoutSubject)
        receipt.facts = facts.map { fact in
            switch fact.value {
            case .count(let count): Fact(fact.label, .count(policy.count(count)))
            case .time, .span, .text: fact
            }
        }
        receipt.notes = policy.words(notes) + [policy.sentence]
        return receipt
    }
}
