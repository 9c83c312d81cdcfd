import JourneyModel

/// Notes who left a service online and then asked staff (D18c), while contacts are counted.
struct LeakWitness: Sendable {
    /// Code + 1.
    private let service: Int
    private let projection: Projection
    private let isOfCases: Bool
    private(set) var members: SubjectCollector

    /// Nil where nothing has the service's name.
    init?(service: String, _ ground: JourneyGround, _ members: SubjectCollector) {
        guard let code = ground.rules.serviceCode(service) else { return nil }
        self.service = Int(code) + 1
        projection = ground.live.projection
        isOfCases = ground.unit == .case
        self.members = members
    }

    /// A lost attempt whose last digital event was at `left`, and the contact that followed.
    mutating func take(_ subject: Int, _ service: Int, left: Int64, _ time: Int64, _ channel: Int32) {
        guard service == self.service else { return }
        let code = projection.subjectCode[subject]
        let reason = SubjectReason(at: time, first: channel, before: left)
        let name: SubjectName = isOfCases ? .case(code) : .person(code)
        members.add(SubjectMember(name, .rows(projection.range(of: subject)), reason), of: .subject(subject))
    }
}
