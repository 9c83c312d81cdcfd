/// A full draft of declarations from the data alone, with what speaks for each line of it. Nothing in it changes a figure that
/// needs a declaration for the worse: whoever declares it as it is has said what the data show.
public struct DeclarationsDraft: Hashable, Sendable {
    /// What speaks for a line.
    public struct Evidence: Hashable, Sendable {
        public enum Kind: Hashable, Sendable {
            /// So many of all events have it.
            case events
            /// So many of all journeys begin, so many of those that get there end, so many of those that finish come by.
            case begins, ends, taken
            /// A mapping says so already.
            case mapped
            /// The name itself says so.
            case word
            /// Its kind is not known from its name.
            case unknownKind
            /// Another name that looks the same, with its events.
            case looksLike
            /// An outcome in the data, with its events.
            case outcome
            /// What the figure is today.
            case today(Measure)
        }

        public var line: Declarations.Line
        public var kind: Kind
        public var name: String
        public var part: Int
        public var whole: Int

        public init(_ line: Declarations.Line, _ kind: Kind, _ name: String, _ part: Int = 0, of whole: Int = 0) {
            self.line = line
            self.kind = kind
            self.name = name
            self.part = part
            self.whole = whole
        }
    }

    public var declarations = Declarations()
    public var evidence: [Evidence] = []

    /// More services are not looked at: most events first.
    static let mostServices = 24

    /// - Throws: what the analyst throws.
    public init(asking analyst: some JourneyAnalyst) async throws {
        let catalog = try await analyst.answer(CatalogQuestion())
        draftChannels(catalog)
        let groups = NameGroup.groups(of: catalog.touchpoints)
        for group in groups where !group.others.isEmpty {
            declarations.touchpoints.append(.init(name: group.name, same: group.others.map(\.name)))
            note(group, .touchpoint(group.name))
        }
        declarations.touchpoints.sort { $0.name < $1.name }
        let names = Dictionary(
            groups.flatMap { group in group.others.map { ($0.name, group.name) } },
            uniquingKeysWith: { first, _ in first }
        )
        for service in NameGroup.groups(of: catalog.services).prefix(Self.mostServices) {
            let ways = try await Self.ways(service, catalog, names, analyst)
            draft(service, ways, catalog.roles)
        }
        declarations.services.sort { $0.name < $1.name }
        if catalog.services.isEmpty {
            let ways = try await Self.ways(nil, catalog, names, analyst)
            declarations.roles = roles(ways, catalog.roles, of: nil)
            if var funnel = funnel(ways, declarations.roles, of: nil) {
                funnel.name = "whole journeys"
                declarations.funnels = [funnel]
            }
        }
        for outcome in catalog.values(of: Dimension.outcome).prefix(8) {
            evidence.append(.init(.top, .outcome, outcome.name, outcome.count, of: catalog.events))
        }
        try await draftGoals(analyst)
    }

    /// The usual goals, which hold anyhow, with what the figures are today.
    private mutating func draftGoals(_ analyst: some JourneyAnalyst) async throws {
        guard let indicators = try? await analyst.answer(IndicatorsQuery()) else { return }
        let usual = Targets()
        declarations.goals[.completion] = usual.completion
        declarations.goals[.takeUp] = usual.takeUp
        declarations.goals[.satisfaction] = usual.satisfaction
        func note(_ key: Declarations.Goals.Key, _ figure: Measure, _ service: String?) {
            guard figure.value != nil else { return }
            evidence.append(.init(.goals(service: service), .today(figure), key.rawValue))
        }
        func note(_ figures: Indicators, _ service: String?) {
            note(.completion, figures.completion, service)
            note(.takeUp, figures.takeUp, service)
            note(.cost, figures.costPerTransaction, service)
            note(.satisfaction, figures.satisfaction, service)
        }
        note(indicators.overall, nil)
        for row in indicators.services where declarations.services.contains(where: { $0.name == row.service }) {
            note(row.indicators, row.service)
        }
    }

    private mutating func draftChannels(_ catalog: Catalog) {
        let all = catalog.channels.reduce(0) { $0 + $1.count }
        for group in NameGroup.groups(of: catalog.channels) {
            let line = Declarations.Line.channel(group.name)
            let kind = Declarations.ChannelWord(ofName: group.name)
            let entry = Declarations.ChannelEntry(name: group.name, kind: kind, same: group.others.map(\.name))
            declarations.channels.append(entry)
            evidence.append(.init(line, .events, group.name, group.count, of: all))
            evidence.append(.init(line, kind == nil ? .unknownKind : .word, kind?.rawValue ?? group.name))
            note(group, line)
        }
        declarations.channels.sort { $0.name < $1.name }
    }

