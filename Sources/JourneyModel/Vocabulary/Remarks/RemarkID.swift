/// What an answer can say in words. The words themselves are those of whoever prints: `Wording` has them, once, and does not
/// compile without those of a new one. In JSON the id stands beside the English text.
public enum RemarkID: String, CaseIterable, Codable, Hashable, Sendable {
    // MARK: Figures

    case nobodyToCount = "nobody-to-count"
    case noShare = "no-share"
    case noData = "no-data"
    case notAskedFor = "not-asked-for"
    case names

    // MARK: Disclosure control

    case hiddenFew = "hidden-few"
    case hiddenWithAnother = "hidden-with-another"
    case allAlike = "all-alike"
    case roundedToFive = "rounded-to-five"
    case roundedToMidpoint = "rounded-to-midpoint"
    case evidenceNotSaid = "evidence-not-said"
    case moreCompletionsThanStarts = "more-completions-than-starts"

    // MARK: Completion

    case noStartRole = "no-start-role"
    case noCompletion = "no-completion"
    case startsOfNobody = "starts-of-nobody"
    case nobodyStarted = "nobody-started"
    case completionsOutnumberStarts = "completions-outnumber-starts"
    case completionsWithoutStart = "completions-without-start"
    case completionsWithoutStartPoint = "completions-without-start-point"
    case transactionsOfNobody = "transactions-of-nobody"
    case nothingCompleted = "nothing-completed"
    case noChannelKind = "no-channel-kind"
    case completionsOfUnknownKind = "completions-of-unknown-kind"
    case latestPeriodsOnly = "latest-periods-only"
    case noCosts = "no-costs"
    case severalCurrencies = "several-currencies"
    case costsByServiceOnly = "costs-by-service-only"
    case noDataInYear = "no-data-in-year"
    case noServiceWithCosts = "no-service-with-costs"
    case noChannelWithCosts = "no-channel-with-costs"
    case dataCoverDays = "data-cover-days"
    case servicesWithoutCosts = "services-without-costs"
    case feedbackNotFilterable = "feedback-not-filterable"
    case noRatings = "no-ratings"
    case nobodyRated = "nobody-rated"
    case satisfied
    case ratingsOutsideScale = "ratings-outside-scale"
    case fewRatingsNoInterval = "few-ratings-no-interval"
    case fewRatingsBootstrap = "few-ratings-bootstrap"
    case traitMostlyUnknown = "trait-mostly-unknown"
    case nobodySeenToStart = "nobody-seen-to-start"
    case noTransactionDue = "no-transaction-due"

    // MARK: Contacts

    case nobodyGotInTouch = "nobody-got-in-touch"
    case noAssistedChannel = "no-assisted-channel"
    case noAttemptLost = "no-attempt-lost"
    case noStartOfAttempts = "no-start-of-attempts"
    case noClosingOutcome = "no-closing-outcome"
    case noResolvedContact = "no-resolved-contact"
    case filterHidesContacts = "filter-hides-contacts"

    // MARK: Preferences

    case noDirection = "no-direction"
    case noOutboundInScope = "no-outbound-in-scope"
    case noPreferences = "no-preferences"
    case traitSaysNotWhoWasAsked = "trait-says-not-who-was-asked"
    case noPrompts = "no-prompts"
    case noConsentGrantsNothing = "no-consent-grants-nothing"
    case noRoutingColumn = "no-routing-column"
    case nobodyHadPreference = "nobody-had-preference"
    case nobodyHadChosen = "nobody-had-chosen"
    case noContentPreferences = "no-content-preferences"
    case noTailoring = "no-tailoring"
    case nobodyHadContentPreference = "nobody-had-content-preference"
    case noConsent = "no-consent"
    case nobodyAskedForConsent = "nobody-asked-for-consent"
    case noPreferenceRows = "no-preference-rows"
    case noServiceInScope = "no-service-in-scope"
    case noRouting = "no-routing"
    case choseNoChannel = "chose-no-channel"
    case preferencesFromTrait = "preferences-from-trait"
    case contactsWithoutChannel = "contacts-without-channel"
    case contactPointsAssumed = "contact-points-assumed"

