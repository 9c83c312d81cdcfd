import JourneyModel
import Wording

/// What stands on the screen where nothing can be said of preferences.
enum PreferencesEmpty {
    static func state(_ result: PreferencesResult, _ state: DashboardState) -> EmptyState? {
        let command = EmptyState.importCommand(state)
        if state.catalog?.events == 0 { return .noEvents(state) }
        if result.contacted == 0 {
            if let catalog = state.catalog, !catalog.dimensions.contains(where: { $0.name == Dimension.direction }) {
                return EmptyState(
                    "No contact to a person is recorded.",
                    "Preferences are about contacts that go out. Map a column to direction, with the value outbound for "
                        + "contacts to people:",
                    command: command + " --column direction=COLUMN"
                )
            }
            return .noMatch("Nobody was contacted", state)
        }
        if result.asked.value == nil, result.captured.value == nil, !result.captured.isHidden {
            return EmptyState(
                "Nobody's preference is recorded.",
                "\(NumberText.count(result.contacted)) people were contacted, and nobody knows how they wanted to be. "
                    + "Import a file of preferences with a mapping that says rows = \"preferences\", or map a column to "
                    + "person.preferred_channel:",
                command: command + " --map MAPPING.toml"
            )
        }
        return nil
    }
}
