/// What a service does at all about preferences: the survey's form. It asks for what a prompt was recorded for; that somebody
/// gave a preference is no evidence that anybody was asked (D16).
public struct ServicePractice: Tally {
    public var asksChannel = false
    public var collectsChannel = false
    public var usesChannel = false
    public var asksContent = false
    public var capturesContent = false
    public var usesContent = false

    public init() {}

    /// It has preferences of a kind for which no prompt was recorded.
    var collectsUnasked: Bool { collectsChannel && !asksChannel || capturesContent && !asksContent }

    public mutating func add(_ other: ServicePractice) {
        asksChannel = asksChannel || other.asksChannel
        collectsChannel = collectsChannel || other.collectsChannel
        usesChannel = usesChannel || other.usesChannel
        asksContent = asksContent || other.asksContent
        capturesContent = capturesContent || other.capturesContent
        usesContent = usesContent || other.usesContent
    }
}