    // MARK: Funnels and paths

    case noWindow = "no-window"
    case groupsOverlap = "groups-overlap"
    case stepsSuggested = "steps-suggested"
    case stepsByRoles = "steps-by-roles"
    case stepsBetween = "steps-between"
    case stepsLeftOut = "steps-left-out"
    case ofEveryService = "of-every-service"
    case ofEntryService = "of-entry-service"
    case brokenDown = "broken-down"
    case firstTouch = "first-touch"
    case lastTouch = "last-touch"
    case everyStep = "every-step"
    case stepNumber = "step-number"
    case earliestEntry = "earliest-entry"
    case occurrences
    case firstOfEachSubject = "first-of-each-subject"
    case countedAsOne = "counted-as-one"
    case kept
    case periodsOfCalendar = "periods-of-calendar"

    // MARK: Scopes

    case nothingHas = "nothing-has"

    // MARK: Facts

    case outboundContacts = "outbound-contacts"
    case contactsToPreferrers = "contacts-to-preferrers"
    case contactsToChoosers = "contacts-to-choosers"
    case preferencesAsOf = "preferences-as-of"
    case window
    case order
    case entry
    case ties
    case stepInstants = "step-instants"
    case excluded
    case exclusionPolicy = "exclusion-policy"
    case entriesExcluded = "entries-excluded"
    case subjectsLeftOut = "subjects-left-out"
    case interveningEvents = "intervening-events"
    case breakdown
    case periods
    case transitionsCountedBy = "transitions-counted-by"
    case countedFrom = "counted-from"
    case consecutiveRepeats = "consecutive-repeats"
    case transactionsStarted = "transactions-started"
    case completedWithStart = "completed-with-start"
    case completedWithoutStart = "completed-without-start"
    case completedWithoutStartPoint = "completed-without-start-point"
    case completedWell = "completed-well"
    case journeyEndsAfter = "journey-ends-after"
    case neededSpan = "needed-span"
    case dataSpan = "data-span"
    case transactionsDue = "transactions-due"
    case completedWithin = "completed-within"
    case digitalAttempts = "digital-attempts"
    case digitalAttemptsLost = "digital-attempts-lost"
    case attemptLostAfter = "attempt-lost-after"
    case contactRepeatsWithin = "contact-repeats-within"
    case rowsRead = "rows-read"
    case rowsStored = "rows-stored"
    case rowsDuplicate = "rows-duplicate"
    case rowsRejected = "rows-rejected"
    case idsMerged = "ids-merged"
    case rowsAreNoSample = "rows-are-no-sample"

    // MARK: Stores

    case withoutPerson = "without-person"
    case withoutCase = "without-case"
    case withoutChannel = "without-channel"
    case withoutService = "without-service"
    case before1990 = "before-1990"
    case inFuture = "in-future"
    case identicalRows = "identical-rows"
    case atSameInstant = "at-same-instant"

    // MARK: Evidence

