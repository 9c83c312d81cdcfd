import Canvas
import JourneyModel
import Wording

extension ScreenID {
    public static let preferences = ScreenID("Preferences")
}

/// Whether people are asked how they want to be reached, and reached that way (D16, D17).
struct PreferencesScreen: Screen {
    let id = ScreenID.preferences
    let digit: Character? = "5"
    let letter: Character? = "r"
    static let matrixPanel = 0
    static let servicesPanel = 1
    static let pipelinePanel = 2

    var bindings: [KeyBinding] { Self.keys }
    var details: (any ScreenDetail.Type)? { PreferencesDetail.self }

    // MARK: What it asks

    func questions(_ state: DashboardState) -> [Wanted] {
        var wanted = [Slot.preferences.asks(PreferencesQuery(scope: state.questionScope))]
        if let before = state.scopeBefore {
            wanted.append(Slot.preferencesBefore.asks(PreferencesQuery(scope: before)))
        }
        return wanted
    }

    static func result(_ state: DashboardState) -> Loadable<PreferencesResult> {
        state.answer(.preferences)
    }

    /// The answer for the period before; nil where nothing is compared.
    static func before(_ state: DashboardState) -> PreferencesResult? {
        guard let scope = state.scopeBefore, let before = state.answer(.preferencesBefore).value,
            before.query.scope == scope
        else { return nil }
        return before
    }

    // MARK: What the keys do

    func panels(_ state: DashboardState) -> [[ScreenRow]] {
        guard let result = Self.result(state).value, PreferencesEmpty.state(result, state) == nil else { return [] }
        let matrix = PreferenceMatrix(result)
        let services = Self.services(result, sort: state.place.sort, state.place.detail(PreferencesDetail.self)).map {
            ScreenRow($0.service)
        }
        switch state.place.detail(PreferencesDetail.self) {
        case .content, .consent: return []
        case .services: return [services]
        case .channel(let channel):
            let row = matrix.rows.first { $0.preferred == channel }
            return row.map { [$0.channels.map { ScreenRow($0.channel) }] } ?? []
        default:
            let rows = matrix.sorted(state.place.sort).map { ScreenRow($0.preferred) }
            return [rows, services, PreferencePipeline.rowIDs.map { ScreenRow($0) }]
        }
    }

    func orderNames(_ place: Place) -> [String] {
        switch place.detail(PreferencesDetail.self) {
        case nil: PreferenceMatrix.orders
        case .services: Self.serviceOrders
        default: []
        }
    }

    static let serviceOrders = ["lowest honoured first", "people contacted", "name"]

    /// The services, least honoured first unless the list of services is put in another order; absent shares come last.
    static func services(
        _ result: PreferencesResult,
        sort: Int,
        _ detail: PreferencesDetail?
    ) -> [PreferencesResult.ServiceRow] {
        switch detail == .services ? sort : 0 {
        case 1: result.services.sorted { (-$0.contacted, $0.service) < (-$1.contacted, $1.service) }
        case 2: result.services.sorted { $0.service < $1.service }
        default: result.services.sorted { ($0.honoured.value ?? 2, $0.service) < ($1.honoured.value ?? 2, $1.service) }
        }
    }

    func opensRows(_ state: DashboardState) -> Bool {
        state.place.detail == nil || state.place.detail(PreferencesDetail.self) == .services
    }

    func perform(_ command: Command, _ state: inout DashboardState) -> [Effect]? {
        switch command {
        case .open: open(&state)
        case .own(.services): push(.services, &state)
        case .own(.content): push(.content, &state)
        case .own(.consent): push(.consent, &state)
        default: return nil
        }
        return []
    }

    private func push(_ detail: PreferencesDetail, _ state: inout DashboardState) {
        state.push(Place(detail, narrowing: state.place.narrowing))
    }

    /// A channel asked for opens the contacts to who asked for it; a service, the preferences of that service alone.
    private func open(_ state: inout DashboardState) {
        guard opensRows(state), let row = state.selectedRow else { return }
        if state.place.detail == nil, state.place.panel == Self.pipelinePanel { return state.listPeople() }
        let isService =
            state.place.detail(PreferencesDetail.self) == .services || state.place.panel == Self.servicesPanel
        guard isService else { return push(.channel(row.id), &state) }
        let filter = Filter(dimension: Dimension.service, values: [row.id])
        guard !state.filters.contains(filter) else {
            state.message = "this is \(row.id) alone already"
            return
        }
        state.push(Place(.preferences, narrowing: state.place.narrowing + [filter]))
    }

