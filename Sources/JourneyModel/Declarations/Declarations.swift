/// What a store's data mean, as somebody has declared it: one document (docs/DECLARATIONS.md). It says nothing of what happened,
/// and is never changed by importing.
///
/// Everything has one order, so that what is printed and read again is the same value: what has a name lies by its name, lists lie
/// as they were written.
public struct Declarations: Codable, Hashable, Sendable {
    public var organisation = Organisation()
    public var channels: [ChannelEntry] = []
    /// Touchpoints that have more than one name.
    public var touchpoints: [SameNames] = []
    /// Roles and successes where a service says nothing of its own, and of events that name no service.
    public var roles = Roles()
    public var services: [Service] = []
    /// Where a service says nothing of its own.
    public var goals = Goals()
    public var phases: [Phase] = []
    public var references: [Reference] = []
    public var annotations: [Annotation] = []
    /// The first is what a funnel opens with.
    public var funnels: [Funnel] = []

    public init() {}

    public struct Organisation: Codable, Hashable, Sendable {
        public var name: String?
        /// For days and months, where nobody names another.
        public var zone: Zone?
        public var currency: String?
        public var language: String?
        /// The first month of the fiscal year, 1…12.
        public var fiscalYear: Int?

        public init() {}
    }

    /// A name, and others that mean the same.
    public struct SameNames: Codable, Hashable, Sendable {
        public var name: String
        public var same: [String]

        public init(name: String, same: [String]) {
            self.name = name
            self.same = same
        }
    }

    public struct ChannelEntry: Codable, Hashable, Sendable {
        public var name: String
        public var kind: ChannelWord?
        public var same: [String]

        public init(name: String, kind: ChannelWord? = nil, same: [String] = []) {
            self.name = name
            self.kind = kind
            self.same = same
        }
    }

    public struct Service: Codable, Hashable, Sendable {
        public var name: String
        public var same: [String] = []
        public var roles = Roles()
        public var funnel: Funnel?
        public var goals = Goals()

        public init(name: String) {
            self.name = name
        }
    }

    /// The parts that touchpoints play, and which outcomes are a success (D12).
    public struct Roles: Codable, Hashable, Sendable {
        public struct Entry: Codable, Hashable, Sendable {
            public var role: TouchpointRole
            /// A touchpoint, perhaps on some channels only.
            public var step: StepPredicate

            public init(role: TouchpointRole, step: StepPredicate) {
                self.role = role
                self.step = step
            }
        }

        /// By role, then as they were written.
        public var entries: [Entry] = []
        public var success: [String] = []

        public init() {}
    }

    /// Steps to open a funnel with.
    public struct Funnel: Codable, Hashable, Sendable {
        /// Nil: that of a service.
        public var name: String?
        public var steps: [FunnelStep]
        public var within: Milliseconds?

        public init(name: String? = nil, steps: [FunnelStep], within: Milliseconds? = nil) {
            self.name = name
            self.steps = steps
            self.within = within
        }
    }

    /// A part of a whole journey, from becoming aware to what comes after.
    public struct Phase: Codable, Hashable, Sendable {
        public var name: PhaseName
        public var touchpoints: [String]

        public init(name: PhaseName, touchpoints: [String]) {
            self.name = name
            self.touchpoints = touchpoints
        }
    }

    public enum PhaseName: String, CaseIterable, Codable, Hashable, Sendable {
        case awareness, application, decision, support, after
    }

    /// A value from outside, to stand beside one's own.
    public struct Reference: Codable, Hashable, Sendable {
        public var measure: Goals.Key
        public var value: Double
        public var whose: String
        public var date: CivilDate?
        public var source: String?
        public var service: String?

        public init(measure: Goals.Key, value: Double, whose: String) {
            self.measure = measure
            self.value = value
            self.whose = whose
        }
    }

    /// A day on which something changed.
    public struct Annotation: Codable, Hashable, Sendable {
        public var date: CivilDate
        public var text: String
        public var service: String?
        /// Who is affected.
        public var who: String?

        public init(date: CivilDate, text: String, service: String? = nil, who: String? = nil) {
            self.date = date
            self.text = text
            self.service = service
            self.who = who
        }
    }
}

extension Declarations {
    /// What a declaration calls the kind of a channel: more words than rules tell apart.
    public enum ChannelWord: String, CaseIterable, Codable, Hashable, Sendable {
        case digital, assisted, message, phone, counter, post

        /// The kind by which rules go (D13).
        public var kind: Channel.Kind {
            switch self {
            case .digital: .digital
            case .message: .message
            case .assisted, .phone, .counter, .post: .assisted
            }
        }
    }

    /// What figures should be.
    public struct Goals: Codable, Hashable, Sendable {
        public enum Key: String, CaseIterable, Codable, Hashable, Sendable {
            case completion
            case takeUp = "take-up"
            case cost
            case satisfaction
            case preferenceCaptured = "preference-captured"
            case preferenceUsed = "preference-used"
            case preferenceHonoured = "preference-honoured"
            /// At most.
            case leak

            /// What a goal may be: an amount, or a share.
            public var range: ClosedRange<Double> { 0...(self == .cost ? 1e12 : 1) }
        }

        private struct Entry: Codable, Hashable, Sendable {
            var key: Key
            var value: Double
        }

        /// In the order of their keys.
        private var entries: [Entry] = []

        public init() {}

        public var isEmpty: Bool { entries.isEmpty }

        public subscript(key: Key) -> Double? {
            get { entries.first { $0.key == key }?.value }
            set {
                var values = Key.allCases.map { key in entries.first { $0.key == key } }
                for (place, known) in Key.allCases.enumerated() where known == key {
                    values[place] = newValue.map { Entry(key: key, value: $0) }
                }
                entries = values.compactMap { $0 }
            }
        }

        /// What is not said here is as `other` has it.
        public func over(_ other: Goals) -> Goals {
            var goals = self
            for key in Key.allCases where goals[key] == nil { goals[key] = other[key] }
            return goals
        }
    }
}
