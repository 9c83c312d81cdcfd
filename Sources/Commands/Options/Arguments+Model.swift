public import ArgumentParser
public import JourneyModel

// The model's words as values of options: the raw values are the words of the commands' contract.
extension CountingUnit: ExpressibleByArgument {}
extension PeriodLength: ExpressibleByArgument {}
extension FunnelQuery.Order: ExpressibleByArgument {}
extension FunnelQuery.Entry: ExpressibleByArgument {}
extension FunnelQuery.Ties: ExpressibleByArgument {}
extension FunnelQuery.ExclusionPolicy: ExpressibleByArgument {}
extension SubjectsQuery.Order: ExpressibleByArgument {}

/// `--format` of what gives one answer.
extension OutputFormat: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(name: argument)
        if !holds(.answer) { return nil }
    }

    public var defaultValueDescription: String { name }

    public static var allValueStrings: [String] { all(holding: .answer).map(\.name) }

    public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
