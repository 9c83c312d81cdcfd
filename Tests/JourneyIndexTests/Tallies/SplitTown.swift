import JourneyModel
import TestSupport

@testable import JourneyIndex

/// A random town whole, and its people in two halves: whoever shares a case or a session stays together, because what these
/// say is said of all of them. Events of nobody are in one half.
struct SplitTown {
    let whole: ColumnarAnalyst
    let halves: [Workbench]

    /// Who is in which half.
    enum Cut: CaseIterable, Sendable {
        case chance
        /// The second half has the events of nobody, and no people.
        case nobodyApart
        /// The second half has nothing.
        case allInOne
    }

    init(seed: UInt64, naming: RandomTown.Naming, cut: Cut, events: Int = 160) {
        var random = SplitMix64(seed: seed)
        let declaresEnd = random.below(3) > 0
        let declares = seed % 3 == 2
        var town = RandomTown(seed: seed, events: events, declaresEnd: declaresEnd, naming: naming, declares: declares)
            .builder
        if seed % 6 == 5 { town.declarations?.nameTheSame() }
        let records = town.records.map { SplitTown.detailed($0, &random) }
        var circles = Circles()
        for record in records { circles.join(SplitTown.names(record)) }
        var half: [String: Int] = [:]
        func place(_ names: [String]) -> Int {
            guard let name = names.first else { return cut == .allInOne ? 0 : 1 }
            let circle = circles.circle(of: name)
            if let known = half[circle] { return known }
            let chosen = cut == .chance ? random.below(2) : 0
            half[circle] = chosen
            return chosen
        }
        var (all, parts) = (SnapshotBuilder(), [SnapshotBuilder(), SnapshotBuilder()])
        all.declarations = town.declarations
        for part in parts.indices { parts[part].declarations = town.declarations }
        for record in records {
            all.add(record)
            parts[place(SplitTown.names(record))].add(record)
        }
        for record in town.side + SplitTown.more(&random) + recordsOfStores(&random) {
            all.side.append(record)
            if SplitTown.isDeclared(record) {
                for part in parts.indices { parts[part].side.append(record) }
                continue
            }
            parts[place(SplitTown.person(record).map { ["person \($0)"] } ?? [])].side.append(record)
        }
        whole = ColumnarAnalyst(all.snapshot())
        halves = parts.map { ColumnarAnalyst($0.snapshot()).bench }
    }

    /// With what random towns lack: sessions, traits of cases, costs, and events recorded late.
    private static func detailed(_ record: EventRecord, _ random: inout SplitMix64) -> EventRecord {
        var record = record
        if let person = record.person, random.below(3) == 0 { record.session = "\(person) \(random.below(4))" }
        if record.caseID != nil { record.traits.append(NamedValue("case.priority", ["high", "low"][random.below(2)])) }
        // Some are later than their own recording.
        if random.below(3) == 0 { record.recorded = record.time.advanced(by: Int64(random.below(25) - 5) * .day) }
        if random.below(4) == 0 {
            record.sequence = FineOrder.sequence(nanoseconds: 1 + Int64(random.below(3)), own: 0)
        }
        if random.below(4) == 0 { record.cost = Double(random.below(1000)) / 10 }
        return record
    }

    private static func more(_ random: inout SplitMix64) -> [JourneyRecord] {
        (0..<random.below(40)).map { _ in
            .feedback(
                FeedbackRecord(
                    // Also when nothing happened.
                    time: Timestamp(milliseconds: Int64(random.below(4000) - 1000) * .hour),
                    person: random.below(3) == 0 ? nil : "p\(random.below(14))",
                    service: random.below(4) == 0 ? nil : (RandomTown.services + ["rated only"])[random.below(4)],
                    channel: RandomTown.channels[random.below(6)],
                    touchpoint: "done",
                    outcome: random.below(2) == 0 ? nil : "completed",
                    score: Double(1 + random.below(5)),
                    scale: 5
                )
            )
        }
    }

    private static func names(_ record: EventRecord) -> [String] {
        [
            record.person.map { "person \($0)" }, record.caseID.map { "case \($0)" },
            record.session.map { "session \($0)" },
        ].compactMap { $0 }
    }

    /// Of the store and not of people: every part knows it.
    private static func isDeclared(_ record: JourneyRecord) -> Bool {
        switch record {
        case .touchpointRole, .channelKind: true
        default: false
        }
    }

    private static func person(_ record: JourneyRecord) -> String? {
        switch record {
        case .side(let row):
            row.kind.fields.filter { $0.form == .person }.compactMap(row.text).first
        case .personTrait(let person, _): person
        default: nil
        }
    }
}

/// Names that go together.
private struct Circles {
    private var parents: [String: String] = [:]

    func circle(of name: String) -> String {
        var name = name
        while let parent = parents[name] { name = parent }
        return name
    }

    mutating func join(_ names: [String]) {
        for name in names.dropFirst() {
            let (left, right) = (circle(of: names[0]), circle(of: name))
            if left != right { parents[left] = right }
        }
    }
}
