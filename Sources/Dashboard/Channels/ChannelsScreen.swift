import Canvas
import JourneyModel
import Wording

extension ScreenID {
    public static let channels = ScreenID("Channels")
}

extension OwnCommand {
    static let periodLength = OwnCommand(.channels, "period length")
}

/// Which channels carry what, how that changes, what it costs, and which contacts a better service would have avoided
/// (D13, D14, D18, D19).
struct ChannelsScreen: Screen {
    let id = ScreenID.channels
    let digit: Character? = "4"
    let letter: Character? = "c"
    static let channelsPanel = 0
    static let servicesPanel = 1

    var bindings: [KeyBinding] { Self.keys }
    var sessionState: (any ScreenState.Type)? { ChannelsState.self }

    // MARK: What it asks

    func questions(_ state: DashboardState) -> [Wanted] {
        // How long a period suits depends on how much time the store covers.
        guard state.catalog != nil else { return [] }
        let every = Self.every(state)
        var wanted = [
            Slot.channels.asks(ChannelsQuery(scope: state.questionScope, every: every)),
            Slot.contacts.asks(ContactsQuery(scope: state.questionScope)),
        ]
        if let before = state.scopeBefore {
            wanted.append(Slot.channelsBefore.asks(ChannelsQuery(scope: before, every: every)))
        }
        wanted.append(Slot.channelIndicators.asks(IndicatorsQuery(scope: state.questionScope, every: every)))
        return wanted
    }

    static func every(_ state: DashboardState) -> PeriodLength {
        state.channels.every(in: state.scope.range, catalog: state.catalog)
    }

    static func result(_ state: DashboardState) -> Loadable<ChannelsResult> {
        state.answer(.channels)
    }

    /// The period before; nil where nothing is compared.
    static func before(_ state: DashboardState) -> ChannelsResult? {
        state.scope.before == nil ? nil : state.answer(.channelsBefore).value
    }

    static func contacts(_ state: DashboardState) -> Loadable<ContactsResult> {
        state.answer(.contacts)
    }

    /// The services with what they lost online. None without a single contact with staff: a filter on a digital channel
    /// takes those away, and nothing lost would then look like a result.
    static func services(_ state: DashboardState) -> [ContactsResult.ServiceRow] {
        guard let contacts = contacts(state).value, contacts.inboundContacts != 0 else { return [] }
        return contacts.services
    }

    static func indicators(_ state: DashboardState) -> Loadable<IndicatorsResult> {
        state.answer(.channelIndicators)
    }

    // MARK: What the keys do

    func panels(_ state: DashboardState) -> [[ScreenRow]] {
        guard let result = Self.result(state).value else { return [] }
        let channels = Self.totals(result, sort: state.place.sort).map { ScreenRow($0.channel) }
        let services = Self.services(state).map { ScreenRow($0.service) }
        return services.isEmpty ? [channels] : [channels, services]
    }

    func orders(_ state: DashboardState) -> [String] {
        (Self.result(state).value?.totals.count ?? 0) > 1 ? orderNames(state.place) : []
    }

    func orderNames(_ place: Place) -> [String] { ["events", "cost a transaction", "name"] }

    /// The channels in the order chosen; the answer's own is by events.
    static func totals(_ result: ChannelsResult, sort: Int) -> [ChannelsResult.Total] {
        switch sort {
        case 1:
            result.totals.sorted {
                (-($0.costPerTransaction.value ?? -1), $0.channel) < (-($1.costPerTransaction.value ?? -1), $1.channel)
            }
        case 2: result.totals.sorted { $0.channel < $1.channel }
        default: result.totals
        }
    }

    func perform(_ command: Command, _ state: inout DashboardState) -> [Effect]? {
        switch command {
        case .open: open(&state)
        case .own(.periodLength):
            let next = Self.every(state).next
            state.channels.every = next
            state.message = "by \(next.rawValue)"
        default: return nil
        }
        return []
    }

    /// A channel narrows everything to it; where that is done already, its paths. A service opens its funnel.
    private func open(_ state: inout DashboardState) {
        guard state.place.detail == nil, let row = state.selectedRow else { return }
        let isService = state.place.panel == Self.servicesPanel
        let filter = Filter(dimension: isService ? Dimension.service : Dimension.channel, values: [row.id])
        if isService {
            state.push(Place(.funnel, narrowing: state.place.narrowing + [filter]))
        } else if state.filters.contains(filter) {
            state.push(Place(.paths, narrowing: state.place.narrowing))
        } else {
            state.push(Place(.channels, narrowing: state.place.narrowing + [filter]))
        }
    }