    /// Of a stage of the pipeline, who is lost there; of a channel, who asked for it and was reached on another.
    func people(_ state: DashboardState) -> SubjectGroup? {
        switch state.place.detail(PreferencesDetail.self) {
        case .consent: return .contactedAfterWithdrawal
        case .channel(let channel): return Self.notHonoured(channel)
        case nil:
            guard let row = state.selectedRow?.id, state.place.panel != Self.servicesPanel else { return nil }
            return state.place.panel == Self.pipelinePanel
                ? PreferencePipeline.group(ofRow: row) : Self.notHonoured(row)
        default: return nil
        }
    }

    /// Who asked for no channel in particular is reached as they asked on any.
    private static func notHonoured(_ channel: String) -> SubjectGroup? {
        channel == PreferenceRecord.noPreference ? nil : .preferenceNotHonoured(channel: channel)
    }

    // MARK: What it says of itself

    func crumb(_ place: Place, _ state: DashboardState) -> String? {
        switch place.detail(PreferencesDetail.self) {
        case .channel(let channel): "asked for \(channel)"
        case .services: "services"
        case .content: "content"
        case .consent: "consent"
        default: nil
        }
    }

    func unitText(_ state: DashboardState) -> [String] { ["outbound contacts", CountingUnit.person.plural] }

    func compares(_ place: Place) -> Bool { place.detail == nil }

    func headline(_ state: DashboardState) -> Headline? {
        Self.result(state).value.map {
            Headline(figure: NumberText.percent($0.honoured.value), label: "reached as asked")
        }
    }

    func command(_ state: DashboardState) -> [String] { ["show", "preferences"] }

    func exported(_ state: DashboardState) -> Loadable<Export.Content> {
        Self.result(state).map(Export.Content.init)
    }

    func receipt(_ state: DashboardState) -> ReceiptSubject? {
        guard let result = Self.result(state).value else { return nil }
        let (title, measure) = figure(result, state)
        let id = state.selectedRow?.id
        let isService =
            state.place.detail(PreferencesDetail.self) == .services || state.place.panel == Self.servicesPanel
        let isStage = state.place.detail == nil && state.place.panel == Self.pipelinePanel
        return ReceiptSubject(
            title: title,
            measure: measure,
            row: id.map { isStage ? "stage \($0)" : isService ? "service \($0)" : "asked for \($0)" },
            receipt: result.receipt
        )
    }

    /// The figure under the cursor.
    private func figure(_ result: PreferencesResult, _ state: DashboardState) -> (String, Measure) {
        let matrix = PreferenceMatrix(result)
        let overall = ("Reached as they asked", result.honoured)
        switch state.place.detail(PreferencesDetail.self) {
        case .content: return ("Content used", result.contentUsed)
        case .consent: return ("Consent granted", result.consentCoverage)
        case .channel(let channel):
            guard let row = matrix.rows.first(where: { $0.preferred == channel }) else { return overall }
            return ("Reached as they asked, \(channel)", row.honoured)
        default: break
        }
        guard let id = state.selectedRow?.id else { return overall }
        if state.place.detail == nil, state.place.panel == Self.pipelinePanel {
            return PreferencePipeline.figure(ofRow: id, result) ?? overall
        }
        if state.place.detail(PreferencesDetail.self) == .services || state.place.panel == Self.servicesPanel {
            guard let row = result.services.first(where: { $0.service == id }) else { return overall }
            return ("Reached as they asked, \(id)", row.honoured)
        }
        guard let row = matrix.rows.first(where: { $0.preferred == id }) else { return overall }
        return ("Reached as they asked, \(id)", row.honoured)
    }

    func explanation(_ state: DashboardState) -> [String] {
        Self.result(state).value.map { PreferencesWords.sentences($0, targets: state.targets) } ?? []
    }

    func draw(_ context: ViewContext, on canvas: inout Canvas) {
        PreferencesView.draw(context, on: &canvas)
    }
}

extension Slot<PreferencesQuery> {
    static var preferences: Slot { Slot("preferences") }
    static var preferencesBefore: Slot { Slot("preferences before") }
}
