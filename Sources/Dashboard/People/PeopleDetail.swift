import JourneyModel

/// Who is behind a figure. A list of them has no lasting name: the figure it belongs to has.
struct PeopleDetail: ScreenDetail {
    static let screen = ScreenID.people

    var group: SubjectGroup

    var words: [String]? { nil }

    init(group: SubjectGroup) {
        self.group = group
    }

    init?(words: [String]) { nil }
}
