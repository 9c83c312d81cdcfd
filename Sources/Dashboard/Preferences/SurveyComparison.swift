import JourneyModel
import Wording

/// The services here beside those of the 2014 survey of UK public bodies on personalisation (D16).
struct SurveyComparison: Hashable, Sendable {
    var name: String
    var here: Measure
    /// The survey's share of services; an upper bound where `isBelow`.
    var survey: Double
    var isBelow = false

    var surveyText: String {
        let decimals = abs(survey * 100 - (survey * 100).rounded()) < 0.05 ? 0 : 1
        return (isBelow ? "under " : "") + NumberText.percent(survey, decimals: decimals)
    }

    static func channel(_ form: PreferencesResult.SurveyForm) -> [SurveyComparison] {
        [
            SurveyComparison(name: "collect a preferred channel", here: form.collectChannel, survey: 0.57),
            SurveyComparison(name: "and ever use it", here: form.useChannel, survey: 0.285, isBelow: true),
        ]
    }

    static func content(_ form: PreferencesResult.SurveyForm) -> [SurveyComparison] {
        [
            SurveyComparison(name: "collect content preferences", here: form.captureContent, survey: 0.54),
            SurveyComparison(name: "and ever use them", here: form.useContent, survey: 0.14),
            SurveyComparison(name: "let people ask for both", here: form.askBoth, survey: 0.21),
            SurveyComparison(name: "ask nothing", here: form.askNothing, survey: 0.39),
        ]
    }

    static func all(_ form: PreferencesResult.SurveyForm) -> [SurveyComparison] { channel(form) + content(form) }
}
