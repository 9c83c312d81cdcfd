extension FunnelRulesResult {
    /// Made of protected answers, it is protected already; else each figure is by itself.
    public func protected(by policy: DisclosurePolicy) -> FunnelRulesResult {
        guard !receipt.isProtected else { return self }
        func shown(_ counts: Counts) -> Counts {
            Counts(
                entered: policy.count(counts.entered),
                converted: policy.count(counts.converted, of: counts.entered),
                rate: policy.measure(counts.rate),
                median: policy.mean(counts.median, of: counts.converted)
            )
        }
        var result = self
        result.own = shown(own)
        result.tools = tools.map { tool in
            Tool(
                tool: tool.tool,
                counts: shown(tool.counts),
                rules: tool.rules.map { Rule(rule: $0.rule, alone: $0.alone.map(shown)) }
            )
        }
        result.receipt = receipt.protected(by: policy)
        return result
    }
}
