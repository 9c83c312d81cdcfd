public import JourneyModel

/// What people thought, in range: ratings on their scale, and persons who gave a low one.
///
/// Feedback that names a person goes with the person; what names nobody lies, like the events of nobody, in one part of a
/// store only.
public struct RatingsTally: Tally {
    /// Of one service.
    public struct Service: Tally {
        public var ratings: RatingCounts
        /// Persons with a rating below 4 of 5, each once; a rating of nobody stands for a person of its own.
        public var dissatisfied: Int

        public init(ratings: RatingCounts = RatingCounts(), dissatisfied: Int = 0) {
            self.ratings = ratings
            self.dissatisfied = dissatisfied
        }

        public mutating func add(_ other: Service) {
            ratings.add(other.ratings)
            dissatisfied += other.dissatisfied
        }
    }

    /// Whether the store has feedback at all.
    public var isKnown: Bool
    /// Scores that their scale does not have, whenever they were given.
    public var outsideScale: Int
    public var overall: RatingCounts
    /// By the service's name.
    public var services: TallyTable<String, Service>
    public var periods: TallyTable<Period, RatingCounts>

    public init(
        isKnown: Bool,
        outsideScale: Int,
        overall: RatingCounts,
        services: TallyTable<String, Service> = TallyTable(),
        periods: TallyTable<Period, RatingCounts> = TallyTable()
    ) {
        self.isKnown = isKnown
        self.outsideScale = outsideScale
        self.overall = overall
        self.services = services
        self.periods = periods
    }

    public mutating func add(_ other: RatingsTally) {
        isKnown = isKnown || other.isKnown
        outsideScale += other.outsideScale
        overall.add(other.overall)
        services.add(other.services)
        periods.add(other.periods)
    }

    /// The score of some of these ratings, in `scope`.
    func satisfaction(_ ratings: RatingCounts?, in scope: Scope) -> Measure {
        if let other = scope.notOfFeedback { return .absent(.d15, because: .feedbackNotFilterable(other)) }
        if !isKnown { return .absent(.d15, because: .noRatings) }
        return (ratings ?? RatingCounts()).measure(outsideScale: outsideScale)
    }
}

extension Scope {
    /// Dimensions that feedback carries itself.
    private static let ofFeedback = [Dimension.service, Dimension.channel, Dimension.touchpoint, Dimension.outcome]

    /// The first dimension by which feedback cannot be filtered: no figure of it can be given.
    public var notOfFeedback: String? {
        filters.map(\.dimension).first { dimension in
            !Scope.ofFeedback.contains(dimension) && Dimension.subject(of: dimension) != .person
        }
    }
}
