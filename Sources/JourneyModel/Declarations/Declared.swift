/// The declarations that hold for a store, and since which of its generations.
public struct Declared: Codable, Hashable, Sendable {
    /// Of the store, when they were declared.
    public var generation: Int64
    public var declarations: Declarations

    public init(generation: Int64, declarations: Declarations) {
        self.generation = generation
        self.declarations = declarations
    }
}

extension Declarations {
    /// From another name to the one that counts: of a channel, a touchpoint or a service; empty of anything else.
    ///
    /// - Parameter dimension: of events.
    public func sameNames(_ dimension: String) -> [String: String] {
        let lists =
            switch dimension {
            case Dimension.channel: channels.map { SameNames(name: $0.name, same: $0.same) }
            case Dimension.touchpoint: touchpoints
            case Dimension.service: services.map { SameNames(name: $0.name, same: $0.same) }
            default: [SameNames]()
            }
        let pairs = lists.flatMap { list in list.same.map { ($0, list.name) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// The kinds of channels by which rules go (D13).
    public var channelKinds: [String: Channel.Kind] {
        let kinds = channels.compactMap { entry in entry.kind.map { (entry.name, $0.kind) } }
        return Dictionary(kinds, uniquingKeysWith: { first, _ in first })
    }

    /// What happened, as charts mark it: at the beginning of its day in the organisation's zone.
    public var annotationRecords: [AnnotationRecord] {
        let zone = organisation.zone ?? .utc
        return annotations.map { annotation in
            let affected = annotation.who.map { " (\($0))" } ?? ""
            return AnnotationRecord(
                time: zone.start(of: annotation.date),
                service: annotation.service,
                text: annotation.text + affected
            )
        }
    }

    /// The successes of services that name any; nil: of every other one.
    public var successes: [(service: String?, outcomes: [String])] {
        let own = services.filter { !$0.roles.success.isEmpty }.map {
            (service: $0.name as String?, outcomes: $0.roles.success)
        }
        return own + (roles.success.isEmpty ? [] : [(service: nil, outcomes: roles.success)])
    }
}
