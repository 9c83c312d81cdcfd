/// A kind of end at which a service may ask for feedback.
public struct EndPoint: Codable, Hashable, Sendable {
    public enum Kind: Int, CaseIterable, Codable, Sendable {
        case success, otherCompletion, failure
    }

    public let service: ValueName
    public let kind: Kind

    public init(service: ValueName, kind: Kind) {
        self.service = service
        self.kind = kind
    }
}
