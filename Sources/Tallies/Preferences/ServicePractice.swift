/// What a service does at all about preferences: the survey's form.
public struct ServicePractice: Tally {
    public var asksChannel = false
    public var collectsChannel = false
    public var usesChannel = false
    public var asksContent = false
    public var capturesContent = false
    public var usesContent = false

    public init() {}

    public mutating func add(_ other: ServicePractice) {
        asksChannel = asksChannel || other.asksChannel
        collectsChannel = collectsChannel || other.collectsChannel
        usesChannel = usesChannel || other.usesChannel
        asksContent = asksContent || other.asksContent
        capturesContent = capturesContent || other.capturesContent
        usesContent = usesContent || other.usesContent
    }
}
