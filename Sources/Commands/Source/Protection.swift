import JourneyModel
import Wording

/// Whether what this process shows is protected (D25), and how. Everything that shows answers gets its analyst and its
/// summary of the store from here.
struct Protection: Sendable {
    /// Nil: answers are shown as they are.
    let policy: DisclosurePolicy?
    /// One memory for a session, or for a document.
    private let shown = ShownPopulations()

    static let none = Protection(policy: nil)

    init(policy: DisclosurePolicy?) {
        self.policy = policy
    }

    /// - Parameter isPublic: where it was asked for, and wherever there is a ``Kiosk``: its commands say no more than its
    ///   dashboard.
    init(isPublic: Bool, _ settings: Settings) {
        policy = isPublic ? settings.disclosure : nil
    }

    func analyst(_ analyst: any JourneyAnalyst) -> any JourneyAnalyst {
        guard let policy else { return analyst }
        return PublicAnalyst(analyst, policy: policy, shown: shown)
    }

    func summary(_ summary: StoreSummary) -> StoreSummary {
        policy.map { summary.protected(by: $0) } ?? summary
    }

    func wording(_ style: WordingStyle) -> WordingStyle {
        var style = style
        style.protection = policy
        return style
    }
}
