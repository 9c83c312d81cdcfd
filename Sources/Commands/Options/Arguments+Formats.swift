public import ArgumentParser
public import JourneyFormats

// The readers' words as values of options.
extension DecimalMark: ExpressibleByArgument {}
extension Mapping.Unmapped: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
