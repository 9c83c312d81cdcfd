extension GroupFiguresQuery {
    /// The figure of all, then that of each value, from the questions that the gap itself comes from.
    ///
    /// - Throws: what `analyst` throws; `AnalysisError.invalid` for a part of a funnel.
    public func answer(from analyst: any JourneyAnalyst) async throws -> GroupFiguresResult {
        let all = try await Self.figures(of: group, scope, analyst)
        let whole = group.figure(in: all.figures)
        let known = try await analyst.answer(CatalogQuestion()).values(of: by).map(\.name)
            .filter { $0 != Dimension.notSet }
        var rows: [GroupFiguresResult.Row] = []
        for value in known.prefix(Self.mostValues) + [Dimension.notSet] {
            guard let row = try await row(value, isPublic: all.receipt.isProtected, analyst) else { continue }
            rows.append(row)
        }
        var result = GroupFiguresResult(
            query: self,
            whole: whole?.measure ?? nothing,
            people: whole.map(\.people) ?? 0,
            unit: whole?.unit ?? .share,
            lowerIsBetter: whole?.lowerIsBetter ?? false,
            rows: rows,
            valuesLeftOut: max(0, known.count - Self.mostValues),
            receipt: all.receipt
        )
        result.receipt.definitions = group.definitions + [.d7] + (all.receipt.isProtected ? [.d25] : [])
        result.compare()
        result.sort()
        return result
    }

    private var nothing: Measure { .absent(group.definitions.first ?? .d0, because: .nobodyToCount) }

    /// Nil for those without a value where there are none.
    private func row(
        _ value: String,
        isPublic: Bool,
        _ analyst: any JourneyAnalyst
    ) async throws -> GroupFiguresResult.Row? {
        var scope = scope
        scope.filters.append(Filter(dimension: by, values: [value]))
        do {
            let part = try await Self.figures(of: group, scope, analyst)
            if value == Dimension.notSet, part.receipt.events == 0 { return nil }
            let figure = group.figure(in: part.figures)
            return .init(
                value: value,
                figure: figure?.measure ?? nothing,
                people: figure.map(\.people) ?? 0,
                subjects: part.receipt.subjects
            )
        } catch AnalysisError.invalid where isPublic {
            // In public a view may be too near to one shown before (D25): its row says nothing.
            return .init(value: value, figure: hidden, people: .withheld, subjects: .withheld)
        }
    }

    private var hidden: Measure {
        .absent(group.definitions.first ?? .d0, because: Int.withheld.hiddenReason ?? .nobodyToCount)
    }

    private static func figures(
        of group: SubjectGroup,
        _ scope: Scope,
        _ analyst: any JourneyAnalyst
    ) async throws -> (figures: Gaps.Figures, receipt: Receipt) {
        switch group {
        case .unfinished, .notOnline, .dissatisfied:
            let result = try await analyst.answer(IndicatorsQuery(scope: scope))
            return (Gaps.Figures(indicators: result), result.receipt)
        case .leaked:
            let result = try await analyst.answer(ContactsQuery(scope: scope))
            return (Gaps.Figures(contacts: result), result.receipt)
        case .preferenceMissing, .preferenceNotUsed, .preferenceNotHonoured, .contactedAfterWithdrawal:
            let result = try await analyst.answer(PreferencesQuery(scope: scope))
            return (Gaps.Figures(preferences: result), result.receipt)
        case .traitGroup(let trait, _):
            let result = try await analyst.answer(EquityQuery(scope: scope, trait: trait))
            return (Gaps.Figures(equity: [result]), result.receipt)
        case .funnel:
            throw AnalysisError.invalid(
                "a part of a funnel has no figure by itself",
                hint: "break the funnel down with --by"
            )
        }
    }
}

extension GroupFiguresResult {
    /// Compares each row with all others: who has one value of a trait is a part of the whole, whatever the others are. By the
    /// values of events somebody can be in several; there the rows are parts only where they add up to the whole.
    mutating func compare() {
        let parts = rows.compactMap(\.figure.whole)
        let (part, total) = (parts.reduce(0) { $0 + $1.part }, parts.reduce(0) { $0 + $1.total })
        let isSum = total == whole.whole?.total && part == whole.whole?.part
        let isPart = isSum || Dimension.subject(of: query.by) != .event
        for index in rows.indices { rows[index].againstRest = isPart ? rows[index].figure.againstRest(of: whole) : nil }
    }

    /// Worst first, absent figures last, then by value.
    mutating func sort() {
        let sign = lowerIsBetter ? -1.0 : 1.0
        rows.sort { left, right in
            switch (left.figure.value, right.figure.value) {
            case (let a?, let b?) where a != b: sign * a < sign * b
            case (nil, _?): false
            case (_?, nil): true
            default: left.value < right.value
            }
        }
    }
}
