import JourneyModel

extension FeedbackScores {
    /// Persons behind `dissatisfied`, each once; a rating of nobody stands for a person of its own.
    func peopleDissatisfied(in range: ClosedRange<Int64>?, service: String) -> Int {
        let ratings = dissatisfied(in: range, service: service)
        return Set(ratings.map(\.person)).subtracting([-1]).count + ratings.count { $0.person < 0 }
    }

    /// The same persons, taken into `members`.
    ///
    /// - Throws: `CancellationError`.
    func addDissatisfied(
        _ service: String,
        _ ground: JourneyGround,
        to members: inout SubjectCollector
    ) throws {
        let ratings = dissatisfied(in: ground.filter.range, service: service)
        let isKnown = ground.unit == .person
        let persons = isKnown ? Set(ratings.map(\.person)).subtracting([-1]) : []
        let rows = try FeedbackScores.rows(of: persons, ground.live.projection)
        var people: [Int32: SubjectMember] = [:]
        for rating in ratings {
            let reason = SubjectReason(
                at: rating.time,
                first: FeedbackScores.hundredths(rating.score),
                second: FeedbackScores.hundredths(rating.scale)
            )
            let person = rating.person
            guard person >= 0 else {
                members.add(SubjectMember(.nobody, .none, reason))
                continue
            }
            let place = rows[person].map { SubjectPlace.rows($0) } ?? .none
            let name = isKnown ? SubjectName.person(person) : .stranger(person)
            if people[person] == nil {
                people[person] = SubjectMember(name, place, reason)
            } else {
                people[person]?.add(reason)
            }
        }
        for member in people.values { members.add(member) }
    }

    private static func hundredths(_ score: Double) -> Int32 {
        Int32(exactly: (score * 100).rounded()) ?? .max
    }

    /// Where the events of some persons lie.
    private static func rows(of people: Set<Int32>, _ projection: Projection) throws -> [Int32: Range<Int>] {
        var rows: [Int32: Range<Int>] = [:]
        guard !people.isEmpty else { return rows }
        for subject in 0..<projection.subjects where people.contains(projection.subjectCode[subject]) {
            if rows.count & 255 == 0 { try Task.checkCancellation() }
            let range = projection.range(of: subject)
            if !range.isEmpty { rows[projection.subjectCode[subject]] = range }
        }
        return rows
    }
}
