public import ArgumentParser
public import JourneyModel
public import Reports

// The model's words as values of options: the raw values are the words of the commands' contract.
extension CountingUnit: ExpressibleByArgument {}
extension PeriodLength: ExpressibleByArgument {}
extension FunnelQuery.Order: ExpressibleByArgument {}
extension FunnelQuery.Entry: ExpressibleByArgument {}
extension FunnelQuery.Ties: ExpressibleByArgument {}
extension FunnelQuery.ExclusionPolicy: ExpressibleByArgument {}
extension SubjectsQuery.Order: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
extension ReportBook.Format: ExpressibleByArgument {}
