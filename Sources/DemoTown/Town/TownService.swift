import JourneyModel

/// The twelve services. Of them seven collect a preferred channel and three use it; six keep a content preference, three
/// ask for it and two use it; five ask nothing: the shares of the seed survey (definitions), as near as twelve allow.
enum TownService: Int, CaseIterable {
    case councilTax, parking, blueBadge, housing, schoolPlaces, planning
    case waste, libraries, identityCard, benefits, birth, licence

    var plan: ServicePlan { TownService.plans[rawValue] }

    var name: String { plan.name }

    private static let plans: [ServicePlan] = allCases.map(\.makePlan)

    private var makePlan: ServicePlan {
        switch self {
        case .councilTax:
            ServicePlan(
                name: "council tax",
                code: "CT",
                need: 205,
                months: [8, 8, 16, 34, 14, 8, 7, 7, 8, 8, 7, 6],
                hasPayment: true,
                keep: [760, 1000, 820, 970],
                preferences: PreferencePlan(collectsChannel: true, usesChannel: true),
                asksAfterFailure: true,
                members: 270
            )
        case .parking:
            ServicePlan(
                name: "parking permit",
                code: "PP",
                need: 205,
                hasUpload: true,
                hasPayment: true,
                keep: [780, 840, 850, 980],
                sentToWeb: 300,
                preferences: PreferencePlan(collectsChannel: true, asks: 960, capturesContent: true, luck: 315)
            )
        case .blueBadge:
            ServicePlan(
                name: "blue badge",
                code: "BB",
                need: 180,
                ages: [60, 70, 100, 160],
                hasUpload: true,
                hasDecision: true,
                keep: [708, 724, 782, 905],
                leak: 130,
                processing: .hours(1, 3, 7, 16, 60),
                finding: .hours(0, 2, 8, 20, 90),
                preferences: PreferencePlan(collectsChannel: true, capturesContent: true, luck: 330),
                asksAfterFailure: true,
                scores: [7, 9, 18, 36, 30]
            )
        case .housing:
            ServicePlan(
                name: "housing",
                code: "HS",
                need: 175,
                ages: [150, 130, 80, 50],
                hasUpload: true,
                hasDecision: true,
                keep: [780, 830, 850, 950],
                leak: 240,
                processing: .hours(1, 6, 20, 44, 120),
                finding: .minutes(5, 15, 50, 300, 2200),
                sentToWeb: 450,
                preferences: PreferencePlan(
                    collectsChannel: true,
                    asksContent: true,
                    capturesContent: true,
                    luck: 165,
                    wishes: [8, 38, 20, 30, 4]
                ),
                notices: [0, 0, 0, 0, 6, 50, 44, 0],
                asksAfterFailure: true,
                scores: [9, 11, 20, 34, 26]
            )
        case .schoolPlaces:
            ServicePlan(
                name: "school places",
                code: "SP",
                need: 140,
                ages: [80, 220, 60, 8],
                months: [40, 12, 7, 6, 5, 5, 6, 11, 34, 14, 10, 12],
                hasUpload: true,
                hasDecision: true,
                keep: [790, 880, 890, 960],
                processing: .hours(1, 3, 8, 24, 60),
                finding: .minutes(4, 10, 25, 90, 900),
                sentToWeb: 400,
                preferences: PreferencePlan(
                    collectsChannel: true,
                    capturesContent: true,
                    luck: 222,
                    wishes: [6, 28, 24, 38, 4]
                ),
                notices: [0, 0, 0, 0, 8, 38, 54, 0]
            )
        case .planning:
            ServicePlan(
                name: "planning",
                code: "PL",
                need: 35,
                ages: [20, 110, 160, 70],
                hasUpload: true,
                hasPayment: true,
                hasDecision: true,
                endsWithLetter: true,
                keep: [640, 820, 860, 950],
                processing: .hours(2, 20, 40, 80, 160),
                finding: .hours(0, 3, 12, 40, 120),
                notices: [0, 0, 0, 0, 55, 0, 45, 0],
                scores: [10, 12, 22, 34, 22]
            )
        case .waste:
            ServicePlan(
                name: "waste",
                code: "WA",
                need: 125,
                months: [14, 8, 9, 10, 11, 11, 11, 10, 9, 9, 9, 12],
                keep: [850, 1000, 850, 985],
                notices: [0, 0, 0, 0, 15, 30, 55, 0],
                asksAfterFailure: true,
                members: 75
            )
        case .libraries:
            ServicePlan(
                name: "libraries",
                code: "LI",
                need: 125,
                keep: [850, 1000, 850, 985],
                leak: 40,
                preferences: PreferencePlan(
                    collectsChannel: true,
                    usesChannel: true,
                    asksContent: true,
                    capturesContent: true,
                    tailored: 920
                ),
                asksAfterFailure: true,
                scores: [2, 3, 10, 35, 50],
                members: 160
            )
        case .identityCard:
            ServicePlan(
                name: "identity card",
                code: "IC",
                need: 115,
                months: [10, 10, 11, 12, 14, 14, 12, 9, 8, 8, 7, 6],
                hasUpload: true,
                hasPayment: true,
                stampsAsOne: true,
                keep: [760, 820, 870, 975],
                sentToWeb: 300,
                notices: [0, 0, 0, 0, 35, 20, 45, 0]
            )
        case .benefits:
            ServicePlan(
                name: "benefits",
                code: "BE",
                need: 100,
                ages: [130, 110, 90, 80],
                hasUpload: true,
                hasDecision: true,
                keep: [780, 820, 860, 960],
                leak: 140,
                processing: .hours(2, 12, 36, 80, 160),
                finding: .minutes(10, 40, 300, 1500, 7000),
                sentToWeb: 400,
                preferences: PreferencePlan(
                    collectsChannel: true,
                    usesChannel: true,
                    asksContent: true,
                    capturesContent: true,
                    tailored: 920,
                    wishes: [9, 20, 35, 32, 4]
                ),
                notices: [0, 0, 0, 0, 45, 20, 35, 0],
                asksAfterFailure: true,
                scores: [6, 9, 18, 37, 30],
                members: 90
            )
        case .birth:
            ServicePlan(
                name: "birth registration",
                code: "BR",
                need: 40,
                ages: [140, 200, 20, 0],
                isDigital: false,
                keep: [970, 1000, 985, 1000],
                notices: [0, 0, 0, 0, 100, 0, 0, 0],
                scores: [2, 4, 10, 34, 50]
            )
        case .licence:
            ServicePlan(
                name: "business licence",
                code: "BL",
                need: 35,
                ages: [60, 130, 130, 20],
                hasUpload: true,
                hasPayment: true,
                hasDecision: true,
                keep: [740, 800, 880, 960],
                processing: .hours(1, 8, 30, 70, 150),
                finding: .hours(0, 2, 8, 30, 100),
                sentToWeb: 400,
                notices: [0, 0, 0, 0, 30, 0, 70, 0]
            )
        }
    }
}
