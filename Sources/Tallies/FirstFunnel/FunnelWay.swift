public import JourneyModel

/// A way on which journeys may finish, of which it is counted what those that do take, and in what order.
public struct FunnelWay: Codable, Hashable, Sendable {
    /// What may become a step.
    public struct Candidate: Codable, Hashable, Sendable {
        /// Any of these is the step.
        public var touchpoints: [ValueName]
        /// Where the step stands among those of roles; nil where whole journeys say where.
        public var rank: Int?
        /// On which channels each of them is the step; empty: on any.
        private var conditions: [[Filter]]

        init(_ touchpoints: [ValueName], rank: Int? = nil) {
            self.touchpoints = touchpoints
            self.rank = rank
            conditions = []
        }

        init(_ roles: [JourneySnapshot.RoleDeclaration], rank: Int) {
            touchpoints = roles.map { ValueName($0.touchpoint) }
            self.rank = rank
            conditions = roles.contains { !$0.filters.isEmpty } ? roles.map(\.filters) : []
        }

        /// Conditions on the channel under which the touchpoint at `place` is the step.
        public func filters(of place: Int) -> [Filter] { conditions.isEmpty ? [] : conditions[place] }
    }

    /// Whose journeys are counted. No optional name: one that is missing would come back from a file as none.
    public enum Services: Codable, Hashable, Sendable {
        case all
        case one(ValueName)
    }

    public let source: FirstFunnelSource
    public let services: Services
    /// Only journeys that are completed (D12).
    public let isCompleted: Bool
    /// Only journeys that get there, as far as there; nil: the whole journey.
    public let end: ValueName?
    public let candidates: [Candidate]
    /// Of the candidates, by place: those that belong to one service among several which start in the same way. The funnel is
    /// of all of these, and most who finish in them do not come by there.
    public let ownToOne: Set<Int>

    init(
        source: FirstFunnelSource,
        services: Services,
        isCompleted: Bool,
        end: ValueName?,
        candidates: [Candidate],
        ownToOne: Set<Int> = []
    ) {
        self.source = source
        self.services = services
        self.isCompleted = isCompleted
        self.end = end
        self.candidates = candidates
        self.ownToOne = ownToOne
    }

    /// More candidates than these are no steps of a funnel that somebody would read.
    static let mostCandidates = 24
}

// MARK: By roles

extension FunnelWay {
    /// The roles of a transaction in the order in which they are played.
    private static let roles: [TouchpointRole] = {
        let all = TouchpointRole.allCases
        guard let start = all.firstIndex(of: .start), let end = all.firstIndex(of: .end) else { return [] }
        return Array(all[start...end])
    }()

    /// What may be done between start and submission is a step each; of the other roles a touchpoint is as good as another.
    private static func isEachAStep(_ role: TouchpointRole) -> Bool { role == .step }

    /// By the roles of the service with the most starts; nil where there are none, or not two of them.
    static func byRoles(_ tally: FirstFunnelTally) -> FunnelWay? {
        let started = tally.services.pairs.filter { $0.value.started > 0 }
        let most = started.min { ($1.value.started, $0.key) < ($0.value.started, $1.key) }
        guard let (service, counts) = most else { return nil }
        let declared = tally.roles.filter { $0.holds(in: service.name) }
        var candidates: [Candidate] = []
        for (rank, role) in roles.enumerated() {
            let played = declared.filter { $0.role == role && (counts.reached[ValueName($0.touchpoint)] ?? 0) > 0 }
            let steps = once(played)
            if isEachAStep(role) {
                candidates += steps.map { Candidate([$0], rank: rank) }
            } else if !steps.isEmpty {
                candidates.append(Candidate(steps, rank: rank))
            }
        }
        let last = roles.count - 1
        if !candidates.contains(where: { $0.rank ?? 0 > 0 && $0.rank ?? last < last }) {
            // Of the way between start and end nothing is declared.
            let known = Set(declared.map { ValueName($0.touchpoint) })
            let others = counts.finishing.pairs.filter { !known.contains($0.key) && $0.value * 2 >= counts.finished }
            candidates += mostTaken(others).map { Candidate([$0]) }
        }
        guard candidates.count > 1 else { return nil }
        return FunnelWay(
            source: .roles,
            services: .one(service),
            isCompleted: true,
            end: nil,
            candidates: candidates,
            ownToOne: ownToOne(candidates, tally)
        )
    }

    /// What is done between start and end, and by fewer than half of those who finish in any service that has such a start.
    private static func ownToOne(_ candidates: [Candidate], _ tally: FirstFunnelTally) -> Set<Int> {
        let starts = candidates.filter { $0.rank == 0 }.flatMap(\.touchpoints)
        let alike = tally.services.tallies.filter { service in starts.contains { (service.reached[$0] ?? 0) > 0 } }
        let finished = alike.reduce(0) { $0 + $1.finished }
        return Set(
            candidates.indices.filter { place in
                let candidate = candidates[place]
                guard candidate.rank != 0, candidate.rank != roles.count - 1 else { return false }
                let taken = alike.reduce(0) { sum, service in
                    sum + min(service.finished, candidate.touchpoints.reduce(0) { $0 + (service.finishing[$1] ?? 0) })
                }
                return taken * 2 < finished
            }
        )
    }