    case peopleContacted = "people-contacted"
    case contactsToPeopleWithPreference = "contacts-to-people-with-preference"
    case contactsToPeopleWithChoice = "contacts-to-people-with-choice"
    case peopleAsked = "people-asked"
    case outboundContactsMade = "outbound-contacts-made"
    case transactionsOver = "transactions-over"
    case digitalCompletions = "digital-completions"
    case peopleOnSeveralChannels = "people-on-several-channels"
    case contactsAfterWithdrawal = "contacts-after-withdrawal"
    case servicesOf = "services-of"
    case servicesImproved = "services-improved"
    case endPointsOf = "end-points-of"
    case eventsOf = "events-of"
    case eventsOfKnownActor = "events-of-known-actor"
    case handOffs = "hand-offs"
    case worstService = "worst-service"
    case worstGroup = "worst-group"
    case withNote = "with-note"
    case tooLittleEvidence = "too-little-evidence"
    case notEnoughEvidence = "not-enough-evidence"
    case noEvidence = "no-evidence"
    case attested
    case asserted
    case onlyAsserted = "only-asserted"
    case pastExpiry = "past-expiry"
    case notMeasuredYet = "not-measured-yet"
    case supposed
    case oneChannelOnly = "one-channel-only"
    case feedbackNotClosed = "feedback-not-closed"
    case noExperiments = "no-experiments"
    case noInterventions = "no-interventions"
    case spanTooShort = "span-too-short"
    case noOutboundContact = "no-outbound-contact"
    case feedbackLacks = "feedback-lacks"
    case noFeedback = "no-feedback"
    case nothingEnded = "nothing-ended"
    case noCase = "no-case"
    case nobodyOnSeveralChannels = "nobody-on-several-channels"
    case noHandOffDue = "no-hand-off-due"
    case completionUndefined = "completion-undefined"
    case noService = "no-service"
    case noDigitalChannel = "no-digital-channel"
    case noStart = "no-start"
    case noInformationRole = "no-information-role"
    case noEvent = "no-event"
    case noActor = "no-actor"
    case noActorKnown = "no-actor-known"
    case nothingDigitalCompleted = "nothing-digital-completed"
    case noServiceWithTwoChannels = "no-service-with-two-channels"
    case noTrait = "no-trait"
    case noTwoGroups = "no-two-groups"
    case tooFewQuarters = "too-few-quarters"
    case noServiceInBothQuarters = "no-service-in-both-quarters"

    // MARK: Overviews

    case completionRose = "completion-rose"
    case completionFell = "completion-fell"
    case serviceRoseMost = "service-rose-most"
    case serviceFellMost = "service-fell-most"
    case groupCompletesLeast = "group-completes-least"
    case gapCaptured = "gap-captured"
    case gapUsed = "gap-used"
    case gapHonoured = "gap-honoured"
    case gapContacts = "gap-contacts"
    case gapCompletion = "gap-completion"
    case gapTakeUp = "gap-take-up"
    case gapSatisfaction = "gap-satisfaction"
    case gapLeak = "gap-leak"
    case gapRest = "gap-rest"
    case completesLess = "completes-less"

    // MARK: Groups of people

    case groupConverted = "group-converted"
    case groupReached = "group-reached"
    case groupStopped = "group-stopped"
    case groupPending = "group-pending"
    case theStep = "the-step"
    case groupEntered = "group-entered"
    case groupOfConverted = "group-of-converted"
    case groupUnconverted = "group-unconverted"
    case groupContactedAfterWithdrawal = "group-contacted-after-withdrawal"
    case groupPreferenceMissing = "group-preference-missing"
    case groupPreferenceNotUsed = "group-preference-not-used"
    case groupReachedElsewhere = "group-reached-elsewhere"
    case groupReachedElsewhereThan = "group-reached-elsewhere-than"
    case groupUnfinished = "group-unfinished"
    case groupNotOnline = "group-not-online"
    case groupDissatisfied = "group-dissatisfied"
    case groupLeaked = "group-leaked"
    case groupWithTrait = "group-with-trait"
    case sinceConverted = "since-converted"
    case sinceEntered = "since-entered"
    case sinceReached = "since-reached"
    case sinceContacted = "since-contacted"
    case sinceStarted = "since-started"
    case sinceFinished = "since-finished"
    case sinceRated = "since-rated"
    case sinceAskedStaff = "since-asked-staff"

    // MARK: People in a list

    case whyWithdrew = "why-withdrew"
    case whyRefused = "why-refused"
    case whyNoAnswer = "why-no-answer"
    case whyNeverAsked = "why-never-asked"
    case whyNotCited = "why-not-cited"
    case whyReachedElsewhere = "why-reached-elsewhere"
    case whyNotFinished = "why-not-finished"
    case whyFinishedOn = "why-finished-on"
    case whyRated = "why-rated"
    case whyAskedStaff = "why-asked-staff"
    case whyFinishedInTime = "why-finished-in-time"
    case whyConverted = "why-converted"
    case whyStepsDone = "why-steps-done"
    case earlier
    case unknownChannel = "unknown-channel"
    case noChannelInParticular = "no-channel-in-particular"
}