    private mutating func draft(
        _ group: NameGroup,
        _ ways: JourneyWays,
        _ mapped: [TouchpointRole: [String]]
    ) {
        var service = Declarations.Service(name: group.name)
        service.same = group.others.map(\.name)
        note(group, .service(group.name))
        service.roles = roles(ways, mapped, of: group.name)
        service.funnel = funnel(ways, service.roles, of: group.name)
        declarations.services.append(service)
    }

    private mutating func note(_ group: NameGroup, _ line: Declarations.Line) {
        for other in group.others { evidence.append(.init(line, .looksLike, other.name, other.count)) }
    }

    private static func ways(
        _ service: NameGroup?,
        _ catalog: Catalog,
        _ names: [String: String],
        _ analyst: some JourneyAnalyst
    ) async throws -> JourneyWays {
        var scope = Scope(unit: catalog.cases > 0 ? .case : .attempt)
        if let service {
            let values = [service.name] + service.others.map(\.name)
            scope.filters = [Filter(dimension: Dimension.service, values: values)]
        }
        let query = VariantsQuery(scope: scope, top: JourneyWays.mostWays, collapsesRepeats: true)
        guard let result = try? await analyst.answer(query) else { return JourneyWays([]) }
        return JourneyWays(result.variants.map { (path: $0.path.map { names[$0] ?? $0 }, count: $0.count) })
    }
}

// MARK: Roles and funnels

extension DeclarationsDraft {
    /// - Parameter mapped: what mappings say, which nothing in the data knows better.
    private mutating func roles(
        _ ways: JourneyWays,
        _ mapped: [TouchpointRole: [String]],
        of service: String?
    ) -> Declarations.Roles {
        var roles = Declarations.Roles()
        let known = mapped.mapValues { names in ways.touchpoints.filter(names.contains) }
        if !(known[.start] ?? []).isEmpty || !(known[.end] ?? []).isEmpty {
            var taken: Set<String> = []
            for role in TouchpointRole.allCases {
                for name in known[role] ?? [] where taken.insert(name).inserted {
                    roles.entries.append(.init(role: role, step: StepPredicate(touchpoint: name)))
                    evidence.append(.init(.role(role, service: service), .mapped, name))
                }
            }
            return roles
        }
        func take(_ role: TouchpointRole, _ names: [String]) {
            for name in names { roles.entries.append(.init(role: role, step: StepPredicate(touchpoint: name))) }
        }
        let starts = ways.starts
        let failures = ways.touchpoints.filter { Self.says($0, Self.failures) && !starts.contains($0) }
        let ends = ways.ends(except: starts + failures) { Self.says($0, Self.completions) }
        let submits = ways.touchpoints.filter {
            Self.says($0, Self.submissions) && !(starts + failures + ends).contains($0)
        }
        take(.start, starts)
        take(.submit, submits)
        take(.end, ends)
        take(.failure, failures)
        for name in starts {
            evidence.append(
                .init(.role(.start, service: service), .begins, name, ways.begun[name] ?? 0, of: ways.total)
            )
        }
        for name in submits { evidence.append(.init(.role(.submit, service: service), .word, name)) }
        for name in ends {
            let reached = ways.reached[name] ?? 0
            evidence.append(.init(.role(.end, service: service), .ends, name, ways.ended[name] ?? 0, of: reached))
        }
        for name in failures { evidence.append(.init(.role(.failure, service: service), .word, name)) }
        return roles
    }

    private mutating func funnel(
        _ ways: JourneyWays,
        _ roles: Declarations.Roles,
        of service: String?
    ) -> Declarations.Funnel? {
        func named(_ role: TouchpointRole) -> [String] {
            roles.entries.filter { $0.role == role }.map(\.step.touchpoint)
        }
        let (starts, ends) = (named(.start), named(.end))
        let backbone = ways.backbone(from: starts, to: ends, without: named(.failure))
        guard !starts.isEmpty, !ends.isEmpty else { return nil }
        for step in backbone.steps {
            evidence.append(.init(.funnel(service: service), .taken, step.name, step.count, of: backbone.finished))
        }
        func step(_ names: [String]) -> FunnelStep { FunnelStep(names.map { StepPredicate(touchpoint: $0) }) }
        return Declarations.Funnel(
            steps: [step(starts)] + backbone.steps.map { step([$0.name]) } + [step(ends)]
        )
    }

    private static let failures: Set<String> = [
        "error", "errors", "failed", "failure", "rejected", "timeout", "abandoned", "crash",
    ]
    private static let completions: Set<String> = [
        "success", "confirmation", "confirmed", "completed", "complete", "done", "thanks", "paid", "purchase",
        "granted", "issued", "closed", "resolved", "delivered", "approved", "finished",
    ]
    private static let submissions: Set<String> = ["submit", "submitted", "submission", "apply", "application sent"]

    /// Whether a word of the name is one of `words`.
    private static func says(_ name: String, _ words: Set<String>) -> Bool {
        !words.isDisjoint(with: NameGroup.words(of: name))
    }
}
