import Canvas
import JourneyModel

/// What stands below the matrix where a screen is tall: every service with its pipeline, and all that is else behind keys.
struct PreferencesRoom {
    private let result: PreferencesResult
    private let isWide: Bool
    /// The lines of the services.
    let services: Int

    /// A store may have consent for very many purposes; `g` shows more.
    private static let mostPurposes = 6

    /// Nil where not all of it has room.
    ///
    /// - Parameter height: what is left for it below the matrix, with the gap between its two parts.
    init?(_ result: PreferencesResult, width: Int, height: Int) {
        self.result = result
        isWide = width >= PreferencesView.leastForTwo
        services = PreferenceServicesView.height(result)
        guard services + 1 + sections <= height else { return nil }
    }

    /// The lines of consent, content, records and survey: two beside the other or one below the other.
    var sections: Int { isWide ? max(records, survey) : records + 1 + survey }

    private var records: Int { consent + 1 + content + 2 + PreferenceFacts.warningRows(result) }

    private var content: Int { PreferenceRecordsView.contentRows(result) }

    private var survey: Int {
        let rows = SurveyComparison.all(result.survey)
        return rows.count + (rows.contains { $0.here.value == nil } ? 2 : 1)
    }

    private var consent: Int { PreferenceRecordsView.purposeRows(result, most: Self.mostPurposes) + 1 }

    func draw(on canvas: inout Canvas) {
        let panels = [Panel.flexible(), Panel.flexible()]
        let rects =
            isWide
            ? Layout.columns(canvas.bounds, panels, gap: PreferencesView.listGap)
            : Layout.rows(canvas.bounds, [.fixed(records), .fixed(survey)], gap: 1)
        if let rect = rects[0] { canvas.region(rect) { drawRecords(on: &$0) } }
        if let rect = rects[1] {
            canvas.region(rect) { canvas in
                let rows = SurveyComparison.all(result.survey)
                PreferenceRecordsView.drawSurvey(rows, services: result.survey.services, on: &canvas)
            }
        }
    }

    /// The red line itself stands at the head of the screen.
    private func drawRecords(on canvas: inout Canvas) {
        canvas.region(x: 0, y: 0, width: canvas.width, height: consent - 1) {
            PreferenceRecordsView.drawPurposes(result, most: Self.mostPurposes, on: &$0)
        }
        PreferenceRecordsView.drawAfterWithdrawal(result, x: 2, y: consent - 1, on: &canvas)
        let rect = Rect(x: 0, y: consent + 1, width: canvas.width, height: content)
        canvas.region(rect) { PreferenceRecordsView.drawContentFigures(result, on: &$0) }
        PreferenceFacts.drawRecords(result, y: rect.maxY + 1, on: &canvas)
        PreferenceFacts.drawWarnings(result, y: rect.maxY + 2, on: &canvas)
    }
}
