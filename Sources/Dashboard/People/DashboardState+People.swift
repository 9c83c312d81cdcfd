import JourneyModel

extension DashboardState {
    /// Why no list of people is shown here at all: in kiosk mode (experience, rule 13), or in public (D25).
    var peopleBlocked: String? {
        if store.isKiosk { return "kiosk mode: lists of people are not shown here" }
        return store.isPublic ? SubjectsResult.noPeople : nil
    }

    /// Who is behind the figure under the cursor, and what the list is narrowed by; nil where the figure is not one of people.
    var groupBehind: GroupBehind? {
        let own = screen.people(self)
        // The row that a gap led to stands for the gap: its list is as long as the gap says.
        if let origin = place.origin, own == nil || origin.row == selectedRow?.id {
            return GroupBehind(group: origin.group, narrowing: origin.narrowing)
        }
        return own.map { GroupBehind(group: $0, narrowing: place.narrowing + screen.rowNarrowing(self)) }
    }

    /// Why there is no list to show; nil where there is one.
    var listBlocked: String? {
        if let reason = peopleBlocked { return reason }
        return groupBehind == nil ? "no list of people is behind this; try a gap, or a step of a funnel" : nil
    }

    /// Shows who is behind the figure under the cursor, or says why not.
    mutating func listPeople() {
        if let reason = listBlocked {
            message = reason
        } else if let behind = groupBehind {
            push(Place(PeopleDetail(group: behind.group), narrowing: behind.narrowing))
        }
    }
}
