public import ArgumentParser
public import Terminal

// The terminal's words as values of options.
extension TerminalOptions.ColourChoice: ExpressibleByArgument {}
extension TerminalOptions.GlyphChoice: ExpressibleByArgument {}