    /// Of a service, who left it online and then asked staff.
    func people(_ state: DashboardState) -> SubjectGroup? {
        guard state.place.panel == Self.servicesPanel else { return nil }
        return state.selectedRow.map { .leaked(service: $0.id) }
    }

    /// Channels count events, and a gap counts people.
    func difference(from origin: Place.Origin, _ state: DashboardState) -> String? {
        guard state.place.detail == nil, Self.result(state).value != nil else { return nil }
        return origin.words + " The channels below count events (D0); l lists these people."
    }

    // MARK: What it says of itself

    func compares(_ place: Place) -> Bool { place.detail == nil }

    func headline(_ state: DashboardState) -> Headline? {
        Self.indicators(state).value.map {
            Headline(figure: NumberText.percent($0.overall.takeUp.value), label: "take-up")
        }
    }

    func command(_ state: DashboardState) -> [String] {
        state.place.panel == Self.servicesPanel
            ? ["show", "contacts"] : ["show", "channels", "--every", Self.every(state).rawValue]
    }

    func exported(_ state: DashboardState) -> Loadable<Export.Content> {
        state.place.panel == Self.servicesPanel
            ? Self.contacts(state).map(Export.Content.init) : Self.result(state).map(Export.Content.init)
    }

    func receipt(_ state: DashboardState) -> ReceiptSubject? {
        guard let result = Self.result(state).value else { return nil }
        if state.place.panel == Self.servicesPanel, let contacts = Self.contacts(state).value {
            let row = Self.services(state).element(state.cursor(panel: Self.servicesPanel) ?? 0)
            return ReceiptSubject(
                title: "Digital attempts that became a contact" + (row.map { ", \($0.service)" } ?? ""),
                measure: row?.leakRate,
                row: row.map { "service \($0.service)" },
                numbers: row.map {
                    [ReceiptSubject.Number("affected", NumberText.counted($0.leakingPeople, CountingUnit.person))]
                } ?? [],
                rules: SubjectGroup.leaked(service: "").rules + [.d12, .d13],
                receipt: contacts.receipt
            )
        }
        let totals = Self.totals(result, sort: state.place.sort)
        let row = totals.element(state.cursor(panel: Self.channelsPanel) ?? 0)
        let currency = Self.indicators(state).value?.currency
        let cost = row?.costPerTransaction.value.map { NumberText.money($0, currency: currency) }
        return ReceiptSubject(
            title: "Share of events" + (row.map { ", \($0.channel)" } ?? ""),
            measure: row?.share,
            row: row.map { "channel \($0.channel)" },
            numbers: (row?.completed.map { [ReceiptSubject.Number("transactions completed", NumberText.count($0))] }
                ?? [])
                + (cost.map { [ReceiptSubject.Number("cost of one", $0)] } ?? []),
            // The row says completed transactions and what one costs as well.
            rules: [.d0] + DefinitionID.d14.foundations,
            receipt: result.receipt
        )
    }

    func explanation(_ state: DashboardState) -> [String] { ChannelsWords.sentences(state) }

    func draw(_ context: ViewContext, on canvas: inout Canvas) {
        ChannelsView.draw(context.state, on: &canvas)
    }

    private static var keys: [KeyBinding] {
        let isTop: @Sendable (DashboardState) -> Bool = { $0.place.detail == nil }
        return [
            KeyBinding(
                [.enter],
                .open,
                "only this",
                "narrow everything to this channel, then its paths; for a service, its funnel",
                priority: 90,
                applies: { isTop($0) && !$0.rows.isEmpty }
            ),
            KeyBinding(
                [.character("m")],
                .own(.periodLength),
                "period length",
                "show the mix by day, week, month, quarter or year",
                priority: 60,
                applies: isTop
            ),
        ]
    }
}

extension Slot<ChannelsQuery> {
    static var channels: Slot { Slot("channels") }
    /// The channels in the period before.
    static var channelsBefore: Slot { Slot("channels before") }
}

extension Slot<ContactsQuery> {
    static var contacts: Slot { Slot("contacts") }
}

extension Slot<IndicatorsQuery> {
    /// The take-up beside the channels.
    static var channelIndicators: Slot { Slot("channel indicators") }
}