    /// In the order of their names, each once: one that holds everywhere takes up those that hold on some channels.
    private static func once(_ roles: Set<JourneySnapshot.RoleDeclaration>) -> [JourneySnapshot.RoleDeclaration] {
        let everywhere = Set(roles.filter(\.filters.isEmpty).map { ValueName($0.touchpoint) })
        let kept = roles.filter { $0.filters.isEmpty || !everywhere.contains(ValueName($0.touchpoint)) }
        func words(_ role: JourneySnapshot.RoleDeclaration) -> String {
            role.filters.map(\.text).joined(separator: "]")
        }
        let sorted = kept.sorted {
            (ValueName($0.touchpoint), words($0)) < (ValueName($1.touchpoint), words($1))
        }
        return sorted.enumerated().filter { place, role in
            place == 0 || role.touchpoint != sorted[place - 1].touchpoint || role.filters != sorted[place - 1].filters
        }.map(\.element)
    }

    private static func mostTaken(_ counts: [(key: ValueName, value: Int)]) -> [ValueName] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(mostCandidates).map(\.key)
    }
}

// MARK: By whole journeys

extension FunnelWay {
    /// More ends are not tried.
    private static let mostEnds = 4

    /// By what the journeys that are completed take; nil where none is, or they share nothing.
    ///
    /// The last step is where most of them are completed: where no touchpoint completes half of them, any of those that do
    /// together.
    static func byCompletion(_ tally: FirstFunnelTally) -> FunnelWay? {
        let completed = tally.services.tallies.reduce(0) { $0 + $1.finished }
        var taken = TallyTable<ValueName, Int>()
        for service in tally.services.tallies { taken.add(service.finishing) }
        var (ends, ended) = ([ValueName](), 0)
        for (end, count) in tally.ends.pairs.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) })
        where ended * 2 < completed {
            ends.append(end)
            ended += count
        }
        let ignored = ignored(tally).union(ends)
        let shared = taken.pairs.filter { !ignored.contains($0.key) && $0.value * 2 >= completed }
        guard completed > 0, !ends.isEmpty, !shared.isEmpty else { return nil }
        let candidates = mostTaken(shared).map { Candidate([$0]) } + [Candidate(ends.sorted())]
        return FunnelWay(source: .journeys, services: .all, isCompleted: true, end: nil, candidates: candidates)
    }

    /// By what journeys take where nothing says which are completed, the end that says most first; where something does, who
    /// finishes is known, and nothing else is guessed.
    ///
    /// An end is the last touchpoint that is new to a journey, so that who goes round in circles ends where the circle was
    /// left for good. One says the more, the more journeys end there, the more of those that get there do, and the more steps
    /// they share.
    static func byEnds(_ tally: FirstFunnelTally) -> [FunnelWay] {
        guard tally.services.tallies.allSatisfy({ $0.finished == 0 }) else { return [] }
        var taken: [ValueName: [(key: ValueName, value: Int)]] = [:]
        for (pair, count) in tally.others.pairs where pair.to != pair.from {
            taken[pair.from, default: []].append((pair.to, count))
        }
        var reached = TallyTable<ValueName, Int>()
        for service in tally.services.tallies { reached.add(service.reached) }
        let ignored = ignored(tally)
        var ends: [(weight: Double, end: ValueName, candidates: [Candidate])] = []
        for (end, steps) in taken where !ignored.contains(end) {
            let ending = tally.others[NamePair(from: end, to: end)] ?? 0
            let shared = steps.filter { !ignored.contains($0.key) && $0.value * 2 >= ending }
            guard ending > 0, !shared.isEmpty else { continue }
            let lead = shared.reduce(ending) { $0 + 2 * $1.value - ending }
            let share = Double(ending) / Double(max(ending, reached[end] ?? ending))
            ends.append((Double(lead) * share, end, (mostTaken(shared) + [end]).map { Candidate([$0]) }))
        }
        return ends.sorted { ($1.weight, $0.end) < ($0.weight, $1.end) }.prefix(mostEnds).map { weighed in
            FunnelWay(
                source: .journeys,
                services: .all,
                isCompleted: false,
                end: weighed.end,
                candidates: weighed.candidates
            )
        }
    }

    /// Neither an error nor a contact with staff is a step that anybody sets out to take.
    private static func ignored(_ tally: FirstFunnelTally) -> Set<ValueName> {
        let ignored = tally.roles.filter { $0.role != .information && !roles.contains($0.role) }
        return Set(ignored.map { ValueName($0.touchpoint) })
    }
}
