import Canvas

extension GlyphSet {
    /// The characters that the locale can show (experience, rule 4).
    ///
    /// - Parameter environment: LC_ALL, LC_CTYPE and LANG are read.
    static func ofLocale(_ environment: [String: String]) -> GlyphSet {
        // The first of these that is set decides, as for every program (POSIX, 8.2).
        let names = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
        let locale = names.first { !$0.isEmpty }?.lowercased() ?? ""
        return locale.contains("utf-8") || locale.contains("utf8") ? .unicode : .ascii
    }
}
