import Canvas
import Dashboard
import JourneyModel

extension DashboardState {
    /// The state that a dashboard begins with. What the command line says of the scope goes before what the view says.
    ///
    /// - Parameter name: the source's, as headers show it.
    init(
        _ options: DashboardOptions,
        _ opening: Opening? = nil,
        name: String,
        themeName: String,
        themes: [String],
        size: Size
    ) {
        let given = options.scope
        let usual = options.usualPeriod
        self.init(
            store: StoreFacts(
                name: name,
                path: options.store,
                isKept: options.keeper == nil,
                isKiosk: options.kiosk.isOn,
                isPublic: options.protection.policy != nil
            ),
            scope: ViewScope(
                range: usual?.range(in: given.zone) ?? .all,
                before: usual?.advanced(by: -1).range(in: given.zone),
                unit: options.usualUnit,
                asOf: given.asOf,
                zone: given.zone
            ),
            targets: options.targets,
            view: opening?.view,
            themeName: themeName,
            themes: themes,
            views: opening?.views ?? [],
            size: size,
            isPlain: options.isPlain
        )
        overrule(given, before: options.before)
    }
}
