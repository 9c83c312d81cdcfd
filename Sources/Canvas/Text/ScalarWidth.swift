/// How many columns a scalar covers.
enum ScalarWidth {
    /// 1 or 2 for a scalar that can stand alone, nil for one that must not be shown: controls, formats, bidirectional
    /// controls, surrogates, private use, unassigned, newer than Unicode 14, line separators, lone combining marks, ignorables, flag letters.
    ///
    /// Scalars of ambiguous width (UAX 11) count 1, as they do in every UTF-8 terminal that is not set up otherwise.
    static func ofBase(_ scalar: Unicode.Scalar) -> Int? {
        if scalar.value < 0x7F { return scalar.value >= 0x20 ? 1 : nil }
        if scalar.value < 0xA0 { return nil }
        if isConjoiningJamo(scalar) || isFlagLetter(scalar) { return nil }
        let properties = scalar.properties
        // Newer characters have no width that terminals agree on.
        guard let age = properties.age, age.major <= WideRanges.unicodeVersion else { return nil }
        if properties.isDefaultIgnorableCodePoint || properties.isEmojiModifier { return nil }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .nonspacingMark, .enclosingMark, .spacingMark:
            return nil
        default:
            return WideRanges.contains(scalar.value) ? 2 : 1
        }
    }

    /// Jamo join into one syllable in some terminals and stand apart in others.
    private static func isConjoiningJamo(_ scalar: Unicode.Scalar) -> Bool {
        (0x1100...0x11FF).contains(scalar.value) || (0xA960...0xA97F).contains(scalar.value)
            || (0xD7B0...0xD7FF).contains(scalar.value)
    }

    private static func isFlagLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x1F1E6...0x1F1FF).contains(scalar.value)
    }
}
