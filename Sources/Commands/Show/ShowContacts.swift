import ArgumentParser
import JourneyModel

/// `cxm show contacts`.
struct ShowContacts: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "contacts",
        abstract: "Contacts that a better service would have avoided.",
        discussion: "Example: cxm show contacts --from 2025-Q4 --to 2025-Q4 --store town.cxm"
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> ContactsResult {
        try await analyst.answer(ContactsQuery(scope: scope))
    }
}
