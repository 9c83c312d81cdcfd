/// One outbound contact, as the rules on preferences and consents see it (D16, D17).
struct OutboundContact {
    let time: Int64
    let service: Int32
    /// -1 where the event names none.
    let channel: Int32
    /// Place among the purposes of contacts.
    let purpose: Int32
    /// The id by which the person was called (D26).
    let id: Int32
    let isCiting: Bool
    let isTailored: Bool
}
