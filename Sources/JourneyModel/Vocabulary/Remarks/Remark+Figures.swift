/// Of figures in general.
extension Remark {
    public static let nobodyToCount = Remark(.nobodyToCount)

    public static func noShare(_ part: Int, of whole: Int) -> Remark {
        Remark(.noShare, ["part": .count(part), "whole": .count(whole)])
    }

    public static let noData = Remark(.noData)
    public static let notAskedFor = Remark(.notAskedFor)
    /// Names from the data, and no more.

    public static func names(_ names: [String]) -> Remark {
        Remark(.names, ["names": .names(names)])
    }
}
