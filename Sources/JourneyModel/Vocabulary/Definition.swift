/// A rule in plain words, as the receipt and the help show it.
public struct Definition: Codable, Hashable, Sendable {
    public var id: DefinitionID
    public var title: String
    public var text: String
    /// Where the rule comes from; "this project's own rule" where no outside source gives it.
    public var source: String

    /// The rule with `id`.
    public static func of(_ id: DefinitionID) -> Definition {
        let (title, text, source) = words(id)
        return Definition(id: id, title: title, text: text, source: source)
    }

    private static func words(_ id: DefinitionID) -> (title: String, text: String, source: String) {
        switch id {
        case .d0:
            (
                "Conventions",
                "A figure whose denominator is 0 or unknown is absent and drawn as a dash, never as 0. Every rate carries its n and its interval.",
                "GOV.UK Performance Platform"
            )
        case .d1:
            (
                "Order of events",
                "By time, then sequence, then import row. Events at the same instant may be matched in any order (permissive), only strictly later (strict), or in the order of the file.",
                "ClickHouse windowFunnel; PostHog"
            )
        case .d2:
            (
                "Depth in a funnel",
                "The largest number of steps matched by distinct events in order, the last within the conversion window after the first, the edge inside.",
                "ClickHouse windowFunnel; Mixpanel; Piwik PRO for optional steps"
            )
        case .d3:
            (
                "Who counts in a funnel",
                "Entered: a step-1 event in range. Converted: reached the last step. Pending: not converted, and the window after the latest entry is still open. Dropped: the rest; without a window nobody is pending, and the rest is called not converted. The range governs the entry only.",
                "Amplitude's step-1 rule; pending is this project's own rule"
            )
        case .d4:
            (
                "Time to convert",
                "From the earliest entry of the deepest chain to its last step; quantiles by rule R-7; the curve is Kaplan-Meier with Greenwood's variance over all entrants.",
                "Hyndman and Fan R-7; Kaplan and Meier; PostHog's bins"
            )
        case .d5:
            (
                "Exclusions",
                "Disqualify: an entry with an exclusion before it converts is void. Drop: it ends there. Restart: progress is void.",
                "PostHog (disqualify), Mixpanel (drop); restart is this project's own rule"
            )
        case .d6:
            (
                "Attribution in a breakdown",
                "The first or last value set in the chain, the value at one step, or every step. A missing value is '(not set)'.",
                "PostHog; Mixpanel"
            )
        case .d7:
            (
                "Intervals and comparisons",
                "Rates have 95% Wilson intervals, differences of rates Newcombe's. A segment is compared with the rest, not with the whole that contains it.",
                "Wilson 1927; Newcombe 1998"
            )
        case .d9:
            (
                "Paths",
                "Pairs of consecutive events of one subject; where those who dropped went next; whole sequences and the share of subjects that follow each.",
                "process mining, as in pm4py and bupaR"
            )
        case .d10:
            (
                "Journeys and sessions",
                "A session ends with a gap of more than 30 minutes. A journey is a case, else one person and one service until its end or 28 days without an event.",
                "edeaR; web analytics practice"
            )
        case .d12:
            (
                "Completion rate",
                "Completed transactions of those started. Completed means any end point where the service did what it should, 'not eligible' included; where a service declares an end point only that counts, else an outcome. A transaction is a case, else one person in one service until it is completed or rests for 28 days. Completions without a start are left out and said; more completions than starts are refused.",
                "GOV.UK service manual; how events are joined is this project's own rule"
            )
        case .d13:
            (
                "Digital take-up",
                "Completed digitally of all completed, assisted digital included. A transaction's channel is that of its main interaction: of what was submitted (role submit), else of the last inbound event up to its completion. A decision by letter, a notice, or what staff or a system do never decides it, but a start or submission that staff type in for somebody; where there is nothing else, the last that staff or a system did does.",
                "GOV.UK service manual, current form; what staff type in, and what decides where there is nothing else, are this project's own rules"
            )
        case .d14:
            (
                "Cost per transaction",
                "Cost of providing the service over completed transactions of the same twelve months, both cut to the time that the data and the costs cover. A shared cost is split over channels by their share of completions.",
                "GOV.UK service manual; the cut is this project's own rule"
            )
        case .d15:
            (
                "Satisfaction",
                "(mean rating - 1) / 4 on a scale of 1 to 5, other scales from 1 likewise. The interval is normal from 30 ratings on, below that a bootstrap with a fixed seed.",
                "GOV.UK Performance Platform"
            )
        case .d16:
            (
                "Preference pipeline",
                "Of the people contacted: asked for a preference, captured, usable (consent and a working contact point), used (routing cites it), honoured (reached on the first choice). Kappa takes out what chance alone would honour. A service's own preference comes before the one for every service, the newest first choice counts, 'no preference' is a value. A service asks for what a prompt is recorded for; that somebody answered does not say that it asked. A contact point works unless the last contact on it was not delivered; two first choices within a day are a conflict; one older than 365 days is stale.",
                "stages from a 2014 survey of UK public bodies; formulas are this project's own; Cohen 1960"
            )
        case .d17:
            (
                "Consent",
                "State by person, purpose and channel: the newest record for the channel, or for every one, decides; of one instant the most restrictive; missing is never granted. A contact is covered by the person's consent for its own purpose, and where that says nothing by the one for communication; what neither speaks of is uncovered. When ids are found to be one person, the most restrictive of their states holds until that person says something anew. A contact after a refusal or withdrawal must not happen.",
                "Apache Unomi; Snowplow; which record decides is this project's own rule"
            )
        case .d18:
            (
                "Avoidable contact",
                "A contact is a run of inbound events of one person on one assisted channel and service without a gap of more than 30 minutes, however many they are. One with a step of a transaction (role start, step, submit or end) is a transaction made with staff and no contact; where a service declares contacts (role contact), a run without one is none either. An event of nobody known is one by itself. Inferred of contacts: chasing an open case between submission and outcome; coming back within 7 days of a resolved one; or within 24 hours of a digital attempt that was neither submitted nor completed, counted from its last digital event.",
                "NI 14; HMRC; the inference is this project's own rule"
            )
        case .d20:
            (
                "Consistency across channels",
                "The same service gives the same result on every channel: 1 minus the weighted spread, 1 is identical. A transaction's channel is that of D13, as far as its 28 days tell. A hand-off is a change of channel from one inbound event of a journey to the next, up to and with the event that completes it; notices, and what comes after, are none.",
                "this project's own rule"
            )
        case .d21:
            (
                "Equity",
                "A group's completion against the rest, as a difference with its interval: of transactions started in range whose 28 days are over, those completed within 28 days.",
                "this project's own rule; Newcombe 1998"
            )
        case .d22:
            (
                "Personalisation",
                "Outbound contacts tailored to the person, of all outbound contacts.",
                "this project's own rule"
            )
        case .d23:
            (
                "Feedback loop",
                "Share of a service's kinds of end point (success, other completion, failure) at which feedback is asked for.",
                "GOV.UK service manual"
            )
        case .d24:
            (
                "Maturity",
                "A stage is held when each of its criteria is at least Largely met and each criterion of every lower stage Fully (N to 15, P to 50, L to 85, F above). A measurement needs 10 persons, contacts or transactions and 90 days, else there is not enough evidence; an assertion counts as Partially at most; past its expiry evidence counts one grade lower. Any contact after a withdrawal fails P4.",
                "CMMI; ISO/IEC 33020; the five stages from a 2024 article"
            )
        case .d25:
            (
                "Disclosure control",
                "What is public shows no count of 1 to k - 1 (k is 10, or as set): such a count is hidden, others are rounded. Totals are of rounded parts; where one part alone is hidden, a second is. Rates are whole percent of rounded counts; quantiles, branches and variants need k; the least, the most and lists of people are never shown; nor is a view that differs from one shown before by fewer than k. A difference of two shown counts that is smaller than k stands for every number from 1 to k - 1.",
                "ONS; CMS; ACRO; NHS midpoint rounding"
            )
        case .d26:
            (
                "Identity",
                "Ids known to be one person count as one; events are never rewritten and a merge can be undone. Of a trait the value known last counts, whichever id it is of.",
                "Segment; Snowplow"
            )
        case .d27:
            (
                "Data quality",
                "Events without person, service or channel, odd times, groups of events of one person or case at one instant, identical rows, and days (in UTC) without an event between the first event, not before 1990, and the horizon.",
                "this project's own rule"
            )
        case .d28:
            (
                "Time of knowledge",
                "The horizon is the latest event that is not later than its own recording, or than its import where it has none; an as-of time moves it earlier. Later events are counted and do not move it. Under an as-of time, what was recorded later does not count.",
                "CloudEvents; Segment; Snowplow"
            )
        }
    }
}
