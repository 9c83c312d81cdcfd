/// The part that a touchpoint plays in its service (D12); a mapping file's `[roles]` table declares it.
public enum TouchpointRole: String, CaseIterable, Codable, Hashable, Sendable {
    /// Information without a transaction (D24, I1).
    case information
    /// The service's start point: the only one that counts as a start (D12).
    case start
    /// What is done between start and submission (D18).
    case step
    /// Where it is handed in: what decides the transaction's channel (D13).
    case submit
    /// An end page where the service did what it should (D12).
    case end
    /// An error page (D12).
    case failure
    /// A contact with staff (D18): where a service declares one, only these are.
    case contact
}
