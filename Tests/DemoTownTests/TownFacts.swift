import DemoTown
import JourneyModel
import TestSupport

/// A town's records as the tests look at them: plain rows, persons already joined over their duplicate ids.
struct TownFacts: Sendable {
    struct Row: Sendable {
        var id: String
        var person: String?
        var caseID: String?
        var time: Timestamp
        var recorded: Timestamp?
        var touchpoint: String
        var channel: String
        var service: String
        var values: [NamedValue]

        subscript(_ dimension: String) -> String? {
            values.first { $0.name == dimension }?.value
        }

        var isOutbound: Bool { self[Dimension.direction] == Direction.outbound }
        var isDigital: Bool { channel == "web" || channel == "app" }
        /// An assisted contact that a person began (D18).
        var isAssistedContact: Bool {
            self[Dimension.direction] == Direction.inbound && ["phone", "counter", "post", "chat"].contains(channel)
        }
    }

    let rows: [Row]
    let side: [JourneyRecord]
    let preferences: [PreferenceRecord]
    let consents: [ConsentRecord]
    let feedback: [FeedbackRecord]
    let costs: [CostRecord]
    let annotations: [AnnotationRecord]
    let assessments: [AssessmentRecord]
    let aliases: [AliasRecord]
    /// By person, then name.
    let traits: [String: [String: String]]
    /// Rows by case, in order of time.
    let cases: [String: [Row]]
    /// Rows by person, in order of time.
    let people: [String: [Row]]

    /// The town of the default size, made once.
    static let riverbend = Result { try TownFacts(TownRecords.of(DemoTown())) }

    init(_ records: TownRecords) {
        side = records.side
        preferences = side.compactMap { PreferenceRecord(of: $0) }
        consents = side.compactMap { ConsentRecord(of: $0) }
        feedback = side.compactMap { FeedbackRecord(of: $0) }
        costs = side.compactMap { CostRecord(of: $0) }
        annotations = side.compactMap { AnnotationRecord(of: $0) }
        assessments = side.compactMap { AssessmentRecord(of: $0) }
        aliases = side.compactMap { AliasRecord(of: $0) }
        let canonical = Dictionary(aliases.map { ($0.alias, $0.person) }) { first, _ in first }
        var traits: [String: [String: String]] = [:]
        for case .personTrait(let person, let trait) in side { traits[person, default: [:]][trait.name] = trait.value }
        self.traits = traits
        let rows = records.events.map { event in
            func value(_ name: String) -> String { event.dimensions.first { $0.name == name }?.value ?? "" }
            return Row(
                id: event.eventID ?? "",
                person: event.person.map { canonical[$0] ?? $0 },
                caseID: event.caseID,
                time: event.time,
                recorded: event.recorded,
                touchpoint: value(Dimension.touchpoint),
                channel: value(Dimension.channel),
                service: value(Dimension.service),
                values: event.dimensions
            )
        }
        self.rows = rows
        let sorted = rows.sorted { $0.time < $1.time }
        cases = Dictionary(grouping: sorted.filter { $0.caseID != nil }) { $0.caseID ?? "" }
        people = Dictionary(grouping: sorted.filter { $0.person != nil }) { $0.person ?? "" }
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Timestamp {
        CivilDate(year: year, month: month, day: day).map(Zone.utc.start(of:)) ?? Timestamp(milliseconds: 0)
    }
}
