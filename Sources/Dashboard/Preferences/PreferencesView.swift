import Canvas
import JourneyModel

/// State and answer to cells: the honoured share, the pipeline, the matrix; then services, the survey, and what is on
/// record, in short or, on a tall screen, in full.
enum PreferencesView {
    private static let widest = 200
    private static let widestRecords = 100
    // What the services and the survey need to stand side by side.
    private static let leastServices = 53
    private static let leastSurvey = 62
    static let listGap = 3
    static var leastForTwo: Int { leastServices + leastSurvey + listGap }

    static func draw(_ context: ViewContext, on canvas: inout Canvas) {
        let state = context.state
        // Wider, a figure would stand too far from what it belongs to.
        let rect = Rect(x: 0, y: 0, width: min(canvas.width, widest), height: canvas.height)
        canvas.region(rect) {
            $0.answer(PreferencesScreen.result(state)) { result, canvas in
                if let empty = PreferencesEmpty.state(result, state) {
                    canvas.emptyState(empty)
                    return
                }
                switch state.place.detail(PreferencesDetail.self) {
                case .channel(let channel): PreferredChannelView.draw(result, channel, state, on: &canvas)
                case .services: PreferenceServicesView.draw(result, state, list: 0, on: &canvas)
                case .content, .consent:
                    let column = Rect(x: 0, y: 0, width: min(canvas.width, widestRecords), height: canvas.height)
                    canvas.region(column) { canvas in
                        guard state.place.detail(PreferencesDetail.self) == .consent else {
                            return PreferenceRecordsView.drawContent(result, on: &canvas)
                        }
                        let hasList = state.listBlocked == nil
                        PreferenceRecordsView.drawConsent(result, hasList: hasList, on: &canvas)
                    }
                default: draw(result, state, on: &canvas)
                }
            }
        }
    }

    private static func draw(_ result: PreferencesResult, _ state: DashboardState, on canvas: inout Canvas) {
        let matrix = PreferenceMatrix(result).sorted(state.place.sort)
        let isInServices = state.place.panel == PreferencesScreen.servicesPanel && !result.services.isEmpty
        let isTall = canvas.hasTallHeadline && result.honoured.value != nil
        let headRows = isTall ? Canvas.tallRows : result.contactsAfterWithdrawal == 0 ? 2 : 3
        let matrixRows = max(1, matrix.count) + 1
        let left = canvas.height - headRows - PreferencePipeline.rows - matrixRows - 3
        let room = PreferencesRoom(result, width: canvas.width, height: left)
        let listRows = room?.services ?? listRows(result, width: canvas.width)
        let restRows = room?.sections ?? PreferenceFacts.rows(result)
        let spare = left - listRows - 1 - restRows
        let panels = Layout.rows(
            canvas.bounds,
            [
                .fixed(headRows, priority: 9),
                .fixed(
                    PreferencePipeline.rows,
                    priority: state.place.panel == PreferencesScreen.pipelinePanel ? 8 : 5
                ),
                Panel(
                    .fixed(matrixRows),
                    minimum: min(matrixRows, 3),
                    maximum: matrixRows,
                    priority: isInServices ? 6 : 8
                ),
                Panel(.fixed(listRows), minimum: min(listRows, 4), maximum: listRows, priority: isInServices ? 8 : 3),
                Panel(.fixed(restRows), minimum: 1, maximum: restRows, priority: 4),
            ],
            // A line more between any two where there is one for all.
            gap: room != nil && spare >= 4 ? 2 : 1
        )
        if let head = panels[0] {
            let before = PreferencesScreen.before(state)
            canvas.region(head) { PreferencesHead.draw(result, before, state, isTall: isTall, on: &$0) }
        }
        if let pipeline = panels[1] {
            let cursor = state.cursor(panel: PreferencesScreen.pipelinePanel)
            canvas.region(pipeline) { PreferencePipeline.draw(result, state.targets, cursor: cursor, on: &$0) }
        }
        if let rect = panels[2] { canvas.region(rect) { PreferenceMatrixView.draw(result, state, on: &$0) } }
        if let lists = panels[3] {
            canvas.region(lists) { canvas in
                guard room == nil else {
                    let list = PreferencesScreen.servicesPanel
                    return PreferenceServicesView.draw(result, state, list: list, on: &canvas)
                }
                drawLists(result, state, isInServices, on: &canvas)
            }
        }
        if let rest = panels[4] {
            canvas.region(rest) { canvas in
                if let room { return room.draw(on: &canvas) }
                PreferenceFacts.draw(result, on: &canvas)
            }
        }
    }

    /// The lines of the short lists with their heading.
    private static func listRows(_ result: PreferencesResult, width: Int) -> Int {
        let survey = width >= leastForTwo ? SurveyComparison.all(result.survey).count : 0
        return max(result.services.count, survey, 1) + 1
    }

    /// The services at the left, the survey of 2014 at the right.
    private static func drawLists(
        _ result: PreferencesResult,
        _ state: DashboardState,
        _ isInServices: Bool,
        on canvas: inout Canvas
    ) {
        let columns = Layout.columns(
            canvas.bounds,
            [
                Panel(.flexible(1), minimum: leastServices, maximum: 84, priority: isInServices ? 2 : 1),
                Panel(.flexible(1), minimum: leastSurvey, maximum: 84, priority: 1),
            ],
            gap: listGap
        )
        if let rect = columns[0] { canvas.region(rect) { PreferenceServicesView.drawWorst(result, state, on: &$0) } }
        if let rect = columns[1] {
            canvas.region(rect) { canvas in
                let rows = SurveyComparison.all(result.survey)
                PreferenceRecordsView.drawSurvey(rows, services: result.survey.services, on: &canvas)
            }
        }
    }
}
