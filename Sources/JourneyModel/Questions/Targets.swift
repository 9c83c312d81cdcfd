/// What figures should be: as the user's settings have it, else as it is declared, else as usual.
public struct Targets: Codable, Hashable, Sendable {
    /// What the user has set.
    private var own: Declarations.Goals
    /// What is declared, of all services and of each that has goals of its own.
    private var declared = Declarations.Goals()
    private var services: [Service] = []

    private struct Service: Codable, Hashable, Sendable {
        var name: String
        var goals: Declarations.Goals
    }

    /// - Parameter own: what the user has set.
    public init(_ own: Declarations.Goals = Declarations.Goals()) {
        self.own = own
    }

    /// Nil: the user has set nothing.
    public init(
        completion: Double? = nil,
        takeUp: Double? = nil,
        costPerTransaction: Double? = nil,
        satisfaction: Double? = nil,
        leak: Double? = nil
    ) {
        self.init()
        own[.completion] = completion
        own[.takeUp] = takeUp
        own[.cost] = costPerTransaction
        own[.satisfaction] = satisfaction
        own[.leak] = leak
    }

    /// The same where `declarations` hold.
    public func over(_ declarations: Declarations?) -> Targets {
        guard let declarations else { return self }
        var targets = self
        targets.declared = declarations.goals
        targets.services = declarations.services.filter { !$0.goals.isEmpty }
            .map { Service(name: $0.name, goals: $0.goals) }
        return targets
    }

    /// What the figures of one service should be.
    public func of(_ service: String) -> Targets {
        guard let goals = services.first(where: { $0.name == service })?.goals else { return self }
        var targets = self
        targets.declared = goals.over(declared)
        return targets
    }

    private subscript(key: Declarations.Goals.Key) -> Double? { own[key] ?? declared[key] }

    public var completion: Double { self[.completion] ?? 0.75 }
    public var takeUp: Double { self[.takeUp] ?? 0.85 }
    /// In the cost table's currency; nil: no target.
    public var costPerTransaction: Double? { self[.cost] }
    public var satisfaction: Double { self[.satisfaction] ?? 0.8 }
    public var preferenceCaptured: Double { self[.preferenceCaptured] ?? 0.6 }
    public var preferenceUsed: Double { self[.preferenceUsed] ?? 0.6 }
    public var preferenceHonoured: Double { self[.preferenceHonoured] ?? 0.6 }
    /// At most.
    public var leak: Double { self[.leak] ?? 0.05 }
}
