import JourneyModel

extension FeedbackScores {
    /// Persons behind `dissatisfied`, each once; a rating of nobody stands for a person of its own.
    func peopleDissatisfied(in range: ClosedRange<Int64>?, service: String) -> Int {
        let ratings = dissatisfied(in: range, service: service)
        return Set(ratings.compactMap(\.person)).count + ratings.count { $0.person == nil }
    }

    /// The same persons, taken into `members`.
    ///
    /// - Throws: `CancellationError`.
    func addDissatisfied(
        _ service: String,
        _ source: EventSource,
        _ ground: JourneyGround,
        to members: inout SubjectCollector
    ) throws {
        let ratings = dissatisfied(in: ground.filter.range, service: service)
        let names = Set(ratings.compactMap(\.person))
        let known = ground.unit == .person ? PersonNames(names, in: source) : PersonNames([], in: source)
        let rows = try FeedbackScores.rows(of: Set(names.compactMap { known.code(of: $0) }), ground.live.projection)
        var people: [String: SubjectMember] = [:]
        for rating in ratings {
            let reason = SubjectReason(
                at: rating.time,
                first: FeedbackScores.hundredths(rating.score),
                second: FeedbackScores.hundredths(rating.scale)
            )
            guard let person = rating.person else {
                members.add(SubjectMember(.nobody, .none, reason))
                continue
            }
            let code = known.code(of: person)
            let place = code.flatMap { rows[$0] }.map { SubjectPlace.rows($0) } ?? .none
            let name = code.map { SubjectName.person($0) } ?? .stranger(person)
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
