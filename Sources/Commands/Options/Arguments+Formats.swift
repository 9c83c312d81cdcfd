public import ArgumentParser
public import JourneyFormats

// The readers' words as values of options.
extension Mapping.Unmapped: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
