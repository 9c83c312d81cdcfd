extension Indicators {
    func protected(by policy: DisclosurePolicy) -> Indicators {
        Indicators(
            completion: policy.measure(completion),
            takeUp: policy.measure(takeUp),
            costPerTransaction: policy.measure(costPerTransaction),
            satisfaction: policy.measure(satisfaction)
        )
    }
}

extension IndicatorsResult {
    public func protected(by policy: DisclosurePolicy) -> IndicatorsResult {
        guard !receipt.isProtected else { return self }
        var result = self
        result.overall = overall.protected(by: policy)
        result.services = services.map { row in
            ServiceRow(
                service: row.service,
                indicators: row.indicators,
                unfinished: policy.count(row.unfinished),
                notOnline: policy.count(row.notOnline),
                dissatisfied: policy.count(row.dissatisfied)
            )
        }
        for figure in [\Indicators.completion, \.takeUp, \.satisfaction, \.costPerTransaction] {
            let shown = policy.measures(services.map { $0.indicators[keyPath: figure] })
            for index in shown.indices { result.services[index].indicators[keyPath: figure] = shown[index] }
        }
        result.trend = trend.map { point in
            TrendPoint(period: point.period, indicators: point.indicators.protected(by: policy))
        }
        result.receipt = receipt.protected(by: policy)
        return result
    }
}
