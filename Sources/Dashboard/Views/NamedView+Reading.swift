import JourneyModel
import Wording

extension NamedView {
    /// The view that an entry of a file means, of one of `screens`.
    ///
    /// - Throws: `ViewEntry.Problem` where anything in it cannot be understood.
    init(_ entry: ViewEntry, of screens: ScreenList) throws(ViewEntry.Problem) {
        guard let name = try entry.text(.name), !name.allSatisfy(\.isWhitespace) else {
            throw ViewEntry.Problem(.name, "a view needs a name: name = \"…\"")
        }
        let named = try Self.screen(entry, screens)
        let screen = named ?? screens.all.first(where: \.ownsNamelessViews)?.id ?? screens.homeID
        self.init(
            name: name,
            screen: screen,
            period: named == nil ? nil : try entry.parsed(.period, ViewPeriod.init(parsing:)) ?? .fixed("all"),
            before: try entry.parsed(.before, Comparison.init(parsing:)) ?? .none,
            filters: try entry.parsedEach(.filters) { (text) throws(ParsingError) in try Filter(parsing: text) },
            unit: try entry.word(.unit, CountingUnit.self),
            sort: try entry.text(.sort),
            detail: try Self.detail(entry, screen, screens)
        )
        for type in screens[screen].remembered { states.set(try type.init(entry)) }
        var opened = Place(screen)
        opened.detail = detail
        let orders = screens[screen].orderNames(opened)
        if let sort, !orders.contains(sort) {
            let choices =
                orders.isEmpty ? "the rows have one order" : "choose one of: " + orders.joined(separator: ", ")
            throw ViewEntry.Problem(.sort, "'\(sort)' is no order here; \(choices)")
        }
    }

    private static func screen(_ entry: ViewEntry, _ screens: ScreenList) throws(ViewEntry.Problem) -> ScreenID? {
        guard let text = try entry.text(.screen) else { return nil }
        let tops = screens.tops.map(\.id)
        guard let screen = tops.first(where: { $0.name == text.lowercased() }) else {
            let names = tops.map(\.name).joined(separator: ", ")
            throw ViewEntry.Problem(.screen, "'\(text)' is no screen; choose one of: \(names)")
        }
        return screen
    }

    private static func detail(
        _ entry: ViewEntry,
        _ screen: ScreenID,
        _ screens: ScreenList
    ) throws(ViewEntry.Problem) -> AnyDetail? {
        let words = try entry.texts(.open)
        guard !words.isEmpty else { return nil }
        guard let detail = screens.detail(words, in: screen) else {
            throw ViewEntry.Problem(.open, "\(words) names nothing that can be open in \(screen.title)")
        }
        return detail
    }
}

extension NamedView.Comparison {
    init(parsing text: String) throws(ParsingError) {
        self = text == "previous" ? .previous : .period(try ViewPeriod(parsing: text))
    }
}
