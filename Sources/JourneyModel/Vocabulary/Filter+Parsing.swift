extension Filter {
    /// Reads `DIMENSION=VALUE[,VALUE]` or `DIMENSION!=VALUE[,VALUE]`; a backslash before a comma, `=` or backslash takes
    /// its meaning away.
    ///
    /// - Throws: `ParsingError` where there is no `=` or the dimension is empty.
    public init(parsing text: String) throws(ParsingError) {
        var dimension = ""
        var values: [String] = []
        var current = ""
        var seenEquals = false
        var escaping = false
        for character in text {
            if escaping {
                current.append(character)
                escaping = false
            } else if character == "\\" {
                escaping = true
            } else if character == "=", !seenEquals {
                seenEquals = true
                dimension = current
                current = ""
            } else if character == ",", seenEquals {
                values.append(current)
                current = ""
            } else {
                current.append(character)
            }
        }
        values.append(current)
        let isNegated = dimension.hasSuffix("!")
        if isNegated { dimension.removeLast() }
        guard seenEquals, !dimension.isEmpty else {
            throw ParsingError(
                message: "'\(text)' is no condition",
                hint: "write it as DIMENSION=VALUE or DIMENSION!=VALUE, for example channel=web,app"
            )
        }
        self.init(dimension: dimension, values: values, isNegated: isNegated)
    }
}
