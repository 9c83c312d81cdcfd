enum MaturityGolden {
    static let unicode80x24 = ""
    static let ascii80x24 = ""
    static let unicode120x36 = ""
    static let ascii120x36 = ""
    static let unicode20x5 = ""
    static let ascii20x5 = ""
}
