/// Of what is protected (D25).
extension Remark {
    public static func hiddenFew(below limit: Int) -> Remark {
        Remark(.hiddenFew, ["limit": .number(Double(limit))])
    }

    public static let hiddenWithAnother = Remark(.hiddenWithAnother)
    public static let allAlike = Remark(.allAlike)

    public static func roundedToFive(below limit: Int) -> Remark {
        Remark(.roundedToFive, ["limit": .number(Double(limit))])
    }

    public static func roundedToMidpoint(below limit: Int) -> Remark {
        Remark(.roundedToMidpoint, ["limit": .number(Double(limit))])
    }

    public static let evidenceNotSaid = Remark(.evidenceNotSaid)
    public static let moreCompletionsThanStarts = Remark(.moreCompletionsThanStarts)
}
