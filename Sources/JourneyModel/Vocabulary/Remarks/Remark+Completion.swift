/// Of transactions, what they cost, and how satisfied people were (D12 to D15).
extension Remark {
    public static let noStartRole = Remark(.noStartRole)
    public static let noCompletion = Remark(.noCompletion)
    public static let startsOfNobody = Remark(.startsOfNobody)
    public static let nobodyStarted = Remark(.nobodyStarted)

    public static func completionsOutnumberStarts(
        completions: Int,
        starts: Int,
        withoutStart: Int,
        startedBefore: Int
    ) -> Remark {
        Remark(
            .completionsOutnumberStarts,
            [
                "completions": .count(completions), "starts": .count(starts), "withoutStart": .count(withoutStart),
                "startedBefore": startedBefore > 0 ? .count(startedBefore) : nil,
            ]
        )
    }

    public static func completionsWithoutStart(_ completions: Int) -> Remark {
        Remark(.completionsWithoutStart, ["completions": .count(completions)])
    }

    public static func completionsWithoutStartPoint(_ completions: Int) -> Remark {
        Remark(.completionsWithoutStartPoint, ["completions": .count(completions)])
    }

    public static func transactionsOfNobody(_ events: Int) -> Remark {
        Remark(.transactionsOfNobody, ["events": .count(events)])
    }

    public static let nothingCompleted = Remark(.nothingCompleted)
    public static let noChannelKind = Remark(.noChannelKind)

    public static func completionsOfUnknownKind(_ completions: Int) -> Remark {
        Remark(.completionsOfUnknownKind, ["completions": .count(completions)])
    }

    public static func latestPeriodsOnly(_ most: Int) -> Remark {
        Remark(.latestPeriodsOnly, ["most": .number(Double(most))])
    }

    public static let noCosts = Remark(.noCosts)

    public static func severalCurrencies(_ currencies: [String]) -> Remark {
        Remark(.severalCurrencies, ["currencies": .names(currencies)])
    }

    public static func costsByServiceOnly(_ dimension: String) -> Remark {
        Remark(.costsByServiceOnly, ["dimension": .name(dimension)])
    }

    public static let noDataInYear = Remark(.noDataInYear)
    public static let noServiceWithCosts = Remark(.noServiceWithCosts)
    public static let noChannelWithCosts = Remark(.noChannelWithCosts)

    public static func dataCoverDays(_ days: Int) -> Remark {
        Remark(.dataCoverDays, ["days": .number(Double(days))])
    }

    public static func servicesWithoutCosts(_ services: [String]) -> Remark {
        Remark(.servicesWithoutCosts, ["services": .names(services)])
    }

    public static func feedbackNotFilterable(_ dimension: String) -> Remark {
        Remark(.feedbackNotFilterable, ["dimension": .name(dimension)])
    }

    public static let noRatings = Remark(.noRatings)
    public static let nobodyRated = Remark(.nobodyRated)

    public static func satisfied(_ satisfied: Int, of ratings: Int) -> Remark {
        Remark(.satisfied, ["satisfied": .rate(satisfied, of: ratings)])
    }

    public static func ratingsOutsideScale(_ ratings: Int) -> Remark {
        Remark(.ratingsOutsideScale, ["ratings": .count(ratings)])
    }

    public static func fewRatingsNoInterval(below limit: Int) -> Remark {
        Remark(.fewRatingsNoInterval, ["limit": .number(Double(limit))])
    }

    public static func fewRatingsBootstrap(below limit: Int) -> Remark {
        Remark(.fewRatingsBootstrap, ["limit": .number(Double(limit))])
    }

    public static let traitMostlyUnknown = Remark(.traitMostlyUnknown)
    public static let nobodySeenToStart = Remark(.nobodySeenToStart)
    public static let noTransactionDue = Remark(.noTransactionDue)
}
